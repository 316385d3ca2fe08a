"""A file put in place of an older one: all of it or nothing, and never over somebody else's changes."""

import os
from collections.abc import Callable
from pathlib import Path

from footlights.model import FootlightsError

from .yaml.text import read_text

__all__ = ["put", "save"]

#: Names for the new file while it is written; older ones may lie about after a power cut.
_TRIES = 100


def save(path: str | os.PathLike[str], text: str, expected_before: str | None) -> None:
    """Write a text to a file as UTF-8, so that at any moment the file holds either the old text or the new one.

    `expected_before` is the text that was read from it, None when there should be no file yet. The mode of the file
    stays, and a link stays a link. Raises FootlightsError when the file holds something else by now, or when it can't be
    written; the file is then as it was.
    """
    target = Path(os.path.realpath(path))
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise FootlightsError(f"{path} can't hold half a character ({text[error.start]!r})", "write that character anew") from None
    try:
        _replace(target, data, expected_before)
    except OSError as error:
        raise FootlightsError(f"{path} can't be written: {error.strerror or error}", "look at the folder's permissions and room") from error


def put(path: str | os.PathLike[str], data: bytes) -> None:
    """Put bytes in a file, all of them or none, whatever stood there before; raises OSError.

    The mode of a file that was there stays, and a link stays a link. A pipe or a device is written to as it is.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _exchange(target, data, lambda: None)
    except OSError as error:
        # not with the name of the unfinished file, which means nothing to anybody
        raise OSError(error.errno, error.strerror, os.fspath(path)) from error


def _replace(target: Path, data: bytes, expected_before: str | None) -> None:
    _unchanged(target, expected_before)
    _exchange(target, data, lambda: _unchanged(target, expected_before))


def _exchange(target: Path, data: bytes, before: Callable[[], None]) -> None:
    """Write a new file beside the target and give it its name; `before` may still object when all is ready."""
    descriptor, new = _new_file(target)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            if target.exists():
                new.chmod(target.stat().st_mode & 0o7777)
            file.flush()
            os.fsync(file.fileno())
        before()
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    _settle(target.parent)


def _unchanged(target: Path, expected_before: str | None) -> None:
    if expected_before is None:
        if target.exists():
            raise FootlightsError(f"{target} is there already", "read it first, or choose another name")
        return
    text, found = read_text(target)
    if text == expected_before:
        return
    if text is None and not target.exists():
        raise FootlightsError(f"{target} has gone since it was read", "save it under another name")
    if text is None and found:
        raise FootlightsError(f"{target} can't be read any more: {found[0].text()}", found[0].hint())
    raise FootlightsError(f"{target} has changed since it was read", "read it again and make your change anew")


def _new_file(target: Path) -> tuple[int, Path]:
    """A new empty file beside the target, open for writing, and its path."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    for number in range(_TRIES):
        new = target.with_name(f".{target.name[:80]}.{os.getpid()}-{number}.tmp")
        try:
            return os.open(new, flags, 0o666), new
        except FileExistsError:
            continue
    raise FootlightsError(f"{target.parent} is full of unfinished files", "delete those that end in .tmp")


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, where folders can be told to."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:
        pass  # some network folders refuse; the file itself is safe
    finally:
        os.close(descriptor)
