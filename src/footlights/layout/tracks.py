"""Which track each piece of an arrow takes in its gutter or channel, so that no two lie on each other."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .grid import Grid, Node
from .routes import Route, Want

__all__ = ["Piece", "Tracks", "assign_tracks", "pieces_of"]

#: From the gutter or channel, the card with this side lies after (1) or before (-1) it.
_TOWARDS = {"L": 1, "R": -1, "T": 1, "B": -1}
#: More tracks than this in one gutter are left in the order in which they were coloured.
_MOST_SORTED = 60


class Piece(NamedTuple):
    """A part of an arrow along gutter or channel `at`, in ordinal places, with the direction in which each end turns off."""

    upright: bool
    at: int
    low: int
    high: int
    arrow: int
    part: int
    net: tuple[int, str] | int
    ends: tuple[tuple[int, int], tuple[int, int]]


class Tracks(NamedTuple):
    """The track of each (arrow, part), and how many tracks each gutter and channel needs."""

    of: dict[tuple[int, int], int]
    gutters: list[int]
    channels: list[int]


def pieces_of(grid: Grid, wants: Sequence[Want], routes: Sequence[Route]) -> Iterable[Piece]:
    """The pieces of every arrow that runs in gutters or channels. Rows and columns count double: cells odd, between even."""
    crowd: dict[tuple[int, str], int] = defaultdict(int)
    for want, route in zip(wants, routes, strict=True):
        crowd[want.target, route.into] += 1
    for arrow, (want, route) in enumerate(zip(wants, routes, strict=True)):
        if route.kind in ("across", "down", "corner"):
            continue
        one, two = grid.nodes[want.source], grid.nodes[want.target]
        # three or more arrows into one side of a card run together: they share a net
        net: tuple[int, str] | int = (want.target, route.into) if crowd[want.target, route.into] >= 3 else arrow
        for part, (upright, at, a, b, turn_a, turn_b) in enumerate(_parts(route, one, two)):
            yield Piece(upright, at, min(a, b), max(a, b), arrow, part, net, ((a, turn_a), (b, turn_b)))


def _parts(route: Route, one: Node, two: Node) -> list[tuple[bool, int, int, int, int, int]]:
    y1, y2 = 2 * one.row + 1, 2 * two.row + 1
    x1, x2 = one.first + one.last + 1, two.first + two.last + 1
    leave, arrive = _TOWARDS[route.out], _TOWARDS[route.into]
    if route.kind == "h":
        return [(False, route.a, x1, x2, leave, arrive)]
    if route.kind == "v":
        return [(True, route.a, y1, y2, leave, arrive)]
    down = y2 > y1
    if route.kind == "vh":
        x, y = 2 * route.a, 2 * route.b
        return [(True, route.a, y1, y, leave, 1 if x2 > x else -1), (False, route.b, x, x2, -1 if down else 1, arrive)]
    x, y = 2 * route.b, 2 * route.a
    first = (False, route.a, x1, x, leave, 1 if down else -1)
    if route.kind == "hv":
        return [first, (True, route.b, y, y2, 1 if x1 > x else -1, arrive)]
    last = 2 * route.c
    return [
        first,
        (True, route.b, y, last, 1 if x1 > x else -1, 1 if x2 > x else -1),
        (False, route.c, x, x2, -1 if down else 1, arrive),
    ]


def assign_tracks(grid: Grid, pieces: Iterable[Piece]) -> Tracks:
    """Tracks by left-edge interval colouring per gutter and channel, then neighbours swapped while that saves crossings."""
    by_place: dict[tuple[bool, int], list[Piece]] = defaultdict(list)
    for piece in pieces:
        by_place[piece.upright, piece.at].append(piece)
    tracks = Tracks({}, [0] * (grid.columns + 1), [0] * (grid.rows + 1))
    for (upright, at), found in by_place.items():
        members = _colour(_nets(found))
        (tracks.gutters if upright else tracks.channels)[at] = len(members)
        for place, number in enumerate(_sorted(members)):
            for _, _, group in members[number]:
                for piece in group:
                    tracks.of[piece.arrow, piece.part] = place
    return tracks


_Net = tuple[int, int, list[Piece]]


def _nets(pieces: list[Piece]) -> list[_Net]:
    """Pieces of one net that touch are merged: they may lie on one track."""
    by_net: dict[tuple[int, str] | int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        by_net[piece.net].append(piece)
    nets: list[_Net] = []
    for group in by_net.values():
        group.sort(key=lambda piece: (piece.low, piece.high))
        low, high, merged = group[0].low, group[0].high, [group[0]]
        for piece in group[1:]:
            if piece.low > high:
                nets.append((low, high, merged))
                low, merged = piece.low, []
            high = max(high, piece.high) if merged else piece.high
            merged.append(piece)
        nets.append((low, high, merged))
    nets.sort(key=lambda net: (net[0], net[1], net[2][0].arrow))
    return nets


def _colour(nets: list[_Net]) -> list[list[_Net]]:
    busy: list[tuple[int, int]] = []
    free: list[int] = []
    members: list[list[_Net]] = []
    for net in nets:
        while busy and busy[0][0] < net[0]:
            heapq.heappush(free, heapq.heappop(busy)[1])
        if free:
            track = heapq.heappop(free)
        else:
            track = len(members)
            members.append([])
        heapq.heappush(busy, (net[1], track))
        members[track].append(net)
    return members


def _sorted(members: list[list[_Net]]) -> list[int]:
    """An order of the tracks with fewer crossings: neighbours change places while it helps."""
    count = len(members)
    order = list(range(count))
    if not 1 < count <= _MOST_SORTED:
        return order
    cost = _crossings(members)
    for _ in range(count):
        moved = False
        for place in range(count - 1):
            a, b = order[place], order[place + 1]
            if cost[b][a] < cost[a][b]:
                order[place], order[place + 1], moved = b, a, True
        if not moved:
            break
    return order


def _crossings(members: list[list[_Net]]) -> list[list[float]]:
    """cost[a][b]: how often lines cross when track a lies before track b."""
    count = len(members)
    cost = [[0.0] * count for _ in range(count)]
    # what lies at each place: (track, how surely a line that turns off there crosses it)
    there: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for track, nets in enumerate(members):
        for low, high, _ in nets:
            there[low].append((track, 0.5))
            if high > low:
                there[high].append((track, 0.5))
            for place in range(low + 1, high):
                there[place].append((track, 1.0))
    for a, nets in enumerate(members):
        own = cost[a]
        for _, _, group in nets:
            for piece in group:
                for place, direction in piece.ends:
                    # a stub that turns off past the other track crosses it
                    for b, weight in there[place]:
                        if direction > 0:
                            own[b] += weight
                        else:
                            cost[b][a] += weight
    return cost
