"""Parts of a drawing as pictures that typst can set: a window of it, and only what is seen through it."""

from footlights.drawing import THEMES, Drawing, Group, Icon, Item, Logo, Path, Rect, TextLine
from footlights.render.options import Options
from footlights.render.shown import corners
from footlights.render.svg import drawn, logo_data
from footlights.render.svg.paint import as_attributes
from footlights.render.svg.text import plain_number
from footlights.typeset import FAMILY

__all__ = ["Box", "cleared", "extent", "logo_alone", "picture", "seen"]

#: x, y, width, height in px of the drawing.
Box = tuple[float, float, float, float]
#: What may stick out of a group's corner points: arrowheads, badges, the width of a line.
_AROUND = 24.0


def picture(groups: tuple[Group, ...], box: Box, options: Options, more: str = "") -> str:
    """What these groups show in a window of their drawing, as SVG; its text is set in the fonts that typst is given.

    `more` is SVG that stands on top of them.
    """
    paint = as_attributes(options.theme or THEMES["light"])
    _, body = drawn(groups, box, paint, options.prefix)
    return _svg(box, body + more)


def logo_alone(logo: Logo) -> str:
    """A logo as a picture of its own, one px for each of its pixels."""
    size = f'width="{logo.width}" height="{logo.height}"'
    return _svg((0.0, 0.0, logo.width, logo.height), f'<image x="0" y="0" {size} href="{logo_data(logo)}"/>')


def _svg(box: Box, body: str) -> str:
    x, y, width, height = map(plain_number, box)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="{x} {y} {width} {height}"'
        f' font-family="{FAMILY}, sans-serif">{body}</svg>'
    )


def seen(groups: tuple[Group, ...], box: Box) -> tuple[Group, ...]:
    """The groups that may show in a window: none that does is left out."""
    left, top, right, bottom = box[0] - _AROUND, box[1] - _AROUND, box[0] + box[2] + _AROUND, box[1] + box[3] + _AROUND
    found = []
    for group in groups:
        held = extent((group,))
        if held is None or (held[0] <= right and held[2] >= left and held[1] <= bottom and held[3] >= top):
            found.append(group)
    return tuple(found)


def cleared(drawing: Drawing) -> tuple[tuple[Group, ...], Box]:
    """The drawing without its title and provenance, for a page that says them itself, and the window that is left."""
    groups = tuple(group for group in drawing.groups if group.kind not in ("title", "provenance"))
    foot = extent(tuple(group for group in drawing.groups if group.kind == "provenance"))
    bottom = foot[1] - 4 if foot is not None else drawing.height
    held = extent(groups)
    top = max(0.0, held[1] - 6) if held is not None else 0.0
    return groups, (0.0, top, drawing.width, max(1.0, bottom - top))


def extent(items: tuple[Item, ...]) -> tuple[float, float, float, float] | None:
    """Left, top, right, bottom that hold these items, texts taken at their widest; None where there is nothing."""
    boxes = [box for item in items if (box := _held(item)) is not None]
    if not boxes:
        return None
    return min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes), max(box[3] for box in boxes)


def _held(item: Item) -> tuple[float, float, float, float] | None:
    if isinstance(item, Rect):
        return item.x, item.y, item.x + item.width, item.y + item.height
    if isinstance(item, Icon):
        return item.x, item.y, item.x + item.size, item.y + item.size
    if isinstance(item, Path):
        points = corners(item.d)
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return (min(xs), min(ys), max(xs), max(ys)) if points else None
    if isinstance(item, TextLine):
        if not item.lines:
            return None
        wide = item.size * max(len(line) for _, line in item.lines)
        left = item.x - {"middle": wide / 2, "end": wide}.get(item.anchor, 0.0)
        return left, item.lines[0][0] - item.size, left + wide, item.lines[-1][0] + item.size * 0.3
    within = extent(item.items)
    if item.box is None:
        return within
    x, y, width, height = item.box
    own = x, y, x + width, y + height
    return own if within is None else (min(own[0], within[0]), min(own[1], within[1]), max(own[2], within[2]), max(own[3], within[3]))
