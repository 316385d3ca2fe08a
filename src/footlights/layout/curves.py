"""How several personas' emotion curves are drawn together: one large plot with named levels, and a name at every curve's end."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from footlights.drawing import Group, Item, Path, Rect, TextLine, icon_for
from footlights.model import Lane
from footlights.typeset import width, wrap
from footlights.words import word

from .curve_strips import Strips, bubble, draw_quotes, draw_stars, draw_strips, level_bar, strip_head, strips_of, tips_of
from .emotion import FAR, Curve, dashes_of, face_of, outline_of, pieces_of
from .frame import lane_title
from .geometry import Across
from .legend import Entry, truth_entry
from .plan import Plan, Scope
from .sizes import Sizes

__all__ = ["Sheet", "curve_signs", "draw_plot", "measured", "spread", "stretch_for"]

#: Per zoom level how high the plot is and how large a face, in px.
_HEIGHTS = {"overview": 220.0, "normal": 320.0, "detail": 400.0}
_RADII = {"overview": 8.5, "normal": 10.5, "detail": 12.0}
#: The dash of every persona's curve, which tells it without colour.
_PATTERNS = {"persona-1": "", "persona-2": "10 4", "persona-3": "12 4 2 4", "persona-4": "5 3", "persona-5": "12 4 2 4 2 4"}
_ASSUMED = "2.5 2"
_PADDING = 26.0
_LEVELS = (2, 1, 0, -1, -2)
#: The head of the band: its name and room below it, before the highest level.
_TITLE = 44.0
#: Names at the right end: where they begin beside the plot, how wide they may be, and how far apart their lines stand.
_LEADER = 22.0
_NAME = 18.0
_NAME_MOST = 150.0
NAME_STEP = 15.0
_WIDEST = 4.0


class Sheet(NamedTuple):
    """Where everything stands, in px: the columns, the band of curves, the plot in it, the strips below and the names beside."""

    across: Across
    left: float
    top: float
    plot: float
    height: float
    strips: Strips
    names: tuple[tuple[str, ...], ...]
    right: float
    bottom: float
    radius: float
    pitch: float

    def level(self, level: float) -> float:
        """Where a level from -2 to 2 stands; what lies beyond stands at the nearest end."""
        return round(self.plot + _PADDING + (self.height - 2 * _PADDING) * (2.0 - max(-2.0, min(2.0, level))) / 4.0, 2)

    def point(self, column: int, curve: int, curves: int, level: float) -> tuple[float, float]:
        """Where the face of a curve stands: personas stand beside each other in a column, so that none covers another."""
        return round(self.across.middle(column) + (curve - (curves - 1) / 2) * self.pitch, 2), self.level(level)


def _pitch(radius: float) -> float:
    return 2.4 * radius + 4


def stretch_for(plan: Plan, curves: int, card_width: float) -> float:
    """How wide a column is in widths of a card, so that the faces of all curves fit beside each other."""
    return min(_WIDEST, max(1.0, (curves * _pitch(_RADII[plan.zoom]) + 6) / card_width))


def measured(plan: Plan, curves: Sequence[Curve], sizes: Sizes, top: float) -> Sheet:
    """The places of everything below the heads, from `top` on."""
    left = sizes.margin + _head_width(plan, sizes)
    across = _across(plan, sizes, left)
    names = tuple(wrap(curve.name, _NAME_MOST, sizes.text, bold=True, language=plan.language, max_lines=2) for curve in curves)
    lines = sum(len(name) for name in names)
    height = max(_HEIGHTS[plan.zoom], (lines + 1) * NAME_STEP + 8)
    widest = max(width(line, sizes.text, bold=True) for name in names for line in name)
    head = wrap(_lane(plan)[1], left - sizes.margin - 44, sizes.text, bold=True, language=plan.language)
    strips = strips_of(plan, curves, sizes, across, top, height, least=max(0.0, _TITLE + 16 * len(head) - 16 - _PADDING))
    wide = min(across.widths[number] for number, column in enumerate(plan.columns) if column.step is not None)
    pitch = min(_pitch(_RADII[plan.zoom]), wide / len(curves))
    radius = max(2.0, min(_RADII[plan.zoom], (pitch - 2) / 2.4))
    right = across.end + _LEADER + _NAME + widest + 10
    return Sheet(across, left, top, strips.plot, height, strips, names, right, strips.bottom, radius, pitch)


def _head_width(plan: Plan, sizes: Sizes) -> float:
    texts = [_lane(plan)[1], word("curves.level", plan.language), word("curves.expectations", plan.language)]
    widest = max(width(part, sizes.text, bold=True) for text in texts for part in text.split() or [""])
    return min(sizes.head_most, max(sizes.head_least, float(round(widest + 48))))


def _across(plan: Plan, sizes: Sizes, left: float) -> Across:
    gutters, columns, widths = [], [], []
    x = left
    for number, column in enumerate(plan.columns):
        gutters.append(x)
        x += sizes.phase_gutter if number and plan.columns[number - 1].phase is not column.phase else sizes.gutter_least
        columns.append(x)
        widths.append(plan.wide(number, sizes))
        x += widths[-1]
    return Across([*gutters, x], columns, x + sizes.gutter_least, widths)


def _lane(plan: Plan) -> tuple[str, str]:
    """The address and the name of the row of emotions; "" and our word for it where the blueprint has none."""
    lane = next((each for each in plan.blueprint.rows if each.role == "emotion"), None)
    title = lane_title(Scope(plan.blueprint, plan.looked, plan.language), lane or Lane("emotion", "emotion"))
    return f"lanes/{lane.id}" if lane is not None else "", title


def draw_plot(plan: Plan, curves: Sequence[Curve], sheet: Sheet, sizes: Sizes) -> list[Group]:
    """The band of curves with its levels, curves, faces, names, stars and quotes, and the strips below it."""
    address, title = _lane(plan)
    box = (sizes.margin, sheet.top, sheet.right - sizes.margin, sheet.strips.curves_end - sheet.top)
    groups = [strip_head(plan, sizes, box, sheet.left, "emotion", icon_for("emotion"), title, address)]
    groups += draw_strips(plan, sheet.strips, sizes, sheet.across, sheet.left, sheet.right)
    groups += [_levels(plan, sheet, sizes), _phases(plan, sheet)]
    ends = [sheet.point(curve.spots[-1].column, number, len(curves), curve.spots[-1].level) for number, curve in enumerate(curves)]
    heights = spread([y for _, y in ends], [len(name) * NAME_STEP for name in sheet.names], sheet.plot, sheet.plot + sheet.height)
    groups += [_leader(sheet, end, middle) for end, middle in zip(ends, heights, strict=True)]
    points = [
        [sheet.point(spot.column, number, len(curves), spot.level) for spot in curve.spots] for number, curve in enumerate(curves)
    ]  # fmt: skip
    groups += _pointers(curves, points, sheet)
    groups += [_line(curve, at) for curve, at in zip(curves, points, strict=True)]
    groups += [_faces(plan, curve, at, sheet.radius) for curve, at in zip(curves, points, strict=True)]
    groups += [
        _name(curve, lines, sheet, middle, sizes) for curve, lines, middle in zip(curves, sheet.names, heights, strict=True)
    ]  # fmt: skip
    return [*groups, *draw_stars(plan, sheet.strips, sheet.across), *draw_quotes(plan, sheet.strips, sheet.across, sizes)]


def _levels(plan: Plan, sheet: Sheet, sizes: Sizes) -> Group:
    """A gentle line per level, named in words."""
    items: list[Item] = []
    for level in _LEVELS:
        y = sheet.level(level)
        colour, dash = ("faint", "") if level == 0 else ("hairline", "2 4")
        items.append(Path(f"M{sheet.left:g} {y:g}H{sheet.across.end:g}", None, colour, 1.0, dash))
        told = word(f"feeling.{level}", plan.language)
        items.append(TextLine(sheet.left - 8, ((y + 3.6, told),), sizes.small, "muted", False, "end"))
    return Group("levels", tuple(items))


def _phases(plan: Plan, sheet: Sheet) -> Group:
    """A faint upright line between phases, from the heads to the end."""
    found: list[Item] = []
    for number, (one, two) in enumerate(pairwise(plan.columns)):
        if one.phase is not two.phase:
            x = (sheet.across.right(number) + sheet.across.columns[number + 1]) / 2
            found.append(Path(f"M{x:g} {sheet.top:g}V{sheet.bottom:g}", None, "hairline", 1.0))
    return Group("rule", tuple(found))


def spread(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """The middles nearest to those wanted at which things of these heights stand above each other without overlap.

    They stay between `top` and `bottom` where there is room for them all; else they begin at the top and go on below.
    """
    order = sorted(range(len(wanted)), key=lambda number: (wanted[number], number))
    found = list(wanted)
    edge = top
    for number in order:
        found[number] = max(wanted[number], edge + heights[number] / 2)
        edge = found[number] + heights[number] / 2
    edge = max(bottom, top + fsum(heights))
    for number in reversed(order):
        found[number] = round(min(found[number], edge - heights[number] / 2), 2)
        edge = found[number] - heights[number] / 2
    return found


def _leader(sheet: Sheet, end: tuple[float, float], middle: float) -> Group:
    """The thin line from the last face of a curve to its name."""
    x = sheet.across.end
    d = f"M{end[0] + sheet.radius:g} {end[1]:g}H{x:g}L{x + _LEADER - 4:g} {middle:g}"
    return Group("rule", (Path(d, None, "faint", 0.8),))


def _pointers(curves: Sequence[Curve], points: Sequence[Sequence[tuple[float, float]]], sheet: Sheet) -> list[Group]:
    """The thin lines from quotes to the face they are nearest to."""
    faces: dict[int, list[tuple[float, float]]] = {}
    for curve, at in zip(curves, points, strict=True):
        for spot, point in zip(curve.spots, at, strict=True):
            faces.setdefault(spot.column, []).append(point)
    groups = []
    for column, (x, y) in tips_of(sheet.strips, sheet.across).items():
        peak = sheet.strips.turns[column] == "peak"
        face = min(faces[column], key=lambda point: point[1] if peak else -point[1])
        edge = face[1] + (-1 if peak else 1) * (sheet.radius + 4)
        groups.append(Group("rule", (Path(f"M{x:g} {y:g}L{face[0]:g} {edge:g}", None, "faint", 0.8),)))
    return groups


def _line(curve: Curve, points: Sequence[tuple[float, float]]) -> Group:
    pattern = _PATTERNS.get(curve.colour, "")
    items = []
    for d, dash in zip(pieces_of(points), dashes_of(curve), strict=True):
        items.append(Path(d, None, curve.colour, 1.4, FAR) if dash == FAR else Path(d, None, curve.colour, 2.6, pattern))
    return Group("emotion", tuple(items), f"personas/{curve.persona.id}" if curve.persona else "", curve.name)


def _faces(plan: Plan, curve: Curve, points: Sequence[tuple[float, float]], radius: float) -> Group:
    """The faces of a curve, above all curves; the outline of one that is only assumed is dashed."""
    faces = [
        face_of(plan, curve, spot, point, radius, "" if spot.firm else _ASSUMED)
        for spot, point in zip(curve.spots, points, strict=True)
    ]  # fmt: skip
    return Group("emotion", tuple(faces), "", curve.name)


def _name(curve: Curve, lines: Sequence[str], sheet: Sheet, middle: float, sizes: Sizes) -> Group:
    """A persona's name beside the plot, with the shape of its face in its colour."""
    x = sheet.across.end + _LEADER
    first = middle - (len(lines) - 1) * NAME_STEP / 2
    texts = tuple((first + 4.2 + number * NAME_STEP, line) for number, line in enumerate(lines))
    high = len(lines) * NAME_STEP
    items = (outline_of(curve.colour, x + 5, first, 4.5, curve.colour, None), TextLine(x + _NAME - 2, texts, sizes.text, "ink", True))
    address = f"personas/{curve.persona.id}#name" if curve.persona else ""
    return Group("name", items, address, curve.name, (x, middle - high / 2, sheet.right - x, high))


def curve_signs(plan: Plan, curves: Sequence[Curve], strips: Strips) -> list[Entry]:
    """What the legend of the curves explains: the signs that they show."""
    language = plan.language
    steps = [column.step for column in plan.columns if column.step is not None]
    found = []
    if any(not spot.firm for curve in curves for spot in curve.spots):
        found.append(Entry(word("legend.assumed-face", language), 15, _assumed))
    if any(FAR in dashes_of(curve) for curve in curves):
        found.append(Entry(word("legend.gap-in-curve", language), 26, _gap))
    if any(step.moment_of_truth for step in steps):
        found.append(truth_entry(language))
    if strips.quotes:
        found.append(Entry(word("legend.quote", language), 20, lambda x, y: [Path(bubble(x, y - 7, 20, 11, True), "card", "faint", 1.0)]))
    levels = [(step.desired, step.actual) for step in steps]
    if any(actual is not None for _, actual in levels):
        found.append(Entry(word("legend.actual", language), 24, partial(_bar, None, 3.0)))
    if any(desired is not None for desired, _ in levels):
        found.append(Entry(word("legend.desired", language), 24, partial(_bar, 4.0, None)))
    if any(desired is not None and actual is not None and actual < desired for desired, actual in levels):
        found.append(Entry(word("legend.shortfall", language), 24, partial(_bar, 5.0, 0.0)))
    return found


def _assumed(x: float, y: float) -> list[Item]:
    return [Rect(x, y - 7, 14, 14, "paper", "muted", 1.8, 7, _ASSUMED)]


def _gap(x: float, y: float) -> list[Item]:
    return [Path(f"M{x:g} {y:g}H{x + 26:g}", None, "muted", 1.4, FAR)]


def _bar(desired: float | None, actual: float | None, x: float, y: float) -> list[Item]:
    return level_bar(desired, actual, x, y - 4, 24)
