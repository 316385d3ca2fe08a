"""A file put in place of an older one: all of it or nothing, and never over somebody else's changes."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from footlights.files import read_text, save
from footlights.model import FootlightsError


def test_the_new_text_is_there_and_nothing_is_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.blueprint.yaml"
    save(path, "title: Één\n", None)
    assert path.read_bytes() == "title: Één\n".encode()
    save(str(path), "title: Zwei\r\n", "title: Één\n")
    assert path.read_bytes() == b"title: Zwei\r\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_byte_order_mark_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    text, _ = read_text(path)
    assert text is not None
    save(path, text.replace("1", "2"), text)
    assert path.read_bytes() == b"\xef\xbb\xbfa: 2\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_the_mode_stays_and_a_new_file_has_the_usual_one(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    save(path, "a: 1\n", None)
    (tmp_path / "usual").touch()
    assert path.stat().st_mode == (tmp_path / "usual").stat().st_mode
    path.chmod(0o640)
    save(path, "a: 2\n", "a: 1\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "a.yaml", tmp_path / "link.yaml"
    target.write_text("a: 1\n")
    link.symlink_to(target)
    save(link, "a: 2\n", "a: 1\n")
    assert link.is_symlink()
    assert target.read_text() == "a: 2\n"


def test_what_somebody_else_wrote_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: theirs\n")
    with pytest.raises(FootlightsError, match="has changed since it was read") as caught:
        save(path, "a: mine\n", "a: before\n")
    assert "read it again" in caught.value.hint
    assert path.read_text() == "a: theirs\n"
    with pytest.raises(FootlightsError, match="is there already"):
        save(path, "a: mine\n", None)
    path.unlink()
    with pytest.raises(FootlightsError, match="has gone since it was read"):
        save(path, "a: mine\n", "a: before\n")
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FootlightsError, match="can't be read any more"):
        save(path, "a: mine\n", "a: before\n")
    assert sorted(tmp_path.iterdir()) == [path]


def test_what_changes_while_it_is_written_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\n")
    real = os.fsync

    def slow(descriptor: int) -> None:
        path.write_text("a: theirs\n")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(FootlightsError, match="has changed"):
        save(path, "a: 2\n", "a: 1\n")
    assert path.read_text() == "a: theirs\n"
    assert list(tmp_path.iterdir()) == [path]


def test_trouble_is_told_and_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FootlightsError, match="can't be written"):
        save(tmp_path / "no" / "such" / "folder.yaml", "a: 1\n", None)
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\n")
    with pytest.raises(FootlightsError, match="half a character"):
        save(path, "a: \ud83d\n", "a: 1\n")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FootlightsError, match="No space left on device"):
        save(path, "a: 2\n", "a: 1\n")
    assert path.read_text() == "a: 1\n"
    assert list(tmp_path.iterdir()) == [path]


def test_unfinished_files_of_others_are_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    (tmp_path / f".a.yaml.{os.getpid()}-0.tmp").write_text("half")
    save(path, "a: 1\n", None)
    assert path.read_text() == "a: 1\n"


WRITER = """
import sys
from footlights.files import save
path, old, new = sys.argv[1], "a: " + "1" * 400_000 + "\\n", "b: " + "2" * 400_000 + "\\n"
print("ready", flush=True)
while True:
    save(path, new, old)
    old, new = new, old
"""


def test_a_kill_leaves_the_old_text_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    texts = {"a: " + "1" * 400_000 + "\n", "b: " + "2" * 400_000 + "\n"}
    for number in range(6):
        path.write_text(min(texts))
        running = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
        assert running.stdout is not None
        running.stdout.readline()
        time.sleep(0.02 + number * 0.007)
        running.kill()
        running.wait()
        running.stdout.close()
        assert path.read_text() in texts
