"""The grid of a picture: every card alone in one row of its lane and in one or more columns."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from .faces import THIN, Face, card_face, count_face, echo_face, step_face, tally_face
from .plan import Band, Plan
from .sizes import Sizes

__all__ = ["Grid", "Node", "Strip", "between", "make_grid"]


class Node(NamedTuple):
    """A card on the grid: row, first and last column. `address` tells whether it is a step or a card."""

    id: str
    address: str
    lane: str
    family: str
    row: int
    first: int
    last: int
    face: Face


class Strip(NamedTuple):
    """A band's share of the rows: `rows` rows from `first`."""

    band: Band
    first: int
    rows: int


class Grid(NamedTuple):
    """Who stands where. `blocked[v]` are the rows in which a spanning card closes the gutter left of column v."""

    columns: int
    rows: int
    nodes: tuple[Node, ...]
    strips: tuple[Strip, ...]
    number_of: dict[str, int]
    cell: dict[tuple[int, int], int]
    rows_in: tuple[list[int], ...]
    columns_in: tuple[list[int], ...]
    blocked: tuple[list[int], ...]
    #: rows without cards that hold a curve: arrows pass them beside the middle of a column
    quiet: list[int]
    heights: list[float]


def between(places: Sequence[int], a: int, b: int) -> bool:
    """Whether any of the sorted places lies strictly between a and b."""
    if a > b:
        a, b = b, a
    return bisect_right(places, a) < bisect_left(places, b)


def make_grid(plan: Plan, sizes: Sizes, heights_of: dict[str, float]) -> Grid:
    """The grid for a plan. Cards of a lane are packed first-fit, each below its predecessors in the same cell.

    `heights_of` gives the height of the rows of bands that hold no cards, by lane id.
    """
    columns = len(plan.columns)
    nodes: list[Node] = []
    strips: list[Strip] = []
    heights: list[float] = []
    quiet: list[int] = []
    by_lane: dict[str, list[tuple[str, str, int, int, Face]]] = {}
    _collect(plan, sizes, by_lane)
    for band in plan.bands:
        first = len(heights)
        if band.kind == "cards":
            count = _pack(band, by_lane.get(band.lane.id, []), first, nodes, heights, sizes)
        else:
            count = 1
            heights.append(heights_of[band.lane.id])
            if band.kind == "emotion":
                quiet.append(first)
        strips.append(Strip(band, first, count))
    cell: dict[tuple[int, int], int] = {}
    rows_in: tuple[list[int], ...] = tuple([] for _ in range(columns))
    columns_in: tuple[list[int], ...] = tuple([] for _ in heights)
    blocked: tuple[list[int], ...] = tuple([] for _ in range(columns + 1))
    for number, node in enumerate(nodes):
        for column in range(node.first, node.last + 1):
            cell[node.row, column] = number
    for row, column in sorted(cell):
        rows_in[column].append(row)
        columns_in[row].append(column)
        if column and cell.get((row, column - 1)) == cell[row, column]:
            blocked[column].append(row)
    number_of = {node.id: number for number, node in enumerate(nodes)}
    return Grid(columns, len(heights), tuple(nodes), tuple(strips), number_of, cell, rows_in, columns_in, blocked, quiet, heights)


def _collect(plan: Plan, sizes: Sizes, by_lane: dict[str, list[tuple[str, str, int, int, Face]]]) -> None:
    """Measure every card, by lane: (id, address, first column, last column, face)."""
    inner = [plan.wide(column, sizes) - 2 * sizes.pad for column in range(len(plan.columns))]
    customer = next((band for band in plan.bands if band.lane.role == "customer" and band.kind == "cards"), None)
    for column, (_, step, *_) in enumerate(plan.columns):
        if step is not None and customer is not None and not customer.folded:
            face = step_face(plan, step, inner[column], sizes)
            by_lane.setdefault(customer.lane.id, []).append((step.id, f"steps/{step.id}", column, column, face))
    for tally in plan.tallies:
        face = tally_face(plan, tally, inner[tally.column], sizes)
        by_lane.setdefault(tally.lane, []).append((f"{tally.lane}@{tally.column}", "", tally.column, tally.column, face))
    if plan.zoom == "overview":
        _count(plan, inner, sizes, by_lane)
    else:
        _faces(plan, inner, sizes, by_lane)
    for found in by_lane.values():
        found.sort(key=lambda entry: entry[2])


def _faces(plan: Plan, inner: Sequence[float], sizes: Sizes, by_lane: dict[str, list[tuple[str, str, int, int, Face]]]) -> None:
    for card in plan.cards:
        first, last = plan.spans[card.id]
        room = fsum(inner[first : last + 1]) + (last - first) * (sizes.gutter_least + 2 * sizes.pad)
        face = card_face(plan, card, room, sizes)
        by_lane.setdefault(card.lane, []).append((card.id, f"cards/{card.id}", first, last, face))
    for card, lane in plan.echoes:
        first = plan.spans[card.id][0]
        face = echo_face(plan, card, inner[first], sizes)
        by_lane.setdefault(lane, []).append((f"{card.id}@{lane}", "", first, first, face))


def _count(plan: Plan, room: Sequence[float], sizes: Sizes, by_lane: dict[str, list[tuple[str, str, int, int, Face]]]) -> None:
    """In the overview a cell is one small card that says how many there are."""
    cells: dict[tuple[int, str], int] = {}
    for card in plan.cards:
        if plan.gone(f"cards/{card.id}"):
            continue
        cell = (plan.spans[card.id][0], card.lane)
        cells[cell] = cells.get(cell, 0) + 1
    for (column, lane), count in sorted(cells.items()):
        by_lane.setdefault(lane, []).append((f"{lane}@{column}", "", column, column, count_face(count, room[column], sizes)))


def _pack(
    band: Band, entries: list[tuple[str, str, int, int, Face]], first: int, nodes: list[Node], heights: list[float], sizes: Sizes
) -> int:
    """Place a lane's cards; gives the number of rows it takes (an empty lane takes one)."""
    taken: list[int] = []  # per row: the last column in use (entries come from left to right)
    below: dict[int, int] = {}  # per first column: the row under the last card of that cell
    for id, address, start, end, face in entries:
        slot = below.get(start, 0)
        while slot < len(taken) and taken[slot] >= start:
            slot += 1
        if slot == len(taken):
            taken.append(-1)
            heights.append(THIN if band.folded else sizes.row_least)
        taken[slot] = end
        below[start] = slot + 1
        heights[first + slot] = max(heights[first + slot], face.height)
        nodes.append(Node(id, address, band.lane.id, band.family, first + slot, start, end, face))
    if not taken:
        heights.append(THIN if band.folded else sizes.row_empty)
    return max(1, len(taken))
