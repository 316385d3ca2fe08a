"""A file's text: read within bounds and decoded; whatever is wrong with the file is said, never raised."""

import errno
import os
import stat
import sys
from pathlib import Path

from footlights.facts import Diagnostic, Place

from . import limits
from .saying import fault

__all__ = ["decoded", "read_text"]

_KINDS = (
    (stat.S_ISDIR, "directory"), (stat.S_ISFIFO, "pipe"), (stat.S_ISSOCK, "socket"), (stat.S_ISCHR, "device"), (stat.S_ISBLK, "device"),
)  # fmt: skip

#: How files that are not text begin, and what they are.
_BEGINNINGS = (
    (b"\x89PNG\r\n", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"%PDF-", "PDF"), (b"PK\x03\x04", "ZIP, XLSX, DOCX"),
    (b"PK\x05\x06", "ZIP"), (b"\x1f\x8b", "GZIP"), (b"BZh", "BZIP2"), (b"\xfd7zXZ", "XZ"), (b"7z\xbc\xaf", "7-Zip"), (b"Rar!", "RAR"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"), (b"SQLite format 3\x00", "SQLite"), (b"\xd0\xcf\x11\xe0", "XLS, DOC"), (b"\x7fELF", "ELF"),
    (b"MZ\x90", "EXE"), (b"wOFF", "WOFF"), (b"wOF2", "WOFF2"), (b"RIFF", "RIFF"), (b"II*\x00", "TIFF"), (b"MM\x00*", "TIFF"),
)  # fmt: skip
_MARKUP = ((b"<!doctype html", "HTML"), (b"<html", "HTML"), (b"<?xml", "XML"), (b"<svg", "SVG"), (b"<mxfile", "draw.io"))


def read_text(path: str | os.PathLike[str]) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a file (`-` is standard input) and what is wrong with it; None when there is no text to be had.

    A byte order mark in front of UTF-8 stays in the text, so that a file can be written back as it was. Line ends stay
    as they are. Never reads more than `limits.BYTES`, never waits for a pipe, never raises.
    """
    name = os.fspath(path)
    if name == "-":
        return _from_input()
    place = Place(name)
    try:
        kind = _kind(os.stat(name).st_mode)  # noqa: PTH116 - a Path can't hold every name
        if kind:
            return None, (fault("file-not-a-file", place, {"found": kind}),)
        return _from_file(name)
    except (OSError, ValueError) as error:
        return None, (_trouble(name, error, place),)


def _kind(mode: int) -> str:
    """What it is when it is not a file: a word for messages; "" for a file."""
    if stat.S_ISREG(mode):
        return ""
    return next((word for test, word in _KINDS if test(mode)), "device")


def _from_file(name: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    # not to wait if the file became a pipe since it was looked at
    descriptor = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
    with os.fdopen(descriptor, "rb") as file:
        found = os.fstat(descriptor)
        kind = _kind(found.st_mode)
        if kind:
            return None, (fault("file-not-a-file", Place(name), {"found": kind}),)
        if found.st_size > limits.BYTES:
            return None, (_too_large(name, found.st_size),)
        return decoded(file.read(limits.BYTES + 1), name)


def _from_input() -> tuple[str | None, tuple[Diagnostic, ...]]:
    name = "<stdin>"
    try:
        return decoded(sys.stdin.buffer.read(limits.BYTES + 1), name)
    except (OSError, ValueError, AttributeError) as error:
        return None, (fault("file-unreadable", Place(name), {"reason": error}),)


def _too_large(name: str, size: int) -> Diagnostic:
    return fault("file-too-large", Place(name), {"size": f"{size / 1e6:.1f}", "limit": limits.BYTES // 1_000_000})


def _trouble(name: str, error: OSError | ValueError, place: Place) -> Diagnostic:
    number = getattr(error, "errno", None)
    if number == errno.ELOOP or (isinstance(error, FileNotFoundError) and Path(name).is_symlink()):
        return fault("file-broken-link", place)
    if isinstance(error, (FileNotFoundError, NotADirectoryError)) or number is None:
        return fault("file-missing", place)
    if isinstance(error, PermissionError):
        return fault("file-not-allowed", place)
    return fault("file-unreadable", place, {"reason": error.strerror if isinstance(error, OSError) else error})


def decoded(data: bytes, file: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text that bytes spell and what is wrong with them: UTF-8 with or without a byte order mark, or UTF-16 with one."""
    start = Place(file, 1, 1)
    if len(data) > limits.BYTES:
        return None, (_too_large(file, len(data)),)
    if not data.strip():
        return None, (fault("file-empty", start),)
    what = _other_format(data)
    if what:
        return None, (fault("file-other-format", start, {"format": what}),)
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return None, (fault("file-other-encoding", start, {"encoding": "UTF-32"}),)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _utf16(data, file)
    head = data[:1000]
    if len(head) >= 8 and min(head[0::2].count(0), head[1::2].count(0)) == 0 and head.count(0) > len(head) // 3:
        return None, (fault("file-other-encoding", start, {"encoding": "UTF-16"}),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return None, (_not_utf8(data, error.start, file),)


def _utf16(data: bytes, file: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    try:
        return data.decode("utf-16"), ()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-16", "ignore")
        return None, (fault("file-other-encoding", Place(file, _line_of(before), 1), {"encoding": "UTF-16"}),)


def _not_utf8(data: bytes, at: int, file: str) -> Diagnostic:
    before = data[:at].decode("utf-8", "ignore").removeprefix("\ufeff")
    column = len(before) - max(before.rfind("\n"), before.rfind("\r"))
    guess = data[at : at + 1].decode("cp1252", "replace")
    return fault("not-utf8", Place(file, _line_of(before), column), {"byte": f"{data[at]:02X}", "guess": guess})


def _line_of(before: str) -> int:
    return 1 + before.count("\n") + before.count("\r") - before.count("\r\n")


def _other_format(data: bytes) -> str:
    for beginning, name in _BEGINNINGS:
        if data.startswith(beginning):
            return name
    head = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((name for beginning, name in _MARKUP if head.startswith(beginning)), "")
