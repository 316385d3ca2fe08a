"""The finished picture before any file format: things at fixed points, with their line breaks and colours settled.

Units are CSS pixels (1/96 inch), y grows downward. Colours are names of theme tokens (`ink`, `card-frontstage`).
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, overload

__all__ = ["Drawing", "Group", "Icon", "Item", "Path", "Rect", "Row", "Table", "TextLine"]


class Rect(NamedTuple):
    """A rectangle with its top left corner at (x, y)."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1.0
    radius: float = 0.0
    dash: str = ""


class Path(NamedTuple):
    """A line or shape in SVG path letters, absolute: M L H V C Z, and small relative arcs (a) for hops."""

    d: str
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1.0
    dash: str = ""
    #: `end` or `both`: where an arrowhead stands
    arrowhead: str = ""


class TextLine(NamedTuple):
    """One text in one size: its lines, each with its own baseline y. `anchor` is start, middle or end of the line at x."""

    x: float
    lines: tuple[tuple[float, str], ...]
    size: float
    fill: str = "ink"
    bold: bool = False
    anchor: str = "start"
    italic: bool = False


class Icon(NamedTuple):
    """A small line picture from drawing.icons (`phone`, `person` …), `size` px square, with its top left corner at (x, y)."""

    x: float
    y: float
    name: str
    size: float = 12.0
    colour: str = "muted"


class Group(NamedTuple):
    """Items that mean one thing: a card, an arrow, a lane … `kind` says what, `address` which element.

    `label` is what a screen reader says and a tooltip shows. `box` (x, y, width, height) is the room it takes, where it
    takes any. `facts` are extra plain facts for outputs (`from`, `to`, `lane`, `step`). Groups may hold groups.
    """

    kind: str
    items: tuple["Item", ...]
    address: str = ""
    label: str = ""
    box: tuple[float, float, float, float] | None = None
    facts: tuple[tuple[str, str], ...] = ()


Item = Rect | Path | TextLine | Icon | Group


class Row(NamedTuple):
    """A row of the table that says the picture in words: its head (lane and role), and a cell of texts per step."""

    head: str
    cells: tuple[tuple[str, ...], ...]


class Table(Sequence[Row]):
    """Rows that are worked out when they are first asked for: most outputs show the picture only."""

    __slots__ = ("_make", "_rows")

    def __init__(self, make: Callable[[], tuple[Row, ...]]) -> None:
        self._make = make
        self._rows: tuple[Row, ...] | None = None

    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        if self._rows is None:
            self._rows = self._make()
        return self._rows

    @overload
    def __getitem__(self, number: int) -> Row: ...

    @overload
    def __getitem__(self, number: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, number: int | slice) -> Row | tuple[Row, ...]:
        return self.rows()[number]

    def __len__(self) -> int:
        return len(self.rows())

    def __eq__(self, other: object) -> bool:
        return tuple(other) == self.rows() if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.rows())


class Drawing(NamedTuple):
    """A finished picture.

    The first `head_height` px are the heads of phases and steps and the first `head_width` px the names of the lanes: an
    output that scrolls keeps them in sight. `columns` are the steps as (name, phase), `rows` the same content as text.
    """

    width: float
    height: float
    title: str
    description: str
    language: str
    view: str
    groups: tuple[Group, ...]
    head_height: float
    head_width: float
    columns: tuple[tuple[str, str], ...]
    rows: Sequence[Row]
    provenance: str = ""
