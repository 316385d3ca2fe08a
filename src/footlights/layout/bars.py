"""What stands on a scale of time: bars of work and wait, what is unknown, and the guides from the axis to a column."""

from collections.abc import Callable
from functools import partial

from footlights.drawing import Item, Path, Rect, TextLine
from footlights.facts import PathTime
from footlights.words import word

from .hatch import hatch
from .plan import Plan
from .scale import UNKNOWN, Scale, Span, reckoned
from .sizes import Sizes

__all__ = ["BAR", "bars_after", "bars_below", "scale_signs", "standard_bar", "trapezoid", "unknown_box", "waiting_bar", "working_bar"]

#: How high a bar is, in px.
BAR = 12.0


def bars_after(span: Span, scale: Scale, left: float, y: float, sizes: Sizes) -> list[Item]:
    """Work solid, then wait hatched, then with a dashed edge what only a standard is known of."""
    work = span.station.work_s or 0.0
    waited = work + (span.station.wait_s or 0.0)
    at = [left + round(scale.reach(seconds) * sizes.card_width, 2) for seconds in (0.0, work, waited, span.seconds or 0.0)]
    items: list[Item] = []
    for draw, start, end in zip((working_bar, waiting_bar, standard_bar), at[:-1], at[1:], strict=True):
        if end > start:
            items += draw(round(start, 2), y, round(end - start, 2), BAR)
    return items


def bars_below(span: Span, scale: Scale, left: float, y: float, sizes: Sizes) -> list[Item]:
    """Work and wait below each other: on a logarithmic axis only what begins where the axis begins can be read from it."""
    station = span.station
    there = [(draw, seconds) for draw, seconds in ((working_bar, station.work_s), (waiting_bar, station.wait_s)) if seconds]
    if not there and span.seconds:
        there = [(standard_bar, span.seconds)]
    items: list[Item] = []
    high = BAR / max(1, len(there))
    for number, (draw, seconds) in enumerate(there):
        items += draw(left, y + number * high, max(1.0, round(scale.reach(seconds) * sizes.card_width, 2)), high)
    return items


def working_bar(x: float, y: float, wide: float, high: float) -> list[Item]:
    """Work, to scale but never too thin to be seen."""
    return [Rect(x, y, max(wide, 1.0), high, "work")]


def waiting_bar(x: float, y: float, wide: float, high: float) -> list[Item]:
    """Wait: hatched, so that it is told from work without colour."""
    if wide < 3:
        thin = max(wide, 1.0)
        return [Path(f"M{round(x + thin / 2, 2):g} {y:g}V{y + high:g}", None, "wait", thin)]
    edge = Rect(x + 0.5, y + 0.5, wide - 1, high - 1, "paper", "wait")
    return [edge, Path(hatch(x + 0.5, y + 0.5, wide - 1, high - 1, 6.0), None, "wait", 1.3)]


def standard_bar(x: float, y: float, wide: float, high: float) -> list[Item]:
    """A standard that stands in for a time that nobody knows."""
    return [Rect(x + 0.5, y + 0.5, max(wide - 1, 0.5), high - 1, "paper", "standard", 1.0, 0, "3 2")]


def unknown_box(x: float, y: float) -> list[Item]:
    """The box of what is unknown, UNKNOWN px wide: it reaches over the axis, which breaks there."""
    box = Rect(x + 1, y - 4, UNKNOWN - 2, BAR + 4, "paper", "muted", 1.0, 3, "2 2")
    return [box, TextLine(x + UNKNOWN / 2, ((y + 7.5, "?"),), 10.0, "ink", True, "middle")]


def trapezoid(above: tuple[float, float], below: tuple[float, float], top: float, bottom: float, *, to_scale: bool) -> list[Item]:
    """Guides from a part of the axis to its column: with a ground between them where both are as wide."""
    (left, right), (x, end) = above, below
    shape = f"M{left:g} {top:g}L{x:g} {bottom:g}H{end:g}L{right:g} {top:g}Z"
    guides = f"M{left:g} {top:g}L{x:g} {bottom:g}M{right:g} {top:g}L{end:g} {bottom:g}"
    ground: list[Item] = [Path(shape, "phase-soft")] if to_scale else []
    return [*ground, Path(guides, None, "faint", 1.0 if to_scale else 0.7)]


def scale_signs(plan: Plan, times: PathTime) -> list[tuple[str, float, Callable[[float, float], list[Item]]]]:
    """What a scale shows, as (label, px wide, what draws it with its middle left at (x, y)); [] where there is no scale."""
    spans, scale = reckoned(plan, times)
    there = [span for span in spans if span is not None]
    if scale is None:
        return []
    lengths = [scale.reach(span.seconds) if span.seconds is not None else 0.0 for span in there]
    wider = scale.start is None and any(length < 0.99 for length in lengths)
    bars = (
        ("work", working_bar, any(span.station.work_s for span in there)),
        ("wait", waiting_bar, any(span.station.wait_s for span in there)),
        ("standard-only", standard_bar, any(span.standard_only for span in there)),
    )
    found: list[tuple[str, float, Callable[[float, float], list[Item]]]] = [
        (word(f"legend.{key}", plan.language), 24, partial(_sign, draw)) for key, draw, shown in bars if shown
    ]
    if wider:
        found.append((word("legend.wider", plan.language), 24, _widening))
    if any(span.unknown for span in there):
        found.append((word("legend.unknown-time", plan.language), UNKNOWN, lambda x, y: unknown_box(x, y - 4)))
    return found


def _sign(draw: Callable[[float, float, float, float], list[Item]], x: float, y: float) -> list[Item]:
    return draw(x, y - 5, 24, 10)


def _widening(x: float, y: float) -> list[Item]:
    return [Rect(x + 9, y - 8, 6, 5, "muted"), *trapezoid((x + 9, x + 15), (x, x + 24), y - 3, y + 7, to_scale=False)]
