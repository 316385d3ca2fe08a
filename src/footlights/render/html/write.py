"""A page that needs nothing but itself: no request leaves it, and only its own style and script may run."""

import json
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from footlights.drawing import ICONS, THEMES, Drawing, Group, Theme
from footlights.render.options import Options
from footlights.render.svg import as_classes, drawn, escape, font_faces, picture, plain_number, rules_for_classes
from footlights.typeset import FAMILY
from footlights.words import word

from .table import table

__all__ = ["write"]

_HERE = Path(__file__).parent
_BUTTONS = (("zoom-out", "−"), ("zoom-in", "+"), ("fit", ""), ("full", ""))


def write(drawing: Drawing, options: Options) -> tuple[bytes, tuple[str, ...]]:
    """The page in UTF-8, and no notes. Without a theme it follows the reader's system; they may switch it."""
    whole = picture(drawing, as_classes, prefix="w-", embed=False, gap="\n")
    body = "".join(
        [
            f'<a class="skip" href="#table">{_word(drawing, "page.skip")}</a>',
            _bar(drawing),
            f'<main><div id="stage" tabindex="0" role="region" aria-label="{_word(drawing, "page.picture")}">',
            f'<div id="sheet">{whole.text}{_overlays(drawing)}</div></div>',
            f'<div id="table" class="away" tabindex="-1" role="region" aria-label="{_word(drawing, "page.table")}">',
            f'{table(drawing)}<p class="provenance">{escape(drawing.provenance)}</p></div></main>',
        ]
    )
    regular = whole.regular | set("".join(text for row in drawing.rows for cell in row.cells for text in cell)) | set(drawing.provenance)
    bold = whole.bold | set("".join(name + phase for name, phase in drawing.columns)) | set(drawing.title)
    fonts = font_faces(regular | _ASCII, bold | _ASCII)
    style = "".join([fonts, _colours(options.theme), rules_for_classes(), _sizes(drawing), _read("page.css")])
    script = f"const chosen={json.dumps(options.theme.name if options.theme else '')};\n{_read('page.js')}"
    language = escape(drawing.language)
    own = f"style-src {_hash(style)};script-src {_hash(script)}"
    policy = f"default-src 'none';{own};font-src data:;img-src data:;base-uri 'none';form-action 'none'"
    head = "".join(
        [
            f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">',
            f'<meta name="description" content="{escape(drawing.description)}"><meta name="generator" content="footlights">',
            f"<title>{escape(drawing.title)} · footlights</title>",
            f'<link rel="icon" href="{_icon()}"><style>{style}</style>',
        ]
    )
    page = f'<!doctype html>\n<html lang="{language}">\n<head>{head}</head>\n<body>\n{body}\n<script>{script}</script>\n</body>\n</html>\n'
    return page.encode("utf-8"), ()


_ASCII = {chr(code) for code in range(0x20, 0x7F)} | set("−·–“”%")


def _word(drawing: Drawing, key: str) -> str:
    return escape(word(key, drawing.language))


def _read(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _bar(drawing: Drawing) -> str:
    """The bar above the picture: what it is, picture or table, zoom, light or dark."""
    buttons = "".join(
        f'<button type="button" id="{name}" title="{_word(drawing, f"page.{name}")}" aria-label="{_word(drawing, f"page.{name}")}">'
        f"{sign or _word(drawing, f'page.{name}')}</button>"
        for name, sign in _BUTTONS
    )
    return (
        f'<header><h1>{escape(drawing.title)}</h1><p class="view">{_word(drawing, f"view.{drawing.view}")}</p>'
        f'<div class="choice" role="group" aria-label="{_word(drawing, "page.picture")}, {_word(drawing, "page.table")}">'
        f'<button type="button" id="show-picture" aria-pressed="true">{_word(drawing, "page.picture")}</button>'
        f'<button type="button" id="show-table" aria-pressed="false">{_word(drawing, "page.table")}</button></div>'
        f'<div class="zoom" role="group" aria-label="{_word(drawing, "page.zoom-in")}" title="{_word(drawing, "page.keys")}">{buttons}'
        f'<output id="level" for="zoom-in zoom-out"></output></div>'
        f'<button type="button" id="theme" title="{_word(drawing, "page.theme")}" aria-label="{_word(drawing, "page.theme")}">'
        '<svg viewBox="0 0 12 12" width="16" height="16" aria-hidden="true"><path d="M6 1a5 5 0 1 0 0 10z" fill="currentColor"/>'
        '<circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.2"/></svg></button></header>'
    )


def _overlays(drawing: Drawing) -> str:
    """The heads once more, in layers that stay in sight: phases and steps above, lanes at the left, an empty corner."""
    if not drawing.columns:
        return ""
    top, bottom = _head_top(drawing), _lanes_bottom(drawing)
    heads = [group for group in drawing.groups if group.kind in ("phase", "step")]
    lanes = [group for group in drawing.groups if group.kind in ("lane", "sep", "rule")]
    above = _layer(heads, (0, top, drawing.width, drawing.head_height - top), "t-")
    left = _layer(lanes, (0, drawing.head_height, drawing.head_width, bottom - drawing.head_height), "l-")
    return f'<div id="above"><div id="corner"></div>{above}</div><div id="left">{left}</div>'


def _layer(groups: Iterable[Group], box: tuple[float, float, float, float], prefix: str) -> str:
    _, body = drawn(groups, box, as_classes, prefix)
    view = " ".join(map(plain_number, box))
    return f'<svg viewBox="{view}" aria-hidden="true" focusable="false" font-family="{FAMILY}, sans-serif">{body}</svg>'


def _head_top(drawing: Drawing) -> float:
    return min((group.box[1] for group in drawing.groups if group.kind == "phase" and group.box), default=0.0) - 8


def _lanes_bottom(drawing: Drawing) -> float:
    return max((group.box[1] + group.box[3] for group in drawing.groups if group.kind == "lane" and group.box), default=drawing.head_height)


def _sizes(drawing: Drawing) -> str:
    top = _head_top(drawing) if drawing.columns else 0.0
    figures = {"w": drawing.width, "h": drawing.height, "top": top, "above": drawing.head_height - top, "left": drawing.head_width,
               "lanes": _lanes_bottom(drawing) - drawing.head_height}  # fmt: skip
    return "#sheet{" + "".join(f"--{name}:{plain_number(value)};" for name, value in figures.items()) + "}"


def _colours(theme: Theme | None) -> str:
    """Both themes as custom properties: that of the reader's system, or the one asked for, or the one they choose."""

    def rules(name: str) -> str:
        return "".join(f"--{token}:{colour};" for token, colour in THEMES[name].colours.items())

    light, dark = f"color-scheme:light;{rules('light')}", f"color-scheme:dark;{rules('dark')}"
    first = dark if theme and theme.name == "dark" else light
    system = "" if theme else f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    return f":root{{{first}}}{system}:root[data-theme=light]{{{light}}}:root[data-theme=dark]{{{dark}}}"


def _icon() -> str:
    """The page's icon as data: the curtains of the stage."""
    path = ICONS["frontstage"]
    stroke = 'fill="none" stroke="#2b8a56" stroke-width="1.4"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12"><path d="{path}" {stroke}/></svg>'
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode("ascii")
