"""Where on a card's side each arrow begins or ends."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache

from .grid import Grid
from .routes import Route, Want

__all__ = ["Ends", "place_ports", "ports_by_side", "straight_ends"]

#: Places on a side are 5 px apart; right and bottom take the even ones, left and top the odd ones, so that two stubs from
#: both sides of one gutter never lie on each other.
_PITCH = 5.0
_ODD = {"L": True, "T": True, "R": False, "B": False}
_STRAIGHT = ("across", "down", "corner")

#: (arrow, end): 0 is where it starts, 1 where it arrives.
Ends = dict[tuple[int, int], float]
_Waiting = list[tuple[int, int, int]]


def ports_by_side(grid: Grid, wants: Sequence[Want], routes: Sequence[Route]) -> dict[tuple[int, str], _Waiting]:
    """The arrow ends at every card side that are not in its middle, as (where the other end lies, arrow, end)."""
    sides: dict[tuple[int, str], _Waiting] = defaultdict(list)
    for arrow, (want, route) in enumerate(zip(wants, routes, strict=True)):
        if route.kind in _STRAIGHT:
            continue
        one, two = grid.nodes[want.source], grid.nodes[want.target]
        sides[want.source, route.out].append((_towards(two.row, two.first + two.last, route.out), arrow, 0))
        sides[want.target, route.into].append((_towards(one.row, one.first + one.last, route.into), arrow, 1))
    return sides


def _towards(row: int, column_twice: int, side: str) -> int:
    return 2 * row + 1 if side in "LR" else column_twice


def straight_ends(wants: Sequence[Want], routes: Sequence[Route]) -> dict[tuple[int, str], list[Route]]:
    """The straight lines that begin or end at every card side, and those with one bend."""
    found: dict[tuple[int, str], list[Route]] = defaultdict(list)
    for want, route in zip(wants, routes, strict=True):
        if route.kind in _STRAIGHT:
            found[want.source, route.out].append(route)
            found[want.target, route.into].append(route)
    return found


def place_ports(sides: dict[tuple[int, str], _Waiting], wanted: str, room: Callable[[int, str], tuple[float, float, list[float]]]) -> Ends:
    """The coordinate of every end on sides `wanted` ("LR" or "TB").

    `room` gives, for a node and side, where the side begins and ends and which places on it straight lines take. Ends are in the
    order of where their arrows come from or go to; three or more that arrive share one place.
    """
    found: Ends = {}
    for (node, side), waiting in sides.items():
        if side not in wanted:
            continue
        low, high, taken = room(node, side)
        groups = _groups(waiting)
        offsets = _lattice(high - low, side, tuple([place - low for place in taken]), len(groups))
        for number, group in enumerate(groups):
            at = low + offsets[int((number + 0.5) * len(offsets) / len(groups))]
            for _, arrow, end in group:
                found[arrow, end] = at
    return found


@lru_cache(maxsize=4096)
def _lattice(length: float, side: str, taken: tuple[float, ...], wanted: int) -> list[float]:
    """The places on a side of this length, from its beginning on: at least as many as are wanted, closer together if need be."""
    inset = 9.0 if side in "LR" else 12.0
    count = int((length - 2 * inset) / _PITCH) + 1
    every = [inset + _PITCH * number for number in range(count)]
    free = [place for place in every[_ODD[side] :: 2] if all(abs(place - line) > 3 for line in taken)]
    if len(free) >= wanted:
        return free
    inset = min(7.0, length / 4)
    apart = (length - 2 * inset - 2) / wanted
    return [inset + 2 * _ODD[side] + apart * (number + 0.5) for number in range(wanted)]


def _groups(waiting: _Waiting) -> list[_Waiting]:
    if len(waiting) == 1:
        return [waiting]
    arriving = [entry for entry in waiting if entry[2] == 1]
    groups = [[entry] for entry in waiting if entry[2] == 0]
    groups += [arriving] if len(arriving) >= 3 else [[entry] for entry in arriving]
    return sorted(groups, key=lambda group: (sum(entry[0] for entry in group) / len(group), group[0][1], group[0][2]))
