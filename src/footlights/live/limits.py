"""How much one room lets one client do, and how long it waits."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from footlights.model import FootlightsError

__all__ = ["Bucket", "Limits"]


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes, times in seconds. Each can be set when the server starts: see `Limits.parse`."""

    frame: int = 1 << 20
    pieces: int = 100_000  # items in one update: a whole board of 2,000 cards has some 40,000
    updates_per_s: float = 200.0
    bytes_per_s: float = 1_000_000.0
    burst: float = 4.0  # so many seconds' worth at once
    awareness: int = 64 << 10
    state: int = 20 << 20
    connections: int = 100
    queue: int = 8 << 20  # waiting to be sent to one slow client
    free: int = 200 << 20  # what is left of the disk for others, and for a snapshot and a backup that make room again
    held: int = 8 << 20  # waiting to be saved while the disk is full or the database away
    compact_every: int = 500
    tick: float = 0.016  # between two frames of presence
    tick_of_many: float = 0.033
    many: int = 10
    retry: float = 0.5  # until the next try to save
    patience: float = 15.0  # a server-side change waits so long for its commit

    @classmethod
    def chosen(cls) -> Limits:
        """Those of the environment, in FOOTLIGHTS_LIMITS. Raises FootlightsError."""
        return cls.parse(os.environ.get("FOOTLIGHTS_LIMITS", ""))

    @classmethod
    def parse(cls, text: str) -> Limits:
        """Limits as text, `connections=250 updates_per_s=5000`; what isn't named stays as it is. Raises FootlightsError."""
        kinds = {field.name: float if field.type == "float" else int for field in fields(cls)}
        changed: dict[str, float] = {}
        for word in text.replace(",", " ").split():
            name, _, value = word.partition("=")
            try:
                changed[name] = kinds[name](value)
            except (KeyError, ValueError):
                known = ", ".join(kinds)
                raise FootlightsError(f"{word!r} is no limit", f"NAME=NUMBER, with one of {known}") from None
        return replace(cls(), **changed)  # type: ignore[arg-type]  # each as its field wants it


class Bucket:
    """A bucket of tokens that fills at a steady pace and holds at most `most`."""

    def __init__(self, per_s: float, most: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_s = per_s
        self._most = self._held = most
        self._clock = clock
        self._since = clock()

    def take(self, cost: float) -> bool:
        """Take so many tokens; False, and none taken, when there aren't as many."""
        now = self._clock()
        held = min(self._most, self._held + (now - self._since) * self._per_s)
        self._since = now
        if cost > held:
            self._held = held
            return False
        self._held = held - cost
        return True
