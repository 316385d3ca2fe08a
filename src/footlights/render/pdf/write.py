"""A PDF of the picture, set by typst: tagged for accessibility (PDF/UA-1), on the paper that was asked for."""

import json
import re
from pathlib import Path
from typing import Any, Literal

from footlights.drawing import THEMES, Drawing
from footlights.model import FootlightsError
from footlights.render.glyphs import lacking, lacks
from footlights.render.options import Options
from footlights.render.svg import logo_of
from footlights.typeset import FAMILY, font_files
from footlights.words import Note, word

from .content import phases, plain, steps_told
from .paper import POINTS, Sheet, fitted, page_named
from .pictures import picture, seen
from .tiles import EDGE, FOOT, OVERLAP, tiling

__all__ = ["write"]

#: A PDF page is at most this many points wide or high; a larger picture is scaled to fit.
_MOST_POINTS = 14_400.0
#: Points: a picture whose ordinary text (12 px) gets smaller than this on its sheet can't be read.
_READABLE = 5.0
_LANGUAGE, _REGION = re.compile("[a-z]{2,3}"), re.compile("[a-z]{2}")

#: The pieces of a document, the pictures that they name by their number, and what is worth telling.
Made = tuple[list[dict[str, Any]], list[str], list[str]]


def write(drawing: Drawing, options: Options) -> tuple[bytes, tuple[str, ...]]:
    """The drawing as PDF, the same bytes each time. `options.page` is one of PAGES; "" is a page as large as the picture, then tables.

    Raises FootlightsError for a page that does not exist, for a picture that would take too many sheets, and when typst can't
    set it. Notes tell when characters had to come from fonts of this machine, and what had to become small.
    """
    kind, sheet = page_named(options.page)
    options, missed = _with_font(options, kind)
    pieces, pictures, notes = _made(kind, drawing, options, sheet)
    page = json.dumps(_document(drawing, options, pieces), ensure_ascii=False)
    odd = lacking(drawing, page)
    own = options.theme.font if options.theme is not None else ""
    data, accessible = _set(page, pictures, odd, own)
    notes += missed
    if odd:
        notes.insert(0, lacks(odd))
    if not accessible:
        notes.append(Note("not-accessible"))
    return data, tuple(notes)


def _made(kind: str, drawing: Drawing, options: Options, sheet: Sheet) -> Made:
    if kind == "report":
        from .report import report

        return *report(drawing, options, sheet), []
    if kind == "tiles":
        return _tiles(drawing, options, sheet)
    if kind == "fit":
        return _fit(drawing, options, sheet)
    share = min(1.0, _MOST_POINTS / (max(drawing.width, drawing.height) * POINTS))
    notes: list[str] = [Note("page-scaled", percent=round(share * 100))] if share < 1 else []
    width, height = drawing.width * POINTS * share, drawing.height * POINTS * share
    pieces = [_sheet(drawing, width, height, 0.0, 0.0, width, height)]
    if kind == "whole":
        pieces.append({"kind": "tables", "phases": phases(drawing)})
    return pieces, [_whole(drawing, options)], notes


def _fit(drawing: Drawing, options: Options, sheet: Sheet) -> Made:
    fit = fitted(drawing.width, drawing.height, sheet)
    piece = _sheet(
        drawing, fit.sheet.width, fit.sheet.height, fit.left, fit.top, drawing.width * fit.share, drawing.height * fit.share
    )  # fmt: skip
    text = 12 * fit.share
    small: list[str] = [Note("too-small", page=options.page, points=round(text, 1))] if text < _READABLE else []
    return [piece], [_whole(drawing, options)], small


def _sheet(drawing: Drawing, width: float, height: float, left: float, top: float, across: float, down: float) -> dict[str, Any]:
    alt = plain(f"{drawing.title}. {drawing.description} {steps_told(drawing)}")
    return {
        "kind": "sheet", "picture": 0, "alt": alt, "width": width, "height": height, "left": left, "top": top, "across": across,
        "down": down,
    }  # fmt: skip


def _whole(drawing: Drawing, options: Options) -> str:
    return picture(drawing.groups, (0.0, 0.0, drawing.width, drawing.height), options, logo_of(drawing, options.theme))


def _tiles(drawing: Drawing, options: Options, sheet: Sheet) -> Made:
    laid = tiling(drawing.width, drawing.height, sheet)
    tiles = list(laid.tiles())
    names = {(tile.column, tile.row): tile.name for tile in tiles}
    language, title = drawing.language, plain(drawing.title) or word("word.untitled", drawing.language)
    pieces: list[dict[str, Any]] = []
    for number, tile in enumerate(tiles, 1):
        numbered = word("print.tile-of", language, tile=tile.name, number=number, count=len(tiles))
        beside, below = names.get((tile.column + 1, tile.row)), names.get((tile.column, tile.row + 1))
        alt = word("print.tile-alt", language, tile=tile.name, title=title)
        pieces.append({
            "kind": "tile", "picture": number - 1, "name": tile.name, "numbered": numbered, "column": tile.column, "row": tile.row,
            "alt": plain(f"{alt}. {drawing.description} {steps_told(drawing)}") if number == 1 else alt,
            "columns": laid.across, "rows": laid.down, "width": laid.sheet.width, "height": laid.sheet.height, "edge": EDGE,
            "foot": FOOT, "overlap": OVERLAP, "across": tile.box[2] * laid.share, "down": tile.box[3] * laid.share,
            "right": word("print.glue", language, tile=beside) if beside else "",
            "below": word("print.glue", language, tile=below) if below else "",
        })  # fmt: skip
    logo = logo_of(drawing, options.theme)
    # the logo is in the corner on the right at the top, some 200 by 50 px
    cornered = [logo if tile.box[0] + tile.box[2] > drawing.width - 220 and tile.box[1] < 60 else "" for tile in tiles]
    return (
        pieces,
        [picture(seen(drawing.groups, tile.box), tile.box, options, more) for tile, more in zip(tiles, cornered, strict=True)],
        [],
    )


def _document(drawing: Drawing, options: Options, pieces: list[dict[str, Any]]) -> dict[str, Any]:
    theme = options.theme or THEMES["light"]
    language, _, region = drawing.language.lower().partition("-")
    title = plain(drawing.title) or word("word.untitled", drawing.language)
    words = {name: word(key, drawing.language) for name, key in _WORDS.items()}
    return {
        "title": title, "description": plain(drawing.description) or title,
        # "und" is the code for a language that is not known; the region matters for hyphens and quotes only
        "language": language if _LANGUAGE.fullmatch(language) else "und", "region": region if _REGION.fullmatch(region) else None,
        "provenance": plain(drawing.provenance), "fonts": [theme.font, FAMILY] if theme.font else [FAMILY],
        "colours": {token: theme.colour(token) for token in _COLOURS}, "words": words,
        "pieces": pieces,
    }  # fmt: skip


_COLOURS = ("paper", "ink", "muted", "hairline", "accent", "phase", "on-phase", "mark-fail", "mark-wait")
_WORDS = {
    "row": "word.row", "content": "word.content", "cut": "print.cut", "severity": "sheet.severity", "finding": "sheet.finding",
    "where": "print.where", "hint": "sheet.hint", "status": "sheet.status", "action": "sheet.action", "who": "print.who",
    "due": "print.due", "impact": "print.impact", "effort": "print.effort", "source": "print.source", "kind": "sheet.kind",
    "date": "print.date", "n": "print.n", "url": "print.url", "rests": "print.rests", "no-findings": "print.no-findings",
    "no-plan": "print.no-plan", "no-sources": "print.no-sources", "unanswered": "print.unanswered", "scale": "print.scale",
}  # fmt: skip


def _with_font(options: Options, kind: str) -> tuple[Options, list[str]]:
    """The options without the theme's own font where this machine lacks it, and a note that says so where there are words to set in it."""
    theme = options.theme
    if theme is None or not theme.font:
        return options, []
    if kind in ("one", "fit"):  # nothing but the picture, which keeps the font that it was measured with
        return options._replace(theme=theme._replace(font="")), []
    import typst

    there = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).families()
    if theme.font.casefold() in {name.casefold() for name in there}:
        return options, []
    return options._replace(theme=theme._replace(font="")), [Note("font-missing", font=theme.font)]


def _set(page: str, pictures: list[str], odd: str, own: str) -> tuple[bytes, bool]:
    """The document, and whether it keeps the standard for accessible PDF. `own` is a font of this machine that it is set in."""
    import typst

    try:
        return _compiled(page, pictures, bool(odd or own), "ua-1"), True
    except typst.TypstError as failed:
        # the standard asks for a glyph of every letter; where neither our font nor this machine has one, do without it
        if not odd:
            why = str(failed).splitlines()[0][:200]
            raise FootlightsError(f"the PDF could not be set: {why}", "draw it as SVG, and tell us") from failed
        return _compiled(page, pictures, True, None), False


def _compiled(page: str, pictures: list[str], system_fonts: bool, standard: Literal["ua-1"] | None) -> bytes:
    import typst

    here = Path(__file__).parent
    template = b"\n".join((here / f"{name}.typ").read_bytes() for name in ("page", "tiles", "report", "end"))
    fonts = typst.Fonts(include_system_fonts=system_fonts, include_embedded_fonts=False, font_paths=[font_files()[0].parent])
    inputs = {"page": page, **{f"picture-{number}": svg for number, svg in enumerate(pictures)}}
    return bytes(typst.compile(template, format="pdf", sys_inputs=inputs, font_paths=fonts, pdf_standards=standard, timestamp=0))
