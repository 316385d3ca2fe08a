"""How good a picture is, in figures: the same definitions for every tool.

They are those of the peers' benchmark, so that the recorded figures of others and ours mean the same thing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from math import dist, hypot
from statistics import median
from typing import NamedTuple

from footlights.drawing import THEMES

from .geometry import Box, Point, Traced

__all__ = ["Quality", "measured"]

#: A3 landscape at 96 dpi.
_A3 = (1587.0, 1123.0)
_CELL = 80.0
_HEAD = 8.0


class Quality(NamedTuple):
    """The figures of one picture.

    cards: how many of the wanted cards are there · arrows: how many wanted arrows touch the right two cards · stray: arrows that do
    not · over_card: an arrow enters a card that is not its end (2 px in) · in_own: an arrow runs more than 12 px inside its own card
    · crossings: proper crossings of two arrows · shared: collinear run of two arrows, % of all length · bends: an arrow, a rounded
    corner is one · lanes, steps: in order, % · overflow: texts beyond their card by more than 1 px · struck: texts with an arrow
    through them, a label's own arrow excepted · contrast: the least of any text (WCAG) · heads: labels over an arrowhead · px: the
    median size of texts when the picture is fitted to A3 · aspect: width by height · used: cards' share of the canvas, %.
    """

    cards: str
    arrows: str
    stray: int
    over_card: int
    in_own: int
    crossings: int
    shared: float
    bends: float
    lanes: int
    steps: int
    overflow: int
    struck: int
    contrast: float
    heads: int
    px: float
    aspect: float
    used: float


def measured(
    picture: Traced, cards: Sequence[tuple[str, int, int]], arrows: Collection[tuple[str, str]], theme: str = "light"
) -> Quality:  # fmt: skip
    """The quality of a picture in which `cards` (id, lane, step) and `arrows` (from, to) are wanted."""
    lines = [_plain(arrow.points) for arrow in picture.arrows]
    near = _Near(picture.cards)
    ends = [(near.card_at(line[0]), near.card_at(line[-1])) for line in lines]
    right = sum(pair == (arrow.source, arrow.target) for pair, arrow in zip(ends, picture.arrows, strict=True))
    wanted = set(arrows)
    shown = {pair for pair, arrow in zip(ends, picture.arrows, strict=True) if pair == (arrow.source, arrow.target)}
    crossings, shared, length = _meetings(lines)
    boxes = picture.cards
    sizes = sorted(text.size for text in picture.texts)
    fit = min(1.0, _A3[0] / picture.width, _A3[1] / picture.height)
    return Quality(
        cards=f"{sum(id in boxes for id, _, _ in cards)}/{len(cards)}",
        arrows=f"{len(wanted & shown)}/{len(wanted)}",
        stray=len(picture.arrows) - right,
        over_card=sum(len(near.entered(line, pair)) for line, pair in zip(lines, ends, strict=True)),
        in_own=sum(near.depth(line, pair) > 12 for line, pair in zip(lines, ends, strict=True)),
        crossings=crossings,
        shared=round(100 * shared / (length or 1), 1),
        bends=round(sum(len(line) - 2 for line in lines) / max(1, len(lines)), 2),
        lanes=_lanes_in_order(boxes, cards),
        steps=_steps_in_order(boxes, cards),
        overflow=sum(1 for text in picture.texts if text.card and _beyond(text.box, boxes[text.card])),
        struck=_struck(picture, lines),
        contrast=round(_least_contrast(picture, theme), 2),
        heads=_over_heads(picture),
        px=round(median(sizes) * fit, 2) if sizes else 0.0,
        aspect=round(picture.width / picture.height, 2),
        used=round(100 * sum((box[2] - box[0]) * (box[3] - box[1]) for box in boxes.values()) / (picture.width * picture.height), 1),
    )


def _plain(points: list[Point], slack: float = 1.6) -> list[Point]:
    """Without points that lie on the way (Ramer, Douglas and Peucker), and with a rounded corner as one."""
    keep, todo = {0, len(points) - 1}, [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        (x1, y1), (x2, y2) = points[first], points[last]
        dx, dy = x2 - x1, y2 - y1
        long = hypot(dx, dy)
        far, at = slack, -1
        for number in range(first + 1, last):
            x, y = points[number]
            away = abs(dx * (y1 - y) - (x1 - x) * dy) / long if long > 1e-6 else hypot(x - x1, y - y1)
            if away > far:
                far, at = away, number
        if at >= 0:
            keep.add(at)
            todo += [(first, at), (at, last)]
    found = [points[number] for number in sorted(keep)]
    number = 1
    while number < len(found) - 2:
        one, two = found[number], found[number + 1]
        if dist(one, two) < 14:
            found[number : number + 2] = [((one[0] + two[0]) / 2, (one[1] + two[1]) / 2)]
        else:
            number += 1
    return found


def _cells(one: Point, two: Point) -> Iterator[tuple[int, int]]:
    for across in range(int(min(one[0], two[0]) // _CELL), int(max(one[0], two[0]) // _CELL) + 1):
        for down in range(int(min(one[1], two[1]) // _CELL), int(max(one[1], two[1]) // _CELL) + 1):
            yield across, down


def _inside(one: Point, two: Point, box: Box) -> float:
    """How much of a line, in px, lies within a box (Liang and Barsky)."""
    dx, dy = two[0] - one[0], two[1] - one[1]
    low, high = 0.0, 1.0
    for step, room in ((-dx, one[0] - box[0]), (dx, box[2] - one[0]), (-dy, one[1] - box[1]), (dy, box[3] - one[1])):
        if step == 0:
            if room <= 0:
                return 0.0
        elif step < 0:
            low = max(low, room / step)
        else:
            high = min(high, room / step)
    return max(0.0, high - low) * hypot(dx, dy)


def _shrunk(box: Box, by: float = 2.0) -> Box:
    return box[0] + by, box[1] + by, box[2] - by, box[3] - by


class _Near:
    """Which cards are near a place."""

    def __init__(self, cards: dict[str, Box]) -> None:
        self.cards = cards
        self.at: dict[tuple[int, int], list[str]] = defaultdict(list)
        for id, box in cards.items():
            for cell in _cells((box[0], box[1]), (box[2], box[3])):
                self.at[cell].append(id)

    def card_at(self, point: Point) -> str:
        """The nearest card within 16 px of a point; "" for none."""
        across, down = int(point[0] // _CELL), int(point[1] // _CELL)
        found = []
        for cell in ((across + dx, down + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            for id in self.at.get(cell, ()):
                left, top, right, bottom = self.cards[id]
                away = hypot(max(left - point[0], 0, point[0] - right), max(top - point[1], 0, point[1] - bottom))
                if away <= 16:
                    found.append((away, id))
        return min(found)[1] if found else ""

    def entered(self, line: list[Point], ends: tuple[str, str]) -> set[str]:
        """The cards a line enters that are not its ends."""
        return {
            id for one, two in pairwise(line) for cell in _cells(one, two) for id in self.at.get(cell, ())
            if id not in ends and _inside(one, two, _shrunk(self.cards[id])) > 0
        }  # fmt: skip

    def depth(self, line: list[Point], ends: tuple[str, str]) -> float:
        """The longest run of a line inside its own cards."""
        own = [_shrunk(self.cards[id]) for id in set(ends) if id]
        return max((_inside(one, two, box) for one, two in pairwise(line) for box in own), default=0.0)


def _meetings(lines: list[list[Point]]) -> tuple[int, float, float]:
    """Proper crossings of two arrows, how far two run on one line, and the length of all (px)."""
    pieces = [(one, two, number) for number, line in enumerate(lines) for one, two in pairwise(line)]
    near: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, (one, two, _) in enumerate(pieces):
        for cell in _cells(one, two):
            near[cell].append(number)
    pairs = {(a, b) for found in near.values() for at, a in enumerate(found) for b in found[at + 1 :] if pieces[a][2] != pieces[b][2]}
    crossings, shared = 0, 0.0
    for a, b in pairs:
        (p, q, _), (r, s, _) = pieces[a], pieces[b]
        if _side(p, q, r) * _side(p, q, s) < 0 and _side(r, s, p) * _side(r, s, q) < 0:
            crossings += 1
        else:
            shared += sum(_along(p, q, r, s, axis) for axis in (0, 1))
    return crossings, shared, sum(dist(one, two) for one, two, _ in pieces)


def _side(p: Point, q: Point, r: Point) -> float:
    return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])


def _along(p: Point, q: Point, r: Point, s: Point, axis: int) -> float:
    """How far two pieces that are both upright (axis 0) or level (1) lie on each other."""
    if abs(p[axis] - q[axis]) >= 0.5 or abs(r[axis] - s[axis]) >= 0.5 or abs(p[axis] - r[axis]) >= 1.5:
        return 0.0
    other = 1 - axis
    return max(0.0, min(max(p[other], q[other]), max(r[other], s[other])) - max(min(p[other], q[other]), min(r[other], s[other])))


def _lanes_in_order(boxes: dict[str, Box], cards: Iterable[tuple[str, int, int]]) -> int:
    spans: dict[int, Box] = {}
    for id, lane, _ in cards:
        if id in boxes:
            top, bottom = boxes[id][1], boxes[id][3]
            held = spans.get(lane, (0.0, top, 0.0, bottom))
            spans[lane] = (0.0, min(held[1], top), 0.0, max(held[3], bottom))
    pairs = list(pairwise(sorted(spans)))
    return round(100 * sum(spans[one][3] <= spans[two][1] + 1 for one, two in pairs) / max(1, len(pairs)))


def _steps_in_order(boxes: dict[str, Box], cards: Iterable[tuple[str, int, int]]) -> int:
    lefts: dict[int, list[float]] = defaultdict(list)
    for id, _, step in cards:
        if id in boxes:
            lefts[step].append(boxes[id][0])
    kept = [left > max(lefts[one]) for one, two in pairwise(sorted(lefts)) for left in lefts[two]]
    return round(100 * sum(kept) / max(1, len(kept)))


def _beyond(text: Box, card: Box) -> bool:
    return text[0] < card[0] - 1 or text[2] > card[2] + 1 or text[1] < card[1] - 1 or text[3] > card[3] + 1


def _struck(picture: Traced, lines: list[list[Point]]) -> int:
    near: dict[tuple[int, int], list[tuple[Point, Point, int]]] = defaultdict(list)
    for number, line in enumerate(lines):
        for one, two in pairwise(line):
            for cell in _cells(one, two):
                near[cell].append((one, two, number))
    count = 0
    for text in picture.texts:
        own = picture.links.get(text.label)
        box = _shrunk(text.box)
        count += any(
            _inside(one, two, box) > 0
            for cell in _cells((text.box[0], text.box[1]), (text.box[2], text.box[3]))
            for one, two, number in near.get(cell, ())
            if own is None or (picture.arrows[number].source, picture.arrows[number].target) != own
        )
    return count


def _over_heads(picture: Traced) -> int:
    count = 0
    for arrow in picture.arrows:
        (x1, y1), (x2, y2) = arrow.points[-2:]
        back = min(1.0, _HEAD / max(0.1, abs(x2 - x1), abs(y2 - y1)))
        x3, y3 = x2 + (x1 - x2) * back, y2 + (y1 - y2) * back
        head = (min(x2, x3) - 3, min(y2, y3) - 3, max(x2, x3) + 3, max(y2, y3) + 3)
        count += sum(
            box[0] < head[2] - 1 and head[0] < box[2] - 1 and box[1] < head[3] - 1 and head[1] < box[3] - 1 for _, box in picture.labels
        )
    return count


def _least_contrast(picture: Traced, theme: str) -> float:
    colours = THEMES[theme].colours
    pairs = {(text.colour, text.ground) for text in picture.texts}
    return min((_contrast(colours[one], colours[two]) for one, two in pairs), default=21.0)


def _contrast(one: str, two: str) -> float:
    low, high = sorted((_light(one), _light(two)))
    return (high + 0.05) / (low + 0.05)


def _light(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
