"""A table for spreadsheets and scripts: everything that the picture shows, a row a thing, read column by column.

Commas, quotes and line ends as RFC 4180 has them, with a heading in the picture's language. UTF-8 with a byte order mark, by
which spreadsheets know it. The comma is the same in every language, so that a script need not guess; an Excel that expects a
semicolon (as in Dutch and Spanish) takes it in through Data > From text, or the XLSX.

Where it comes from stands in the last two columns of every row. A line of its own above or below the table would be one row more
to everything that reads CSV, and a file beside it would be left behind; a column is read by all, and stays with rows that are
put together with those of other blueprints.
"""

import csv
import io

from footlights.drawing import Drawing
from footlights.model import number_text
from footlights.plan import cell as quieted
from footlights.render.cells import Cell, Column, Strip, cells_of
from footlights.render.details import Detail, Details
from footlights.render.options import Options
from footlights.render.texts import one_line, plain
from footlights.words import number, word

__all__ = ["write"]

_TIMES = ("work", "wait", "standard", "tolerance")
#: What the columns behind phase, number, step and row are called.
_HEADS = (
    "kind",
    "text",
    "by",
    "via",
    "uses",
    "mode",
    "until",
    "level",
    *_TIMES,
    "cost",
    "currency",
    "basis",
    "source",
    "marks",
    "note",
    "id",
    "document",
    "provenance",
)
_KINDS = ("step", "card", "count", "face", "station", "touchpoint")


def write(drawing: Drawing, options: Options) -> tuple[bytes, tuple[str, ...]]:
    """The table in UTF-8, and no notes. Times are seconds; a text that a spreadsheet takes for a formula gets an apostrophe."""
    language = drawing.language
    cells, details = cells_of(drawing), Details(drawing, options.subject)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_heads(language))
    same = [quieted(one_line(text)) for text in (drawing.title or word("word.untitled", language), drawing.provenance)]
    for strip, cell in cells.in_order():
        values = _place(cells.columns[cell.first], strip) + _values(cell, details.of(cell), language)
        writer.writerow([value if isinstance(value, (int, float)) else quieted(plain(value)) for value in values] + same)
    return out.getvalue().encode("utf-8-sig"), ()


def _heads(language: str) -> list[str]:
    found = [word(key, language) for key in ("word.phase", "sheet.number", "word.step", "word.row")]
    for name in _HEADS:
        said = word(f"sheet.{name}", language)
        found.append(word("sheet.seconds", language, time=said) if name in _TIMES else said)
    return found


def _place(column: Column, strip: Strip) -> list[str | float]:
    at, _, name = column.name.partition(". ")
    if not at.isdecimal():
        at, name = "", column.name
    return [column.phase, int(at) if at else "", name, strip.name]


def _values(cell: Cell, detail: Detail, language: str) -> list[str | float]:
    is_step = cell.kind == "card" and cell.address.startswith("steps/")
    kind = "step" if is_step else cell.kind
    said = [detail.text]
    if detail.thinks:
        said.append(f"{word('word.thinks', language)}: “{detail.thinks}”")
    if detail.expects:
        said.append(f"{word('word.expects', language)}: {detail.expects}")
    if detail.truth:
        said.append(f"{word('word.moment-of-truth', language)}: {detail.truth}/4")
    if detail.desired is not None:
        actual = "?" if detail.actual is None else number(detail.actual, language)
        said.append(word("word.level", language, actual=actual, desired=number(detail.desired, language)))
    cost = detail.cost
    return [
        word(f"sheet.is-{kind}", language) if kind in _KINDS else kind,
        "; ".join(said),
        "; ".join(detail.by),
        "; ".join(detail.via),
        "; ".join(detail.uses),
        detail.mode,
        detail.until,
        "" if detail.level is None else detail.level,
        *(_figure(seconds) for seconds in detail.times),
        _figure(cost.amount if cost else None),
        cost.currency if cost else "",
        detail.basis,
        "; ".join(detail.source),
        "; ".join(text for _, text in detail.marks),
        detail.note,
        cell.address,
    ]


def _figure(value: float | None) -> str | float:
    """A number as it is, whole where it is whole; "" for what nobody knows."""
    if value is None:
        return ""
    return int(value) if value == int(value) else float(number_text(value))
