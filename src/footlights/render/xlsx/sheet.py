"""Where things stand on the sheet of the grid, and how wide and high its cells are."""

from itertools import accumulate
from typing import Any, NamedTuple

from footlights.drawing import Drawing, TextLine
from footlights.render.cells import Cells, Strip
from footlights.render.details import Details

from .ink import Run, height_of
from .looks import Looks

__all__ = [
    "CHARACTER", "FIRST", "HIGHEST", "IDS", "LANE", "LANE_CHARACTERS", "PADDING", "ROW", "ROW_CHARACTERS", "ROW_HEIGHT", "Grid", "Placed",
]  # fmt: skip

#: The columns before the steps: ids, the lane's name, and the name of a row in it.
IDS, LANE, ROW, FIRST = 0, 1, 2, 3
#: How wide the names are, in characters.
LANE_CHARACTERS, ROW_CHARACTERS = 19, 13
#: Px: a character of a column, and what a cell has beside its characters.
CHARACTER, PADDING = 7, 5
#: Points: the least and the most that a row is high.
ROW_HEIGHT, HIGHEST = 18.0, 400.0
#: Columns are so much wider than those of the picture; an indent takes so many px on both sides.
_WIDER, _INDENT = 1.35, 18


class Placed(NamedTuple):
    """A cell of the grid."""

    row: int
    column: int


class Grid:
    """The grid as it grows: `row` is where it goes on, `at` says by address where everything went.

    `signs` are the kinds of marks that are shown, and the star of a moment of truth; `heads` are the first and the last row of
    the heads.
    """

    def __init__(self, sheet: Any, looks: Looks, drawing: Drawing, cells: Cells, details: Details) -> None:
        self.sheet, self.looks, self.drawing, self.cells, self.details = sheet, looks, drawing, cells, details
        self.language = drawing.language
        self.count = len(cells.columns)
        self.last = FIRST + max(self.count, 1) - 1
        self.characters = [_characters(column.wide) for column in cells.columns]
        self._ends = [0, *accumulate(int(wide * CHARACTER + 0.5) + PADDING for wide in self.characters)]
        self.at: dict[str, Placed] = {}
        self.signs: set[str] = set()
        self.row = 1
        self.heads = (1, 1)

    def room(self, first: int, last: int) -> float:
        """How many px a text has in the columns from `first` to `last`."""
        return self.wide(first, last) - _INDENT

    def high(self, runs: list[Run], room: float) -> float:
        """How high, in points, the runs stand in a cell `room` px wide."""
        return height_of(runs, room, self.looks.letter)

    def wide(self, first: int, last: int) -> int:
        """How wide the columns from `first` to `last` are together, in px."""
        return self._ends[last + 1] - self._ends[first]

    def said_in_head(self, strip: Strip) -> list[str]:
        """What the picture says under a lane's name."""
        lane = next((group for group in self.drawing.groups if group.kind == "lane" and group.address == strip.address), None)
        texts = [item for item in lane.items if isinstance(item, TextLine)] if lane is not None else []
        return [line for item in texts[1:] for _, line in item.lines]

    def id_column(self, column: int) -> int:
        """The hidden column with the ids of what stands in a column."""
        return FIRST + self.count + column


def _characters(wide: float) -> float:
    """How wide a column is in a spreadsheet, in characters."""
    return min(90.0, max(14.0, round((wide * _WIDER - PADDING) / CHARACTER, 1)))
