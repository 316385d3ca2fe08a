"""A sheet that is a list: a heading that stays in sight, a row a thing, and its address in the hidden column A.

A1 says what the sheet holds (`footlights cards 1`, and so on): with the addresses it is how a list can be read back.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from footlights.drawing import Drawing
from footlights.render.texts import one_line
from footlights.typeset import wrap

from .ink import Pen, Place, put_text
from .looks import Looks
from .script import LATIN, script_of

__all__ = ["Listed", "put_list", "put_paper"]

#: Excel follows at most 65,530 links a sheet.
_MOST_LINKS = 65_000
#: Points.
_LINE_HEIGHT, _HIGHEST = 12.8, 400.0
#: Px: a character of a column, and the letters of the sheet, these in points, and what an indent takes.
_CHARACTER, _SIZE, _POINTS, _INDENT = 7, 13.333, 10.0, 14
#: Px: a letter of a text that we need not measure, generously: the letters of most texts take 7 before they are narrowed.
_AVERAGE = 8.7


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


def put_list(sheet: Any, looks: Looks, listed: Listed, drawing: Drawing) -> None:
    """Write a list, ready to be filtered and printed; columns in which nothing stands are left out."""
    columns = _columns(listed)
    _put_heads(sheet, looks, listed.holds, columns)
    lines: dict[str, Any] = {"bottom": 1, "bottom_color": "hairline"}
    ruled = looks.of(**lines)  # a row whose cells are empty has its line from the row
    pen, ids = Pen(sheet, looks, indent=1, **lines), Pen(sheet, looks, text_wrap=False)
    heights = [_LINE_HEIGHT] * len(listed.rows)
    links = 0
    for at, column in enumerate(columns, 1):
        _put_texts(pen, at, column, heights, looks.letter)
        links = _put_values(pen, at, column, links, drawing.language)
    for row, ((address, _), high) in enumerate(zip(listed.rows, heights, strict=True), 1):
        ids.text(row, 0, address)
        sheet.set_row(row, min(_HIGHEST, high + 4), ruled)
    sheet.freeze_panes(1, 2 if listed.holds == "cards" else 1)
    _put_frame(sheet, len(listed.rows), len(columns))
    put_paper(sheet, drawing.title, drawing.provenance)


def _columns(listed: Listed) -> list[_Column]:
    """The columns in which any row has something."""
    by_column = zip(*(values for _, values in listed.rows), strict=True)
    found = (_Column(*head, values) for head, values in zip(listed.heads, by_column, strict=True))
    return [_no_wider(column) for column in found if any(value not in (None, "") for value in column.values)]


def _no_wider(column: _Column) -> _Column:
    """The column, narrower where its head and the longest of its texts leave room; numbers keep theirs."""
    texts = [value for value in column.values if isinstance(value, str) and value]
    if not texts or any(not isinstance(value, str) and value is not None for value in column.values):
        return column
    longest = max((line for text in texts for line in text.split("\n")), key=len)
    if script_of("".join(texts[:50])) is not LATIN or len(longest) >= column.wide:
        return column
    head = max(len(each) for each in column.name.split()) + 5  # and the button of the filter
    return column._replace(wide=min(column.wide, max(head, 1.15 * len(longest) + 4, 10.0)))


def _put_texts(pen: Pen, at: int, column: _Column, heights: list[float], letter: float) -> None:
    """Write the texts of a column; `heights` says how high each row is, in points, and grows with them."""
    room = column.wide * _CHARACTER - _INDENT
    fits = room / (_AVERAGE * letter)
    for row, text in enumerate(column.values, 1):
        if isinstance(text, str) and text:
            pen.text(row, at, text)
            script = script_of(text)
            if script is not LATIN or len(text) > fits or "\n" in text or text.isupper():
                lines = len(wrap(text, room, _SIZE * (script.wide or letter)))
                heights[row - 1] = max(heights[row - 1], lines * script.high * _POINTS)


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
    if looks.from_the_right:
        sheet.right_to_left()
    looks.lay_paper(sheet, len(columns))
    sheet.set_column(0, 0, 20, looks.paper, {"hidden": True})
    put_text(sheet, looks, 0, 0, f"footlights {holds} 1")
    head = Pen(sheet, looks, fill="phase", ink="on-phase", bold=True, valign="vcenter", indent=1)
    for at, column in enumerate(columns, 1):
        sheet.set_column(at, at, column.wide, looks.paper)
        head.text(0, at, column.name)
    sheet.set_row(0, 44)


def _put_frame(sheet: Any, rows: int, columns: int) -> None:
    sheet.autofilter(0, 1, max(rows, 1), columns)
    sheet.repeat_rows(0)
    sheet.print_area(0, 1, max(rows, 1), columns)


def put_paper(sheet: Any, title: str, provenance: str) -> None:
    """How a sheet is printed: on its side, as wide as one page, with its title and where it comes from at the foot."""
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.6)
    # a digit behind the size of the letters would be read as part of it
    name = _in_foot(title, 45)
    sheet.set_footer(f"&L&8 {_in_foot(provenance, 220 - len(name))}&R&8 {name}   &P / &N")


def _in_foot(text: str, most: int) -> str:
    """A text for the foot of a page, which holds 255 characters with its commands; & begins a command."""
    said = one_line(text)
    kept = said if len(said) <= most else f"{said[: most - 1]}…"
    return kept.replace("&", "&&")[: most + 2].rstrip("&") if "&" in kept else kept
