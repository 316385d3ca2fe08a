"""A page that needs nothing but itself: no request leaves it, and only its own style and script may run."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from footlights.drawing import ICONS, Drawing
from footlights.render.options import Options
from footlights.render.svg import escape, font_faces
from footlights.words import word

from .bar import bar
from .house import house_style
from .layers import Layers, layers
from .paint import colours
from .table import table

__all__ = ["write"]

_HERE = Path(__file__).parent


def write(drawing: Drawing, options: Options) -> tuple[bytes, tuple[str, ...]]:
    """The page in UTF-8, and no notes. Without a theme it follows the reader's system; they may switch it."""
    picture = layers(drawing)
    chosen = "" if options.theme is None else "dark" if options.theme.dark else "light"
    style = _fonts(drawing, picture) + colours(options.theme) + picture.sizes + _read("page.css") + house_style(drawing, options.theme)
    logo = options.theme is not None and options.theme.logo is not None
    script = f'const chosen = "{chosen}";\n{_read("page.js")}'
    page = (
        f'<!doctype html>\n<html lang="{escape(drawing.language)}">\n<head>{_head(drawing, style, script)}</head>\n'
        f"<body>\n{_body(drawing, picture.markup, logo)}\n<script>{script}</script>\n</body>\n</html>\n"
    )
    return page.encode("utf-8"), ()


def _head(drawing: Drawing, style: str, script: str) -> str:
    own = f"style-src {_hash(style)};script-src {_hash(script)}"
    policy = f"default-src 'none';{own};font-src data:;img-src data:;base-uri 'none';form-action 'none'"
    return "".join(
        [
            f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">',
            f'<meta name="description" content="{escape(drawing.description)}"><meta name="generator" content="footlights">',
            f"<title>{escape(drawing.title)} · footlights</title>",
            f'<link rel="icon" href="{_icon()}"><style>{style}</style>',
        ]
    )


def _body(drawing: Drawing, picture: str, logo: bool) -> str:
    words = {key: escape(word(f"page.{key}", drawing.language)) for key in ("skip", "picture", "table")}
    return "".join(
        [
            f'<a class="skip" href="#table">{words["skip"]}</a>{bar(drawing, logo=logo)}',
            f'<main><div id="stage" tabindex="0" role="region" aria-label="{words["picture"]}"><div id="sheet">{picture}</div></div>',
            f'<div id="table" class="away" tabindex="-1" role="region" aria-label="{words["table"]}">',
            f'{table(drawing)}<p class="provenance">{_apart(drawing.provenance)}</p></div></main>',
        ]
    )


def _apart(provenance: str) -> str:
    """The parts of the line, each isolated: a name in Arabic would else turn the dates and numbers beside it round."""
    return "  ·  ".join(f"<bdi>{escape(part)}</bdi>" for part in provenance.split("  ·  "))


def _fonts(drawing: Drawing, picture: Layers) -> str:
    """The parts of the font that the picture, the table and the bar need, each once."""
    interface = {chr(code) for code in range(0x20, 0x7F)} | {"−", "·"}
    cells = {char for row in drawing.rows for cell in row.cells for text in cell for char in text}
    heads = set(drawing.title).union(*(row.head for row in drawing.rows), *(step + phase for step, phase in drawing.columns))
    return font_faces(picture.regular | interface | cells | set(drawing.provenance), picture.bold | interface | heads)


def _read(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _icon() -> str:
    """The page's icon as data: the curtains of the stage."""
    stroke = 'fill="none" stroke="#2b8a56" stroke-width="1.4"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12"><path d="{ICONS["frontstage"]}" {stroke}/></svg>'
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode("ascii")
