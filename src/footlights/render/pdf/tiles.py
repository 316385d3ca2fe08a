"""A picture over several sheets that are cut and glued together: which sheet holds what of it."""

from collections.abc import Iterator
from math import ceil
from typing import NamedTuple

from footlights.model import FootlightsError

from .paper import MILLIMETRE, POINTS, Sheet
from .pictures import Box

__all__ = ["EDGE", "FOOT", "OVERLAP", "Tile", "Tiling", "tiling"]

#: Points: the free edge in which the marks are, the strip below with the number and the key, and what two sheets share.
EDGE, FOOT, OVERLAP = 10 * MILLIMETRE, 11 * MILLIMETRE, 10 * MILLIMETRE
#: Points of a CSS pixel: a picture is printed no smaller than this, so that its smallest text (9 px) is 6 pt; and no more than double.
_LEAST, _MOST = 0.9 * POINTS, 2 * POINTS
#: More sheets than anybody glues.
_MANY = 200


class Tile(NamedTuple):
    """A sheet: its name (column letter and row number, B2), its place counted from 0, and the part of the picture on it, in px."""

    name: str
    column: int
    row: int
    box: Box


class Tiling(NamedTuple):
    """How a picture lies over sheets: the sheet, how many across and down, points for a px, and where it begins, in points."""

    sheet: Sheet
    across: int
    down: int
    share: float
    left: float
    top: float
    width: float
    height: float

    def tiles(self) -> Iterator[Tile]:
        """The sheets row by row."""
        wide, high = _window(self.sheet)
        for row in range(self.down):
            for column in range(self.across):
                x, y = (column * (wide - OVERLAP) - self.left) / self.share, (row * (high - OVERLAP) - self.top) / self.share
                yield Tile(f"{_letters(column)}{row + 1}", column, row, (x, y, wide / self.share, high / self.share))


def tiling(width: float, height: float, sheet: Sheet) -> Tiling:
    """The fewest sheets on which a picture of this many px can be read, lying or standing, and as large as it gets on these.

    Raises FootlightsError for a picture that would take more than 200.
    """
    found = min(
        (_laid(width, height, turned) for turned in (sheet, sheet.turned())), key=lambda laid: (laid.across * laid.down, -laid.share)
    )
    count = found.across * found.down
    if count > _MANY:
        raise FootlightsError(
            f"the picture would take {count:,} sheets; at most {_MANY} are made", "choose larger sheets, a report, or fewer phases"
        )
    return found


def _laid(width: float, height: float, sheet: Sheet) -> Tiling:
    wide, high = _window(sheet)
    across, down = (max(1, ceil((size * _LEAST - OVERLAP) / (room - OVERLAP) - 1e-9)) for size, room in ((width, wide), (height, high)))
    covered = across * (wide - OVERLAP) + OVERLAP, down * (high - OVERLAP) + OVERLAP
    share = min(_MOST, covered[0] / width, covered[1] / height)
    return Tiling(sheet, across, down, share, (covered[0] - width * share) / 2, (covered[1] - height * share) / 2, width, height)


def _window(sheet: Sheet) -> tuple[float, float]:
    return sheet.width - 2 * EDGE, sheet.height - 2 * EDGE - FOOT


def _letters(number: int) -> str:
    """A, B … Z, AA, AB …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
