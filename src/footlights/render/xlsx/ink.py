"""Putting texts and numbers into cells, so that no text of anybody is ever worked out, followed, or read as markup."""

from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from footlights.model import Money
from footlights.render.texts import plain
from footlights.typeset import wrap

from .looks import Looks, length_format
from .script import from_the_right, script_of

__all__ = ["Length", "Pen", "Place", "Run", "Share", "height_of", "put_text", "safe"]

#: What a cell holds at most, in UTF-16 units.
_LONGEST = 32_767
_QUOTE = '"'
_FORMULA = "=+-@\t\r"


class Run(NamedTuple):
    """Some letters of a cell on a line of their own: a text, its colour (a token), its size in points."""

    text: str
    ink: str = "ink"
    size: float = 10
    bold: bool = False
    italic: bool = False


_ORDINARY = Run("")[1:]


class Length(NamedTuple):
    """A length of time."""

    seconds: float


class Share(NamedTuple):
    """A part of a whole, 0 to 1."""

    part: float


class Place(NamedTuple):
    """A cell to go to: its name (`D7`), and the way there as the writer knows it; made once for all cells that lead there."""

    at: str
    way: Any


class Pen:
    """Writes into the cells of one sheet, in one look."""

    def __init__(self, sheet: Any, looks: Looks, **look: Any) -> None:
        if looks.from_the_right and (look.get("indent") or look.get("text_wrap") is False):
            look.setdefault("align", "right")  # where the cell begins; what is longer runs on into those that follow it, on the left
        self._sheet, self._looks, self._look = sheet, looks, look
        self._write_string = sheet.write_string
        self._plain = looks.of(**look)
        self._quoted = looks.of(**look, quote_prefix=True)
        self._letters: dict[tuple[Any, ...], Any] = {}
        self._others: dict[tuple[Any, ...], Any] = {}

    def text(self, row: int, column: int, text: str) -> None:
        """Write a text; one that begins as a formula does stays a text even when somebody edits it."""
        said = safe(text)
        if said:
            self._write_string(row, column, said, self._plain if said[0] not in _FORMULA and said.isascii() else self._look_for(said))
        else:
            self._sheet.write_blank(row, column, None, self._plain)

    def _look_for(self, text: str) -> Any:
        """The look of a cell with this text: marked as a text where it begins as a formula, and read from its own side."""
        quoted = text[0] in _FORMULA
        if not from_the_right(text):
            return self._quoted if quoted else self._plain
        # what is not wrapped would run out over the edge of the sheet
        side = {} if self._look.get("text_wrap") is False or self._look.get("align") == "center" else {"align": "right"}
        return self._looks.of(**{**self._look, **side, "reading_order": 2, **({"quote_prefix": True} if quoted else {})})

    def blank(self, row: int, column: int) -> None:
        """Give an empty cell the look."""
        self._sheet.write_blank(row, column, None, self._plain)

    def across(self, row: int, column: int, last_row: int, last_column: int) -> None:
        """Make one cell of several; what stands in it is written afterwards."""
        if last_row > row or last_column > column:
            self._sheet.merge_range(row, column, last_row, last_column, "", self._plain)

    def runs(self, row: int, column: int, runs: list[Run]) -> None:
        """Write runs under each other, each in its own letters; a single one in those of the cell, where it wishes no others."""
        if len(runs) == 1 and runs[0][1:] == _ORDINARY:
            self.text(row, column, runs[0].text)
            return
        said = [run._replace(text=text) for run in runs if (text := safe(run.text))]
        if len(said) < 2 or sum(len(run.text) for run in said) > _LONGEST // 3:
            first = said[0] if said else Run("")
            look = {**self._look, "ink": first.ink, "size": first.size, "bold": first.bold, "italic": first.italic}
            Pen(self._sheet, self._looks, **look).text(row, column, "\n".join(run.text for run in said))
        else:
            parts: list[Any] = []
            for number, run in enumerate(said):
                parts += [self._letters_of(run), run.text if number == len(said) - 1 else f"{run.text}\n"]
            self._sheet.write_rich_string(row, column, *parts, self._look_for(said[0].text))

    def _letters_of(self, run: Run) -> Any:
        wished = run[1:]
        if wished not in self._letters:
            self._letters[wished] = self._looks.letters(run.ink, run.size, bold=run.bold, italic=run.italic)
        return self._letters[wished]

    def value(self, row: int, column: int, value: object, language: str) -> None:
        """Write whatever it is: a text, a number, a length of time, money, a share, a day, or a way to another cell."""
        if isinstance(value, str) or value is None:
            self.text(row, column, value or "")
        elif isinstance(value, Place):
            self._sheet.write_url(row, column, value.way, self._other(ink="accent", underline=1))
        elif isinstance(value, date):
            self._sheet.write_datetime(row, column, value, self._other(num_format="yyyy-mm-dd", align="left"))
        else:
            amount, wished = _number(value, language)
            self._sheet.write_number(row, column, amount, self._other(**wished))

    def _other(self, **wishes: Any) -> Any:
        key = tuple(wishes.items())
        if key not in self._others:
            aligned = {} if "align" in self._look or "align" in wishes or "ink" in wishes else {"align": "right", "indent": 1}
            self._others[key] = self._looks.of(**{**self._look, **aligned, **wishes})
        return self._others[key]


def _number(value: object, language: str) -> tuple[float, dict[str, str]]:
    """A value as a number, and the format in which it is shown."""
    if isinstance(value, Length):
        return value.seconds / 86400, {"num_format": length_format(value.seconds, language)}
    if isinstance(value, Money):
        digits = "0" if value.amount == int(value.amount) else "0.00"
        return value.amount, {"num_format": f'#,##{digits} "{safe(value.currency).replace(_QUOTE, "")}"'}
    if isinstance(value, Share):
        return value.part, {"num_format": "0%" if round(value.part * 100, 6) == round(value.part * 100) else "0.0%"}
    return (value, {}) if isinstance(value, (int, float)) else (0, {})


@lru_cache(maxsize=16_384)
def safe(text: str) -> str:
    """A text as a cell can hold it: without control characters, not too long, and never what the writer takes for its own markup."""
    said = plain(text)
    if len(said) > _LONGEST // 2 and len(said.encode("utf-16-le")) > 2 * _LONGEST:
        said = said.encode("utf-16-le")[: 2 * (_LONGEST - 1)].decode("utf-16-le", "ignore") + "…"
    # XlsxWriter writes a string that looks like its own rich text as it is
    return f"{said[: _LONGEST - 1]} " if said.startswith("<r>") and said.endswith("</r>") else said


def put_text(sheet: Any, looks: Looks, row: int, column: int, text: str, **look: Any) -> None:
    """Write a single text in a look of its own."""
    Pen(sheet, looks, **look).text(row, column, text)


def height_of(runs: list[Run], room: float, letter: float) -> float:
    """How high, in points, the runs stand in a cell `room` px wide; `letter` is that of the looks."""
    high = 0.0
    for run in runs:
        script = script_of(run.text)
        size = run.size / 0.75 * (script.wide or letter)
        # most texts of few letters fit on one line: no letter is wider than an em
        short = len(run.text) * size < room and "\n" not in run.text
        high += (1 if short else len(wrap(run.text, room, size, bold=run.bold)) or 1) * run.size * script.high
    return high
