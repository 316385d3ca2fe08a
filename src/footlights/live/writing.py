"""Entries into a shared document: only those that differ, texts by the least that changes them."""

import re
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from pycrdt import Map, Text

from .shapes import Words

__all__ = ["fresh_map", "patch", "write", "write_text"]

_PIECES = re.compile(r"\w+|\s+|.", re.DOTALL)
#: Above this many pieces a text is compared at its two ends only.
_MOST = 3_000


def fresh_map(entries: Mapping[str, Any]) -> Map[Any]:
    """A new element with these entries."""
    return Map({name: Text(str(value)) if isinstance(value, Words) else value for name, value in entries.items()})


def write(there: Map[Any], now: Mapping[str, Any], wanted: Mapping[str, Any], begin: Callable[[str], None] | None = None) -> None:
    """Make entries say what is `wanted`, where they say `now`; entries of `now` that nobody wants any more go.

    `begin` puts an empty shared text under a name that is free, where others may begin the same one.
    """
    for name in now.keys() - wanted.keys():
        if name in there:
            del there[name]
    for name, value in wanted.items():
        if isinstance(value, Words):
            if name not in now or now[name] != value:
                if begin is not None and value and name not in there:
                    begin(name)
                _write_words(there, name, str(value))
        elif name not in now or not _same(now[name], value):
            there[name] = value


def _same(one: Any, other: Any) -> bool:
    return bool(one == other) and isinstance(one, bool) == isinstance(other, bool)


def _write_words(there: Map[Any], name: str, wanted: str) -> None:
    found = there.get(name)
    if isinstance(found, Text):
        write_text(found, wanted)
    else:
        there[name] = Text(wanted)


def write_text(text: Text, wanted: str) -> None:
    """Make a shared text say `wanted` by taking out and putting in as little as possible, so that others' letters stay."""
    now = str(text)
    if len(text) != len(now.encode()):
        # something that is no text stands in it: no place in it can be told
        text.clear()
        text.insert(0, wanted)
        return
    for start, end, new in reversed(patch(now, wanted)):
        at = len(now[:start].encode())
        if end > start:
            del text[at : at + len(now[start:end].encode())]
        if new:
            text.insert(at, new)


def patch(now: str, wanted: str) -> list[tuple[int, int, str]]:
    """What turns one text into another: (start, end, instead), in order and apart, by characters of `now`."""
    if now == wanted:
        return []
    first = _shared(now, wanted)
    last = _shared(now[first:][::-1], wanted[first:][::-1])
    old, new = now[first : len(now) - last], wanted[first : len(wanted) - last]
    before, after = _PIECES.findall(old), _PIECES.findall(new)
    if not old or not new or len(before) + len(after) > _MOST:
        return [(first, first + len(old), new)]
    at = [first]
    for piece in before:
        at.append(at[-1] + len(piece))
    found: list[tuple[int, int, str]] = []
    for kind, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            found.append(_trimmed("".join(before[start:end]), "".join(after[begin:stop]), at[start]))
    assert all(one[1] <= two[0] for one, two in pairwise(found))
    return found


def _trimmed(old: str, new: str, at: int) -> tuple[int, int, str]:
    first = _shared(old, new)
    last = _shared(old[first:][::-1], new[first:][::-1])
    return at + first, at + len(old) - last, new[first : len(new) - last]


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with that are the same."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
