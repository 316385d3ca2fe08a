"""A whole SVG picture: its head, its arrowheads and fonts, its ground and everything on it."""

from collections.abc import Iterable

from footlights.drawing import ICONS, THEMES, Drawing, Item
from footlights.render.options import Options
from footlights.typeset import FAMILY

from .font import font_faces
from .logo import logo_of
from .paint import Paint, as_attributes
from .shape import Pen
from .text import escape, plain_number

__all__ = ["drawn", "write"]

# The tip stands half a pixel short of the line's end, so that the blunt end of the line hides inside it.
_HEAD = (
    '<marker id="{name}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" '
    'markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0.5L8 4L0 7.5Z"{paint}/></marker>'
)


def write(drawing: Drawing, options: Options) -> tuple[bytes, tuple[str, ...]]:
    """The drawing as SVG in UTF-8, an element a line, and no notes; raises KeyError for a colour token that the theme lacks."""
    paint, prefix = as_attributes(options.theme or THEMES["light"]), options.prefix
    width, height = plain_number(drawing.width), plain_number(drawing.height)
    language = escape(drawing.language)
    pen, body = drawn(drawing.groups, (0, 0, drawing.width, drawing.height), paint, prefix, "\n")
    if options.theme is not None and options.theme.font:
        # the title has room to spare, for letters that are wider than those it was measured with
        own = f' font-family="{escape(options.theme.font)}, {FAMILY}, sans-serif"'
        body = body.replace('<g class="title"', f'<g class="title"{own}', 1)
    logo = logo_of(drawing, options.theme)
    style = font_faces(*pen.characters()) if options.fonts == "embed" else ""
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img"'
            f' aria-labelledby="{prefix}title {prefix}desc" lang="{language}" xml:lang="{language}"'
            f' font-family="{FAMILY}, sans-serif" text-rendering="geometricPrecision">'
        ),
        f'<title id="{prefix}title">{escape(drawing.title)}</title>',
        f'<desc id="{prefix}desc">{escape(drawing.description)}</desc>',
        *([f"<style>{style}</style>"] if style else []),
        body,
        *([logo] if logo else []),
        "</svg>\n",
    ]
    return "\n".join(parts).encode("utf-8"), ()


def drawn(
    items: Iterable[Item], box: tuple[float, float, float, float], paint: Paint, prefix: str, gap: str = "", heads: tuple[str, ...] = ()
) -> tuple[Pen, str]:
    """The pen that drew these items, and what it drew: arrowheads, the ground of the box (x, y, width, height), the items.

    `heads` are colours in which arrowheads are wanted besides those that the items use.
    """
    x, y, width, height = map(plain_number, box)
    pen = Pen(paint, prefix)
    pen.heads.update(dict.fromkeys(heads))
    pen.draw(items)
    defined = "".join(_HEAD.format(name=f"{prefix}head-{token}", paint=paint("", token, "")) for token in pen.heads)
    defined += "".join(
        f'<g id="{pen.icon_id(name, size)}" stroke-width="1.2" stroke-linecap="round" stroke-linejoin="round">'
        f'<path d="{ICONS[name]}"{_scaled(size)}/></g>'
        for name, size in pen.icons
    )
    ground = f'<rect x="{x}" y="{y}" width="{width}" height="{height}"{paint("background", "paper", "")}/>'
    return pen, gap.join([*([f"<defs>{defined}</defs>"] if defined else []), ground, *pen.parts])


def _scaled(size: float) -> str:
    """Icons are drawn in a box of 12; another size scales them, in their definition only."""
    return "" if size == 12 else f' transform="scale({plain_number(size / 12)})"'
