"""Which files a command is about, and what can be read of them."""

import glob
import os
from collections.abc import Iterable
from typing import NamedTuple

from footlights.facts import Diagnostic
from footlights.files import Loaded, read, read_text
from footlights.model import Blueprint, FootlightsError

from .voice import Voice

__all__ = ["Opened", "blueprint_files", "opened"]

_ENDINGS = (".blueprint.yaml", ".blueprint.yml")


class Opened(NamedTuple):
    """A file that was asked for: its name for people, its text and what could be read of it."""

    name: str
    text: str | None
    loaded: Loaded

    @property
    def blueprint(self) -> Blueprint | None:
        """The blueprint, None when the file has faults: what comes of half a blueprint would be a guess."""
        return None if self.loaded.errors else self.loaded.blueprint

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Its faults and doubts."""
        return self.loaded.diagnostics

    @property
    def texts(self) -> dict[str, str]:
        """Its text under its name; {} when it has none."""
        return {} if self.text is None else {self.name: self.text}


def opened(path: str) -> Opened:
    """What can be read at a path (`-` is standard input); never raises."""
    name = "<stdin>" if path == "-" else path
    text, found = read_text(path)
    return Opened(name, text, Loaded(None, found, {}) if text is None else read(text, name))


def blueprint_files(paths: Iterable[str], voice: Voice) -> list[str]:
    """The files that paths stand for, each once: a folder stands for the blueprints in it and below it, by name.

    Hidden folders are passed by. Raises FootlightsError for a folder without any, and when `-` is given twice.
    """
    found: dict[str, None] = {}
    for path in paths:
        if path == "-" and path in found:
            raise FootlightsError(voice.phrase("trouble.twice-stdin"))
        for one in _matching(path):
            inside = _inside(one) if os.path.isdir(one) else [one]  # noqa: PTH112 - a Path can't hold every name
            if not inside:
                raise FootlightsError(voice.phrase("trouble.no-files", path=one))
            found |= dict.fromkeys(inside)
    return list(found)


def _matching(path: str) -> list[str]:
    """The paths that a pattern stands for, as not every shell works that out; a path that exists is no pattern."""
    if os.path.lexists(path) or not glob.has_magic(path):
        return [path]
    return sorted(glob.glob(path, recursive=True)) or [path]  # noqa: PTH207 - as above


def _inside(folder: str) -> list[str]:
    found = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
        found += [os.path.join(here, name) for name in sorted(names) if name.endswith(_ENDINGS)]  # noqa: PTH118 - as above
    return found
