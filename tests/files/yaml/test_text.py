"""Reading a file's characters: what is no text is said to be none, and nothing ever waits, raises or fills the memory."""

from __future__ import annotations

import io
import os
import socket
import sys
import time
from pathlib import Path

import pytest

from footlights.facts import Diagnostic
from footlights.files import load, read_text
from footlights.files.yaml import limits
from footlights.files.yaml.text import decoded


def only(found: tuple[Diagnostic, ...]) -> Diagnostic:
    assert len(found) == 1
    return found[0]


def test_a_text_comes_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("\ufefftitle: één\r\nb: 1\r".encode())
    assert read_text(path) == ("\ufefftitle: één\r\nb: 1\r", ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_needs_its_mark(encoding: str) -> None:
    data = "title: Größe\n".encode(encoding)
    text, found = decoded(data, "a.yaml")
    if encoding == "utf-16":
        assert (text, found) == ("title: Größe\n", ())
    else:
        assert text is None
        assert only(found).slug == "file-other-encoding"


def test_what_is_no_file_is_called_by_its_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    listener = socket.socket(socket.AF_UNIX)
    listener.bind("socket")
    slugs = {name: only(read_text(tmp_path / name)[1]).slug for name in ("pipe", "dangling", "loop", "socket", ".", "missing", "a\0b")}
    listener.close()
    assert slugs == {
        "pipe": "file-not-a-file",
        "dangling": "file-broken-link",
        "loop": "file-broken-link",
        "socket": "file-not-a-file",
        ".": "file-not-a-file",
        "missing": "file-missing",
        "a\0b": "file-missing",
    }
    assert only(read_text("/dev/null")[1]).slug == "file-not-a-file"
    assert only(read_text(tmp_path / ("x" * 300))[1]).slug == "file-unreadable"
    assert "pipe" in only(read_text(tmp_path / "pipe")[1]).text()


def test_a_file_without_the_right_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("title: x\n")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "no")

    monkeypatch.setattr(os, "open", refuse)  # root may read everything, so a mode would not do
    assert only(read_text(path)[1]).slug == "file-not-allowed"


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "blank.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    started = time.perf_counter()
    found = only(load(path).diagnostics)
    assert time.perf_counter() - started < 0.2
    assert found.slug == "file-too-large"
    assert str(path) in str(found.place)
    assert "50.0 MB" in found.text()


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(b"title: x\n")

    monkeypatch.setattr(sys, "stdin", Input())
    assert read_text("-") == ("title: x\n", ())
    Input.buffer = io.BytesIO(b"x" * (limits.BYTES + 1))
    assert only(read_text("-")[1]).slug == "file-too-large"
    Input.buffer = io.BytesIO(b"\xff")
    assert str(only(load("-").diagnostics).place) == "<stdin>:1:1"
    monkeypatch.setattr(sys, "stdin", None)
    assert only(read_text("-")[1]).slug == "file-unreadable"


@pytest.mark.parametrize(
    ("data", "slug", "line"),
    [
        (b"", "file-empty", 1),
        (b" \n\t\n", "file-empty", 1),
        (b"\x89PNG\r\n\x1a\n", "file-other-format", 1),
        (b"%PDF-1.7\n", "file-other-format", 1),
        (b"PK\x03\x04rest", "file-other-format", 1),
        (b"<!DOCTYPE html><html>", "file-other-format", 1),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", "file-other-format", 1),
        ("a: b".encode("utf-32"), "file-other-encoding", 1),
        (b"\xff\xfea\x00\n\x00b", "file-other-encoding", 2),
        (b"a: 1\nb: caf\xe9\n", "not-utf8", 2),
        (b"a: 1\r\nb: 2\rc: \xc0\x80\n", "not-utf8", 3),
        (b"a: 1\nb: \xe2\x82", "not-utf8", 2),
    ],
)
def test_what_is_no_utf8_text(data: bytes, slug: str, line: int) -> None:
    text, found = decoded(data, "a.yaml")
    assert text is None
    assert (only(found).slug, only(found).place.line) == (slug, line)


def test_the_wrong_byte_is_named_with_what_it_was_meant_to_be() -> None:
    found = only(decoded(b"a: 1\nb: caf\xe9\n", "a.yaml")[1])
    assert (found.place.line, found.place.column) == (2, 7)
    assert '"é"' in found.text()
    assert "E9" in found.text()
