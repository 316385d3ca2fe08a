"""The sheet that explains the others: what colours mean, and where it all comes from."""

from typing import Any

from footlights.drawing import Drawing
from footlights.model import MARK_KINDS
from footlights.words import word

from .ink import Pen, Run, height_of, put_text
from .lists import put_paper
from .looks import Looks
from .sheet import Grid

__all__ = ["put_legend"]

#: Characters.
_WIDE = 80


def put_legend(sheet: Any, looks: Looks, drawing: Drawing, grid: Grid) -> None:
    """Write the legend: only what the grid really shows."""
    language = drawing.language
    sheet.hide_gridlines(2)
    if looks.from_the_right:
        sheet.right_to_left()
    paper = looks.paper
    looks.lay_paper(sheet, 3)
    sheet.set_column(0, 0, 20, paper, {"hidden": True})
    sheet.set_column(1, 1, 10, paper)
    sheet.set_column(2, 2, _WIDE, paper)
    put_text(sheet, looks, 0, 0, "footlights legend 1")
    put_text(sheet, looks, 0, 1, drawing.title or word("word.untitled", language), size=14, bold=True, text_wrap=False)
    put_text(sheet, looks, 1, 1, drawing.description, ink="muted", text_wrap=False)
    row = 3
    for sign, look, meaning in _entries(grid, language):
        put_text(sheet, looks, row, 1, sign, **{"align": "center", "valign": "vcenter", "bold": True, **look})
        put_text(sheet, looks, row, 2, meaning, valign="vcenter", indent=1)
        sheet.set_row(row, 20)
        row += 1
    texts = [(drawing.provenance, "ink"), *([(word("sheet.ids", language), "muted")] if grid.count else [])]
    for text, ink in texts:
        row += 1
        pen = Pen(sheet, looks, ink=ink, valign="vcenter")
        pen.across(row, 1, row, 2)
        pen.text(row, 1, text)
        sheet.set_row(row, height_of([Run(text)], _WIDE * 7, looks.letter) + 8)
    put_paper(sheet, drawing.title, drawing.provenance)
    sheet.print_area(0, 1, row, 2)


def _entries(grid: Grid, language: str) -> list[tuple[str, dict[str, Any], str]]:
    """(sign, its look, what it means) for everything with a colour of its own."""
    found: list[tuple[str, dict[str, Any], str]] = []
    for strip in grid.cells.strips:
        look = {"fill": f"band-{strip.family}", "left": 5, "left_color": f"edge-{strip.family}"}
        found.append(("", look, strip.name))
    lines = [line for strip in grid.cells.strips for line in strip.lines]
    found += [("", {"top": 8, "top_color": "line"}, line) for line in lines]
    if "★" in grid.signs:
        found.append(("★", {"ink": "truth-edge"}, word("word.moment-of-truth", language)))
    found += [("●", {"ink": f"mark-{kind}"}, word(f"mark.{kind}", language)) for kind in MARK_KINDS if kind in grid.signs]
    return found
