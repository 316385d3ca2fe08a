"""A theme's logo in the corner beside the title, as far as there is room."""

from base64 import b64encode

from footlights.drawing import Drawing, Group, Logo, TextLine, Theme
from footlights.typeset import width

from .text import plain_number

__all__ = ["logo_box", "logo_data", "logo_of"]

#: How high and how wide a logo may be, how far it stays from the edges and from the title, and the least that is worth showing (px).
_HIGH, _WIDE, _EDGE, _GAP, _LEAST = 36.0, 200.0, 16.0, 24.0, 20.0


def logo_of(drawing: Drawing, theme: Theme | None) -> str:
    """The logo as an SVG element; "" without one, or when the title leaves no room for it."""
    box = logo_box(drawing, theme)
    if theme is None or theme.logo is None or box is None:
        return ""
    x, y, wide, high = map(plain_number, box)
    return f'<image class="logo" x="{x}" y="{y}" width="{wide}" height="{high}" href="{logo_data(theme.logo)}"/>'


def logo_data(logo: Logo) -> str:
    """The logo as an address that holds it."""
    return f"data:image/png;base64,{b64encode(logo.data).decode('ascii')}"


def logo_box(drawing: Drawing, theme: Theme | None) -> tuple[float, float, float, float] | None:
    """Where the logo stands in the picture: x, y, width, height in px. None without one, or when the title leaves no room."""
    if theme is None or theme.logo is None:
        return None
    logo = theme.logo
    room = drawing.width - _EDGE - _GAP - _title_end(drawing)
    share = min(_HIGH / logo.height, _WIDE / logo.width, room / logo.width)
    wide, high = logo.width * share, logo.height * share
    if max(wide, high) < _LEAST:
        return None
    return drawing.width - _EDGE - wide, _EDGE, wide, high


def _title_end(drawing: Drawing) -> float:
    """Where the texts of the title end, in px."""
    title = next((group for group in drawing.groups if group.kind == "title"), Group("title", ()))
    texts = [item for item in title.items if isinstance(item, TextLine)]
    # letters of a font of their own may be wider than ours
    return max((item.x + 1.25 * width(line, item.size, bold=item.bold) for item in texts for _, line in item.lines), default=0.0)
