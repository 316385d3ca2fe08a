"""The picture on the page: whole, and its heads once more in layers that stay in sight while it moves."""

from collections.abc import Iterable
from typing import NamedTuple

from footlights.drawing import Drawing, Group
from footlights.render.svg import as_classes, drawn, escape, plain_number
from footlights.typeset import FAMILY

__all__ = ["Layers", "layers"]

Box = tuple[float, float, float, float]


class Layers(NamedTuple):
    """The <svg> elements, the CSS with their measures, and the characters they draw in regular and bold type."""

    markup: str
    sizes: str
    regular: set[str]
    bold: set[str]


def layers(drawing: Drawing) -> Layers:
    """The whole picture with an accessible name, and over it the heads; without steps there are no heads to repeat."""
    box = (0.0, 0.0, drawing.width, drawing.height)
    # The accent's arrowhead is for the arrows of the card that is pointed at.
    pen, body = drawn(drawing.groups, box, as_classes, "w-", heads=("accent",))
    # A <title> of the whole picture would show as a tooltip all over it.
    name = f'role="img" aria-label="{escape(drawing.title)}: {escape(drawing.description)}"'
    whole = _svg(box, body, name)
    top = _head_top(drawing)
    bottom = _lanes_bottom(drawing)
    over = _heads(drawing, top, bottom) if drawing.columns else ""
    sizes = {
        "w": drawing.width,
        "h": drawing.height,
        "top": top,
        "above": drawing.head_height - top,
        "left": drawing.head_width,
        "lanes": bottom - drawing.head_height,
    }
    css = "".join(f"--{key}:{plain_number(value)};" for key, value in sizes.items())
    return Layers(whole + over, f"#sheet{{{css}}}", *pen.characters())


def _heads(drawing: Drawing, top: float, bottom: float) -> str:
    """Phases and steps above, lanes at the left, and an empty corner over both."""
    heads = [group for group in drawing.groups if group.kind in ("phase", "step")]
    lanes = [group for group in drawing.groups if group.kind in ("lane", "sep", "rule", "levels")]
    above = _layer(heads, (0, top, drawing.width, drawing.head_height - top), "t-")
    left = _layer(lanes, (0, drawing.head_height, drawing.head_width, bottom - drawing.head_height), "l-")
    return f'<div id="above"><div id="corner"></div>{above}</div><div id="left">{left}</div>'


def _layer(groups: Iterable[Group], box: Box, prefix: str) -> str:
    return _svg(box, drawn(groups, box, as_classes, prefix)[1], 'aria-hidden="true" focusable="false"')


def _svg(box: Box, body: str, name: str) -> str:
    view = " ".join(map(plain_number, box))
    return f'<svg viewBox="{view}" {name} font-family="{FAMILY}, sans-serif" text-rendering="geometricPrecision">{body}</svg>'


def _head_top(drawing: Drawing) -> float:
    """Where the phases begin: the title above them may scroll out of sight, the page has its own."""
    tops = [group.box[1] for group in drawing.groups if group.kind == "phase" and group.box]
    return max(0.0, min(tops) - 8) if tops else 0.0


def _lanes_bottom(drawing: Drawing) -> float:
    ends = [group.box[1] + group.box[3] for group in drawing.groups if group.kind == "lane" and group.box]
    return max([drawing.head_height, *ends])
