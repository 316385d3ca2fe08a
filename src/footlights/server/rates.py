"""How often somebody may knock: a bucket of tokens for each, filled at a steady pace."""

import time
from collections.abc import Callable

__all__ = ["Buckets"]

_MANY = 10_000


class Buckets:
    """One bucket for each name: it holds `most` and gains `per_s` every second."""

    def __init__(self, per_s: float, most: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_s = per_s
        self._most = most
        self._clock = clock
        self._held: dict[str, tuple[float, float]] = {}

    def take(self, name: str, cost: float = 1.0) -> float:
        """Take something out: 0.0 when it was there, else the seconds until it will be, and nothing is taken."""
        now = self._clock()
        held, since = self._held.get(name, (self._most, now))
        held = min(self._most, held + (now - since) * self._per_s)
        if held >= cost:
            self._held[name] = (held - cost, now)
            self._tidy(now)
            return 0.0
        self._held[name] = (held, now)
        return (cost - held) / self._per_s

    def _tidy(self, now: float) -> None:
        """Forget those whose bucket is full again, before the names fill the memory."""
        if len(self._held) > _MANY:
            self._held = {
                name: (held, since) for name, (held, since) in self._held.items() if held + (now - since) * self._per_s < self._most
            }
