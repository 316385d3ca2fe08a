"""A sheet that is a list: a heading that stays in sight, a row a thing, and its address in the hidden column A.

A1 says what the sheet holds (`footlights cards 1`, and so on): with the addresses it is how a list can be read back.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from footlights.typeset import wrap

from .ink import Pen, Place, put_text, safe
from .looks import Looks

__all__ = ["Listed", "put_list", "put_paper"]

#: Excel follows at most 65,530 links a sheet.
_MOST_LINKS = 65_000
#: Points.
_LINE_HEIGHT, _HIGHEST = 12.8, 400.0
#: Px: a character of a column, and the letters that are measured (those of the sheet are narrower).
_CHARACTER, _SIZE = 7, 12


class Listed(NamedTuple):
    """A list: what its sheet is called, what it holds (for A1), its heads with their widths in characters, and its rows.

    A row is the address of a thing and its values, one for each head.
    """

    name: str
    holds: str
    heads: tuple[tuple[str, float], ...]
    rows: tuple[tuple[str, tuple[object, ...]], ...]


class _Column(NamedTuple):
    """A column of a list: what it is called, how wide it is in characters, and what stands in it, row by row."""

    name: str
    wide: float
    values: tuple[object, ...]


def put_list(sheet: Any, looks: Looks, listed: Listed, language: str, provenance: str) -> None:
    """Write a list, ready to be filtered and printed; columns in which nothing stands are left out."""
    columns = _columns(listed)
    _put_heads(sheet, looks, listed.holds, columns)
    lines: dict[str, Any] = {"bottom": 1, "bottom_color": "hairline"}
    ruled = looks.of(**lines)  # a row whose cells are empty has its line from the row
    pen, ids = Pen(sheet, looks, **lines), Pen(sheet, looks, text_wrap=False)
    lines_of = [1] * len(listed.rows)
    links = 0
    for at, column in enumerate(columns, 1):
        _put_texts(pen, at, column, lines_of)
        links = _put_values(pen, at, column, links, language)
    for row, ((address, _), high) in enumerate(zip(listed.rows, lines_of, strict=True), 1):
        ids.text(row, 0, address)
        sheet.set_row(row, min(_HIGHEST, high * _LINE_HEIGHT + 4), ruled)
    sheet.freeze_panes(1, 2 if listed.holds == "cards" else 1)
    _put_frame(sheet, len(listed.rows), len(columns))
    put_paper(sheet, provenance)


def _columns(listed: Listed) -> list[_Column]:
    """The columns in which any row has something."""
    by_column = zip(*(values for _, values in listed.rows), strict=True)
    found = (_Column(*head, values) for head, values in zip(listed.heads, by_column, strict=True))
    return [column for column in found if any(value not in (None, "") for value in column.values)]


def _put_texts(pen: Pen, at: int, column: _Column, lines_of: list[int]) -> None:
    """Write the texts of a column; `lines_of` says how many lines each row needs, and grows with them."""
    fits = column.wide * 0.7
    for row, text in enumerate(column.values, 1):
        if isinstance(text, str) and text:
            pen.text(row, at, text)
            if len(text) > fits or "\n" in text:
                lines_of[row - 1] = max(lines_of[row - 1], len(wrap(text, column.wide * _CHARACTER, _SIZE)))


def _put_values(pen: Pen, at: int, column: _Column, links: int, language: str) -> int:
    """Write whatever is no text in a column; takes and gives how many links the sheet has."""
    for row, value in enumerate(column.values, 1):
        if value is None or isinstance(value, str):
            continue
        if isinstance(value, Place):
            links += 1
            if links > _MOST_LINKS:
                continue
        pen.value(row, at, value, language)
    return links


def _put_heads(sheet: Any, looks: Looks, holds: str, columns: Sequence[_Column]) -> None:
    sheet.hide_gridlines(2)
    looks.lay_paper(sheet, len(columns))
    sheet.set_column(0, 0, 20, looks.paper, {"hidden": True})
    put_text(sheet, looks, 0, 0, f"footlights {holds} 1")
    head = Pen(sheet, looks, fill="phase", ink="on-phase", bold=True, valign="vcenter")
    for at, column in enumerate(columns, 1):
        sheet.set_column(at, at, column.wide, looks.paper)
        head.text(0, at, column.name)
    sheet.set_row(0, 44)


def _put_frame(sheet: Any, rows: int, columns: int) -> None:
    sheet.autofilter(0, 1, max(rows, 1), columns)
    sheet.repeat_rows(0)
    sheet.print_area(0, 1, max(rows, 1), columns)


def put_paper(sheet: Any, provenance: str) -> None:
    """How a sheet is printed: on its side, as wide as one page, with where it comes from at the foot."""
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.6)
    # & is the sign for a command; a digit behind the size would be read as part of it
    foot = safe(provenance).replace("&", "&&")[:200].rstrip("&")
    sheet.set_footer(f"&L&8 {foot}&R&8 &P / &N")
