"""The rows of numbers in the grid: how it feels, under a chart of it, and how long it takes."""

from math import isfinite
from typing import Any

from footlights.render.cells import Strip
from footlights.render.details import Times
from footlights.words import word

from .curves import put_curves
from .ink import Length, Pen, put_text
from .sheet import FIRST, IDS, ROW_HEIGHT, Grid

__all__ = ["put_feelings", "put_times"]

#: Points.
_CURVES_HEIGHT = 120.0


def _look(strip: Strip) -> dict[str, Any]:
    return {"fill": f"band-{strip.family}", "align": "center", "valign": "vcenter", "top": 1, "top_color": "hairline"}


def put_feelings(grid: Grid, strip: Strip) -> list[tuple[str, str]]:
    """A row of numbers for each persona, under their curves; gives the names of the rows with their colours."""
    curves = list(dict.fromkeys((cell.whose, cell.curve) for cell in strip.cells))
    levels, said = {}, {}
    for cell in strip.cells:
        level = grid.details.of(cell).level
        if level is not None and isfinite(level):
            levels[cell.whose, cell.curve, cell.first] = level
        else:
            said[cell.whose, cell.curve, cell.first] = cell.label
    pen, top = Pen(grid.sheet, grid.looks, **_look(strip)), grid.row
    names: list[tuple[str, str]] = []
    if levels:
        pen.across(top, FIRST, top, grid.last)
        grid.sheet.set_row(top, _CURVES_HEIGHT)
        put_text(grid.sheet, grid.looks, top, IDS, strip.address)
        grid.row += 1
        names.append(("", "ink"))
    first = grid.row
    for place, (whose, curve) in enumerate(curves):
        for column in range(grid.count):
            level = levels.get((whose, curve, column))
            if level is not None:
                look = grid.looks.of(**_look(strip), num_format="+0;-0;0" if level == int(level) else "+0.0;-0.0;0.0")
                grid.sheet.write_number(grid.row, FIRST + column, level, look)
            else:
                pen.text(grid.row, FIRST + column, said.get((whose, curve, column), ""))
        put_text(grid.sheet, grid.looks, grid.row, IDS, f"{strip.address} {curve}".strip())
        names.append((whose, f"persona-{place % 5 + 1}"))
        grid.row += 1
    if levels:
        put_curves(grid.sheet, grid.looks, grid.language, top, first, len(curves), (FIRST, grid.last), grid.wide(0, grid.count - 1))
    return names


def put_times(grid: Grid, strip: Strip, least: float) -> list[tuple[str, str]]:
    """A row for each kind of time that is known, as real lengths of time; gives the names of the rows.

    Together they are at least `least` points high. Where a station knows no time, its first row says so.
    """
    told = {cell.first: (cell.label, grid.details.of(cell).times) for cell in strip.cells}
    known = [name for name in Times._fields if any(getattr(times, name) is not None for _, times in told.values())] or [""]
    pen, muted = Pen(grid.sheet, grid.looks, **_look(strip)), Pen(grid.sheet, grid.looks, **_look(strip), ink="muted")
    for place, name in enumerate(known):
        for column in range(grid.count):
            label, times = told.get(column, ("", Times()))
            seconds = getattr(times, name) if name else None
            if seconds is not None:
                pen.value(grid.row, FIRST + column, Length(seconds), grid.language)
            else:
                muted.text(grid.row, FIRST + column, label if place == 0 and not any(part is not None for part in times) else "")
        put_text(grid.sheet, grid.looks, grid.row, IDS, f"{strip.address} {name}".strip())
        grid.sheet.set_row(grid.row, max(ROW_HEIGHT, least / len(known)))
        grid.row += 1
    return [(word(f"sheet.{name}", grid.language) if name else "", "ink") for name in known]
