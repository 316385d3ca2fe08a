"""What a picture is made of, as plain geometry: the boxes of cards, the corners of arrows, the texts and what they stand on."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from footlights.drawing import Drawing, Group, Item, Path, Rect, TextLine
from footlights.typeset import width
from tests.layout.faults import line_points

__all__ = ["Arrow", "Box", "Point", "Text", "Traced", "traced"]

Box = tuple[float, float, float, float]
Point = tuple[float, float]
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
#: A text reaches from the ascent of small letters to its descent (em).
_ABOVE, _BELOW = 0.75, 0.22


class Arrow(NamedTuple):
    """An arrow: the ids of its ends as it says them, and its corners from start to tip; hops count as straight."""

    source: str
    target: str
    points: list[Point]


class Text(NamedTuple):
    """A line of text: its box (left, top, right, bottom), its colour and the one below it, and the link whose label it is ("" for none)."""

    text: str
    box: Box
    size: float
    colour: str
    ground: str
    card: str
    label: str


class Traced(NamedTuple):
    """A picture as geometry, in px; boxes are (left, top, right, bottom). `links` are (source, target) by the link's id."""

    width: float
    height: float
    cards: dict[str, Box]
    arrows: list[Arrow]
    texts: list[Text]
    labels: list[tuple[str, Box]]
    links: dict[str, tuple[str, str]]


def traced(drawing: Drawing) -> Traced:
    """The geometry of our own picture, read from the Drawing."""
    found = Traced(drawing.width, drawing.height, {}, [], [], [], {})
    bands = [(_edges(group.box), _ground(group)) for group in drawing.groups if group.kind == "lane" and group.box]
    for group in drawing.groups:
        facts = dict(group.facts)
        if group.kind == "card" and group.box:
            found.cards[group.address.partition("/")[2]] = _edges(group.box)
        elif group.kind == "arrow":
            path = next(item for item in group.items if isinstance(item, Path))
            found.arrows.append(Arrow(facts["from"], facts["to"], line_points(path.d)))
            found.links[group.address.partition("/")[2]] = (facts["from"], facts["to"])
        elif group.kind == "label" and group.box:
            found.labels.append((facts["for"], _edges(group.box)))
        found.texts.extend(_texts(group, bands, facts.get("for", "") if group.kind == "label" else ""))
    return found


def _edges(box: Box) -> Box:
    x, y, wide, high = box
    return x, y, x + wide, y + high


def _ground(lane: Group) -> str:
    return next(item.fill for item in lane.items if isinstance(item, Rect) and item.fill)


def _filled(item: Item) -> tuple[Box, str] | None:
    if isinstance(item, Rect) and item.fill:
        return _edges((item.x, item.y, item.width, item.height)), item.fill
    if isinstance(item, Path) and item.fill:
        points = _corners_of_shape(item.d)
        return (min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)), item.fill
    return None


def _corners_of_shape(d: str) -> list[Point]:
    """Good enough for the box of a ground: letters with absolute places only."""
    points: list[Point] = []
    x = y = 0.0
    for letter, rest in re.findall(r"([MLHVCa])([^MLHVCaZ]*)", d):
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        if letter == "H":
            x = numbers[-1]
        elif letter == "V":
            y = numbers[-1]
        elif letter in "MLC" and len(numbers) > 1:
            x, y = numbers[-2], numbers[-1]
        points.append((x, y))
    return points


def _flat(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            yield from _flat(item.items)
        else:
            yield item


def _texts(group: Group, bands: list[tuple[Box, str]], label: str) -> Iterator[Text]:
    grounds: list[tuple[Box, str]] = []
    card = group.address.partition("/")[2] if group.kind == "card" else ""
    for item in _flat(group.items):
        if not isinstance(item, TextLine):
            filled = _filled(item)
            grounds += [filled] if filled else []
            continue
        for y, line in item.lines:
            wide = width(line, item.size, bold=item.bold)
            left = item.x - {"start": 0.0, "middle": wide / 2, "end": wide}[item.anchor]
            box = (left, y - _ABOVE * item.size, left + wide, y + _BELOW * item.size)
            middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
            ground = _below(middle, grounds) or _below(middle, bands) or "paper"
            yield Text(line, box, item.size, item.fill, ground, card, label)


def _below(point: Point, grounds: list[tuple[Box, str]]) -> str:
    """The colour of the last ground drawn at a point; "" where there is none."""
    x, y = point
    return next((fill for (left, top, right, bottom), fill in reversed(grounds) if left <= x <= right and top <= y <= bottom), "")
