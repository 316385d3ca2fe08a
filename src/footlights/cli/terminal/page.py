"""Lines of text put on a page of a given width: wrapped, indented, side by side."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text as Line

from .telling import GLUE, Said

__all__ = ["Page"]


class Page:
    """A page that grows line by line; `width` is in terminal columns."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[Line] = []
        # only its measure of text is used; nothing is written to it
        self._measure = Console(width=max(width, 1), color_system=None, file=None, legacy_windows=False)

    def put(self, said: Iterable[Said], indent: int = 0) -> None:
        """Add paragraphs, each wrapped to the width that is left beside the indent."""
        for line in self.wrapped(said, self.width - indent):
            self.lines.append(Line(" " * indent).append_text(line))

    def gap(self) -> None:
        """Add an empty line, unless the page just had one."""
        if self.lines and self.lines[-1].plain.strip():
            self.lines.append(Line())

    def rule(self, name: str, sign: str, style: str, indent: int = 0) -> None:
        """Add a line across the page with a name in it: `── name ─────`."""
        self.lines.append(Line(" " * indent).append_text(ruled(name, sign, style, self.width - indent)))

    def wrapped(self, said: Iterable[Said], width: int) -> list[Line]:
        """Paragraphs as lines of at most `width` columns; a word that is longer is broken."""
        found: list[Line] = []
        for text, hang in said:
            room = max(width, 8)
            first, rest = (text, None) if text.cell_len <= room else self._cut(text, room)
            found.append(first)
            if rest is not None:
                lines = rest.wrap(self._measure, max(room - hang, 6), overflow="fold")
                found += [Line(" " * hang).append_text(line) for line in lines]
        for line in found:
            line.plain = line.plain.replace(GLUE, " ")
        return found

    def _cut(self, text: Line, width: int) -> tuple[Line, Line | None]:
        """The first line of a text and all that follows it."""
        lines = text.wrap(self._measure, width, overflow="fold")
        first = lines[0]
        rest = text[len(first.plain) :]
        rest = rest[len(rest.plain) - len(rest.plain.lstrip()) :]
        return first, rest if rest.plain else None

    def beside(self, cells: Sequence[Sequence[Line]], widths: Sequence[int], gap: int) -> Iterator[Line]:
        """Several columns of lines next to each other, as whole lines."""
        for number in range(max((len(cell) for cell in cells), default=0)):
            line = Line()
            for cell, width in zip(cells, widths, strict=True):
                part = cell[number] if number < len(cell) else Line()
                line.append_text(part)
                line.append(" " * (width - part.cell_len + gap))
            line.rstrip()
            yield line


def ruled(name: str, sign: str, style: str, width: int) -> Line:
    """A line of `width` columns with a name in it; the name is cut where it does not fit."""
    text = Line(f"{sign * 2} ", style)
    told = Line(name, f"bold {style}")
    told.truncate(max(width - 4, 1), overflow="ellipsis")
    text.append_text(told).append(" ", style)
    return text.append(sign * max(width - text.cell_len, 0), style)
