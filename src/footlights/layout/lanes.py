"""The lanes as they are drawn: a tinted band with its name, the named lines between them, and the rows without cards."""

from collections import Counter
from collections.abc import Sequence
from math import fsum

from footlights.drawing import Group, Icon, Item, Path, Rect, TextLine, icon_for
from footlights.facts import PathTime
from footlights.typeset import shorten, width, wrap
from footlights.words import word

from .axis import scale_height
from .emotion import Curve, names_of
from .faces import THIN
from .geometry import Across
from .grid import Grid, Strip
from .plan import Band, Plan
from .sizes import Sizes
from .table import touchpoints
from .times import time_height, total_lines

__all__ = ["draw_bands", "draw_lines", "draw_touchpoints", "head_width", "line_name", "make_room", "plain_heights"]

_NAME_LEFT = 36.0
_CHIP = 22.0
#: The room that the name of a line takes above it.
_LINE_NAME = 13.0


def line_name(plan: Plan, kind: str) -> str:
    """The name of a line: the document's own word for it, or ours."""
    own = dict(plan.blueprint.vocabulary).get(kind)
    return plan.say(own) if own else word(f"line.{kind}", plan.language)


def head_width(plan: Plan, sizes: Sizes) -> float:
    """How wide the column of lane names must be: every word and every line's name fits, within limits."""
    widest = max((width(line_name(plan, line.kind), sizes.small) + 24 for line in plan.lines), default=0.0)
    for band in plan.bands:
        widest = max([widest, *(width(part, sizes.text, bold=True) + _NAME_LEFT + 12 for part in band.title.split())])
    return min(sizes.head_most, max(sizes.head_least, float(round(widest))))


def plain_heights(plan: Plan, sizes: Sizes, curves: Sequence[Curve], times: PathTime | None, head: float) -> dict[str, float]:
    """The heights of the rows that hold no cards, by lane id."""
    found: dict[str, float] = {}
    for band in plan.bands:
        if band.folded and band.kind != "cards":
            found[band.lane.id] = THIN
        elif band.kind == "emotion":
            found[band.lane.id] = max(sizes.curve_height, 44.0 + 15 * len(curves))
        elif band.kind in ("time", "scale") and times is not None:
            high = scale_height(plan, times, sizes) if band.kind == "scale" else time_height(plan, times, sizes)
            found[band.lane.id] = max(high, 24.0 + sizes.small_step * len(total_lines(plan, times, head - 24, sizes)))
        elif band.kind == "touchpoints":
            most = max((len(touchpoints(plan, step)) for step in plan.column_of), default=0)
            found[band.lane.id] = max(sizes.row_empty, _CHIP * most)
    return found


def _sign(band: Band) -> str:
    return band.lane.role if band.kind in ("cards", "scale") else band.kind


def _name_lines(band: Band, head: float, sizes: Sizes, language: str) -> tuple[str, ...]:
    return wrap(band.title, head - _NAME_LEFT - 8, sizes.text, bold=True, language=language)


def make_room(plan: Plan, grid: Grid, sizes: Sizes, head: float) -> None:
    """Raise the first row of a lane where its name, and the name of the line below it, would not fit beside its cards."""
    lines = Counter(line.below for line in plan.lines)
    for number, strip in enumerate(grid.strips):
        needed = (
            14 + 16 * len(_name_lines(strip.band, head, sizes, plan.language)) + (7 + _LINE_NAME * lines[number] if lines[number] else 4)
        )
        there = fsum(grid.heights[strip.first : strip.first + strip.rows]) + 2 * sizes.stub
        grid.heights[strip.first] += max(0.0, needed - there)


def draw_bands(
    plan: Plan, strips: Sequence[Strip], edges: Sequence[float], sizes: Sizes, head: float, right: float, curves: Sequence[Curve],
    times: PathTime | None,
) -> list[Group]:  # fmt: skip
    """A tinted band per lane with its icon and name; the emotion lane names its personas, the time lane its total."""
    groups = []
    left = sizes.margin
    for number, strip in enumerate(strips):
        band, top, bottom = strip.band, edges[number], edges[number + 1]
        lines = _name_lines(band, head, sizes, plan.language)
        items: list[Item] = [
            Rect(left, top, right - left, bottom - top, f"band-{band.family}"),
            Rect(left, top, 4, bottom - top, f"edge-{band.family}"),
            Icon(left + 13, top + 13, icon_for(_sign(band)), 16.0, f"edge-{band.family}"),
            TextLine(
                left + _NAME_LEFT, tuple((top + 25.5 + n * 16, line) for n, line in enumerate(lines)), sizes.text, "ink", True
            ),
        ]  # fmt: skip
        below = top + 14 + 16 * len(lines) + 6
        if band.kind == "emotion" and not band.folded:
            names = [shorten(curve.name, head - 36, sizes.small) for curve in curves]
            items += names_of(curves, left + 14, below, names)
        if band.kind in ("time", "scale") and times is not None and not band.folded:
            for line, (text, bold) in enumerate(total_lines(plan, times, head - 24, sizes)):
                base = below + 8 + line * sizes.small_step
                items.append(TextLine(left + 14, ((base, text),), sizes.small, "ink" if bold else "muted", bold))
        box = (left, top, right - left, bottom - top)
        own = band.address == f"lanes/{band.lane.id}"
        facts = (("role", band.lane.role), *(() if own else (("lane", band.lane.id),)), *((("folded", "yes"),) if band.folded else ()))
        groups.append(Group("lane", tuple(items), band.address, band.title, box, facts))
    return groups


def draw_lines(plan: Plan, edges: Sequence[float], sizes: Sizes, right: float) -> list[Group]:
    """The named lines across the picture. Lines at one boundary share it: their names stand above each other."""
    at: dict[int, list[str]] = {}
    for line in plan.lines:
        at.setdefault(line.below, []).append(line.kind)
    groups = []
    for number in range(len(plan.bands) - 1):
        y = edges[number + 1]
        kinds = at.get(number)
        if not kinds:
            items: tuple[Item, ...] = (Path(f"M{sizes.margin:g} {y:g}H{right:g}", None, "hairline"),)
            groups.append(Group("rule", items))
            continue
        name = "  ·  ".join(line_name(plan, kind) for kind in kinds)
        # one name above the other: side by side they would reach into the grid, where arrows pass
        names = tuple((y - 5 - _LINE_NAME * (len(kinds) - 1 - number), line_name(plan, kind)) for number, kind in enumerate(kinds))
        items = (
            Path(f"M{sizes.margin:g} {y:g}H{right:g}", None, "line", 1.5, "8 4"),
            TextLine(sizes.margin + 13, names, sizes.small, "line", True),
        )
        groups.append(Group("sep", items, "", name, None, (("kind", " ".join(kinds)),)))
    return groups


def draw_touchpoints(plan: Plan, across: Across, top: float) -> list[Group]:
    """In the journey view: through which channels customer and organisation meet at each step."""
    groups = []
    for step, column in plan.column_of.items():
        for number, (id, name) in enumerate(touchpoints(plan, step)):
            channel = plan.blueprint.channels.get(id)
            x, y = across.columns[column], top + number * _CHIP
            text = shorten(name, across.widths[column] - 34, 11.0)
            items: tuple[Item, ...] = (
                Rect(x, y, 30 + width(text, 11.0), 19, "card", "card-edge", 1.0, 9.5),
                Icon(x + 8, y + 3.5, icon_for(channel.icon if channel else None, id), 12.0, "edge-frontstage"),
                TextLine(x + 24, ((y + 13.4, text),), 11.0, "ink"),
            )
            groups.append(Group("touchpoint", items, f"channels/{id}", name, (x, y, 30 + width(text, 11.0), 19), (("step", step),)))
    return groups
