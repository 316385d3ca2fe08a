"""The scale of a time view on a slide that shows a part of it: its piece of the axis, in the middle above its columns."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from footlights.drawing import Group, Item, Path, Rect, TextLine
from footlights.typeset import width
from footlights.words import duration_text

from .outline import outline

__all__ = ["Piece", "height_of", "piece_of"]

#: What may lie over an edge and still belongs to the piece, in px of the picture.
_SLACK = 0.6


class Piece(NamedTuple):
    """A piece of a scale: the caption and the guides where they are to stand, and what moves by `shift` px to stand above its columns."""

    fixed: tuple[Item, ...]
    moved: tuple[Item, ...]
    shift: float = 0.0


class _Part(NamedTuple):
    """A column, its part of the axis, and when that begins and ends in seconds."""

    x: float
    end: float
    left: float
    right: float
    begins: float
    ends: float


def height_of(scale: Group) -> float:
    """The lowest point of a scale, in px of the picture."""
    lows = [item.y + item.height for item in scale.items if isinstance(item, Rect)]
    return max(lows + [outline(item.d).box[3] for item in scale.items if isinstance(item, Path)], default=0.0)


def piece_of(scale: Group, x0: float, x1: float, language: str) -> Piece:
    """What a slide shows of a scale that has the columns between x0 and x1.

    A linear axis with fewer than two named ticks in it gets names at its two ends. Nothing for columns without a scale.
    """
    parts = _parts(scale)
    caption, *rest = (item for item in scale.items if not isinstance(item, Path) or item.d)
    shown = [part for part in parts if x0 - _SLACK <= part.x and part.end <= x1 + _SLACK]
    if parts and len(shown) == len(parts):
        return Piece((caption, *rest), ())
    if not parts:
        kept = [item for item in rest if x0 - _SLACK <= _reach(item)[0] and _reach(item)[1] <= x1 + _SLACK]
        left = min((_reach(item)[0] for item in kept), default=x0)
        return Piece((_begun(caption, left), *kept), ()) if kept else Piece((), ())
    if not shown:
        return Piece((), ())
    left, right = shown[0].left, shown[-1].right
    shift = (shown[0].x + shown[-1].end - left - right) / 2
    guides = [_leaning(item, shift) for item in rest if _guides(item) and any(_ends_at(item, part) for part in shown)]
    pieces = [piece for item in rest if not _guides(item) for piece in _clipped(item, left, right)]
    return Piece((_begun(caption, shown[0].x), *guides), tuple(_named(pieces, shown, language, _size(caption))), shift)


def _parts(scale: Group) -> list[_Part]:
    told = dict(scale.facts).get("parts", "")
    return [_Part(*map(float, part.split())) for part in told.split(";") if part]


def _begun(caption: Item, x: float) -> Item:
    return caption._replace(x=x) if isinstance(caption, TextLine) else caption


def _reach(item: Item) -> tuple[float, float]:
    """How far something reaches to the left and to the right; a text counts as where it stands."""
    if isinstance(item, Rect):
        return item.x, item.x + item.width
    if isinstance(item, Path):
        left, _, right, _ = outline(item.d).box
        return left, right
    return (item.x, item.x) if isinstance(item, TextLine) else (0.0, 0.0)


def _guides(item: Item) -> bool:
    """Whether this leads from the axis to a column."""
    return isinstance(item, Path) and (item.stroke == "faint" or item.fill == "phase-soft")


def _ends_at(item: Item, part: _Part) -> bool:
    assert isinstance(item, Path)
    low = outline(item.d).box[3]
    feet = [x for _, points in outline(item.d).pieces for x, y in zip(points[::2], points[1::2], strict=True) if y > low - _SLACK]
    return abs(min(feet) - part.x) < _SLACK and abs(max(feet) - part.end) < _SLACK


def _leaning(item: Item, shift: float) -> Item:
    """Guides whose upper ends have moved."""
    assert isinstance(item, Path)
    pieces, (_, top, _, _) = outline(item.d)
    made = ""
    for letter, points in pieces:
        made += letter
        if points:
            made += f"{round(points[0] + (shift if points[1] < top + _SLACK else 0.0), 2):g} {points[1]:g}"
    return item._replace(d=made)


def _clipped(item: Item, left: float, right: float) -> Iterator[Item]:
    """What of an item of the axis lies between these two: of lines along it as much as does, of all else the whole or nothing."""
    first, last = _reach(item)
    if left - _SLACK <= first and last <= right + _SLACK:
        yield item
    elif isinstance(item, Path) and first < right and last > left:
        made = ""
        for (x, y), (end, down) in _strokes(item):
            if y == down and x < right and end > left:
                made += f"M{max(x, left):g} {y:g}H{min(end, right):g}"
            elif x == end and left - _SLACK <= x <= right + _SLACK:
                made += f"M{x:g} {y:g}V{down:g}"
        if made:
            yield item._replace(d=made)


def _strokes(item: Path) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    at = (0.0, 0.0)
    for letter, points in outline(item.d).pieces:
        to = (points[0], points[1]) if len(points) == 2 else at
        if letter == "L":
            yield at, to
        at = to


def _size(caption: Item) -> float:
    return caption.size if isinstance(caption, TextLine) else 10.0


def _named(items: Sequence[Item], shown: Sequence[_Part], language: str, size: float) -> Iterator[Item]:
    """The items with names at both ends where too few ticks are left to tell how long it is."""
    ticks = [item for item in items if _names_a_tick(item)]
    first, last = shown[0], shown[-1]
    yield from (item for item in items if len(ticks) > 1 or item not in ticks)
    if len(ticks) > 1 or last.ends <= first.begins:
        return
    axis = next((item for item in reversed(items) if isinstance(item, Path) and item.stroke == "ink"), None)
    if axis is None:
        return
    y = outline(axis.d).box[3]
    texts = [duration_text(time, language) if time else "0" for time in (first.begins, last.ends)]
    beside = sum(width(text, size) for text in texts) / 2 + 12 > last.right - first.left
    for x, text, anchor in zip((first.left, last.right), texts, ("end", "start"), strict=True):
        yield Path(f"M{x:g} {y - 4:g}V{y:g}", None, "ink", 1.0)
        yield TextLine(x, ((y - 6, text),), size, "muted", False, anchor if beside else "middle")


def _names_a_tick(item: Item) -> bool:
    return isinstance(item, TextLine) and item.fill == "muted"
