"""Bytes put in a file: all of them or none."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from footlights.files import put


def test_a_new_file_and_an_old_one(tmp_path: Path) -> None:
    put(tmp_path / "a", b"one")
    put(str(tmp_path / "a"), b"two")
    assert (tmp_path / "a").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other rights")
def test_rights_and_links_stay(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    (tmp_path / "a").chmod(0o640)
    (tmp_path / "link").symlink_to("a")
    put(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def test_trouble_names_the_file_that_was_meant(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as raised:
        put(tmp_path / "no" / "where.svg", b"")
    assert raised.value.filename == str(tmp_path / "no" / "where.svg")
    with pytest.raises(OSError, match=r"folder"):
        (tmp_path / "folder").mkdir()
        put(tmp_path / "folder", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_what_stood_there_stays_when_it_cannot_be_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("footlights.files.saving.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        put(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a device that is always full, which only Linux has")
def test_a_device_is_written_to(tmp_path: Path) -> None:
    (tmp_path / "full").symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left"):
        put(tmp_path / "full", b"x")
    put("/dev/null", b"x")
