"""A drawing as cells: its columns, its lanes with their rows, and what stands in which of them.

For outputs that are made of cells. What a view shows is what the drawing shows, so it is read back from the drawing's groups
and their boxes: a new view needs no word here.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import NamedTuple

from footlights.drawing import Drawing, Group, Path, Rect

__all__ = ["Cell", "Cells", "Column", "Strip", "cells_of"]

#: Groups that head the cells, join them or explain them, and stand in none.
_AROUND = frozenset(
    ("title", "phase", "step", "fold", "lane", "sep", "rule", "levels", "arrow", "label", "legend", "provenance", "invitation")
)
_TURN = re.compile(r"M[-\d.]+ ([-\d.]+)")
#: Boxes that meet overlap by less than this, in px.
_SLACK = 1.0


class Column(NamedTuple):
    """A column of the drawing: a step (`steps/id`), or the place of a phase without steps (`phases/id`).

    `name` is the step's, with its number; "" where there is no step. `left` and `wide` are px; `phase` is what its phase is
    called, and `group` the phase's address.
    """

    address: str
    name: str
    phase: str
    group: str
    left: float
    wide: float


class Cell(NamedTuple):
    """Something that stands in a lane, from the column `first` to `last`, in the lane's row `row`.

    `kind`, `address` and `label` are those of its group, `fate` what became of it in a picture of two states. A face belongs to
    somebody: `whose` is the name of their curve, and `curve` its address.
    """

    kind: str
    address: str
    label: str
    first: int
    last: int
    row: int
    fate: str = ""
    whose: str = ""
    curve: str = ""


class Strip(NamedTuple):
    """A lane with what stands in it; `family` names its tint, `lines` are the named lines that run below it."""

    address: str
    name: str
    role: str
    family: str
    rows: int
    cells: tuple[Cell, ...]
    lines: tuple[str, ...]


class Cells(NamedTuple):
    """All columns and lanes of a drawing; both are empty for a blueprint without steps."""

    columns: tuple[Column, ...]
    strips: tuple[Strip, ...]

    def in_order(self) -> Iterator[tuple[Strip, Cell]]:
        """Everything that stands in a cell, as it is read: column by column, in each from the top lane down."""
        everything = [(cell.first, number, cell.row, strip, cell) for number, strip in enumerate(self.strips) for cell in strip.cells]
        everything.sort(key=lambda entry: entry[:3])
        return ((strip, cell) for *_, strip, cell in everything)


class _Thing(NamedTuple):
    """A group that stands in a cell, with the curve it belongs to."""

    group: Group
    box: tuple[float, float, float, float]
    whose: Group | None


def cells_of(drawing: Drawing) -> Cells:
    """The cells of a drawing."""
    columns = _columns(drawing)
    lanes = [(group, group.box) for group in drawing.groups if group.kind == "lane" and group.box]
    lanes.sort(key=lambda entry: entry[1][1])
    tops = [box[1] for _, box in lanes]
    held: list[list[_Thing]] = [[] for _ in lanes]
    if lanes and columns:
        for thing in _things(drawing.groups):
            middle = thing.box[1] + thing.box[3] / 2
            if middle > tops[0] - _SLACK:
                held[bisect_right(tops, max(middle, tops[0])) - 1].append(thing)
    lines = _lines(drawing.groups, tops)
    lefts = [column.left for column in columns]
    number_of = {column.address: number for number, column in enumerate(columns) if column.address}
    strips = []
    for number, (group, _) in enumerate(lanes):
        cells, rows = _placed(held[number], lefts, number_of)
        family = next((item.fill for item in group.items if isinstance(item, Rect) and item.fill), "band-other")
        role = dict(group.facts).get("role", "")
        strips.append(Strip(group.address, group.label, role, family.removeprefix("band-"), rows, cells, tuple(lines[number])))
    return Cells(columns, tuple(strips))


def _columns(drawing: Drawing) -> tuple[Column, ...]:
    """The columns, with the heads that stand over them: steps, and phases over no step."""
    phases = sorted((group for group in drawing.groups if group.kind == "phase" and group.box), key=_left)
    heads = [group for group in drawing.groups if group.kind == "step" and group.box]
    lefts = sorted(_left(head) for head in heads)
    for phase in phases:
        x, _, wide, _ = phase.box or (0.0, 0.0, 0.0, 0.0)
        if bisect_left(lefts, x - _SLACK) == bisect_left(lefts, x + wide):
            heads.append(phase)
    heads.sort(key=_left)
    begins = [_left(phase) for phase in phases]
    folds = {round(_left(group)): group.label for group in drawing.groups if group.kind == "fold" and group.box}
    found = []
    for number, (shown, said) in enumerate(drawing.columns):
        head = heads[number] if number < len(heads) else None
        x, _, wide, _ = (head.box if head is not None else None) or (inf, 0.0, 0.0, 0.0)
        # a folded phase: the names of its steps stand where the step's name would
        name = next((f"{shown}: {folds[at]}" for at in range(round(x) - 8, round(x) + 9) if at in folds), shown) if x < inf else shown
        over = bisect_right(begins, x + _SLACK) - 1
        group = phases[over].address if head is not None and over >= 0 else ""
        found.append(Column(head.address if head is not None else "", name, said, group, x, wide))
    return tuple(found)


def _left(group: Group) -> float:
    return group.box[0] if group.box else inf


def _things(groups: Iterable[object]) -> Iterator[_Thing]:
    for group in groups:
        if not isinstance(group, Group) or group.kind in _AROUND:
            continue
        if group.box:
            yield _Thing(group, group.box, None)
            continue
        for inner in group.items:
            if isinstance(inner, Group) and inner.box and inner.kind not in _AROUND:
                yield _Thing(inner, inner.box, group)


def _lines(groups: Iterable[Group], tops: Sequence[float]) -> list[list[str]]:
    """The named lines, each below a lane: the last one that begins above it."""
    found: list[list[str]] = [[] for _ in tops]
    for group in groups:
        if group.kind == "sep" and tops:
            turn = next((_TURN.match(item.d) for item in group.items if isinstance(item, Path)), None)
            if turn:
                found[max(0, bisect_left(tops, float(turn[1]) - _SLACK) - 1)].append(group.label)
    return found


def _placed(things: list[_Thing], lefts: Sequence[float], number_of: dict[str, int]) -> tuple[tuple[Cell, ...], int]:
    """Each thing in a row and in columns of its own; gives the number of rows, at least one."""
    heights = sorted({round(thing.box[1]) for thing in things if thing.whose is None})
    row_at = {y: number for number, y in enumerate(heights)}
    curves: dict[str, int] = {}
    for thing in things:
        if thing.whose is not None:
            curves.setdefault(f"{thing.whose.address} {thing.whose.label}", len(curves))
    taken: set[tuple[int, int]] = set()
    found = []
    for thing in sorted(things, key=lambda thing: (round(thing.box[1]), thing.box[0])):
        group, whose = thing.group, thing.whose
        first, last = _reach(thing, lefts, number_of)
        row = row_at[round(thing.box[1])] if whose is None else curves[f"{whose.address} {whose.label}"]
        covered = range(first, last + 1)
        while any((row, column) in taken for column in covered):
            row += 1
        taken.update((row, column) for column in covered)
        said = (whose.label, whose.address) if whose is not None else ("", "")
        found.append(Cell(group.kind, group.address, group.label, first, last, row, dict(group.facts).get("fate", ""), *said))
    return tuple(found), max((cell.row + 1 for cell in found), default=1)


def _reach(thing: _Thing, lefts: Sequence[float], number_of: dict[str, int]) -> tuple[int, int]:
    """The first and the last column that a thing covers."""
    x, _, wide, _ = thing.box
    named = number_of.get(thing.group.address.partition("#")[0])
    first = named if named is not None else max(0, bisect_right(lefts, x + _SLACK) - 1)
    last = first if thing.whose is not None else max(first, bisect_left(lefts, x + wide - _SLACK) - 1)
    return first, last
