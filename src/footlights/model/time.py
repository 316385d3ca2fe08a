"""The time of a step or card."""

from typing import Annotated, NamedTuple

from .fields import own
from .kinds import BASES
from .quantity import Duration


class Time(NamedTuple):
    """Work and wait as they are, standard and tolerance as they should be (Shostack 1984). Unknown is None, never zero."""

    work: Annotated[Duration | None, own("duration", "How long the work takes")] = None
    wait: Annotated[Duration | None, own("duration", "How long it lies waiting before or during the work")] = None
    standard: Annotated[Duration | None, own("duration", "The standard execution time: what it should take")] = None
    tolerance: Annotated[Duration | None, own("duration", "The longest time that is still acceptable")] = None
    basis: Annotated[str | None, own("choice", "What the figures rest on", choices=BASES)] = None
    source: Annotated[tuple[str, ...], own("refs", "Where the figures come from", to=("sources",))] = ()

    @property
    def seconds(self) -> float | None:
        """Work plus wait in seconds; the standard where neither is known; None where nothing is."""
        known = [part.seconds for part in (self.work, self.wait) if part is not None]
        if known:
            return sum(known)
        return self.standard.seconds if self.standard is not None else None
