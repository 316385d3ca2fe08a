"""The items of a drawing as draw.io's own shapes: boxes, texts, lines, and stencils for all other paths."""

from collections.abc import Iterable

from footlights.drawing import ICONS, Group, Icon, Item, Path, Rect, TextLine, Theme
from footlights.render.shown import Point
from footlights.render.svg import plain_number
from footlights.typeset import width

from .cells import Cells
from .labels import heading
from .stencils import absolute, extent, stencil

__all__ = ["box_style", "draw_items", "draw_path", "line_style"]


def draw_items(cells: Cells, parent: str, items: Iterable[Item], origin: Point = (0.0, 0.0)) -> None:
    """Every item as a cell of its own; `origin` is where the parent stands."""
    for item in items:
        if isinstance(item, Rect):
            x, y = item.x - origin[0], item.y - origin[1]
            cells.shape(parent, (x, y, item.width, item.height), box_style(item, cells.theme))
        elif isinstance(item, TextLine):
            _text(cells, parent, item, origin)
        elif isinstance(item, Icon):
            _icon(cells, parent, item, origin)
        elif isinstance(item, Path):
            draw_path(cells, parent, item, origin)
        elif isinstance(item, Group):
            draw_items(cells, parent, item.items, origin)


def box_style(item: Rect, theme: Theme) -> str:
    """How a box looks."""
    rounded = f"rounded=1;absoluteArcSize=1;arcSize={plain_number(2 * item.radius)};" if item.radius else "rounded=0;"
    return f"{rounded}{_painted(item.fill, item.stroke, item.stroke_width, item.dash, theme)}whiteSpace=wrap;html=1;"


def line_style(item: Path, theme: Theme) -> str:
    """How a line looks, its arrowheads included."""
    end = "endArrow=block;endFill=1;endSize=5;" if item.arrowhead else "endArrow=none;"
    start = "startArrow=block;startFill=1;startSize=5;" if item.arrowhead == "both" else ""
    return f"{end}{start}{_painted('', item.stroke, item.stroke_width, item.dash, theme)}"


def _painted(fill: str | None, stroke: str | None, stroke_width: float, dash: str, theme: Theme) -> str:
    ground = "" if fill == "" else f"fillColor={theme.colour(fill)};"
    dashed = f"dashed=1;dashPattern={dash};" if dash else ""
    wide = f"strokeWidth={plain_number(stroke_width)};" if stroke else ""
    return f"{ground}strokeColor={theme.colour(stroke)};{wide}{dashed}"


def draw_path(cells: Cells, parent: str, item: Path, origin: Point) -> None:
    """A line of straight pieces as a line, a single bend as a bent line, anything else as a stencil."""
    curves = absolute(item.d)
    letters = "".join(letter for letter, _ in curves)
    if item.fill is None and letters.startswith("M") and (set(letters[1:]) == {"L"} or letters == "MC"):
        numbers = [number for _, taken in curves for number in taken]
        points = [(x - origin[0], y - origin[1]) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        cells.line(parent, points, ("curved=1;" if letters == "MC" else "") + line_style(item, cells.theme))
        return
    box = extent(curves)
    if not curves or not (item.fill or item.stroke):
        return
    shape = stencil(curves, box, item.fill is not None, item.stroke is not None)
    look = _painted(item.fill, item.stroke, item.stroke_width, item.dash, cells.theme)
    cells.shape(parent, (box[0] - origin[0], box[1] - origin[1], box[2], box[3]), f"shape={shape};{look}")


def _icon(cells: Cells, parent: str, item: Icon, origin: Point) -> None:
    curves = absolute(ICONS[item.name])
    left, top, wide, high = extent(curves)
    scale = item.size / 12
    shape = stencil(curves, (left, top, wide, high), False, True)
    look = _painted(None, item.colour, 1.2 * scale, "", cells.theme)
    box = (item.x + left * scale - origin[0], item.y + top * scale - origin[1], wide * scale, high * scale)
    cells.shape(parent, box, f"shape={shape};{look}")


def _text(cells: Cells, parent: str, item: TextLine, origin: Point) -> None:
    if not item.lines:
        return
    wide = max(width(line, item.size, bold=item.bold) for _, line in item.lines) + 2
    first, last = item.lines[0][0], item.lines[-1][0]
    left = item.x - {"start": 0.0, "middle": wide / 2, "end": wide}[item.anchor] - origin[0]
    side = {"start": "left", "middle": "center", "end": "right"}[item.anchor]
    # a line of small letters stands from its ascent to its descent round the middle of the box
    box = (left, first - 0.95 * item.size - origin[1], wide, last - first + 1.2 * item.size)
    bold = f"fontStyle={item.bold + 2 * item.italic};" if item.bold or item.italic else ""
    look = f"fontSize={plain_number(item.size)};fontColor={cells.theme.colour(item.fill)};{bold}"
    cells.shape(
        parent, box, f"text;html=1;strokeColor=none;fillColor=none;spacing=0;align={side};verticalAlign=middle;{look}", heading(item)
    )
