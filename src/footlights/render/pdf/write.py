"""A PDF of the picture, set by typst: tagged for accessibility (PDF/UA-1), with the same content as tables behind it."""

import json
from pathlib import Path
from typing import Any

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


def write(drawing: Drawing, options: Options) -> tuple[bytes, tuple[str, ...]]:
    """The drawing as PDF: a page as large as the picture, then A4 pages with every step as a table. The same bytes each time.

    Raises FootlightsError when typst can't set it. A note tells when characters had to come from fonts of this machine, or
    when the picture had to be scaled down.
    """
    import typst

    shrink = min(1.0, _MOST_POINTS / (max(drawing.width, drawing.height) * _POINTS))
    odd = lacking(drawing, (text for row in drawing.rows for cell in row.cells for text in cell))
    svg, _ = write_svg(drawing, options._replace(fonts="none"))
    inputs = {"page": json.dumps(_page(drawing, options, shrink), ensure_ascii=False), "picture": svg.decode("utf-8")}
    try:
        data = typst.compile(
            (Path(__file__).parent / "page.typ").read_bytes(), format="pdf", sys_inputs=inputs, pdf_standards="ua-1", timestamp=0,
            font_paths=typst.Fonts(include_system_fonts=bool(odd), include_embedded_fonts=False, font_paths=list(font_files())),
        )  # fmt: skip
    except typst.TypstError as failed:
        raise FootlightsError(f"the PDF could not be set: {str(failed).splitlines()[0][:200]}", "draw it as SVG, and tell us") from failed
    notes = []
    if odd:
        notes.append(f"our font lacks {spoken(odd)}: drawn with a font of this machine, where it has one")
    if shrink < 1:
        notes.append(f"a PDF page can't be that large: the picture was scaled to {shrink:.0%}")
    return bytes(data), tuple(notes)


def _page(drawing: Drawing, options: Options, shrink: float) -> dict[str, Any]:
    theme = options.theme or THEMES["light"]
    return {
        "title": _plain(drawing.title), "description": _plain(drawing.description), "language": drawing.language.partition("-")[0].lower(),
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
        if step:
            rows = [{"head": _plain(row.head), "lines": [_plain(text) for text in row.cells[number]]} for row in drawing.rows if row.cells[number]]
            found[-1]["steps"].append({"name": _plain(step), "rows": rows})
    return found


def _plain(text: str) -> str:
    """Without control characters, which a PDF can't say."""
    return "".join(char if char.isprintable() else " " for char in text)
