"""A YAML text read into a blueprint: every fault found in one pass, and whatever can be read is read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

from footlights.facts import Diagnostic
from footlights.model import Blueprint, fields_of
from footlights.pause import collection_paused

from .nodes import Map, Seq, parse
from .notes import Notes
from .places import Span
from .plain import pairs_of
from .reader_drafts import is_empty
from .reader_elements import FORMAT, Reading
from .reader_survey import LISTED, NAMED
from .saying import listed
from .text import read_text

__all__ = ["FORMAT", "Loaded", "load", "read"]


class Loaded(NamedTuple):
    """What could be read of a file.

    `blueprint` is None when the text is no YAML or no blueprint. `spans` say where every element stands (`steps/calls`)
    and every field (`cards/answer#by`, from its key to the end of its value; by the words of the file). `explicit` holds
    the addresses of elements whose id stands in the file.
    """

    blueprint: Blueprint | None
    diagnostics: tuple[Diagnostic, ...]
    spans: Mapping[str, Span]
    explicit: frozenset[str] = frozenset()

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that are errors, without the warnings."""
        return tuple(one for one in self.diagnostics if one.severity == "error")


def load(path: str | os.PathLike[str]) -> Loaded:
    """The blueprint in a file (`-` is standard input) and everything that is wrong with it; never raises."""
    text, found = read_text(path)
    name = os.fspath(path)
    if text is None:
        return Loaded(None, found, {})
    return read(text, "<stdin>" if name == "-" else name)


def read(text: str, file: str = "<text>") -> Loaded:
    """The blueprint a text spells and everything that is wrong with it, in the order of the text; never raises.

    An element with a bad field is read without that field. The result is arranged: it does not depend on the order of
    keys within a mapping.
    """
    with collection_paused():
        return _read(text, file)


def _read(text: str, file: str) -> Loaded:
    root, found = parse(text, file)
    notes = Notes(text, file)
    notes.found += found
    if root is None:
        return Loaded(None, notes.sorted(), {})
    if not isinstance(root, Map):
        what = "list" if isinstance(root, Seq) else "text"
        if is_empty(root):
            notes.say("file-empty", root.span)
        else:
            notes.say("not-a-mapping", root.span, {"found": what})
        return Loaded(None, notes.sorted(), {})
    if not _known(root):
        keys = listed((entry.key.value for entry in pairs_of(root)), 5)
        notes.say("not-a-blueprint", root.span, {"keys": keys})
        return Loaded(None, notes.sorted(), {})
    reading = Reading(root, notes)
    blueprint = reading.blueprint()
    return Loaded(blueprint, notes.sorted(), reading.spans, frozenset(reading.explicit))


def _known(root: Map) -> bool:
    words = {"footlights", *NAMED, "phases", "links", *LISTED, *(field.key for field in fields_of(Blueprint))}
    return any(entry.key.value in words for entry in pairs_of(root))
