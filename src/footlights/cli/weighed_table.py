"""Tables and pages that go to a file: CSV for spreadsheets, Markdown, JSON."""

import csv
import io
import os
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from footlights.files import put
from footlights.model import FootlightsError
from footlights.plan import cell

from .command import listed
from .voice import Voice

__all__ = ["csv_text", "form_of", "markdown_table", "written"]

_FORMS = ("csv", "json", "md")


def form_of(output: str, voice: Voice) -> str:
    """The form that the ending of OUT asks for; raises FootlightsError naming those there are."""
    ending = PurePath(output).suffix.lower().lstrip(".")
    if ending not in _FORMS:
        forms = listed([f".{form}" for form in _FORMS], voice.language)
        raise FootlightsError(voice.phrase("trouble.no-format", file=output, formats=forms))
    return ending


def csv_text(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as CSV; what a spreadsheet would take for a formula gets an apostrophe in front."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([value if isinstance(value, (int, float)) else cell(value) for value in row] for row in rows)
    return out.getvalue()


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table in Markdown; what would end a cell or begin markup is escaped."""
    lines = [head, ["---"] * len(head), *([_plain(value) for value in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _plain(value: object) -> str:
    said = "" if value is None else f"{value:g}" if isinstance(value, float) else " ".join(str(value).split())
    return "".join(f"\\{char}" if char in "\\|<>`*_[]" else char for char in said)


def written(path: str, output: str, text: str, voice: Voice) -> None:
    """Write a file whole, and say so; a table gets the mark by which spreadsheets know UTF-8.

    Raises FootlightsError where the file is the blueprint itself.
    """
    if path != "-" and os.path.exists(output) and os.path.exists(path) and os.path.samefile(path, output):  # noqa: PTH110, PTH121
        raise FootlightsError(voice.phrase("trouble.own-input", file=output))
    data = text.encode("utf-8-sig" if output.lower().endswith(".csv") else "utf-8")
    put(output, data)
    voice.tell(voice.phrase("weighed.written", file=output))
