"""Where something stands in a text: offsets, and the lines and columns that editors show."""

from itertools import accumulate
from typing import NamedTuple

from footlights.facts import Place

__all__ = ["BOM", "Lines", "Span"]

#: The byte order mark some editors put in front of a file. It counts as a character of the text, not as a column.
BOM = "\ufeff"
_BLOCK = 1 << 14


class Span(NamedTuple):
    """A stretch of the text: character offsets (end exclusive), and the 1-based line and column of its start.

    The end of a block collection is the end of its last child; blank lines and comments behind it are not part of it.
    """

    start: int
    end: int
    line: int
    column: int


class Lines:
    """The lines of a text: LF, CRLF and CR end one, as they do in editors. Made at once, however long the text is."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._first = 1 if text.startswith(BOM) else 0
        self._returns = "\r" in text
        self._before: list[int] = []

    def at(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of an offset."""
        if not self._before:
            blocks = range(0, len(self.text) + 1, _BLOCK)
            self._before = list(accumulate((self._breaks(start, start + _BLOCK) for start in blocks), initial=0))
        block = offset // _BLOCK
        line = 1 + self._before[block] + self._breaks(block * _BLOCK, offset)
        return line, max(1, offset - self.start_of_line(offset) + 1)

    def _breaks(self, start: int, end: int) -> int:
        """The line ends from start until before end. A CRLF counts where its CR stands."""
        text = self.text
        if not self._returns:
            return text.count("\n", start, end)
        halves = text.count("\n", max(0, start), end) - text.count("\r\n", max(0, start - 1), end)
        return halves + text.count("\r", start, end)

    def start_of_line(self, offset: int) -> int:
        """The offset at which the line of an offset begins."""
        found = self.text.rfind("\n", 0, offset)
        if self._returns:
            found = max(found, self.text.rfind("\r", 0, offset))
        return max(found + 1, self._first)

    def end_of_line(self, offset: int) -> int:
        """The offset at which the line of an offset ends, before its line break."""
        ends = [self.text.find(sign, offset) for sign in ("\n", "\r" if self._returns else "\n")]
        return min((end for end in ends if end >= 0), default=len(self.text))

    def line_at(self, offset: int) -> str:
        """The text of the line of an offset, without its line break."""
        return self.text[self.start_of_line(offset) : self.end_of_line(offset)]

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets."""
        return Span(start, end, *self.at(start))

    def place(self, span: Span, file: str) -> Place:
        """The place of a span in a file, with the line and column of its end."""
        return Place(file, span.line, span.column, *self.at(max(span.start, span.end)))
