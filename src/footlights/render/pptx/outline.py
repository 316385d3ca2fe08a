"""Path letters as lines and curves, and those as the custom geometry of a shape."""

import re
from collections.abc import Iterator
from functools import lru_cache
from math import acos, ceil, cos, hypot, pi, sin, tan
from typing import NamedTuple

__all__ = ["UNIT", "Outline", "geometry", "outline", "shaped"]

#: Units of a path for one pixel.
UNIT = 1000

#: (M, L or C; its points) or (Z, nothing), absolute
Piece = tuple[str, tuple[float, ...]]

_TOKEN = re.compile(r"[MLHVCZmlhvcza]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0}


class Outline(NamedTuple):
    """A path's pieces and the box (left, top, right, bottom) that holds all its points."""

    pieces: tuple[Piece, ...]
    box: tuple[float, float, float, float]


@lru_cache(maxsize=1 << 14)
def outline(d: str) -> Outline:
    """The path in absolute lines and cubic curves; arcs become curves. A path without points gives an empty box at 0, 0."""
    pieces = tuple(_pieces(d))
    xs = [x for _, points in pieces for x in points[::2]]
    ys = [y for _, points in pieces for y in points[1::2]]
    return Outline(pieces, (min(xs), min(ys), max(xs), max(ys)) if xs else (0.0, 0.0, 0.0, 0.0))


def _pieces(d: str) -> Iterator[Piece]:
    x = y = first_x = first_y = 0.0
    for letter, numbers in _commands(d):
        kind = letter.upper()
        dx, dy = (x, y) if letter.islower() else (0.0, 0.0)
        if kind == "Z":
            x, y = first_x, first_y
            yield "Z", ()
            continue
        if kind == "A":
            stop = numbers[5] + dx, numbers[6] + dy
            for curve in _arc((x, y), stop, numbers):
                yield "C", curve
            x, y = stop
            continue
        if kind == "H":
            points: tuple[float, ...] = (numbers[0] + dx, y)
        elif kind == "V":
            points = (x, numbers[0] + dy)
        else:
            points = tuple(value + (dy if at % 2 else dx) for at, value in enumerate(numbers))
        x, y = points[-2:]
        if kind == "M":
            first_x, first_y = x, y
        yield ("L" if kind in "HV" else kind), points


def _commands(d: str) -> Iterator[tuple[str, list[float]]]:
    """Every letter with its numbers; a letter that is followed by more numbers is repeated (M as L)."""
    letter = ""
    numbers: list[float] = []
    for token in _TOKEN.findall(d):
        if token.isalpha():
            letter, numbers = token, []
            if letter in "Zz":
                yield letter, []
            continue
        numbers.append(float(token))
        if letter and len(numbers) == _TAKES[letter.upper()]:
            yield letter, numbers
            letter, numbers = {"M": "L", "m": "l"}.get(letter, letter), []


def _arc(start: tuple[float, float], stop: tuple[float, float], numbers: list[float]) -> Iterator[tuple[float, ...]]:
    """An elliptical arc with its axes upright as cubic curves (SVG 1.1, appendix F.6.5)."""
    rx, ry, _, large, sweep = abs(numbers[0]), abs(numbers[1]), numbers[2], bool(numbers[3]), bool(numbers[4])
    if not rx or not ry or start == stop:
        yield (*start, *stop, *stop)
        return
    hx, hy = (start[0] - stop[0]) / 2, (start[1] - stop[1]) / 2
    grow = hypot(hx / rx, hy / ry)
    if grow > 1:
        rx, ry = rx * grow, ry * grow
    u, v = hx / rx, hy / ry
    over = max(0.0, 1 / (u * u + v * v) - 1) ** 0.5 * (-1 if large == sweep else 1)
    cu, cv = over * v, -over * u
    cx, cy = cu * rx + (start[0] + stop[0]) / 2, cv * ry + (start[1] + stop[1]) / 2
    begin = _angle(u - cu, v - cv)
    turn = (_angle(-u - cu, -v - cv) - begin) % (2 * pi)
    if not sweep and turn:
        turn -= 2 * pi
    parts = max(1, ceil(abs(turn) / (pi / 2) - 1e-9))
    each = turn / parts
    handle = 4 / 3 * tan(each / 4)
    for number in range(parts):
        a, b = begin + number * each, begin + (number + 1) * each
        yield (
            cx + rx * (cos(a) - handle * sin(a)), cy + ry * (sin(a) + handle * cos(a)),
            cx + rx * (cos(b) + handle * sin(b)), cy + ry * (sin(b) - handle * cos(b)),
            cx + rx * cos(b), cy + ry * sin(b),
        )  # fmt: skip


def _angle(x: float, y: float) -> float:
    length = hypot(x, y)
    found = acos(max(-1.0, min(1.0, x / length))) if length else 0.0
    return found if y >= 0 else -found


@lru_cache(maxsize=512)
def geometry(d: str, *, filled: bool) -> str:
    """The custom geometry of a shape as large as the path's box."""
    shape = outline(d)
    left, top, right, bottom = shape.box
    parts = []
    for kind, points in shape.pieces:
        at = "".join(
            [
                f'<a:pt x="{round((x - left) * UNIT)}" y="{round((y - top) * UNIT)}"/>'
                for x, y in zip(points[::2], points[1::2], strict=True)
            ]
        )
        parts.append(_LETTERS[kind].format(at))
    return shaped("".join(parts), right - left, bottom - top, filled=filled)


def shaped(path: str, width: float, height: float, *, filled: bool) -> str:
    """A path in UNITs as a geometry. A shape scales its path to its own size, so one path does for any."""
    fill = "" if filled else ' fill="none"'
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{round(width * UNIT)}" h="{round(height * UNIT)}"{fill}>{path}</a:path></a:pathLst></a:custGeom>'
    )


_LETTERS = {
    "M": "<a:moveTo>{}</a:moveTo>", "L": "<a:lnTo>{}</a:lnTo>", "C": "<a:cubicBezTo>{}</a:cubicBezTo>", "Z": "<a:close/>",
}  # fmt: skip
