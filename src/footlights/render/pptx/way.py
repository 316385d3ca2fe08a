"""An arrow's way: its corners, and its line as the geometry of a shape."""

import re
from functools import lru_cache
from typing import NamedTuple

from .outline import UNIT, outline, shaped

__all__ = ["Way", "way_of"]

_LEG = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
#: Half circles over another line, to the right and to the left.
_OVER = {True: 'stAng="10800000" swAng="10800000"', False: 'stAng="0" swAng="-10800000"'}


class Way(NamedTuple):
    """Where a line turns (hops over other lines are no corners), its legs as (letter, x, y, radius), and the box that holds it."""

    corners: tuple[tuple[float, float], ...]
    legs: tuple[tuple[str, float, float, float], ...]
    box: tuple[float, float, float, float]

    def geometry(self) -> str:
        """The line as a shape as large as its box."""
        left, top, right, bottom = self.box
        parts, last = [], 0.0
        for letter, x, y, radius in self.legs:
            if letter == "a":
                size = round(radius * UNIT)
                parts.append(f'<a:arcTo wR="{size}" hR="{size}" {_OVER[x > last]}/>')
            else:
                tag = "moveTo" if letter == "M" else "lnTo"
                parts.append(f'<a:{tag}><a:pt x="{round((x - left) * UNIT)}" y="{round((y - top) * UNIT)}"/></a:{tag}>')
            last = x
        return shaped("".join(parts), right - left, bottom - top, filled=False)


@lru_cache(maxsize=1 << 14)
def way_of(d: str) -> Way | None:
    """The way of an arrow that goes along M, L, H and V with half circles for hops; None for any other path or an empty one."""
    legs: list[tuple[str, float, float, float]] = []
    corners: list[tuple[float, float]] = []
    x = y = 0.0
    for letter, numbers in _LEG.findall(d):
        radius = 0.0
        if letter == "H":
            x = float(numbers)
        elif letter == "V":
            y = float(numbers)
        else:
            given = [float(number) for number in _NUMBER.findall(numbers)]
            if letter in "ML" and len(given) == 2:
                x, y = given
            elif letter == "a" and len(given) == 7 and given[6] == 0 and given[0] == given[1] == abs(given[5]) / 2:
                x, radius = x + given[5], given[0]
            else:
                return None
        legs.append((letter, x, y, radius))
        point = (x, y)
        if corners and corners[-1] == point:
            continue
        if len(corners) > 1 and (corners[-2][0] == corners[-1][0] == x or corners[-2][1] == corners[-1][1] == y):
            corners.pop()
        corners.append(point)
    if len(corners) < 2:
        return None
    xs, ys = [leg[1] for leg in legs], [leg[2] - leg[3] for leg in legs]
    return Way(tuple(corners), tuple(legs), (min(xs), min(ys), max(xs), max(leg[2] for leg in legs)))


def box_of(d: str) -> tuple[float, float, float, float]:
    """The box that holds a path: left, top, right, bottom."""
    way = way_of(d)
    return way.box if way is not None else outline(d).box
