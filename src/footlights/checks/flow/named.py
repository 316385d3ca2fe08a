"""Moments in a sentence: the first few by name, and how many more there are."""

from footlights.checks.case import Case
from footlights.facts import Spoken
from footlights.model import Step

__all__ = ["named"]

#: More moments than this are not named one by one.
_MOST = 3


def named(case: Case, steps: list[Step]) -> tuple[object, ...]:
    """The names of steps as one fact for a message; where there are more than a sentence can bear, the rest are counted."""
    names = tuple(case.name(step) for step in steps)
    more = len(steps) - _MOST
    # one more takes no more room by its name
    return names if more <= 1 else (*names[:_MOST], Spoken(f"{more} more", f"nog {more}", f"{more} más"))
