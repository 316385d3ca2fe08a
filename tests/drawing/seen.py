"""What stands on what in a picture, worked out from where its items lie."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from footlights.drawing import Drawing, Group, Icon, Item, Path, Rect, TextLine
from footlights.typeset import width

__all__ = ["flat", "texts_on_grounds"]

_NUMBER = re.compile(r"-?\d+\.?\d*")


def flat(items: Iterable[Item]) -> Iterator[Rect | Path | TextLine | Icon]:
    """The items in the order in which they are painted, out of their groups."""
    for item in items:
        if isinstance(item, Group):
            yield from flat(item.items)
        else:
            yield item


def texts_on_grounds(drawing: Drawing) -> set[tuple[str, str, bool]]:
    """(token of a text or icon, token beneath it, whether it is an icon), of every line at its beginning, middle and end."""
    grounds: list[tuple[float, float, float, float, str]] = [(0, 0, drawing.width, drawing.height, "paper")]
    found = set()

    def under(x: float, y: float) -> str:
        return next(token for x1, y1, x2, y2, token in reversed(grounds) if x1 <= x <= x2 and y1 <= y <= y2)

    for item in flat(drawing.groups):
        if isinstance(item, Rect) and item.fill:
            grounds.append((item.x, item.y, item.x + item.width, item.y + item.height, item.fill))
        elif isinstance(item, Path) and item.fill:
            grounds.append((*_box(item.d), item.fill))
        elif isinstance(item, Icon):
            found.add((item.colour, under(item.x + item.size / 2, item.y + item.size / 2), True))
        elif isinstance(item, TextLine):
            for y, line in item.lines:
                wide = width(line, item.size, bold=item.bold)
                x = item.x - {"start": 0.0, "middle": wide / 2, "end": wide}[item.anchor]
                found |= {(item.fill, under(x + wide * share, y - item.size * 0.35), False) for share in (0.02, 0.5, 0.98)}
    return found


def _box(d: str) -> tuple[float, float, float, float]:
    xs: list[float] = []
    ys: list[float] = []
    for letter, told in re.findall(r"([MLHVC])([^MLHVCZa]*)", d):
        numbers = [float(found) for found in _NUMBER.findall(told)]
        xs += numbers if letter == "H" else numbers[::2] if letter != "V" else []
        ys += numbers if letter == "V" else numbers[1::2] if letter != "H" else []
    return min(xs), min(ys), max(xs), max(ys)
