"""What was weighed about a blueprint, given as a page, as JSON, or as a table in a file: CSV for spreadsheets, Markdown, JSON."""

import csv
import io
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple, TypeVar

from footlights.files import put
from footlights.model import Blueprint, FootlightsError
from footlights.plan import cell

from .answer import FINE, IMPOSSIBLE, as_json_text, give_json
from .command import listed
from .diagnosis import as_json, tell
from .language import spoken_by
from .opening import opened
from .voice import Voice
from .wording import Wording

__all__ = ["Sheet", "answer", "csv_text", "markdown_table"]

T = TypeVar("T")
_FORMS = ("csv", "json", "md")


class Sheet(NamedTuple):
    """A table for a file, with its title, and what is said below it where there is room for words."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[object]]
    note: str = ""

    def text(self, form: str) -> str:
        """The table as csv or md."""
        if form == "csv":
            return csv_text(self.head, self.rows)
        note = f"\n{self.note}\n" if self.note else ""
        return f"# {self.title}\n\n{markdown_table(self.head, self.rows)}{note}"


def answer(
    path: str,
    output: str | None,
    voice: Voice,
    weigh: Callable[[Blueprint], T],
    values: Callable[[T, Wording], dict[str, Any]],
    sheet: Callable[[T, Wording], Sheet],
    show: Callable[[T, Wording], None],
) -> int:
    """Weigh the blueprint at a path, and give what comes of it where it was asked for; returns the exit code.

    `values` are for JSON, `sheet` is for a table in a file, and `show` prints a page where neither was asked for.
    """
    form = _form_of(output, voice) if output is not None else ""
    file = opened(path)
    tell([found for found in file.diagnostics if found.severity == "error" or not voice.quiet], file.texts, voice)
    if file.blueprint is None:
        if voice.as_json:
            give_json(diagnostics=as_json(file.diagnostics, voice.language))
        return IMPOSSIBLE
    found = weigh(file.blueprint)
    wording = Wording(file.blueprint, spoken_by(file.blueprint, voice, fitting=True))
    if output is not None:
        text = as_json_text(**values(found, wording)) if form == "json" else sheet(found, wording).text(form)
        _written(path, output, text, voice)
    if voice.as_json:
        give_json(**values(found, wording), diagnostics=as_json(file.diagnostics, voice.language))
    elif output is None:
        show(found, wording)
    return FINE


def _form_of(output: str, voice: Voice) -> str:
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


def _written(path: str, output: str, text: str, voice: Voice) -> None:
    """Write a file whole, and say so; a table gets the mark by which spreadsheets know UTF-8.

    Raises FootlightsError where the file is the blueprint itself.
    """
    if path != "-" and os.path.exists(output) and os.path.exists(path) and os.path.samefile(path, output):  # noqa: PTH110, PTH121
        raise FootlightsError(voice.phrase("trouble.own-input", file=output))
    data = text.encode("utf-8-sig" if output.lower().endswith(".csv") else "utf-8")
    put(output, data)
    voice.tell(voice.phrase("weighed.written", file=output))
