"""What is wrong with a finished picture, computed from the Drawing: nothing overlaps, nothing overflows, no arrow crosses a card."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from footlights.drawing import Drawing, Group, Item, Path, TextLine
from footlights.typeset import width

__all__ = ["Fault", "arrow_points", "faults_of", "groups_of"]

Box = tuple[float, float, float, float]
#: What stands in the cells: cards, cards told again in another lane, and the counts of what is folded away.
CARDS = ("card", "echo", "count")
_LETTERS = re.compile(r"([MLHVa])([^MLHVa]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class Fault(NamedTuple):
    """One fault: its kind, and the elements it is about."""

    kind: str
    what: str
    where: str


def groups_of(drawing: Drawing, kind: str) -> list[Group]:
    """All groups of a kind, groups within groups included."""

    def walk(items: tuple[Item, ...]) -> Iterator[Group]:
        for item in items:
            if isinstance(item, Group):
                yield item
                yield from walk(item.items)

    return [group for group in walk(drawing.groups) if group.kind == kind]


def arrow_points(arrow: Group) -> list[tuple[float, float]]:
    """The corner points of an arrow; the small arcs of hops count as straight."""
    return line_points(next(item for item in arrow.items if isinstance(item, Path)).d)


def line_points(d: str) -> list[tuple[float, float]]:
    """The corner points of a line in path letters; the small arcs of hops count as straight."""
    points: list[tuple[float, float]] = []
    x = y = 0.0
    for letter, rest in _LETTERS.findall(d):
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        if letter in "ML":
            x, y = numbers
        elif letter == "H":
            x = numbers[0]
        elif letter == "V":
            y = numbers[0]
        else:
            x, y = x + numbers[5], y + numbers[6]
        points.append((x, y))
    return points


def _texts(items: tuple[Item, ...]) -> Iterator[TextLine]:
    for item in items:
        if isinstance(item, TextLine):
            yield item
        elif isinstance(item, Group):
            yield from _texts(item.items)


def text_boxes(group: Group) -> Iterator[tuple[str, Box]]:
    """(text, box) of every line of text in a group; the box spans from the ascent of small letters to the descent."""
    for text in _texts(group.items):
        for y, line in text.lines:
            wide = width(line, text.size, bold=text.bold)
            left = text.x - {"start": 0.0, "middle": wide / 2, "end": wide}[text.anchor]
            yield line, (left, y - 0.75 * text.size, left + wide, y + 0.22 * text.size)


def _edges(box: Box) -> Box:
    x, y, wide, high = box
    return x, y, x + wide, y + high


def _overlap(one: Box, two: Box, slack: float = 0.5) -> bool:
    return one[0] < two[2] - slack and two[0] < one[2] - slack and one[1] < two[3] - slack and two[1] < one[3] - slack


def faults_of(drawing: Drawing) -> list[Fault]:
    """Every fault of a picture; [] is what we want."""
    return [
        *_overlaps(drawing), *_overflows(drawing), *_crossed_cards(drawing), *_labels(drawing), *_outside(drawing), *_struck_heads(drawing),
    ]  # fmt: skip


def _overlaps(drawing: Drawing) -> Iterator[Fault]:
    for kinds in (CARDS, ("label",), ("face",), ("phase",), ("touchpoint",), ("step", "fold"), ("cell", "gap", "total")):
        boxes = [(group.address or group.label, _edges(group.box)) for kind in kinds for group in groups_of(drawing, kind) if group.box]
        kind = kinds[0]
        boxes.sort(key=lambda entry: entry[1][0])
        for number, (name, box) in enumerate(boxes):
            for other, there in boxes[number + 1 :]:
                if there[0] >= box[2]:
                    break
                if _overlap(box, there):
                    yield Fault(f"{kind}s overlap", name, other)


def _overflows(drawing: Drawing) -> Iterator[Fault]:
    for kind in (*CARDS, "label", "touchpoint", "phase", "step", "fold", "cell", "gap"):
        for group in groups_of(drawing, kind):
            assert group.box is not None
            left, top, right, bottom = _edges(group.box)
            for text, (x1, y1, x2, y2) in text_boxes(group):
                sideways = x1 < left - 0.01 or x2 > right + 0.01
                if sideways or (kind != "phase" and (y1 < top - 0.01 or y2 > bottom + 0.01)):
                    yield Fault(f"text outside its {kind}", group.address or group.label, text)
    for group in groups_of(drawing, "station"):
        assert group.box is not None
        for text, (x1, y1, x2, y2) in text_boxes(group):
            left, top, right, bottom = _edges(group.box)
            if x1 < left - 0.01 or x2 > right + 0.01 or y2 > bottom + 0.01 or y1 < top:
                yield Fault("text outside its station", group.address, text)


def _crossed_cards(drawing: Drawing) -> Iterator[Fault]:
    cards = [group for kind in CARDS for group in groups_of(drawing, kind) if group.box]
    boxes = [(dict(group.facts).get("id") or group.address.partition("/")[2], _edges(group.box)) for group in cards if group.box]
    for arrow in groups_of(drawing, "arrow"):
        facts = dict(arrow.facts)
        points = arrow_points(arrow)
        for name, (left, top, right, bottom) in boxes:
            for number, ((x1, y1), (x2, y2)) in enumerate(pairwise(points)):
                inside = min(x1, x2) < right - 1 and max(x1, x2) > left + 1 and min(y1, y2) < bottom - 1 and max(y1, y2) > top + 1
                if inside:
                    yield Fault("arrow through a card", f"{facts['from']} to {facts['to']}, piece {number}", name)
        for name, point in ((facts["from"], points[0]), (facts["to"], points[-1])):
            box = next(box for other, box in boxes if other == name)
            on_edge = min(abs(point[0] - box[0]), abs(point[0] - box[2]), abs(point[1] - box[1]), abs(point[1] - box[3])) < 0.51
            within = box[0] - 0.5 <= point[0] <= box[2] + 0.5 and box[1] - 0.5 <= point[1] <= box[3] + 0.5
            if not (on_edge and within):
                yield Fault("arrow does not touch its card", f"{facts['from']} to {facts['to']}", name)


def _labels(drawing: Drawing) -> Iterator[Fault]:
    cards = [(group.address, _edges(group.box)) for kind in CARDS for group in groups_of(drawing, kind) if group.box]
    tips = []
    for arrow in groups_of(drawing, "arrow"):
        (x1, y1), (x2, y2) = arrow_points(arrow)[-2:]
        length = max(abs(x2 - x1), abs(y2 - y1), 0.1)
        back = min(8.0, length) / length
        tips.append((min(x2, x2 + (x1 - x2) * back) - 3, min(y2, y2 + (y1 - y2) * back) - 3,
                     max(x2, x2 + (x1 - x2) * back) + 3, max(y2, y2 + (y1 - y2) * back) + 3))  # fmt: skip
    for label in groups_of(drawing, "label"):
        assert label.box is not None
        box = _edges(label.box)
        for name, card in cards:
            if _overlap(box, card):
                yield Fault("label over a card", label.label, name)
        for tip in tips:
            if _overlap(box, tip, 1.0):
                yield Fault("label over an arrowhead", label.label, str(tip))


def _outside(drawing: Drawing) -> Iterator[Fault]:
    for group in drawing.groups:
        for text, (x1, y1, x2, y2) in text_boxes(group):
            if x1 < 0 or y1 < 0 or x2 > drawing.width + 0.01 or y2 > drawing.height + 0.01:
                yield Fault("text outside the picture", group.kind, text)


def _struck_heads(drawing: Drawing) -> Iterator[Fault]:
    """Texts of the lane column: none reaches into the grid, none lies on another."""
    found: list[tuple[str, Box]] = []
    for kind in ("lane", "sep"):
        for group in groups_of(drawing, kind):
            found += text_boxes(group)
    for number, (text, box) in enumerate(found):
        if drawing.head_width and box[2] > drawing.head_width + 0.01:
            yield Fault("lane name reaches into the grid", text, str(box))
        for other, there in found[number + 1 :]:
            if _overlap(box, there, 0.2):
                yield Fault("lane names overlap", text, other)
