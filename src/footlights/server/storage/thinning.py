"""Which versions are not needed any more: those kept by themselves stand closer together the younger they are."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from .rows import VersionRow

__all__ = ["MOST", "superfluous"]

#: All of the last day stay, then one an hour for a week, one a day for a quarter, and one a week for ever.
_DAY, _WEEK, _QUARTER = timedelta(days=1), timedelta(days=7), timedelta(days=91)
#: What was kept before something destructive stays at least so long.
_SAFETY = timedelta(days=30)
#: So many go at a time, the oldest first: a clock that has jumped takes little along before somebody sets it right.
MOST = 10


def superfluous(versions: Iterable[VersionRow], now: datetime, most: int = MOST) -> list[int]:
    """The numbers of the versions that may go. The first and the newest stay, and every one that has a name.

    Of more than `most`, the oldest.
    """
    ordered = sorted(versions, key=lambda one: one.number)
    kept: set[str] = set()
    found: list[int] = []
    for at in range(len(ordered) - 1, -1, -1):  # of each span of time the last stays
        version = ordered[at]
        span = _span(version, now)
        if span is None:
            continue
        if span in kept and 0 < at < len(ordered) - 1:
            found.append(version.number)
        kept.add(span)
    return found[::-1][:most]


def _span(version: VersionRow, now: datetime) -> str | None:
    """The span of time for which one version is enough; None for a version that stays."""
    made = datetime.fromisoformat(version.made_at)
    age = now - made
    if version.kind == "named" or version.name or age <= _DAY or (version.kind == "safety" and age <= _SAFETY):
        return None
    if age <= _WEEK:
        return f"{made:%Y-%m-%d %H}"
    if age <= _QUARTER:
        return f"{made:%Y-%m-%d}"
    year, week, _ = made.isocalendar()
    return f"{year} {week}"
