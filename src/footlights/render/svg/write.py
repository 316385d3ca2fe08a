"""A whole SVG picture: its head, its arrowheads and fonts, its ground and everything on it."""

from collections.abc import Iterable
from typing import NamedTuple

from footlights.drawing import ICONS, THEMES, Drawing, Item
from footlights.render.options import Options
from footlights.typeset import FAMILY

from .font import font_faces
from .paint import Paint, as_attributes
from .shape import Pen
from .text import escape, plain_number

__all__ = ["Picture", "picture", "write"]

# The tip stands half a pixel short of the line's end, so that the blunt end of the line hides inside it.
_HEAD = (
    '<marker id="{name}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" '
    'markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0.5L8 4L0 7.5Z"{paint}/></marker>'
)


class Picture(NamedTuple):
    """SVG text, and the characters it draws in regular and bold type."""

    text: str
    regular: set[str]
    bold: set[str]


def write(drawing: Drawing, options: Options) -> tuple[bytes, tuple[str, ...]]:
    """The drawing as SVG in UTF-8, and no notes; raises KeyError for a colour token that the theme lacks."""
    paint = as_attributes(options.theme or THEMES["light"])
    made = picture(drawing, paint, prefix=options.prefix, embed=options.fonts == "embed")
    return (made.text + "\n").encode("utf-8"), ()


def picture(drawing: Drawing, paint: Paint, *, prefix: str, embed: bool, gap: str = "\n") -> Picture:
    """The whole drawing as an <svg> element with a title and a description, `gap` between its elements."""
    prefix = escape(prefix)
    width, height = plain_number(drawing.width), plain_number(drawing.height)
    language = escape(drawing.language)
    pen, body = drawn(drawing.groups, (0, 0, drawing.width, drawing.height), paint, prefix, gap)
    regular, bold = pen.characters()
    style = font_faces(regular, bold) if embed else ""
    head = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img"'
            f' aria-labelledby="{prefix}title {prefix}desc" lang="{language}" xml:lang="{language}"'
            f' font-family="{FAMILY}, sans-serif" text-rendering="geometricPrecision">'
        ),
        f'<title id="{prefix}title">{escape(drawing.title)}</title>',
        f'<desc id="{prefix}desc">{escape(drawing.description)}</desc>',
        *([f"<style>{style}</style>"] if style else []),
        body,
        "</svg>",
    ]
    return Picture(gap.join(head), regular, bold)


def drawn(items: Iterable[Item], box: tuple[float, float, float, float], paint: Paint, prefix: str, gap: str = "") -> tuple[Pen, str]:
    """The pen that drew these items, and what it drew: arrowheads, the ground of the box (x, y, width, height), the items."""
    x, y, width, height = map(plain_number, box)
    pen = Pen(paint, prefix)
    pen.draw(items)
    heads = "".join(_HEAD.format(name=f"{prefix}head-{token}", paint=paint("", token, "")) for token in pen.heads)
    heads += "".join(
        f'<g id="{pen.icon_id(name, size)}" stroke-width="1.2" stroke-linecap="round" stroke-linejoin="round">'
        f'<path d="{ICONS[name]}"{_scaled(size)}/></g>'
        for name, size in pen.icons
    )
    ground = f'<rect x="{x}" y="{y}" width="{width}" height="{height}"{paint("background", "paper", "")}/>'
    return pen, gap.join([*([f"<defs>{heads}</defs>"] if heads else []), ground, *pen.parts])


def _scaled(size: float) -> str:
    """Icons are drawn in a box of 12; another size scales them, in their definition only."""
    return "" if size == 12 else f' transform="scale({plain_number(size / 12)})"'
