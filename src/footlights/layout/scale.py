"""How wide columns are that are as wide as the time they take, and where the ticks of that scale stand.

Lengths are in widths of a card, so that a scale holds for every level of zoom.
"""

from collections.abc import Iterable, Sequence
from math import fsum, log10
from typing import NamedTuple

from footlights.facts import PathTime, StationTime

from .plan import Column, Plan

__all__ = ["MOST", "UNKNOWN", "Scale", "Span", "decades", "reckoned", "scale_of", "spans_of", "steps_between", "stretched"]

#: The widest column, in widths of a card.
MOST = 5.0
#: How wide all columns with a time are at most, each counted as so many cards.
_ON_AVERAGE = 2.0
#: What is unknown takes a fixed width, in px, on an axis that breaks there.
UNKNOWN = 14.0
_MINUTE, _HOUR, _DAY, _YEAR = 60.0, 3600.0, 86400.0, 365 * 86400.0
#: Where the columns of a logarithmic scale may start, in seconds, before tenths of a second, hundredths and so on.
_STARTS = (_DAY, _HOUR, _MINUTE, 1.0)
#: The shortest column reaches at least this many times as far as where it starts.
_BEYOND = 4.0
#: What stands between the ticks of an axis, in seconds.
_STEPS = (
    *(round(figure * 10.0**power, 6) for power in range(-3, 0) for figure in (1, 2, 5)), 1.0, 2.0, 5.0, 10.0, 15.0, 30.0,
    *(_MINUTE * count for count in (1, 2, 5, 10, 15, 30)), *(_HOUR * count for count in (1, 2, 3, 6, 12)),
    *(_DAY * count for count in (1, 2, 5, 10, 20, 50, 100)), *(_YEAR * count * 10.0**power for power in range(7) for count in (1, 2, 5)),
)  # fmt: skip
#: The ticks of a logarithmic axis that are named: tenfolds of the units people count in.
_DECADES = (
    *(10.0**power for power in range(-9, 2)), *(_MINUTE * count for count in (1, 10)), *(_HOUR * count for count in (1, 10)),
    *(_DAY * count for count in (1, 10, 100)), *(_YEAR * 10.0**power for power in range(10)),
)  # fmt: skip
_UNITS = (1.0, _MINUTE, _HOUR, _DAY, _YEAR)


class Span(NamedTuple):
    """The time of one column, in seconds: of its step, or of the steps that are folded in it together.

    `seconds` is work plus wait where either is known, else the standard; None where nothing is known. `standard_only` says
    that the standard stands in for it somewhere. `unknown` is how many of its steps have no time.
    """

    station: StationTime
    seconds: float | None
    standard_only: bool = False
    unknown: int = 0


class Scale(NamedTuple):
    """How time becomes width. Linear where `start` is None: `per` is widths of a card per second.

    Logarithmic: every column starts at `start` seconds, and `per` is widths of a card for every tenfold.
    """

    per: float
    start: float | None = None

    def reach(self, seconds: float) -> float:
        """How far a time reaches, in widths of a card; 0 on a logarithmic scale for what is shorter than its start."""
        if self.start is None:
            return seconds * self.per
        return max(0.0, log10(seconds / self.start) * self.per) if seconds > 0 else 0.0


def spans_of(columns: Sequence[Column], times: PathTime) -> tuple[Span | None, ...]:
    """The time of every column; None for columns without steps."""
    by_step = {station.step: station for station in times.stations}
    found: list[Span | None] = []
    for column in columns:
        steps = column.steps if column.folded else (column.step,) if column.step is not None and column.number else ()
        stations = [by_step.get(step.id, StationTime(step.id)) for step in steps]
        found.append(_together(stations) if stations else None)
    return tuple(found)


def _together(stations: Sequence[StationTime]) -> Span:
    taken = [_seconds(station) for station in stations]
    alone = any(station.work_s is station.wait_s is None and station.standard_s is not None for station in stations)
    if len(stations) == 1:
        return Span(stations[0], taken[0], alone, int(taken[0] is None))
    standard = [station.standard_s for station in stations if station.work_s is station.wait_s is None]
    figures = ([station.work_s for station in stations], [station.wait_s for station in stations], standard)
    work, wait, stood_in = (_sum(part) for part in figures)
    return Span(StationTime("", work, wait, stood_in), _sum(taken), alone, sum(seconds is None for seconds in taken))


def _sum(figures: Iterable[float | None]) -> float | None:
    known = [figure for figure in figures if figure is not None]
    return fsum(known) if known else None  # `sum` adds otherwise from Python 3.12 on, and pictures would differ by a hair


def _seconds(station: StationTime) -> float | None:
    taken = _sum((station.work_s, station.wait_s))
    return station.standard_s if taken is None else taken


def scale_of(spans: Sequence[Span | None], *, logarithmic: bool = False) -> Scale | None:
    """The scale on which these columns can be drawn; None where none of them takes a known time.

    Linear: the shortest time is a card wide, unless the longest would then be wider than MOST cards, or all together wider than
    two cards each. Logarithmic: it starts at the largest of a day, an hour, a minute, a second, a tenth of one and so on that
    is at most a quarter of the shortest time, which is a card wide, and keeps the longest within MOST cards.
    """
    known = [span.seconds for span in spans if span is not None and span.seconds]
    if not known:
        return None
    least, most = min(known), max(known)
    if not logarithmic:
        return Scale(min(1 / least, MOST / most, _ON_AVERAGE * len(known) / fsum(known)))
    number, start = 0, _STARTS[0]
    while start > least / _BEYOND or log10(most / start) > MOST * log10(least / start):
        number += 1
        start = _STARTS[number] if number < len(_STARTS) else start / 10
    return Scale(1 / log10(least / start), start)


def reckoned(plan: Plan, times: PathTime) -> tuple[tuple[Span | None, ...], Scale | None]:
    """The time of every column of a plan, and the scale that its view asks for."""
    spans = spans_of(plan.columns, times)
    return spans, scale_of(spans, logarithmic=plan.looked.logarithmic)


def stretched(columns: Sequence[Column], times: PathTime, card: float, *, logarithmic: bool = False) -> tuple[Column, ...]:
    """The columns as wide as the time they take, but no narrower than they are; `card` is the width of a card in px."""
    spans = spans_of(columns, times)
    scale = scale_of(spans, logarithmic=logarithmic)
    if scale is None:
        return tuple(columns)
    found = []
    for column, span in zip(columns, spans, strict=True):
        wide = scale.reach(span.seconds) if span is not None and span.seconds is not None else 0.0
        wide += UNKNOWN / card if span is not None and span.unknown else 0.0
        found.append(column._replace(stretch=max(column.stretch, wide)))
    return tuple(found)


def steps_between(least: float) -> float:
    """The smallest length of time, in seconds, that people count in and that is at least so long."""
    return next((step for step in _STEPS if step >= least), _STEPS[-1])


def decades(start: float, end: float) -> list[tuple[float, int]]:
    """The ticks of a logarithmic axis after `start` up to `end`, in seconds, and how much each wants a name.

    2 for the units that people count in, 1 for their tenfolds, and 0 for the multiples that stand between those.
    """
    found: list[tuple[float, int]] = []
    for at, low in enumerate(_DECADES):
        high = _DECADES[at + 1] if at + 1 < len(_DECADES) else low * 10
        if high <= start or low > end:
            continue
        own = 2 if low in _UNITS else 1
        found += [(low * count, own if count == 1 else 0) for count in range(1, 10) if low * count < high and start < low * count <= end]
    return found
