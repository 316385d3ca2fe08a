"""Which way each arrow goes: straight where nothing stands between, else through the gutters and channels.

Gutter v runs left of column v, channel h above row h; arrows live only there, in straight lines through empty cells, and in
short stubs at a card's side. So no arrow can cross a card. Cheapest first: straight, one bend, two, three, four.
"""

from collections.abc import Sequence
from typing import NamedTuple

from .grid import Grid, between

__all__ = ["ASIDE", "SLOTS", "Route", "Want", "choose_routes"]


#: Where in a column an upright line through cells may stand, as a share of its width: in the middle, where it leaves the faces of
#: a curve free, and beside the middle where that is taken.
SLOTS = (0.5, 0.16, 0.34, 0.66)
ASIDE = 1


class Want(NamedTuple):
    """An arrow that is wanted, from node to node (numbers of the grid's nodes); `loose` ones give way to the others."""

    source: int
    target: int
    loose: bool = False


class Route(NamedTuple):
    """The way of one arrow. `out` and `into` are card sides (L R T B).

    kind: across, down (straight) · corner (one bend at row `b`, column `a`) · h, v (one channel or gutter `a`) ·
    vh (gutter a, channel b) · hv (channel a, gutter b) · hvh (channel a, gutter b, channel c). An upright line through
    cells stands in the middle of its column (`slot` 0), or beside it (see `SLOTS`).
    """

    kind: str
    out: str
    into: str
    a: int = 0
    b: int = 0
    c: int = 0
    slot: int = 0


def choose_routes(grid: Grid, wants: Sequence[Want]) -> list[Route]:
    """A route for every wanted arrow, in the same order. An arrow from a card to itself goes round its right side."""
    early: dict[int, Route] = {}
    used = _Used()
    order = sorted(range(len(wants)), key=lambda number: wants[number].loose)
    for number in order:
        route = _straight(grid, wants[number], used)
        if route is not None:
            early[number] = route
    _corners(grid, wants, early, used)
    gutters, channels = [0] * (grid.columns + 1), [0] * (grid.rows + 1)
    routes = []
    for number, want in enumerate(wants):
        route = early.get(number) or _through(grid, want, gutters, channels)
        routes.append(route)
        if route.kind in ("v", "vh"):
            gutters[route.a] += 1
        if route.kind in ("hv", "hvh"):
            gutters[route.b] += 1
            channels[route.a] += 1
        if route.kind == "h":
            channels[route.a] += 1
        if route.kind in ("vh", "hvh"):
            channels[route.b if route.kind == "vh" else route.c] += 1
    return routes


class _Used:
    """What straight and one-bend lines already take: cell middles, upright and level, and the middles of card sides."""

    def __init__(self) -> None:
        self.upright: set[tuple[int, int]] = set()
        self.level: set[tuple[int, int]] = set()
        self.middles: set[tuple[int, str, int]] = set()


def _straight(grid: Grid, want: Want, used: _Used) -> Route | None:
    one, two = grid.nodes[want.source], grid.nodes[want.target]
    if want.source == want.target:
        return None
    if one.row == two.row:
        east = two.first > one.last
        a, b = (one.last, two.first) if east else (one.first, two.last)
        ends = ((want.source, "R" if east else "L", 0), (want.target, "L" if east else "R", 0))
        if between(grid.columns_in[one.row], a, b) or not used.middles.isdisjoint(ends):
            return None
        used.middles.update(ends)
        used.level.update((one.row, column) for column in range(min(a, b) + 1, max(a, b)))
        return Route("across", ends[0][1], ends[1][1])
    down = two.row > one.row
    for column in range(max(one.first, two.first), min(one.last, two.last) + 1):
        ends = ((want.source, "B" if down else "T", column), (want.target, "T" if down else "B", column))
        if between(grid.rows_in[column], one.row, two.row) or not used.middles.isdisjoint(ends):
            continue
        used.middles.update(ends)
        used.upright.update((row, column) for row in range(min(one.row, two.row) + 1, max(one.row, two.row)))
        return Route("down", ends[0][1], ends[1][1], column, slot=ASIDE if between(grid.quiet, one.row, two.row) else 0)
    return None


def _corners(grid: Grid, wants: Sequence[Want], early: dict[int, Route], used: _Used) -> None:
    """Lines with one bend through empty cells, shortest first."""
    todo = []
    for number, want in enumerate(wants):
        one, two = grid.nodes[want.source], grid.nodes[want.target]
        apart = one.row != two.row and not (one.first <= two.last and two.first <= one.last)
        if number not in early and apart and not between(grid.quiet, one.row, two.row):
            todo.append((want.loose, abs(one.row - two.row) + abs(one.first - two.first), number))
    for _, _, number in sorted(todo):
        route = _corner(grid, wants[number], used)
        if route is not None:
            early[number] = route


def _corner(grid: Grid, want: Want, used: _Used) -> Route | None:
    one, two = grid.nodes[want.source], grid.nodes[want.target]
    down, east = two.row > one.row, two.first > one.last
    along = range(one.last + 1, two.first) if east else range(two.last + 1, one.first)
    step = 1 if down else -1
    upright, level = ("B" if down else "T", "T" if down else "B"), ("R" if east else "L", "L" if east else "R")
    # up or down out of the source and level into the target, or the other way about
    for first_up in (True, False):
        if first_up:
            column, row = (one.last if east else one.first), two.row
            ends = ((want.source, upright[0], column), (want.target, level[1], 0))
        else:
            column, row = (two.first if east else two.last), one.row
            ends = ((want.source, level[0], 0), (want.target, upright[1], column))
        corner = (row, column)
        if corner in grid.cell or corner in used.upright or corner in used.level or not used.middles.isdisjoint(ends):
            continue
        ups = [(between_row, column) for between_row in range(one.row + step, two.row, step)]
        levels = [(row, between_column) for between_column in along]
        if any(cell in grid.cell or cell in used.upright for cell in ups):
            continue
        if any(cell in grid.cell or cell in used.level for cell in levels):
            continue
        used.upright.update(ups)
        used.level.update(levels)
        used.upright.add(corner)
        used.level.add(corner)
        used.middles.update(ends)
        return Route("corner", ends[0][1], ends[1][1], column, row)
    return None


def _through(grid: Grid, want: Want, gutters: list[int], channels: list[int]) -> Route:
    """A route through gutters and channels, by how little is in them so far."""
    one, two = grid.nodes[want.source], grid.nodes[want.target]
    if one.row == two.row and want.source != want.target:
        channel = one.row + 1 if channels[one.row + 1] <= channels[one.row] else one.row
        side = "B" if channel == one.row + 1 else "T"
        return Route("h", side, side, channel)
    if want.source == want.target:
        return Route("h", "B", "B", one.row + 1)
    down = two.row > one.row
    side_by_side = _one_gutter(grid, want, gutters)
    if side_by_side is not None:
        return side_by_side
    if abs(one.row - two.row) == 1:
        return Route("h", "B", "T", two.row) if down else Route("h", "T", "B", one.row)
    return _many_bends(grid, want, gutters, channels)


def _one_gutter(grid: Grid, want: Want, gutters: list[int]) -> Route | None:
    one, two = grid.nodes[want.source], grid.nodes[want.target]
    if two.first == one.last + 1 and not between(grid.blocked[two.first], one.row, two.row):
        return Route("v", "R", "L", two.first)
    if one.first == two.last + 1 and not between(grid.blocked[one.first], one.row, two.row):
        return Route("v", "L", "R", one.first)
    if one.first <= two.last and two.first <= one.last:
        both = []
        if one.last == two.last and not between(grid.blocked[one.last + 1], one.row, two.row):
            both.append(Route("v", "R", "R", one.last + 1))
        if one.first == two.first and not between(grid.blocked[one.first], one.row, two.row):
            both.append(Route("v", "L", "L", one.first))
        return min(both, key=lambda route: gutters[route.a], default=None)
    return None


def _many_bends(grid: Grid, want: Want, gutters: list[int], channels: list[int]) -> Route:
    one, two = grid.nodes[want.source], grid.nodes[want.target]
    down, east = two.row > one.row, two.first > one.last
    near_source, near_target = (one.last + 1, two.first) if east else (one.first, two.last + 1)
    channel_source, channel_target = (one.row + 1, two.row) if down else (one.row, two.row + 1)
    open_source = not between(grid.blocked[near_source], one.row, two.row)
    open_target = not between(grid.blocked[near_target], one.row, two.row)
    out, into = ("B" if down else "T"), ("T" if down else "B")
    cost_source = gutters[near_source] + channels[channel_target]
    cost_target = gutters[near_target] + channels[channel_source]
    if open_source and (not open_target or cost_source <= cost_target):
        return Route("vh", "R" if east else "L", into, near_source, channel_target)
    if open_target:
        return Route("hv", out, "L" if east else "R", channel_source, near_target)
    for distance in range(1, grid.columns + 1):
        for gutter in (near_source + distance, near_source - distance):
            if 0 <= gutter <= grid.columns and not between(grid.blocked[gutter], one.row, two.row):
                return Route("hvh", out, into, channel_source, gutter, channel_target)
    # the outermost gutters are never blocked, so one of the two has been found above
    raise AssertionError("no open gutter")
