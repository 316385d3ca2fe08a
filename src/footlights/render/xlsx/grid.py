"""The grid: steps from left to right, lanes from top to bottom, a card a cell.

Where the ids stand, so that a grid can be read back (this is a contract; the number in A1 changes when it does):

- A1 holds `footlights grid 1`. Row 1 and column A are hidden.
- Row 1 holds, over each step, its address (`steps/id`; `phases/id` over a phase without steps). Column A holds the address of
  a lane (`lanes/id`) in each of its rows; behind it, in the rows of figures, stands whose they are (`lanes/emotion
  personas/id`) or what they are (`lanes/time work`).
- Behind the last step stand as many hidden columns. Over each of them row 1 says `in steps/id`, and in a lane's row stands the
  address of what is in that row under that step (`cards/id`, or `steps/id` for what the customer does). A card that spans
  several steps stands under its first.

Rows and columns may so be moved, put in between or taken out as a whole, and texts be changed in place.
"""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from footlights.drawing import Drawing, Logo, TextLine
from footlights.render.cells import Cells
from footlights.render.details import Details
from footlights.words import word

from .ink import Pen, Run, put_text
from .looks import Looks
from .sheet import FIRST, HIGHEST, IDS, LANE, LANE_CHARACTERS, ROW, ROW_CHARACTERS, Grid, Placed
from .strips import put_strip

__all__ = ["put_grid"]

#: Px: how high and how wide a logo gets; no wider than the names of the lanes, which stay in sight.
_LOGO_HIGH, _LOGO_WIDE = 34.0, 220.0


def put_grid(sheet: Any, looks: Looks, drawing: Drawing, cells: Cells, details: Details) -> Grid:
    """Write the grid; gives back where everything stands."""
    grid = Grid(sheet, looks, drawing, cells, details)
    sheet.hide_gridlines(2)
    if looks.from_the_right:
        sheet.right_to_left()
    _put_widths(grid)
    if looks.logo is not None:
        _put_logo(grid, looks.logo)
    _put_title(grid)
    if cells.columns:
        _put_heads(grid)
        sheet.freeze_panes(grid.row, FIRST)
        for strip in cells.strips:
            put_strip(grid, strip)
    else:
        put_text(sheet, looks, grid.row, LANE, word("word.empty", grid.language), text_wrap=False)
    grid.row += 1
    put_text(sheet, looks, grid.row, LANE, drawing.provenance, ink="muted", size=9, text_wrap=False)
    return grid


def _put_widths(grid: Grid) -> None:
    sheet, paper = grid.sheet, grid.looks.paper
    grid.looks.lay_paper(sheet, FIRST + 2 * grid.count)
    sheet.set_column(LANE, LANE, LANE_CHARACTERS, paper)
    sheet.set_column(ROW, ROW, ROW_CHARACTERS, paper)
    for number_, characters in enumerate(grid.characters):
        sheet.set_column(FIRST + number_, FIRST + number_, characters, paper)
    if grid.count:
        sheet.set_column(grid.id_column(0), grid.id_column(grid.count - 1), 20, paper, {"hidden": True})
    sheet.set_column(IDS, IDS, 20, paper, {"hidden": True})
    sheet.set_row(0, None, None, {"hidden": True})
    put_text(sheet, grid.looks, 0, IDS, "footlights grid 1")


def _put_logo(grid: Grid, logo: Logo) -> None:
    """The logo in a row of its own over the title; an ornament, for the sheet is named after what it is of."""
    share = min(_LOGO_HIGH / logo.height, _LOGO_WIDE / logo.width)
    wishes = {
        "image_data": BytesIO(logo.data), "x_scale": share, "y_scale": share, "x_offset": 4, "y_offset": 4, "object_position": 2,
        "decorative": True,
    }  # fmt: skip
    grid.sheet.insert_image(grid.row, LANE, "logo.png", wishes)
    grid.sheet.set_row(grid.row, (logo.height * share + 10) * 0.75)
    grid.row += 1


def _put_title(grid: Grid) -> None:
    sheet, looks = grid.sheet, grid.looks
    title = grid.drawing.title or word("word.untitled", grid.language)
    put_text(sheet, looks, grid.row, LANE, title, size=16, bold=True, text_wrap=False, valign="vcenter")
    sheet.set_row(grid.row, 26)
    heads = next((group for group in grid.drawing.groups if group.kind == "title"), None)
    said = [item for item in heads.items if isinstance(item, TextLine)] if heads is not None else []
    for item in said[1:]:
        for _, line in item.lines:
            grid.row += 1
            put_text(sheet, looks, grid.row, LANE, line, ink="muted", text_wrap=False)
    grid.row += 1


def _put_heads(grid: Grid) -> None:
    """Phases over their steps, with what the customer needs there, then the steps."""
    columns, needs = grid.cells.columns, grid.details.needs
    groups = _runs([f"{column.group}\n{column.phase}" for column in columns])
    phases = grid.row
    phase = Pen(
        grid.sheet, grid.looks, fill="phase", ink="on-phase", size=11, bold=True, indent=1, valign="vcenter", left=2, left_color="paper"
    )
    for first, last in groups:
        phase.across(phases, FIRST + first, phases, FIRST + last)
        phase.text(phases, FIRST + first, columns[first].phase)
        if columns[first].group:
            grid.at[columns[first].group] = Placed(phases, FIRST + first)
    grid.sheet.set_row(phases, 22)
    rows = [(phases, "word.phase")]
    grid.row += 1
    if any(column.group in needs for column in columns):
        rows.append((grid.row, "word.need"))
        _put_needs(grid, groups, needs)
    rows.append((grid.row, "word.step"))
    side = Pen(grid.sheet, grid.looks, ink="muted", size=9, valign="vcenter", indent=1)
    for row, name in rows:
        side.across(row, LANE, row, ROW)
        side.text(row, LANE, word(name, grid.language))
    _put_steps(grid)
    grid.heads = (phases, grid.row)
    grid.row += 1


def _put_needs(grid: Grid, groups: Iterable[tuple[int, int]], needs: dict[str, str]) -> None:
    pen = Pen(grid.sheet, grid.looks, fill="phase-soft", size=9, indent=1, left=2, left_color="paper")
    high = 0.0
    for first, last in groups:
        said = needs.get(grid.cells.columns[first].group, "")
        pen.across(grid.row, FIRST + first, grid.row, FIRST + last)
        pen.text(grid.row, FIRST + first, said)
        high = max(high, grid.high([Run(said, size=9)], grid.room(first, last)))
    grid.sheet.set_row(grid.row, min(HIGHEST, high + 6))
    grid.row += 1


def _put_steps(grid: Grid) -> None:
    sheet, looks = grid.sheet, grid.looks
    edges = {"bottom": 2, "bottom_color": "phase", "left": 2, "left_color": "paper"}
    pen = Pen(sheet, looks, fill="ground", bold=True, indent=1, valign="vcenter", **edges)
    ids = Pen(sheet, looks)
    high = 0.0
    for at, column in enumerate(grid.cells.columns):
        pen.text(grid.row, FIRST + at, column.name)
        ids.text(0, FIRST + at, column.address)
        ids.text(0, grid.id_column(at), f"in {column.address}")
        grid.at.setdefault(column.address, Placed(grid.row, FIRST + at))
        high = max(high, grid.high([Run(column.name, bold=True)], grid.room(at, at)))
    sheet.set_row(grid.row, min(HIGHEST, max(24.0, high + 8)))


def _runs(names: Iterable[str]) -> list[tuple[int, int]]:
    """Where the same name stands several times in a row: (first, last) of each run."""
    found: list[tuple[int, int]] = []
    before: str | None = None
    for number_, name in enumerate(names):
        if name == before:
            found[-1] = (found[-1][0], number_)
        else:
            found.append((number_, number_))
        before = name
    return found
