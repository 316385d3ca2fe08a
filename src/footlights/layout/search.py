"""Better ways for arrows that cross others: each in turn is taken out and given the way that costs least beside all the others.

What a way costs is worked out on the grid before anything has a place in pixels. Columns, rows, gutters and channels are numbered
in one lattice: cell column c is 2c + 1 and gutter v is 2v, row r is 2r + 1 and channel h is 2h. Every crossing of two lines that
pass is sure; where one of them turns it depends on the tracks, so it counts for less.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .grid import Grid, Node, between
from .routes import ASIDE, SLOTS, Route, Want

__all__ = ["improved"]

#: What one bend costs, in crossings; and a step of the lattice, and a line that runs there already.
_BEND, _STEP, _BESIDE = 0.9, 0.004, 0.015
#: What must be there to save before ways with as many bends are tried.
_WORTH = 0.15
#: How much of a crossing a turn in the way of another line is.
_TURN = 0.4
#: How often all arrows are tried, in pictures of up to so many; a larger one keeps the ways it has, which take a hundredth of the time.
_ROUNDS, _MOST = 4, 1_500
_SLOTTED = len(SLOTS)
_BENDS = {"across": 0, "down": 0, "corner": 1, "h": 2, "v": 2, "vh": 3, "hv": 3, "hvh": 4}


class _Way(NamedTuple):
    """A route with what it touches: upright and level stretches (at, low, high), turns, and what must be free for it."""

    route: Route
    upright: tuple[tuple[int, int, int], ...]
    level: tuple[tuple[int, int, int], ...]
    turns: tuple[tuple[int, int], ...]
    cost: float
    middles: tuple[tuple[int, str, int], ...] = ()


class _Field:
    """Where lines run now: how many pass or turn at each point of the lattice, upright and level."""

    def __init__(self, grid: Grid) -> None:
        self.high = 2 * grid.rows + 1
        size = (2 * grid.columns + 1) * self.high
        self.upright = [0.0] * size
        self.level = [0.0] * size
        self.middles: set[tuple[int, str, int]] = set()

    def put(self, way: _Way, sign: float) -> None:
        """Add the lines of a way (1) or take them out (-1)."""
        high, upright, level = self.high, self.upright, self.level
        for x, low, end in way.upright:
            at = x * high
            for point in range(at + low + 1, at + end):
                upright[point] += sign
        for y, low, end in way.level:
            for point in range((low + 1) * high + y, end * high + y, high):
                level[point] += sign
        part = sign * _TURN
        for x, y in way.turns:
            upright[x * high + y] += part
            level[x * high + y] += part
        if sign > 0:
            self.middles.update(way.middles)
        else:
            self.middles.difference_update(way.middles)

    def crossings(self, way: _Way) -> float:
        """How many lines a way would cross; parts of one where it depends on the tracks."""
        high, upright, level = self.high, self.upright, self.level
        total = 0.0
        for x, low, end in way.upright:
            at = x * high
            total += sum(level[at + low + 1 : at + end])
        for y, low, end in way.level:
            total += sum(upright[(low + 1) * high + y : end * high + y : high])
        for x, y in way.turns:
            total += _TURN * (upright[x * high + y] + level[x * high + y])
        return total

    def beside(self, way: _Way) -> float:
        """How many lines already run where a way would, at its middle."""
        high = self.high
        total = 0.0
        for x, low, end in way.upright:
            total += self.upright[x * high + (low + end) // 2]
        for y, low, end in way.level:
            total += self.level[((low + end) // 2) * high + y]
        return total

    def free(self, way: _Way) -> bool:
        """Whether nothing lies where a way through cells would lie."""
        if way.middles and not self.middles.isdisjoint(way.middles):
            return False
        high, upright, level = self.high, self.upright, self.level
        for x, low, end in way.upright:
            if x & 1 and end - low > 2 and any(upright[x * high + y] >= 1 for y in range(low + 1 | 1, end, 2)):
                return False
        for y, low, end in way.level:
            if y & 1 and end - low > 2 and any(level[x * high + y] >= 1 for x in range(low + 1 | 1, end, 2)):
                return False
        return not any(x & y & 1 and (upright[x * high + y] or level[x * high + y]) for x, y in way.turns)


def improved(grid: Grid, wants: Sequence[Want], routes: Sequence[Route]) -> list[Route]:
    """The routes, with better ones where that saves crossings or bends.

    All arrows are tried, up to four times round, in a picture of usual size. A large one gets as many tries as keep its cost in
    proportion, those with the most crossings first.
    """
    if len(wants) > _MOST:
        return list(routes)
    field = _Field(grid)
    ways = [_way(grid, want, route) for want, route in zip(wants, routes, strict=True)]
    for way in ways:
        field.put(way, 1)
    seen: dict[int, float] = {}
    for _ in range(_ROUNDS):
        moved = False
        for arrow, want in enumerate(wants):
            now = ways[arrow]
            field.put(now, -1)
            least = now.cost + field.crossings(now) + _BESIDE * field.beside(now)
            # where nothing has changed since it was tried, nothing better will be found
            if (least - now.cost >= 0.3 or now.cost >= 2 * _BEND) and seen.get(arrow) != least:
                better = _better(field, grid, want, now, least)
                if better is not now:
                    ways[arrow] = now = better
                    moved = True
                else:
                    seen[arrow] = least
            field.put(now, 1)
        if not moved:
            break
    return [way.route for way in ways]


def _better(field: _Field, grid: Grid, want: Want, now: _Way, least: float) -> _Way:
    """The way that costs least, `now` costing `least`; ways with fewer bends are tried first, hopeless ones not at all."""
    best = now
    if want.source == want.target:
        return best
    one, two = grid.nodes[want.source], grid.nodes[want.target]
    fits: Route | None = None
    for bends, makes in _FAMILIES:
        if _BEND * bends >= least - _WORTH:
            break
        for route in makes(grid, one, two):
            if route == now.route or (fits is not None and route.slot and route[:4] == fits[:4]):
                continue
            way = _way(grid, want, route)
            if way.cost < least and field.free(way):
                fits = route
                cost = way.cost + field.crossings(way) + _BESIDE * field.beside(way)
                if cost < least - 1e-9:
                    best, least = way, cost
    return best


def _way(grid: Grid, want: Want, route: Route) -> _Way:
    one, two = grid.nodes[want.source], grid.nodes[want.target]
    y1, y2 = 2 * one.row + 1, 2 * two.row + 1
    x1, x2 = one.first + one.last + 1, two.first + two.last + 1
    kind = route.kind
    middles: tuple[tuple[int, str, int], ...] = ()
    upright: tuple[tuple[int, int, int], ...] = ()
    level: tuple[tuple[int, int, int], ...] = ()
    turns: tuple[tuple[int, int], ...] = ()
    if kind == "across":
        level = (_span(y1, _edge(one, route.out), _edge(two, route.into)),)
        middles = ((want.source, route.out, 0), (want.target, route.into, 0))
    elif kind == "down":
        upright = (_span(2 * route.a + 1, y1, y2),)
        at = _SLOTTED * route.a + route.slot
        middles = ((want.source, route.out, at), (want.target, route.into, at))
    elif kind == "corner":
        x, y = 2 * route.a + 1, 2 * route.b + 1
        up_first = route.out in "TB"
        upright = (_span(x, y1, y2),)
        level = (_span(y, x, _edge(two, route.into) if up_first else _edge(one, route.out)),)
        turns = ((x, y),)
        at = _SLOTTED * route.a + route.slot
        middles = ((want.source, route.out, at if up_first else 0), (want.target, route.into, 0 if up_first else at))
    elif kind == "h":
        y = 2 * route.a
        upright, level, turns = (_span(x1, y1, y), _span(x2, y, y2)), (_span(y, x1, x2),), ((x1, y), (x2, y))
    elif kind == "v":
        x = 2 * route.a
        level = (_span(y1, _edge(one, route.out), x), _span(y2, x, _edge(two, route.into)))
        upright, turns = (_span(x, y1, y2),), ((x, y1), (x, y2))
    elif kind == "vh":
        x, y = 2 * route.a, 2 * route.b
        upright, level, turns = (_span(x, y1, y),), (_span(y, x, x2),), ((x, y1), (x, y), (x2, y))
    elif kind == "hv":
        x, y = 2 * route.b, 2 * route.a
        upright, level, turns = (_span(x, y, y2),), (_span(y, x1, x),), ((x1, y), (x, y), (x, y2))
    else:
        x, y, last = 2 * route.b, 2 * route.a, 2 * route.c
        upright, level = (_span(x, y, last),), (_span(y, x1, x), _span(last, x, x2))
        turns = ((x1, y), (x, y), (x, last), (x2, last))
    long = sum(high - low for _, low, high in (*upright, *level))
    return _Way(route, upright, level, turns, _BEND * _BENDS[kind] + _STEP * long, middles)


def _span(at: int, a: int, b: int) -> tuple[int, int, int]:
    return (at, a, b) if a < b else (at, b, a)


def _edge(node: Node, side: str) -> int:
    """The lattice column of the cell at a card's left or right side."""
    return 2 * node.first + 1 if side == "L" else 2 * node.last + 1


def _straight(grid: Grid, one: Node, two: Node) -> Iterator[Route]:
    down, east = two.row > one.row, two.first > one.last
    if one.row == two.row:
        a, b = (one.last, two.first) if east else (one.first, two.last)
        if not between(grid.columns_in[one.row], a, b):
            yield Route("across", "R" if east else "L", "L" if east else "R")
        return
    out, into = ("B", "T") if down else ("T", "B")
    aside = between(grid.quiet, one.row, two.row)
    slots = (ASIDE,) if aside else (0, 2, 3)
    shared = range(max(one.first, two.first), min(one.last, two.last) + 1)
    for column in shared:
        if not between(grid.rows_in[column], one.row, two.row):
            yield from (Route("down", out, into, column, slot=slot) for slot in slots)
    if shared or aside:
        return
    level = ("R", "L") if east else ("L", "R")
    near, far = (one.last, two.first) if east else (one.first, two.last)
    # up or down out of the source and level into the target, or the other way about
    for column, row, ends in ((near, two.row, (out, level[1])), (far, one.row, (level[0], into))):
        clear = (row, column) not in grid.cell and not between(grid.columns_in[row], near, far)
        if clear and not between(grid.rows_in[column], one.row, two.row):
            yield from (Route("corner", *ends, column, row, slot=slot) for slot in slots)


def _along(grid: Grid, one: Node, two: Node) -> Iterator[Route]:
    """Two bends where one end runs on through empty cells of its own row or column."""
    if one.row == two.row:
        return
    down = two.row > one.row
    out, into = ("B", "T") if down else ("T", "B")
    if not between(grid.quiet, one.row, two.row):
        first, last = (one.row + 1, two.row) if down else (one.row, two.row + 1)
        if first != last:
            if one.first == one.last and not between(grid.rows_in[one.first], one.row, two.row):
                yield Route("h", out, into, last)
            if two.first == two.last and not between(grid.rows_in[two.first], one.row, two.row):
                yield Route("h", out, into, first)
    east = two.first > one.last
    if east or one.first > two.last:
        out, into = ("R", "L") if east else ("L", "R")
        first, last = (one.last + 1, two.first) if east else (one.first, two.last + 1)
        if first != last:
            a, b = (one.last, two.first) if east else (one.first, two.last)
            if not between(grid.columns_in[one.row], a, b) and not between(grid.blocked[last], one.row, two.row):
                yield Route("v", out, into, last)
            if not between(grid.columns_in[two.row], a, b) and not between(grid.blocked[first], one.row, two.row):
                yield Route("v", out, into, first)


def _beside(grid: Grid, one: Node, two: Node) -> Iterator[Route]:
    """Two bends, through the gutter or channel between two cards or beside them."""
    if one.row == two.row:
        yield Route("h", "B", "B", one.row + 1)
        yield Route("h", "T", "T", one.row)
        return
    if abs(one.row - two.row) == 1:
        yield Route("h", "B", "T", two.row) if two.row > one.row else Route("h", "T", "B", one.row)
    for gutter, out in ((one.first, "L"), (one.last + 1, "R")):
        for other, into in ((two.first, "L"), (two.last + 1, "R")):
            if gutter == other and not between(grid.blocked[gutter], one.row, two.row):
                yield Route("v", out, into, gutter)
    yield from _along(grid, one, two)


def _round_one(grid: Grid, one: Node, two: Node) -> Iterator[Route]:
    """Three bends: a gutter beside one card and a channel beside the other."""
    for gutter, out in ((one.first, "L"), (one.last + 1, "R")):
        for channel, into in ((two.row, "T"), (two.row + 1, "B")):
            if _open(grid, gutter, one.row, channel):
                yield Route("vh", out, into, gutter, channel)
    for channel, out in ((one.row, "T"), (one.row + 1, "B")):
        for gutter, into in ((two.first, "L"), (two.last + 1, "R")):
            if _open(grid, gutter, two.row, channel):
                yield Route("hv", out, into, channel, gutter)


def _round_both(grid: Grid, one: Node, two: Node) -> Iterator[Route]:
    """Four bends: a channel beside each card, and any gutter from the one to the other."""
    if abs(one.row - two.row) < 2:
        return
    down = two.row > one.row
    channel, last, out, into = (one.row + 1, two.row, "B", "T") if down else (one.row, two.row + 1, "T", "B")
    low, high = min(one.first, two.first), max(one.last, two.last) + 1
    for gutter in range(max(0, low - 1), min(grid.columns, high + 1) + 1):
        if not between(grid.blocked[gutter], one.row, two.row):
            yield Route("hvh", out, into, channel, gutter, last)


def _open(grid: Grid, gutter: int, row: int, channel: int) -> bool:
    """Whether nothing spans a gutter between a row and a channel, the row itself aside."""
    low, high = (row + 1, channel) if channel > row else (channel, row)
    return not any(low <= number < high for number in grid.blocked[gutter])


_FAMILIES = ((0, _straight), (2, _beside), (3, _round_one), (4, _round_both))
