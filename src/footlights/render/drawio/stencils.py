"""Path letters as a draw.io stencil: a small picture inside a style, in any size."""

import re
from base64 import b64encode
from functools import lru_cache
from xml.sax.saxutils import quoteattr

from footlights.render.svg import plain_number

__all__ = ["Curve", "absolute", "extent", "stencil"]

#: A letter (M L C A Z) with absolute numbers.
Curve = tuple[str, tuple[float, ...]]

_PIECE = re.compile(r"([MLHVCSAZmlhvcsaz])([^MLHVCSAZmlhvcsaz]*)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7}


@lru_cache(maxsize=256)
def absolute(d: str) -> tuple[Curve, ...]:
    """The path in M, L, C, A and Z with absolute numbers; pieces without enough numbers are left out."""
    found: list[Curve] = []
    x = y = start_x = start_y = 0.0
    bend: tuple[float, float] | None = None
    for letter, rest in _PIECE.findall(d):
        kind, moved = letter.upper(), letter.islower()
        if kind == "Z":
            found.append(("Z", ()))
            x, y, bend = start_x, start_y, None
            continue
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        for at in range(0, len(numbers) - _TAKES[kind] + 1, _TAKES[kind]):
            taken = numbers[at : at + _TAKES[kind]]
            dx, dy = (x, y) if moved else (0.0, 0.0)
            if kind == "A":
                taken[5], taken[6] = taken[5] + dx, taken[6] + dy
            elif kind in "HV":
                taken = [taken[0] + dx, y] if kind == "H" else [x, taken[0] + dy]
            else:
                taken = [number + (dy if nth % 2 else dx) for nth, number in enumerate(taken)]
            if kind == "S":
                taken = [*(bend or (x, y)), *taken]
            drawn = "C" if kind in "CS" else "A" if kind == "A" else "M" if kind == "M" and not at else "L"
            found.append((drawn, tuple(taken)))
            x, y = taken[-2], taken[-1]
            bend = (2 * x - taken[2], 2 * y - taken[3]) if drawn == "C" else None
            if drawn == "M":
                start_x, start_y = x, y
    return tuple(found)


def extent(curves: tuple[Curve, ...]) -> tuple[float, float, float, float]:
    """Left, top, width and height of all the points of a path, those that only bend it included."""
    points = [point for letter, numbers in curves for point in _points(letter, numbers)]
    if not points:
        return 0.0, 0.0, 0.0, 0.0
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top


def _points(letter: str, numbers: tuple[float, ...]) -> list[tuple[float, float]]:
    pairs = numbers[5:] if letter == "A" else numbers
    return list(zip(pairs[::2], pairs[1::2], strict=True))


@lru_cache(maxsize=256)
def stencil(curves: tuple[Curve, ...], box: tuple[float, float, float, float], filled: bool, stroked: bool) -> str:
    """The shape of a style, `stencil(…)`, for a path drawn in this box (left, top, width, height)."""
    left, top, width, height = box
    ends = {(True, True): "fillstroke", (True, False): "fill", (False, True): "stroke"}[filled, stroked]
    drawn = "".join(_step(letter, numbers, left, top) for letter, numbers in curves)
    head = f"<shape h={_quoted(height)} w={_quoted(width)} aspect='variable' strokewidth='inherit'>"
    text = f"{head}<foreground><path>{drawn}</path><{ends}/></foreground></shape>"
    return f"stencil({b64encode(_stored(text.encode('ascii'))).decode('ascii')})"


def _quoted(number: float) -> str:
    return quoteattr(plain_number(number))


def _step(letter: str, numbers: tuple[float, ...], left: float, top: float) -> str:
    if letter == "Z":
        return "<close/>"
    if letter == "A":
        rx, ry, turn, large, sweep, x, y = numbers
        size = f"rx={_quoted(rx)} ry={_quoted(ry)} x-axis-rotation={_quoted(turn)}"
        return f"<arc {size} large-arc-flag={_quoted(large)} sweep-flag={_quoted(sweep)} x={_quoted(x - left)} y={_quoted(y - top)}/>"
    name = {"M": "move", "L": "line", "C": "curve"}[letter]
    pairs = [(x - left, y - top) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    keys = [""] if len(pairs) == 1 else ["1", "2", "3"]
    told = " ".join(f"x{key}={_quoted(x)} y{key}={_quoted(y)}" for key, (x, y) in zip(keys, pairs, strict=True))
    return f"<{name} {told}/>"


def _stored(data: bytes) -> bytes:
    """The data as raw DEFLATE, which draw.io reads, without compressing it: the same bytes whichever zlib there is."""
    parts = [data[at : at + 0xFFFF] for at in range(0, len(data), 0xFFFF)] or [b""]
    last = len(parts) - 1
    return b"".join(
        bytes([nth == last]) + len(part).to_bytes(2, "little") + (len(part) ^ 0xFFFF).to_bytes(2, "little") + part
        for nth, part in enumerate(parts)
    )
