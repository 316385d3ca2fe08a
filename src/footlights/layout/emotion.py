"""The emotion lane: one smooth curve per persona, a face at every step, dashed while it is only assumed."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from footlights.drawing import Group, Item, Path, Rect, TextLine
from footlights.model import Persona, Step
from footlights.words import signed, word

from .plan import Plan

__all__ = ["FAR", "MOUTHS", "Curve", "Spot", "curves_of", "dashes_of", "draw_curves", "face_of", "outline_of", "pieces_of", "smooth"]

#: The dash of a curve over steps where nothing is known.
FAR = "1.5 5"

_RADIUS = 8.5
_PADDING = 18.0
_LEVELS = 2.0


class Spot(NamedTuple):
    """How a persona feels at a column; `firm` when it was observed or measured rather than assumed."""

    column: int
    level: float
    firm: bool


class Curve(NamedTuple):
    """The feelings of one persona (None: of everyone), in the colour of a token."""

    persona: Persona | None
    name: str
    colour: str
    spots: tuple[Spot, ...]


def curves_of(plan: Plan) -> tuple[Curve, ...]:
    """A curve for each persona that has feelings of its own or shares those of everyone; one for everyone without personas."""
    people: list[Persona | None] = list(plan.blueprint.personas.values())
    asked = plan.looked.personas
    found: list[Curve] = []
    for persona in people or [None]:
        spots = []
        for number, column in enumerate(plan.columns):
            spot = _spot(plan, column.step, persona.id if persona else None, number) if column.step is not None else None
            if spot is not None:
                spots.append(spot)
        if spots:
            name = (plan.say(persona.name) or persona.id) if persona else word("word.everyone", plan.language)
            found.append(Curve(persona, name, f"persona-{len(found) % 5 + 1}", tuple(spots)))
    # everybody keeps the colour they have beside the others
    return tuple(curve for curve in found if not asked or curve.persona is None or curve.persona.id in asked)


def _spot(plan: Plan, step: Step, persona: str | None, column: int) -> Spot | None:
    own = next((feeling for feeling in step.feels if feeling.persona == persona), None)
    feeling = own or next((feeling for feeling in step.feels if feeling.persona is None), None)
    if feeling is None:
        return None
    basis = feeling.basis or step.basis
    if plan.looked.basis and basis not in plan.looked.basis:
        return None
    return Spot(column, feeling.level, basis in ("observed", "measured"))


def draw_curves(
    plan: Plan, curves: Sequence[Curve], middles: Sequence[float], top: float, height: float, right: float, left: float
) -> list[Group]:  # fmt: skip
    """The groups of the lane: its levels, then every curve with its faces. `middles` are the columns' middles in px."""
    floor = height - 2 * _PADDING

    def y_of(level: float) -> float:
        return round(top + _PADDING + floor * (_LEVELS - max(-2.0, min(2.0, level))) / (2 * _LEVELS), 2)

    lines = [Path(f"M{left:g} {y_of(level):g}H{right:g}", None, "hairline", 1.0, "" if level == 0 else "2 4") for level in (2, 0, -2)]
    groups = [Group("levels", tuple(lines))]
    for number, curve in enumerate(curves):
        # personas stand beside each other in a column, so that no face covers another
        shift = (number - (len(curves) - 1) / 2) * (2 * _RADIUS + 4)
        points = [(middles[spot.column] + shift, y_of(spot.level)) for spot in curve.spots]
        groups.append(_curve(plan, curve, points))
    return groups


def _curve(plan: Plan, curve: Curve, points: list[tuple[float, float]]) -> Group:
    items: list[Item] = []
    for (one, two), d in zip(pairwise(curve.spots), pieces_of(points), strict=True):
        dash = _dash(one, two)
        items.append(Path(d, None, curve.colour, 1.6 if dash == FAR else 2.4, dash))
    faces = [face_of(plan, curve, spot, point) for spot, point in zip(curve.spots, points, strict=True)]
    address = f"personas/{curve.persona.id}" if curve.persona else ""
    return Group("emotion", (*items, *faces), address, curve.name)


def pieces_of(points: Sequence[tuple[float, float]]) -> list[str]:
    """The path letters of a smooth curve through the points, a piece between every two of them."""
    slopes = smooth(points)
    found = []
    for number, (start, stop) in enumerate(pairwise(points)):
        third = (stop[0] - start[0]) / 3
        found.append(
            f"M{start[0]:g} {start[1]:g}C{start[0] + third:.2f} {start[1] + slopes[number] * third:.2f} "
            f"{stop[0] - third:.2f} {stop[1] - slopes[number + 1] * third:.2f} {stop[0]:g} {stop[1]:g}"
        )
    return found


def _dash(one: Spot, two: Spot) -> str:
    return FAR if two.column - one.column > 1 else "" if one.firm and two.firm else "6 4"


def dashes_of(curve: Curve) -> tuple[str, ...]:
    """The dash of every piece of a curve: "" where both its ends were observed or measured, FAR across steps without any."""
    return tuple(_dash(one, two) for one, two in pairwise(curve.spots))


def smooth(points: Sequence[tuple[float, float]]) -> list[float]:
    """The slope at every point of a curve that goes through them all and never swings beyond them (Fritsch and Carlson 1980)."""
    if len(points) < 2:
        return [0.0] * len(points)
    steps = [(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in pairwise(points)]
    slopes = [steps[0]]
    for before, after in pairwise(steps):
        # a turning point is flat; elsewhere the harmonic mean keeps the curve between its neighbours
        slopes.append(0.0 if before * after <= 0 else 2 * before * after / (before + after))
    slopes.append(steps[-1])
    slopes[0] = 0.0 if len(steps) > 1 and steps[0] * steps[1] < 0 else slopes[0]
    return slopes


#: Per mood: how far below the middle the corners of the mouth lie, and how far below them its bend.
MOUTHS = {2: (1.6, 3.0), 1: (2.0, 2.0), 0: (3.4, 0.0), -1: (5.0, -2.0), -2: (5.6, -3.0)}


#: The corners of the faces of the third, fourth and fifth persona, as shares of the radius; the first is round, the second a square.
_CORNERS = {
    "persona-3": ((0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)),
    "persona-4": ((-0.6, -1.05), (0.6, -1.05), (1.2, 0.0), (0.6, 1.05), (-0.6, 1.05), (-1.2, 0.0)),
    "persona-5": ((-1.05, -1.0), (1.05, -1.0), (1.05, 0.35), (0.0, 1.3), (-1.05, 0.35)),
}


def outline_of(persona: str, x: float, y: float, r: float, fill: str, stroke: str | None, dash: str = "") -> Rect | Path:
    """The outline of a persona's face round (x, y): its shape tells whose it is without colour."""
    thick = 1.8 if stroke else 1.0
    if persona not in _CORNERS:
        return Rect(x - r, y - r, 2 * r, 2 * r, fill, stroke, thick, r if persona == "persona-1" else r / 4, dash)
    corners = "L".join(f"{x + dx * r:.2f} {y + dy * r:.2f}" for dx, dy in _CORNERS[persona])
    return Path(f"M{corners}Z", fill, stroke, thick, dash)


def face_of(plan: Plan, curve: Curve, spot: Spot, point: tuple[float, float], r: float = _RADIUS, dash: str = "") -> Group:
    """The face of a persona at a step round a point, `r` px in radius; `dash` is that of its outline."""
    x, y = point
    mood = max(-2, min(2, round(spot.level)))
    drop, bend = MOUTHS[mood]
    k = r / _RADIUS
    corners, low = y + drop * k, y + (drop + bend) * k
    mouth = f"M{x - 3.5 * k:g} {corners:g}C{x - 1.2 * k:g} {low:g} {x + 1.2 * k:g} {low:g} {x + 3.5 * k:g} {corners:g}"
    items: tuple[Item, ...] = (
        outline_of(curve.colour, x, y, r, "paper", curve.colour, dash),
        Rect(x - 3.9 * k, y - 3.7 * k, 2.2 * k, 2.2 * k, curve.colour, radius=1.1 * k),
        Rect(x + 1.7 * k, y - 3.7 * k, 2.2 * k, 2.2 * k, curve.colour, radius=1.1 * k),
        Path(mouth, None, curve.colour, 1.5),
    )
    step = plan.columns[spot.column].step
    feels = word(f"feeling.{mood}", plan.language)
    box = (x - r, y - r, 2 * r, 2 * r)
    return Group(
        "face", items, f"steps/{step.id}#feels" if step else "", f"{curve.name}: {feels} ({signed(spot.level, plan.language)})", box
    )


def names_of(curves: Sequence[Curve], x: float, y: float, texts: Sequence[str]) -> list[Item]:
    """The personas' names under the lane's name, each with a dot in its colour and shape."""
    found: list[Item] = []
    for number, (curve, text) in enumerate(zip(curves, texts, strict=True)):
        top = y + number * 15
        found.append(outline_of(curve.colour, x + 4, top + 7, 4, curve.colour, None))
        found.append(TextLine(x + 13, ((top + 10.6, text),), 10.0, "muted"))
    return found
