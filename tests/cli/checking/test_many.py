"""Many files: the same answer in the same order as one by one, whatever becomes of the processes that help."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from footlights.checks import settled
from footlights.cli.checking import many
from footlights.cli.checking.examined import Task, examined
from footlights.cli.voice import Voice
from tests.cli.asking import ASKING, SMALL_SET
from tests.cli.conftest import GOOD

FILES = 2 * many._HANDFUL + many._MANY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Enough files for several processes, every third of them with findings and every seventh with faults."""
    for number in range(FILES):
        text = ASKING if number % 3 == 0 else "naam: x\n" if number % 7 == 0 else GOOD
        (tmp_path / f"{number:03}.blueprint.yaml").write_text(text, "utf-8")
    return tmp_path


def run(folder: Path, *arguments: str, cores: str = "") -> subprocess.CompletedProcess[str]:
    code = "import sys\nfrom footlights.cli import main\nfrom footlights.cli.checking import many\n"
    code += f"many._cores = lambda: {cores}\n" if cores else ""
    return subprocess.run(
        [sys.executable, "-c", f"{code}sys.exit(main(sys.argv[1:]))", "check", ".", *arguments],
        cwd=folder, env={**os.environ, "LC_ALL": "C.UTF-8"}, capture_output=True, text=True, check=False, timeout=100,
    )  # fmt: skip


def test_several_processes_answer_as_one_does(folder: Path) -> None:
    alone, together = run(folder, *SMALL_SET, "--json", cores="1"), run(folder, *SMALL_SET, "--json", cores="3")
    assert (alone.returncode, alone.stderr) == (2, "")
    assert together.stdout == alone.stdout
    assert (together.returncode, together.stderr) == (2, "")
    assert [file["file"] for file in json.loads(together.stdout)["files"]] == [f"./{number:03}.blueprint.yaml" for number in range(FILES)]


def test_standard_input_goes_between_them(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "footlights", "check", ".", "-", "nowhere.yaml", "--only", "contact-without-doer", "--json"],
        cwd=folder, input=GOOD, capture_output=True, text=True, check=False, timeout=100,
    )  # fmt: skip
    assert [file["file"] for file in json.loads(done.stdout)["files"]][-2:] == ["<stdin>", "nowhere.yaml"]


def tasks(folder: Path) -> list[Task]:
    return [Task(str(path), settled({}), "en", date(2026, 11, 1)) for path in sorted(folder.glob("*.yaml"))]


class Lost:
    """Hands that are lost after some files."""

    def __init__(self, after: int, trouble: Exception) -> None:
        self.after, self.trouble, self.left = after, trouble, False

    def map(self, work: object, wanted: list[Task], chunksize: int) -> Iterator[object]:
        for task in wanted[: self.after]:
            yield examined(task)
        raise self.trouble

    def shutdown(self, **_: object) -> None:
        self.left = True


@pytest.mark.parametrize("trouble", [BrokenProcessPool("one was killed"), OSError("no room for a process")])
@pytest.mark.parametrize("after", [0, 5])
def test_lost_hands_are_replaced_by_our_own(
    after: int, trouble: Exception, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    lost = Lost(after, trouble)
    monkeypatch.setattr(many, "_started", lambda _: lost)
    monkeypatch.setattr(many, "_cores", lambda: 2)
    assert list(many.examined_all(tasks(folder), Voice())) == [examined(task) for task in tasks(folder)]
    assert lost.left


def test_few_files_need_no_help(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_started", lambda _: pytest.fail("started"))
    assert len(list(many.examined_all(tasks(folder)[: many._MANY - 1], Voice()))) == many._MANY - 1
    monkeypatch.setattr(many, "_cores", lambda: 1)
    assert len(list(many.examined_all(tasks(folder), Voice()))) == FILES


def test_whoever_stops_asking_leaves_nobody_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lost = Lost(FILES, OSError())
    monkeypatch.setattr(many, "_started", lambda _: lost)
    monkeypatch.setattr(many, "_cores", lambda: 2)
    found = many.examined_all(tasks(folder), Voice())
    next(found)
    found.close()
    assert lost.left


@contextmanager
def slow(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A check that takes far too long, in a group of processes of its own, once its helpers work."""
    mark = folder / "started"
    heavy = "footlights: 1\ntitle: Long\nphases:\n" + "".join(f"- title: P{n}\n  steps: [A{n}, B{n}]\n" for n in range(6_000))
    for number in range(FILES):
        (folder / f"{number:03}.blueprint.yaml").write_text(heavy, "utf-8")
    code = (
        "import sys\nfrom footlights.cli import main\nfrom footlights.cli.checking import many\nmany._cores = lambda: 2\n"
        f"from pathlib import Path\nstart = many._started\n"
        f"many._started = lambda n: (start(n), Path({str(mark)!r}).touch())[0]\nsys.exit(main(['check', {str(folder)!r}]))"
    )
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        until = time.monotonic() + 60
        while not mark.exists() and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(1.0)
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no groups of processes here")
def test_control_c_ends_it_all_with_one_word(tmp_path: Path) -> None:
    with slow(tmp_path) as process:
        assert process.poll() is None
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=120)
        assert process.returncode == 130
        assert err.strip() in ("footlights: stopped", "footlights: gestopt", "footlights: detenido")
