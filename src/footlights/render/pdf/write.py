"""A PDF of the picture, set by typst: tagged for accessibility (PDF/UA-1), with the same content as tables behind it."""

import json
import re
from pathlib import Path
from typing import Any, Literal

from footlights.drawing import THEMES, Drawing
from footlights.model import FootlightsError
from footlights.render.glyphs import lacking, spoken
from footlights.render.options import Options
from footlights.render.svg import write as write_svg
from footlights.typeset import font_files
from footlights.words import word

__all__ = ["write"]

#: CSS pixels (1/96 inch) to points (1/72 inch).
_POINTS = 0.75
#: A PDF page is at most this many points wide or high; a larger picture is scaled to fit.
_MOST_POINTS = 14_400.0

_LANGUAGE, _REGION = re.compile("[a-z]{2,3}"), re.compile("[a-z]{2}")
_UNSAID = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


def write(drawing: Drawing, options: Options) -> tuple[bytes, tuple[str, ...]]:
    """The drawing as PDF: a page as large as the picture, then A4 pages with every step as a table. The same bytes each time.

    Raises FootlightsError when typst can't set it. A note tells when characters had to come from fonts of this machine, or
    when the picture had to be scaled down.
    """
    import typst

    shrink = min(1.0, _MOST_POINTS / (max(drawing.width, drawing.height) * _POINTS))
    svg, _ = write_svg(drawing, options._replace(fonts="none"))
    page, picture = json.dumps(_page(drawing, options, shrink), ensure_ascii=False), svg.decode("utf-8")
    odd = lacking(drawing, page)
    try:
        data, accessible = _set(page, picture, bool(odd), "ua-1"), True
    except typst.TypstError as failed:
        # the standard asks for a glyph of every letter; where neither our font nor this machine has one, do without it
        if not odd:
            why = str(failed).splitlines()[0][:200]
            raise FootlightsError(f"the PDF could not be set: {why}", "draw it as SVG, and tell us") from failed
        data, accessible = _set(page, picture, True, None), False
    notes = []
    if odd:
        notes.append(f"our font lacks {spoken(odd)}: drawn with a font of this machine, where it has one")
    if not accessible:
        notes.append("no font of this machine has all letters of this text: the PDF is tagged, but not PDF/UA")
    if shrink < 1:
        notes.append(f"a PDF page can't be that large: the picture was scaled to {shrink:.0%}")
    return data, tuple(notes)


def _set(page: str, picture: str, system_fonts: bool, standard: Literal["ua-1"] | None) -> bytes:
    import typst

    template = (Path(__file__).parent / "page.typ").read_bytes()
    fonts = typst.Fonts(include_system_fonts=system_fonts, include_embedded_fonts=False, font_paths=[font_files()[0].parent])
    inputs = {"page": page, "picture": picture}
    return bytes(typst.compile(template, format="pdf", sys_inputs=inputs, font_paths=fonts, pdf_standards=standard, timestamp=0))


def _page(drawing: Drawing, options: Options, shrink: float) -> dict[str, Any]:
    theme = options.theme or THEMES["light"]
    language, _, region = drawing.language.lower().partition("-")
    title = _plain(drawing.title) or word("word.untitled", drawing.language)
    return {
        "title": title, "description": _plain(drawing.description) or title,
        # "und" is the code for a language that is not known; the region matters for hyphens and quotes only
        "language": language if _LANGUAGE.fullmatch(language) else "und", "region": region if _REGION.fullmatch(region) else None,
        "provenance": _plain(drawing.provenance), "ink": theme.colour("ink"), "paper": theme.colour("paper"),
        "hairline": theme.colour("hairline"), "width": drawing.width * _POINTS * shrink, "height": drawing.height * _POINTS * shrink,
        "lane": word("word.row", drawing.language), "content": word("word.content", drawing.language), "phases": _phases(drawing),
    }  # fmt: skip


def _phases(drawing: Drawing) -> list[dict[str, Any]]:
    """Phases with their steps, and per step the rows that say something."""
    found: list[dict[str, Any]] = []
    for number, (step, phase) in enumerate(drawing.columns):
        if not found or found[-1]["name"] != _plain(phase):
            found.append({"name": _plain(phase), "steps": []})
        if _plain(step):
            full = [row for row in drawing.rows if row.cells[number]]
            rows = [{"head": _plain(row.head), "lines": [_plain(text) for text in row.cells[number]]} for row in full]
            found[-1]["steps"].append({"name": _plain(step), "rows": rows})
    return found


def _plain(text: str) -> str:
    """Without control characters and halves of a surrogate pair, which a PDF can't say, and no space at the ends."""
    return _UNSAID.sub(" ", text).strip()
