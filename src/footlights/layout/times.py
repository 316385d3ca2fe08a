"""The time lane: work and wait per station as bars, standard and tolerance as marks, and the total as a path."""

from footlights.drawing import Group, Item, Path, Rect, TextLine
from footlights.facts import PathTime, StationTime
from footlights.typeset import shorten, width, wrap
from footlights.words import duration_text, word

from .geometry import Across
from .plan import Plan
from .sizes import Sizes

__all__ = ["draw_times", "station_texts", "time_height", "total_lines"]

_BAR = 10.0
#: The first line of text stands this far below the bar, the others this far below each other.
_FIRST = 13.5
_NEXT = 12.5


def time_height(plan: Plan, times: PathTime, sizes: Sizes) -> float:
    """How high the lane's row must be for the station with the most to say."""
    most = max((len(station_texts(plan, station, sizes.card_width, sizes)) for station in times.stations), default=0)
    return max(sizes.time_height, 8 + _BAR + _FIRST + most * _NEXT)


def draw_times(plan: Plan, times: PathTime, across: Across, top: float, height: float, sizes: Sizes) -> list[Group]:
    """A group per station, in its column. Bars share one scale: the longest station fills a column.

    A station without any time says so; it is never drawn as zero.
    """
    longest = max((_length(station) for station in times.stations), default=0.0)
    by_step = {station.step: station for station in times.stations}
    on_path = set(times.path)
    groups = []
    for number, column in enumerate(plan.columns):
        if column.step is None or column.number == 0:
            continue
        station = by_step.get(column.step.id)
        x, wide = across.columns[number], across.widths[number]
        items = _station(plan, station, x, top, longest, wide, sizes) if station else _unknown(plan, x, top, wide, sizes)
        told = ", ".join(text for _, text in station_texts(plan, station, sizes.card_width, sizes)) if station else ""
        told = told or word("word.unknown", plan.language)
        facts = (("path", "yes" if column.step.id in on_path else "no"),)
        box = (x, top, wide, height)
        groups.append(Group("station", tuple(items), f"steps/{column.step.id}#time", told, box, facts))
    return groups


def _length(station: StationTime) -> float:
    parts = (station.work_s or 0.0) + (station.wait_s or 0.0)
    return max(parts, station.standard_s or 0.0, station.tolerance_s or 0.0)


def _unknown(plan: Plan, x: float, top: float, wide: float, sizes: Sizes) -> list[Item]:
    text = shorten(word("word.unknown", plan.language), wide, sizes.small)
    return [TextLine(x, ((top + 24, text),), sizes.small, "muted")]


def _station(plan: Plan, station: StationTime, x: float, top: float, longest: float, wide: float, sizes: Sizes) -> list[Item]:
    texts = station_texts(plan, station, sizes.card_width, sizes)
    if not texts:
        return _unknown(plan, x, top, wide, sizes)
    scale = sizes.card_width / longest if longest else 0.0
    work, wait = (station.work_s or 0.0) * scale, (station.wait_s or 0.0) * scale
    items: list[Item] = []
    y = top + 8
    if work:
        items.append(Rect(x, y, max(work, 1.5), _BAR, "work"))
    if wait:
        items.append(Rect(x + work, y, max(wait, 1.5), _BAR, "wait"))
    for seconds, token in ((station.standard_s, "standard"), (station.tolerance_s, "tolerance")):
        if seconds is not None:
            at = round(min(x + seconds * scale, x + wide), 2)
            items.append(Path(f"M{at:g} {y - 3:g}V{y + _BAR + 3:g}", None, token, 1.8, "" if token == "standard" else "3 2"))
    room = wide
    for line, (token, text) in enumerate(texts):
        base = y + _BAR + _FIRST + line * _NEXT
        items.append(TextLine(x, ((base, shorten(text, room, sizes.small)),), sizes.small, token))
    return items


def station_texts(plan: Plan, station: StationTime, room: float, sizes: Sizes) -> list[tuple[str, str]]:
    """What is known of a station's time, as (colour, line); work and wait share a line where `room` (px) allows. [] for nothing."""
    language = plan.language
    parts = []
    for seconds, key in ((station.work_s, "work"), (station.wait_s, "wait")):
        if seconds is not None:
            parts.append(f"{word(f'word.{key}', language)} {duration_text(seconds, language)}")
    norms = []
    for seconds, key in ((station.standard_s, "standard"), (station.tolerance_s, "tolerance")):
        if seconds is not None:
            norms.append(f"{word(f'word.{key}', language)} {duration_text(seconds, language)}")
    joined = " · ".join(parts)
    lines = [joined] if width(joined, sizes.small) <= room else parts
    return [("ink", line) for line in lines if line] + [("muted", norm) for norm in norms]


def total_lines(plan: Plan, times: PathTime, room: float, sizes: Sizes) -> list[tuple[str, bool]]:
    """The total for the lane's head, as (line, bold): the longest path, customer and organisation apart, what is unknown."""
    language = plan.language
    if times.total_s is None:
        return []
    total = duration_text(times.total_s, language)
    if times.unknown:
        total = word("word.at-least", language, time=total)
    told = [(f"{word('word.total', language)}: {total}", True)]
    for seconds, key in ((times.customer_s, "customer-time"), (times.company_s, "company-time")):
        if seconds is not None:
            told.append((f"{word(f'word.{key}', language)} {duration_text(seconds, language)}", False))
    if times.unknown:
        told.append((word("word.unknown-stations", language, unknown=len(times.unknown), stations=len(times.stations)), False))
    return [(line, bold) for text, bold in told for line in wrap(text, room, sizes.small, bold=bold, language=language)]
