"""CI runs what the README says, in the order that was promised."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The CI script with stand-ins for what it calls; each writes its name into `calls`."""
    if not shutil.which("bash"):
        pytest.fail("bash is wanted: CI runs with it")
    for name in (".ci/run", "scripts/readme.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    for name in ("check_hosts", "smoke"):
        stand_in(tmp_path / "scripts" / f"{name}.py", name)
    stand_in(tmp_path / "tests.py", "tests")
    block = "<!-- command: test -->\n```sh\npython3 tests.py && echo 3 passed in 1.00s\n```\n"
    (tmp_path / "README.md").write_text(block)
    return tmp_path


def stand_in(path: Path, name: str, code: int = 0) -> None:
    path.write_text(f"import sys\nopen('calls', 'a').write('{name}\\n')\nsys.exit({code})\n")


def run(project: Path) -> tuple[int, list[str], list[str]]:
    done = subprocess.run(["bash", ".ci/run"], cwd=project, env=os.environ, capture_output=True, text=True, check=False)
    calls = (project / "calls").read_text().split()
    return done.returncode, done.stdout.splitlines(), calls


def test_the_readme_s_test_command_comes_last_and_has_the_last_word(project: Path) -> None:
    code, said, calls = run(project)
    assert code == 0
    assert calls == ["check_hosts", "smoke", "tests"]
    assert said[-1] == "3 passed in 1.00s"


@pytest.mark.parametrize(
    ("script", "stage"),
    [
        ("scripts/check_hosts.py", "no package registry is named"),
        ("scripts/smoke.py", "README: run"),
        ("tests.py", "README: test"),
    ],
)
def test_a_failing_stage_fails_the_run_and_is_named(project: Path, script: str, stage: str) -> None:
    stand_in(project / script, Path(script).stem, code=3)
    code, said, calls = run(project)
    assert code == 3
    assert calls[-1] == Path(script).stem
    assert said[-1].startswith(f"CI failed in stage: {stage} (exit 3,")
