"""The lanes of the grid: their names, their rows, what stands in them, and the named lines below them."""

from collections.abc import Sequence
from typing import Any

from footlights.render.cells import Cell, Strip
from footlights.render.details import Detail
from footlights.render.texts import one_line
from footlights.words import number, word

from .figures import put_feelings, put_times
from .ink import Pen, Run
from .sheet import CHARACTER, FIRST, HIGHEST, IDS, LANE, LANE_CHARACTERS, PADDING, ROW, ROW_CHARACTERS, ROW_HEIGHT, Grid, Placed

__all__ = ["put_strip"]

#: Points.
_LINE_HEIGHT = 17.0
#: A note behind a cell is read in passing.
_LONGEST_NOTE = 2_000


def put_strip(grid: Grid, strip: Strip) -> None:
    """Write a lane below the last one."""
    first = grid.row
    kinds = {cell.kind for cell in strip.cells}
    title = [Run(strip.name, size=11, bold=True)]
    if kinds == {"face"}:
        names = put_feelings(grid, strip)
    elif kinds == {"station"}:
        title += [Run(text, "muted", 9) for text in grid.said_in_head(strip)]
        names = put_times(grid, strip, grid.high(title, LANE_CHARACTERS * CHARACTER - 3 * PADDING) + 6)
    else:
        names = []
        _put_cards(grid, strip, grid.high(title, (LANE_CHARACTERS + ROW_CHARACTERS) * CHARACTER - 3 * PADDING) + 6)
    _put_lane_name(grid, strip, title, first, names)
    if strip.lines:
        _put_lines(grid, strip.lines)


def _put_lines(grid: Grid, lines: Sequence[str]) -> None:
    pen = Pen(grid.sheet, grid.looks, ink="line", size=9, bold=True, italic=True, top=8, top_color="line", text_wrap=False)
    for column in range(LANE, grid.last + 1):
        pen.blank(grid.row, column)
    pen.text(grid.row, LANE, "  ·  ".join(lines))
    grid.sheet.set_row(grid.row, _LINE_HEIGHT)
    grid.row += 1


def _put_lane_name(grid: Grid, strip: Strip, title: list[Run], first: int, names: Sequence[tuple[str, str]]) -> None:
    """The lane's name beside all its rows; `names` are those of its rows with their colours, where they have any."""
    fill, top = f"band-{strip.family}", {"top": 1, "top_color": "hairline"}
    pen = Pen(grid.sheet, grid.looks, fill=fill, bold=True, indent=1, left=5, left_color=f"edge-{strip.family}", **top)
    pen.across(first, LANE, grid.row - 1, LANE if names else ROW)
    pen.runs(first, LANE, title)
    for row, (name, ink) in enumerate(names, first):
        Pen(grid.sheet, grid.looks, fill=fill, ink=ink, size=9, bold=ink != "ink", valign="vcenter", **top).text(row, ROW, name)


def _put_cards(grid: Grid, strip: Strip, least: float) -> None:
    """The rows of a lane that holds cards, or whatever else a view puts there; together at least `least` points high."""
    by_row: list[list[Cell]] = [[] for _ in range(strip.rows)]
    for cell in strip.cells:
        by_row[cell.row].append(cell)
    edges: dict[str, Any] = {"border": 1, "border_color": "card-edge", "left": 2, "left_color": f"edge-{strip.family}"}
    card = Pen(grid.sheet, grid.looks, fill="card", indent=1, **edges)
    ids = Pen(grid.sheet, grid.looks, text_wrap=False)
    for place, cells in enumerate(by_row):
        _put_ground(grid, strip, cells, place == 0)
        high = ROW_HEIGHT
        for cell in cells:
            if cell.kind == "count" and cell.label.isdecimal():
                look = grid.looks.of(fill="card", align="center", valign="vcenter", num_format="0", **edges)
                grid.sheet.write_number(grid.row, FIRST + cell.first, int(cell.label), look)
            else:
                high = max(high, _put_card(grid, cell, card))
            if cell.address:
                ids.text(grid.row, grid.id_column(cell.first), cell.address)
                grid.at[cell.address] = Placed(grid.row, FIRST + cell.first)
        grid.sheet.set_row(grid.row, min(HIGHEST, max(high, least / strip.rows)))
        ids.text(grid.row, IDS, strip.address)
        grid.row += 1


def _put_ground(grid: Grid, strip: Strip, cells: Sequence[Cell], first: bool) -> None:
    """The tint of the lane where no card stands."""
    edge: dict[str, Any] = {"top": 1, "top_color": "hairline"} if first else {}
    pen = Pen(grid.sheet, grid.looks, fill=f"band-{strip.family}", **edge)
    covered = {column for cell in cells for column in range(cell.first, cell.last + 1)}
    for column in range(grid.count):
        if column not in covered:
            pen.blank(grid.row, FIRST + column)


def _put_card(grid: Grid, cell: Cell, pen: Pen) -> float:
    """One card; gives the height it needs, in points."""
    column, detail = FIRST + cell.first, grid.details.of(cell)
    runs = _runs_of(grid, cell, detail)
    pen.across(grid.row, column, grid.row, FIRST + cell.last)
    pen.runs(grid.row, column, runs)
    if detail.marks or detail.truth:
        grid.signs |= {kind for kind, _ in detail.marks} | ({"★"} if detail.truth else set())
    if detail.note and grid.details.zoom != "detail":
        grid.sheet.write_comment(grid.row, column, one_line(detail.note)[:_LONGEST_NOTE], {"author": "footlights", "x_scale": 2})
    return grid.high(runs, grid.room(cell.first, cell.last)) + 7


def _runs_of(grid: Grid, cell: Cell, detail: Detail) -> list[Run]:
    """What is written in a card: its text, what was noticed there, and small below it who, through what and with what."""
    language, is_step = grid.language, cell.address.startswith("steps/")
    gone = cell.fate == "removed"
    runs = [Run(detail.text or cell.label, "removed" if gone else cell.fate or "ink", 10, is_step and not gone, gone)]
    if grid.details.zoom == "overview":
        return runs
    if detail.truth:
        runs.append(Run(f"{'★' * detail.truth} {word('word.moment-of-truth', language)} {detail.truth}/4", "truth-edge", 9, True))
    if detail.thinks:
        runs.append(Run(f"“{detail.thinks}”", "muted", 9, italic=True))
    if detail.expects:
        runs.append(Run(f"{word('word.expects', language)}: {detail.expects}", "muted", 9))
    if detail.desired is not None:
        actual = "?" if detail.actual is None else number(detail.actual, language)
        level = word("word.level", language, actual=actual, desired=number(detail.desired, language))
        runs.append(Run(level[:1].upper() + level[1:], "muted", 9))
    runs += [Run(text, f"mark-{kind}", 9, True) for kind, text in detail.marks]
    if grid.details.zoom == "detail" and detail.note:
        runs.append(Run(detail.note, "muted", 9, italic=True))
    chips = [*detail.by, *detail.via, *detail.uses, *([detail.mode] if detail.mode else [])]
    if chips:
        runs.append(Run(" · ".join(chips), "muted", 9))
    return runs
