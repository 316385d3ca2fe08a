"""Where on a card's side each arrow begins or ends."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache

from .grid import Grid
from .routes import Route, Want

__all__ = ["Ends", "place_ports", "ports_by_side"]

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


def place_ports(sides: dict[tuple[int, str], _Waiting], wanted: str, room: Callable[[int], tuple[float, float, tuple[float, ...]]]) -> Ends:
    """The coordinate of every end on sides `wanted` ("LR" or "TB").

    `room` gives, for a node, where the side begins and ends and which places on it straight lines take. Ends are in the
    order of where their arrows come from or go to; three or more that arrive share one place.
    """
    found: Ends = {}
    for (node, side), waiting in sides.items():
        if side not in wanted:
            continue
        low, high, taken = room(node)
        offsets = _lattice(high - low, side, tuple([middle - low for middle in taken]))
        if len(waiting) == 1:
            _, arrow, end = waiting[0]
            found[arrow, end] = low + offsets[len(offsets) // 2]
            continue
        groups = _groups(waiting)
        for number, group in enumerate(groups):
            at = low + offsets[min(len(offsets) - 1, int((number + 0.5) * len(offsets) / len(groups)))]
            for _, arrow, end in group:
                found[arrow, end] = at
    return found


@lru_cache(maxsize=4096)
def _lattice(length: float, side: str, taken: tuple[float, ...]) -> list[float]:
    """The places on a side of this length, from its beginning on."""
    inset = 9.0 if side in "LR" else 12.0
    count = int((length - 2 * inset) / _PITCH) + 1
    every = [inset + _PITCH * number for number in range(count)]
    free = [place for place in every[_ODD[side] :: 2] if all(abs(place - middle) > 3 for middle in taken)]
    return free or [length * (0.3 if _ODD[side] else 0.7)]


def _groups(waiting: _Waiting) -> list[_Waiting]:
    arriving = [entry for entry in waiting if entry[2] == 1]
    groups = [[entry] for entry in waiting if entry[2] == 0]
    groups += [arriving] if len(arriving) >= 3 else [[entry] for entry in arriving]
    return sorted(groups, key=lambda group: (sum(entry[0] for entry in group) / len(group), group[0][1], group[0][2]))
