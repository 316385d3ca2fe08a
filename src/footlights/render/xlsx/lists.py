"""A sheet that is a list: a heading that stays in sight, a row a thing, and its address in the hidden column A.

A1 says what the sheet holds (`footlights cards 1`, and so on): with the addresses it is how a list can be read back.
"""

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


def _without_empty(listed: Listed) -> Listed:
    """The list without the columns in which no row has anything."""
    full = [at for at in range(len(listed.heads)) if any(values[at] not in (None, "") for _, values in listed.rows)]
    rows = tuple((address, tuple([values[at] for at in full])) for address, values in listed.rows)
    return listed._replace(heads=tuple(listed.heads[at] for at in full), rows=rows)


def put_list(sheet: Any, looks: Looks, listed: Listed, language: str, provenance: str) -> None:
    """Write a list, ready to be filtered and printed; columns in which nothing stands are left out."""
    listed = _without_empty(listed)
    _put_heads(sheet, looks, listed)
    lines: dict[str, Any] = {"bottom": 1, "bottom_color": "hairline"}
    ruled = looks.of(**lines)  # a row whose cells are empty has its line from the row
    pen, ids = Pen(sheet, looks, **lines), Pen(sheet, looks, text_wrap=False)
    fits = [characters * 0.7 for _, characters in listed.heads]
    links = 0
    for row, (address, values) in enumerate(listed.rows, 1):
        ids.text(row, 0, address)
        high = 1
        for column, value in enumerate(values, 1):
            if isinstance(value, str):
                if len(value) > fits[column - 1] or "\n" in value:
                    high = max(high, len(wrap(value, listed.heads[column - 1][1] * _CHARACTER, _SIZE)))
            elif isinstance(value, Place):
                links += 1
                if links > _MOST_LINKS:
                    continue
            if value is not None and value != "":
                pen.value(row, column, value, language)
        sheet.set_row(row, min(_HIGHEST, high * _LINE_HEIGHT + 4), ruled)
    sheet.freeze_panes(1, 2 if listed.holds == "cards" else 1)
    _put_frame(sheet, len(listed.rows), len(listed.heads))
    put_paper(sheet, provenance)


def _put_heads(sheet: Any, looks: Looks, listed: Listed) -> None:
    sheet.hide_gridlines(2)
    looks.lay_paper(sheet, len(listed.heads))
    sheet.set_column(0, 0, 20, looks.paper, {"hidden": True})
    put_text(sheet, looks, 0, 0, f"footlights {listed.holds} 1")
    head = Pen(sheet, looks, fill="phase", ink="on-phase", bold=True, valign="vcenter")
    for column, (name, characters) in enumerate(listed.heads, 1):
        sheet.set_column(column, column, characters, looks.paper)
        head.text(0, column, name)
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
