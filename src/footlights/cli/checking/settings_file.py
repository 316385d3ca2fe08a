"""What a team settled in its `footlights.toml`, and what this call of the command line wishes over it."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from footlights.cli.voice import Voice
from footlights.model import FootlightsError, near

if TYPE_CHECKING:
    from footlights.checks import Check, Settings

__all__ = ["NAME", "Wish", "check_called", "settings_for"]

#: The name of the file. It counts for the blueprints in its folder and below, up to the next one.
NAME = "footlights.toml"
#: Bytes of such a file that are read at all: many times what every check with all its options would need.
_LIMIT = 100_000
#: What marks the top of a project: nothing above it is looked at.
_ROOTS = (".git", ".hg", ".jj", ".svn")
_TABLES = ("checks",)


class Wish(NamedTuple):
    """What was wished on the command line; it wins over the file. `only` asks for these checks alone, all they find."""

    profile: str | None = None
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()


def settings_for(paths: Sequence[str], wish: Wish, voice: Voice) -> "list[Settings]":
    """The settings for the file at each path (`-` stands in the working folder). Raises FootlightsError, naming file and line."""
    of_folder: dict[str, Settings] = {}
    of_file: dict[str | None, Settings] = {}
    found = []
    for path in paths:
        here = "" if path == "-" else os.path.dirname(path)  # noqa: PTH120 - a Path can't hold every name
        folder = os.path.abspath(here or ".")  # noqa: PTH100 - as above
        if folder not in of_folder:
            file = _nearest(folder)
            if file not in of_file:
                of_file[file] = _wished(file, wish, voice)
            of_folder[folder] = of_file[file]
        found.append(of_folder[folder])
    return found


def _wished(file: str | None, wish: Wish, voice: Voice) -> "Settings":
    from footlights.checks import Settings, catalogue

    settings = _settled(file, voice) if file is not None else Settings()
    off, profile = settings.off, settings.profile
    if wish.only:
        kept = {check_called(name, voice).slug for name in wish.only}
        off, profile = frozenset(check.slug for check in catalogue()) - kept, "strict"
    off |= {check_called(name, voice).slug for name in wish.skip}
    return settings._replace(off=off, profile=wish.profile or profile)


def check_called(name: str, voice: Voice) -> "Check":
    """The check with this code or slug; raises FootlightsError with those that are near."""
    from footlights.checks import catalogue, check_named

    try:
        return check_named(name)
    except FootlightsError:
        names = [name for check in catalogue() for name in (check.slug, check.code)]
        close = near(name.strip(), names)
        said = voice.phrase("trouble.no-check", name=repr(name))
        told = voice.phrase("trouble.near", names=voice.phrase("trouble.or").join(close))
        raise FootlightsError(f"{said}; {told}" if close else said, voice.phrase("trouble.no-check.hint")) from None


def _nearest(folder: str) -> str | None:
    home = os.path.expanduser("~")  # noqa: PTH111
    for here in _upward(folder):
        file = os.path.join(here, NAME)  # noqa: PTH118
        if os.path.lexists(file):
            return file
        if here == home or any(os.path.lexists(os.path.join(here, root)) for root in _ROOTS):  # noqa: PTH118
            return None
    return None


def _upward(folder: str) -> Iterator[str]:
    while True:
        yield folder
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder:
            return
        folder = above


def _settled(file: str, voice: Voice) -> "Settings":
    from footlights.checks import settled

    said = _for_people(file)
    table = _table(file, said, voice)
    strange = sorted(set(table) - set(_TABLES))
    if strange:
        raise FootlightsError(voice.phrase("trouble.settings-table", file=said, name=repr(strange[0])), "[checks]")
    checks = table.get("checks", {})
    if not isinstance(checks, dict):
        raise FootlightsError(voice.phrase("trouble.settings-table", file=said, name="'checks'"), "[checks]")
    try:
        return settled(checks)
    except FootlightsError as trouble:
        raise FootlightsError(f"{said}: {trouble}", trouble.hint) from trouble


def _table(file: str, said: str, voice: Voice) -> dict[str, Any]:
    import tomllib

    if not stat.S_ISREG(Path(file).stat().st_mode):
        raise FootlightsError(voice.phrase("trouble.settings-file", file=said))
    with Path(file).open("rb") as opened:
        data = opened.read(_LIMIT + 1)
    if len(data) > _LIMIT:
        raise FootlightsError(voice.phrase("trouble.settings-long", file=said, most=f"{_LIMIT // 1000} kB"))
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except RecursionError:
        raise FootlightsError(voice.phrase("trouble.settings-deep", file=said)) from None
    except UnicodeDecodeError as trouble:
        line = data[: trouble.start].count(b"\n") + 1
        raise FootlightsError(voice.phrase("trouble.settings-utf8", place=f"{said}:{line}")) from None
    except ValueError as trouble:
        place, reason = _placed(said, str(trouble), data)
        raise FootlightsError(voice.phrase("trouble.settings-toml", place=place, reason=reason)) from None


def _placed(said: str, message: str, data: bytes) -> tuple[str, str]:
    """The place and the bare reason of a TOML error, whose message ends in `(at line 3, column 5)`."""
    found = re.search(r" \(at line (\d+), column (\d+)\)$", message)
    if found is not None:
        return f"{said}:{found[1]}:{found[2]}", message[: found.start()]
    last = " (at end of document)"
    if message.endswith(last):
        lines = data.count(b"\n") + 1
        return f"{said}:{lines}", message.removesuffix(last)
    return said, message


def _for_people(file: str) -> str:
    """The path as people would write it: from the working folder where it is not far."""
    near_by = os.path.relpath(file)
    return file if near_by.startswith(os.path.join("..", "..", "..")) else near_by  # noqa: PTH118
