"""A package registry named in a tracked file is found."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import check_hosts


@pytest.fixture
def project(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text("ignored.txt\n")
    return tmp_path


@pytest.mark.parametrize(
    "line",
    [
        "https://pypi." + "org/simple",
        "files.python" + "hosted.org",
        '"res' + 'olved": "x"',
        "--ind" + "ex-url x",
    ],
)
def test_a_named_registry_is_found_with_its_line(project: Path, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "a.txt").write_text(f"fine\n{line}\n")
    assert check_hosts.main(project) == 1
    assert capsys.readouterr().err.startswith("a.txt:2: ")


def test_what_git_ignores_and_binary_files_are_passed_over(project: Path) -> None:
    named = "pypi." + "org"
    (project / "ignored.txt").write_text(named)
    (project / "b.bin").write_bytes(b"\0" + named.encode())
    assert check_hosts.main(project) == 0


def test_this_project_names_none() -> None:
    assert check_hosts.names_in(check_hosts.tracked(check_hosts.ROOT)) == []
