"""A workbook: the grid as the picture shows it, lists of what stands in it, and a legend."""

import io
import re
from datetime import UTC, datetime
from typing import Any

from footlights.drawing import THEMES, Drawing
from footlights.model import FootlightsError
from footlights.render.cells import Cells, cells_of
from footlights.render.details import Details
from footlights.render.options import Options
from footlights.words import word

from .contents import lists_of
from .grid import put_grid
from .ink import Place, safe
from .legend import put_legend
from .lists import put_list, put_paper
from .looks import Looks
from .script import reads_from_the_right
from .sheet import FIRST, Grid

__all__ = ["write"]

#: A sheet has so many columns; each step takes one for what is seen and one for ids.
_MOST_COLUMNS = 16_384
#: So many steps are still read on a page of A3; more of them take more pages.
_STEPS_A_PAGE = 14
#: No clock: the same blueprint gives the same bytes.
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_NO_NAME = re.compile(r"[\[\]:*?/\\]")
_QUIET = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(drawing: Drawing, options: Options) -> tuple[bytes, tuple[str, ...]]:
    """The workbook. A note tells that it has no lists of findings and actions where nothing is known but the drawing.

    Raises FootlightsError for more steps than a sheet has columns.
    """
    import xlsxwriter  # type: ignore[import-untyped]

    cells, details = cells_of(drawing), Details(drawing, options.subject)
    if FIRST + 2 * len(cells.columns) > _MOST_COLUMNS:
        raise FootlightsError(f"a sheet has no room for {len(cells.columns)} steps", "draw some of its phases, or write it as CSV")
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, _QUIET)
    workbook.set_properties(
        {"title": safe(drawing.title)[:250], "subject": safe(drawing.description)[:250], "comments": safe(drawing.provenance)[:250],
         "author": "footlights", "created": _MADE}
    )  # fmt: skip
    _put_sheets(workbook, drawing, cells, details, options)
    workbook.close()
    return out.getvalue(), ()


def _put_sheets(workbook: Any, drawing: Drawing, cells: Cells, details: Details, options: Options) -> None:
    from_the_right = reads_from_the_right(drawing.language)
    looks = Looks(workbook, options.theme or THEMES["light"], from_the_right=from_the_right)
    name = _sheet_name(word(f"view.{drawing.view}", drawing.language))
    sheet = workbook.add_worksheet(name)
    sheet.set_tab_color(looks.colour("phase"))
    grid = put_grid(sheet, looks, drawing, cells, details)
    _put_paper(sheet, grid)

    for listed in lists_of(drawing, cells, details, options.subject, _places(grid, name)):
        put_list(workbook.add_worksheet(_sheet_name(listed.name)), looks, listed, drawing)
    put_legend(workbook.add_worksheet(_sheet_name(word("legend.title", drawing.language))), looks, drawing, grid)


def _places(grid: Grid, sheet: str) -> dict[str, Place]:
    """The way to everything that stands in the grid, by address."""
    from xlsxwriter.url import Url  # type: ignore[import-untyped]
    from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell  # type: ignore[import-untyped]

    quoted, found = quote_sheetname(sheet), {}
    for address, placed in grid.at.items():
        at = xl_rowcol_to_cell(placed.row, placed.column)
        way = Url(f"internal:{quoted}!{at}")
        way.text = at
        found[address] = Place(at, way)
    return found


def _put_paper(sheet: Any, grid: Grid) -> None:
    put_paper(sheet, grid.drawing.title, grid.drawing.provenance)
    sheet.fit_to_pages(max(1, -(-grid.count // _STEPS_A_PAGE)) if grid.count > _STEPS_A_PAGE + 2 else 1, 0)
    sheet.print_area(1, 1, grid.row, grid.last)
    if grid.count:
        sheet.repeat_rows(grid.heads[0], grid.heads[1])
        sheet.repeat_columns(1, 2)


def _sheet_name(name: str) -> str:
    """A name as a sheet may have it."""
    return _NO_NAME.sub(" ", name)[:31].strip().strip("'") or "footlights"
