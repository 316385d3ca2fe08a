"""Offsets of a text and the positions of the protocol: lines and UTF-16 units, both from 0."""

from bisect import bisect_right
from re import compile as pattern

from lsprotocol.types import Position, Range

from footlights.facts import Place
from footlights.files import Span

__all__ = ["Ruler"]

_LINE_END = pattern(r"\r\n|\r|\n")


class Ruler:
    """The lines of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def position(self, offset: int) -> Position:
        """The position of an offset; past the end is the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.starts, offset) - 1
        return Position(line, _units(self.text[self.starts[line] : offset]))

    def offset(self, position: Position) -> int:
        """The offset of a position; past the end of a line is its end."""
        if position.line >= len(self.starts):
            return len(self.text)
        line = self.line(position.line)
        units, at = 0, 0
        while at < len(line) and units < position.character:
            units += 2 if ord(line[at]) > 0xFFFF else 1
            at += 1
        return self.starts[max(0, position.line)] + at

    def line(self, number: int) -> str:
        """A line from 0, without its end; "" past the last one."""
        if not 0 <= number < len(self.starts):
            return ""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[number] : end].rstrip("\r\n")

    def range(self, span: Span) -> Range:
        """The range of a span."""
        return Range(self.position(span.start), self.position(span.end))

    def place(self, place: Place) -> Range:
        """The range of a place (lines and columns from 1): to its end, or to the end of its line where it has none."""
        line = max(0, place.line - 1)
        text = self.line(line)
        start = min(max(0, place.column - 1), len(text))
        if place.end_line == place.line and place.end_column > place.column:
            return Range(Position(line, _units(text[:start])), Position(line, _units(text[: place.end_column - 1])))
        return Range(Position(line, _units(text[:start])), Position(line, _units(text)))


def _units(text: str) -> int:
    return len(text) + sum(1 for sign in text if ord(sign) > 0xFFFF)
