"""The scale above columns that are as wide as the time they take: an axis with its ticks, bars of work and wait, and guides."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from footlights.drawing import Group, Item, Path, Rect, TextLine
from footlights.facts import PathTime
from footlights.typeset import shorten, width, wrap
from footlights.words import duration_text, word

from .bars import BAR, bars_after, bars_below, trapezoid, unknown_box
from .geometry import Across
from .plan import Plan
from .scale import UNKNOWN, Scale, Span, decades, reckoned, steps_between
from .sizes import Sizes
from .times import station_texts

__all__ = ["draw_scale", "scale_height"]

_CAPTION = 13.0
_TICKS = 16.0
#: How far the guides reach from the axis down to the columns.
_GUIDES = 38.0
_FIRST = 13.0
_NEXT = 12.5
#: The room between the names of two ticks.
_APART = 12.0


class Part(NamedTuple):
    """A column's part of a linear axis, from `left` to `right` in px: the known time first, then what is unknown.

    `begins` is the time in seconds before it, of everything to its left.
    """

    span: Span
    column: int
    left: float
    right: float
    begins: float


def _caption(plan: Plan, scale: Scale, sizes: Sizes) -> tuple[str, ...]:
    """What kind of scale it is, in lines that fit over the columns."""
    said = word("scale.linear", plan.language)
    if scale.start is not None:
        start = duration_text(scale.start, plan.language)
        said = f"{word('scale.logarithmic', plan.language)}; {word('scale.from', plan.language, time=start)}"
    return wrap(said, _least(plan, sizes), sizes.small, bold=True, language=plan.language)


def _invitation(plan: Plan, sizes: Sizes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    room = _least(plan, sizes) - 24
    none = wrap(word("scale.none", plan.language), room, sizes.text, bold=True, language=plan.language)
    return none, wrap(word("scale.how", plan.language), room, sizes.small + 1, language=plan.language)


def _least(plan: Plan, sizes: Sizes) -> float:
    """How wide all columns are at least, with the room between them."""
    columns = range(len(plan.columns))
    return fsum(plan.wide(number, sizes) for number in columns) + (len(columns) - 1) * sizes.gutter_least


def scale_height(plan: Plan, times: PathTime, sizes: Sizes) -> float:
    """How high the band must be for its axis, and for the column with the most to say."""
    spans, scale = reckoned(plan, times)
    if scale is None and all(span is None or span.seconds is None for span in spans):
        none, how = _invitation(plan, sizes)
        return 24.0 + 16 * len(none) + 15 * len(how)
    above = 0.0 if scale is None else _above(plan, scale, sizes) + BAR + (_GUIDES if scale.start is None else 0.0)
    most = max(len(_texts(plan, span, plan.wide(at, sizes), sizes)) for at, span in enumerate(spans))
    return above + _FIRST + _NEXT * (most - 1) + 4


def _above(plan: Plan, scale: Scale, sizes: Sizes) -> float:
    """What stands above the bars."""
    return _CAPTION * len(_caption(plan, scale, sizes)) + 4 + _TICKS


def _texts(plan: Plan, span: Span | None, room: float, sizes: Sizes) -> list[tuple[str, str]]:
    """The figures of a column, as (colour, text)."""
    if span is None:
        return []
    texts = station_texts(plan, span.station, room, sizes)
    return [*texts, *([("muted", word("scale.unknown", plan.language))] if span.unknown else [])]


def draw_scale(plan: Plan, times: PathTime, across: Across, top: float, height: float, sizes: Sizes) -> list[Group]:
    """The axis over the columns, and the figures of every column as a group of its own.

    Linear: one axis for all, step after step, whose parts are joined to their columns by guides; they run beside each other
    where a column is as wide as its time, and part where it is wider. Logarithmic: an axis for each column. What is unknown is
    a box of fixed width, where the axis breaks. Without any time it says how to add one. The fact `parts` of a linear scale says
    of every column, between semicolons: its left and right and those of its part of the axis in px, and when it begins and
    ends in seconds.
    """
    spans, scale = reckoned(plan, times)
    if scale is None and all(span is None or span.seconds is None for span in spans):
        return [_invited(plan, across, top, sizes)]
    y = top
    groups: list[Group] = []
    if scale is not None:
        lines = tuple((top + 9 + _CAPTION * number, line) for number, line in enumerate(_caption(plan, scale, sizes)))
        items: list[Item] = [TextLine(across.columns[0], lines, sizes.small, "ink", True)]
        bars = top + _above(plan, scale, sizes)
        facts: tuple[tuple[str, str], ...] = ()
        if scale.start is None:
            parts = _parts(plan, spans, scale, across, sizes)
            items += _linear(plan, parts, scale, across, bars, sizes)
            facts = (("parts", ";".join(_told(part, across) for part in parts)),)
            y = bars + BAR + _GUIDES
        else:
            items += _logarithmic(plan, spans, scale, across, bars, sizes)
            y = bars + BAR
        groups.append(Group("scale", tuple(items), "", " ".join(line for _, line in lines), None, facts))
    return groups + _stations(plan, times, spans, across, (y, top + height), sizes)


def _invited(plan: Plan, across: Across, top: float, sizes: Sizes) -> Group:
    none, how = _invitation(plan, sizes)
    x, high = across.columns[0], 24.0 + 16 * len(none) + 15 * len(how)
    wide = max(width(line, sizes.text, bold=True) for line in (*none, *how)) + 24
    first = top + 12 + 16 * len(none)
    items: tuple[Item, ...] = (
        Rect(x, top, min(wide, across.right(len(across.columns) - 1) - x), high - 4, "ground", "hairline", 1.0, 8, "6 4"),
        TextLine(x + 12, tuple((top + 20 + 16 * number, line) for number, line in enumerate(none)), sizes.text, "ink", True),
        TextLine(x + 12, tuple((first + 12 + 15 * number, line) for number, line in enumerate(how)), sizes.small + 1, "muted"),
    )
    return Group("invitation", items, "", " ".join((*none, *how)))


def _stations(
    plan: Plan, times: PathTime, spans: Sequence[Span | None], across: Across, reach: tuple[float, float], sizes: Sizes
) -> list[Group]:  # fmt: skip
    top, bottom = reach
    on_path = set(times.path)
    groups = []
    for at, span in enumerate(spans):
        if span is None:
            continue
        x, room = across.columns[at], plan.wide(at, sizes)
        texts = _texts(plan, span, room, sizes)
        items = tuple(
            TextLine(x, ((top + _FIRST + _NEXT * line, shorten(text, room, sizes.small)),), sizes.small, token)
            for line, (token, text) in enumerate(texts)
        )
        step = plan.columns[at].step
        address = f"steps/{step.id}#time" if step is not None else ""
        facts = (("path", "yes" if step is not None and step.id in on_path else "no"),)
        told = ", ".join(text for _, text in texts)
        groups.append(Group("station", items, address, told, (x, top, across.widths[at], bottom - top), facts))
    return groups


# --- one axis for all -------------------------------------------------------------------------------------------------------


def _parts(plan: Plan, spans: Sequence[Span | None], scale: Scale, across: Across, sizes: Sizes) -> list[Part]:
    """Where the time of each column stands on one axis for all, which stands in the middle above them."""
    lengths = [
        (scale.reach(span.seconds or 0.0) * sizes.card_width + (UNKNOWN if span.unknown else 0.0)) if span is not None else 0.0
        for span in spans
    ]
    first, last = across.columns[0], across.right(len(across.columns) - 1)
    x, seconds = first + (last - first - fsum(lengths)) / 2, 0.0
    found = []
    for at, (span, length) in enumerate(zip(spans, lengths, strict=True)):
        if span is not None:
            found.append(Part(span, at, round(x, 2), round(x + length, 2), seconds))
            seconds += span.seconds or 0.0
        x += length
    return found


def _told(part: Part, across: Across) -> str:
    """A part in figures, for outputs that show some of the columns: its column and itself in px, and its time in seconds."""
    ends = part.begins + (part.span.seconds or 0.0)
    figures = across.columns[part.column], across.right(part.column), part.left, part.right, part.begins, ends
    return " ".join(f"{round(figure, 3):.12g}" for figure in figures)


def _linear(plan: Plan, parts: Sequence[Part], scale: Scale, across: Across, y: float, sizes: Sizes) -> list[Item]:
    items: list[Item] = []
    for part in parts:
        x, right, high = across.columns[part.column], across.right(part.column), _GUIDES
        to_scale = across.widths[part.column] <= part.right - part.left + 1
        items += trapezoid((part.left, part.right), (x, right), y + BAR, y + BAR + high, to_scale=to_scale)
    for part in parts:
        items += bars_after(part.span, scale, part.left, y, sizes)
        if part.span.unknown:
            items += unknown_box(part.right - UNKNOWN, y)
    seams = "".join(f"M{part.left:g} {y:g}V{y + BAR:g}" for part in parts[1:] if part.right - part.left > 2)
    axis = "".join(f"M{left:g} {y - 3:g}H{right:g}" for left, right in _unbroken(parts))
    return [
        *items,
        Path(seams, None, "paper", 1.0),
        Path(axis, None, "ink", 1.0),
        *_ticks(plan, parts, scale.per * sizes.card_width, y - 3, sizes),
    ]


def _unbroken(parts: Sequence[Part]) -> list[tuple[float, float]]:
    """The pieces of the axis between what is unknown."""
    found: list[tuple[float, float]] = []
    left = parts[0].left
    for part in parts:
        if part.span.unknown:
            found.append((left, part.right - UNKNOWN))
            left = part.right
    found.append((left, parts[-1].right))
    return [(left, right) for left, right in found if right - left > 0.5]


def _ticks(plan: Plan, parts: Sequence[Part], per: float, y: float, sizes: Sizes) -> list[Item]:
    """Ticks at round times, as close as their names allow; `per` is px a second."""
    total = parts[-1].begins + (parts[-1].span.seconds or 0.0)
    apart, step = 24.0, 0.0
    while True:
        step = steps_between(max(apart / per, step * 1.0001))
        times = [number * step for number in range(int(total / step * 1.000001) + 1)]
        names = [duration_text(time, plan.language) if time else "0" for time in times]
        if step * per >= max(width(name, sizes.small) for name in names) + _APART or len(times) <= 2:
            break
    items: list[Item] = []
    d = ""
    for x, name in zip(_placed(parts, times, per), names, strict=True):
        d += f"M{x:g} {y - 4:g}V{y:g}"
        items.append(TextLine(x, ((y - 6, name),), sizes.small, "muted", False, "middle"))
    return [Path(d, None, "ink", 1.0), *items]


def _placed(parts: Sequence[Part], times: Sequence[float], per: float) -> list[float]:
    """Where times stand on the axis, the earliest first: each on the first column which reaches it."""
    known = [part for part in parts if part.span.seconds is not None]
    found, at = [], 0
    for time in times:
        while at + 1 < len(known) and time - known[at].begins > (known[at].span.seconds or 0.0) * 1.000001:
            at += 1
        found.append(round(known[at].left + (time - known[at].begins) * per, 2))
    return found


# --- an axis for each column ------------------------------------------------------------------------------------------------


def _logarithmic(plan: Plan, spans: Sequence[Span | None], scale: Scale, across: Across, y: float, sizes: Sizes) -> list[Item]:
    items: list[Item] = []
    for at, span in enumerate(spans):
        if span is None:
            continue
        x, end = across.columns[at], across.columns[at]
        if span.seconds is not None:
            end = x + round(scale.reach(span.seconds) * sizes.card_width, 2)
            items += bars_below(span, scale, x, y, sizes)
            items += _own_ticks(plan, scale, x, (span.seconds, across.right(at)), y - 3, sizes)
            items.append(Path(f"M{x:g} {y - 3:g}H{end:g}", None, "ink", 1.0))
        if span.unknown:
            items += unknown_box(end, y)
    return items


def _own_ticks(plan: Plan, scale: Scale, x: float, end: tuple[float, float], y: float, sizes: Sizes) -> list[Item]:
    start = scale.start or 1.0
    seconds, right = end
    first = duration_text(start, plan.language)
    items: list[Item] = [TextLine(x, ((y - 6, first),), sizes.small, "muted")]
    d = f"M{x:g} {y - 4:g}V{y:g}"
    named = []
    for time, grade in decades(start, seconds):
        at = round(x + scale.reach(time) * sizes.card_width, 2)
        d += f"M{at:g} {y - (4 if grade else 2):g}V{y:g}"
        if grade:
            named.append((grade, at, duration_text(time, plan.language)))
    taken = [(x, x + width(first, sizes.small))]
    for _, at, name in sorted(named, key=lambda each: -each[0]):
        half = width(name, sizes.small) / 2
        if at + half <= right and all(at + half + 6 <= low or high + 6 <= at - half for low, high in taken):
            items.append(TextLine(at, ((y - 6, name),), sizes.small, "muted", False, "middle"))
            taken.append((at - half, at + half))
    return [Path(d, None, "ink", 0.8), *items]
