"""Trouble the caller can mend: what was given, what was expected, what exists."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = ["FootlightsError", "near"]


class FootlightsError(Exception):
    """Something the caller asked for can't be done; the message is one sentence for people, `hint` says how to mend it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def near(wanted: str, there_is: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The names closest to `wanted` among those that exist, closest first; () when none is close."""
    names = [name for _, name in zip(range(2000), there_is, strict=False)]
    folded = {name.casefold(): name for name in names}
    return tuple(folded[hit] for hit in difflib.get_close_matches(wanted.casefold()[:80], folded, n=most, cutoff=0.6))
