"""Where everything stands: the places of the drawing, pulled apart where BPMN needs room for something more."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import NamedTuple

from footlights.render.shown import Point, Shown
from footlights.typeset import wrap

__all__ = ["Box", "Note", "Room", "Stretch", "Uprights", "note_height"]

Box = tuple[float, float, float, float]

#: How bpmn-js writes an annotation: 12 px, lines 14.4 px apart, 5 px round it. Measured larger, as other tools have other fonts.
_NOTE_SIZE, _NOTE_LINE, _NOTE_PAD = 13.0, 14.4, 5.0
#: Path letters have six digits, so that the same place may differ by this much in a wide picture.
_SAME = 0.6
#: An annotation narrower than this would be a column of letters.
_NARROWEST = 70.0


class Note(NamedTuple):
    """A text annotation: where it stands, what it says, and the place of the card it is about (-1 for none)."""

    box: Box
    text: str
    about: int = -1


class Stretch:
    """A line along which room was put in: whatever lies beyond a place moves on by the room that was put in there."""

    def __init__(self, rooms: Iterable[tuple[float, float]]) -> None:
        merged: dict[float, float] = {}
        for at, room in ((round(at, 2) + _SAME, room) for at, room in rooms):
            merged[at] = max(merged.get(at, 0.0), room)
        self._at = sorted(merged)
        self._sum = [0.0, *accumulate(merged[at] for at in self._at)]

    def __call__(self, value: float) -> float:
        """Where this place is now."""
        return round(value + self._sum[bisect_left(self._at, value)], 2)


class Room(NamedTuple):
    """Both directions."""

    across: Stretch
    down: Stretch

    def below(self, top: float) -> float:
        """Where something that begins at this height is now: below whatever was put in there."""
        return self.down(top + 2 * _SAME) - 2 * _SAME

    def point(self, point: Point) -> Point:
        """Where a point is now."""
        return self.across(point[0]), self.down(point[1])

    def box(self, box: Box) -> Box:
        """Where a box is now; what was put in within it makes it larger."""
        x, y = self.across(box[0]), self.down(box[1])
        return x, y, self.across(box[0] + box[2]) - x, self.down(box[1] + box[3]) - y


class Uprights:
    """The upright pieces of all arrows, by where they stand."""

    def __init__(self, seen: Shown) -> None:
        found = [(x1, min(y1, y2), max(y1, y2)) for arrow in seen.arrows for (x1, y1), (x2, y2) in pairwise(arrow.points) if x1 == x2]
        self._all = sorted(found)

    def free(self, left: float, right: float, top: float, bottom: float) -> tuple[float, float] | None:
        """The widest part of a level strip that no arrow passes through, as (left, right); None where all are too narrow."""
        first, last = bisect_left(self._all, (left,)), bisect_left(self._all, (right,))
        passing = [x for x, high, low in self._all[first:last] if high < bottom and low > top]
        edges = [left - 6, *passing, right + 6]
        start, end = max(pairwise(edges), key=lambda gap: gap[1] - gap[0])
        return (start + 6, end - 6) if end - start - 12 >= _NARROWEST else None


def note_height(text: str, wide: float, language: str) -> float:
    """How high an annotation of this width is."""
    lines = sum(max(1, len(wrap(line, wide - 2 * _NOTE_PAD, _NOTE_SIZE, language=language))) for line in text.split("\n"))
    return round(lines * _NOTE_LINE + 2 * _NOTE_PAD, 1)
