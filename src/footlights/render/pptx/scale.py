"""The scale of time on every slide of a time view: on its own lane, or once more above the lanes of a slide that has not got it."""

from footlights.drawing import Icon, Item, Path, Rect, TextLine
from footlights.typeset import width

from .deck import Page
from .outline import outline
from .pen import Pen, main_text
from .place import Place
from .shape import rounded
from .timescale import Piece, piece_of

__all__ = ["draw_scale"]


def draw_scale(pen: Pen, page: Page, corner: float, right: float) -> None:
    """Draw what the slide shows of the scale; nothing in a view without one.

    `pen` draws the slide's lanes; `corner` is where the slide's left side would be in the picture of the lanes' names, and `right`
    how far the lanes reach, both in px of the slide.
    """
    anatomy = page.anatomy
    if anatomy.scale is None:
        return
    scale, place = pen.place.scale, pen.place
    lane = anatomy.lanes[anatomy.scaled].box if anatomy.scaled >= 0 else None
    piece = piece_of(anatomy.scale, page.x0, page.x1, anatomy.drawing.language)
    if page.again and lane is not None:
        place = Place(scale, place.x, place.y + (page.y0 - page.again - lane[1]) * scale)
        _band(pen.at(Place(scale, corner, place.y)), page, right)
    if not piece.fixed:
        return
    left, top, end, low = _box(piece)
    pen.sheet.open_group(place.box(left, top, end - left, low - top), name="scale", told=anatomy.scale.label)
    pen.at(place).draw(piece.fixed)
    pen.at(Place(scale, place.x + piece.shift * scale, place.y)).draw(piece.moved)
    pen.sheet.close_group()


def _band(pen: Pen, page: Page, right: float) -> None:
    """The lane of the scale with its name, as high as the scale alone."""
    anatomy = page.anatomy
    lane = anatomy.lanes[anatomy.scaled]
    band, *rest = lane.items
    text = main_text(rest)
    if not isinstance(band, Rect):
        return
    reach = anatomy.drawing.head_width - 8
    band = band._replace(width=(right - pen.place.x) / pen.place.scale - band.x, height=page.again)
    box = pen.place.box(band.x, band.y, band.width, band.height)
    pen.body(band, box, rounded(box.width, box.height, 0), text, reach, name=lane.address, told=lane.label, whole=lane.label)
    edges = [item._replace(height=page.again) for item in rest if isinstance(item, Rect)]
    icons = [item for item in rest if isinstance(item, Icon)]
    pen.draw([*edges, *icons], reach)


def _box(piece: Piece) -> tuple[float, float, float, float]:
    boxes = []
    for items, shift in ((piece.fixed, 0.0), (piece.moved, piece.shift)):
        for item in items:
            left, top, right, low = _sides(item)
            boxes.append((left + shift, top, right + shift, low))
    lefts, tops, rights, lows = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(lows)


def _sides(item: Item) -> tuple[float, float, float, float]:
    if isinstance(item, Path):
        return outline(item.d).box
    if isinstance(item, Rect):
        return item.x, item.y, item.x + item.width, item.y + item.height
    if not isinstance(item, TextLine):
        raise TypeError(f"a scale has no {type(item).__name__}")
    wide = max(width(line, item.size, bold=item.bold) for _, line in item.lines)
    left = {"middle": item.x - wide / 2, "end": item.x - wide}.get(item.anchor, item.x)
    return left, item.lines[0][0] - item.size, left + wide, item.lines[-1][0]
