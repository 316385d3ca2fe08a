"""One paragraph into lines that are as full as they can be."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .breaks import WIDE_SPACES, after_signs, word_parts
from .graphemes import graphemes
from .hyphens import syllables
from .measure import word_measure


class Piece(NamedTuple):
    """A stretch of text that stays on one line; widths are in units per em."""

    text: str
    units: int
    gap: int
    """The width of the space before it, unless it begins a line."""
    hyphen: int
    """The width of the hyphen that shows when the line ends behind it; 0 for none."""
    cut_into: int = 0
    """How many pieces the stretch that begins here was cut into, being wider than a line; 0 if whole."""


def _pieces(paragraph: str, bold: bool) -> Iterator[Piece]:
    """The paragraph as pieces that break only where the author's text lets them."""
    measure = word_measure(bold)
    space, hyphen = measure(" "), measure("-")
    for word in paragraph.split(" "):
        for nth, part in enumerate(word_parts(word)):
            yield Piece(part.text, measure(part.text), 0 if nth else space, hyphen if part.soft else 0)


def _syllables(piece: Piece, hyphen: int, language: str | None) -> Iterator[tuple[str, int]]:
    """The shortest stretches of a piece, and the hyphen that shows when the line ends behind each."""
    *parts, last_part = after_signs(piece.text)
    for part in parts:
        *firsts, last = syllables(part, language)
        yield from ((first, hyphen) for first in firsts)
        yield last, 0
    *firsts, last = syllables(last_part, language)
    yield from ((first, hyphen) for first in firsts)
    yield last, piece.hyphen


def _cut(piece: Piece, room: int, bold: bool, language: str | None) -> list[Piece]:
    """A piece wider than the room, cut after its signs, then by syllables, and at last by characters."""
    measure = word_measure(bold)
    cut: list[Piece] = []
    for text, behind in _syllables(piece, measure("-"), language):
        units = measure(text)
        if units + behind <= room:
            cut.append(Piece(text, units, 0, behind))
        else:
            cut.extend(Piece(char, measure(char), 0, 0) for char in graphemes(text))
    return [cut[0]._replace(gap=piece.gap, cut_into=len(cut)), *cut[1:]]


def _fitting(pieces: Iterable[Piece], room: int, bold: bool, language: str | None) -> Iterator[Piece]:
    for piece in pieces:
        if piece.units + piece.hyphen <= room:
            yield piece
        else:
            yield from _cut(piece, room, bold, language)


def _line_end(pieces: list[Piece], start: int, stop: int, room: int) -> int:
    """How far a line with this room reaches that begins at `start`: at least one piece."""
    used = -pieces[start].gap
    end = start + 1
    for at in range(start, stop):
        piece = pieces[at]
        used += piece.gap + piece.units
        if used > room:
            break
        if used + piece.hyphen <= room:
            end = at + 1
    return end


def _line_count(pieces: list[Piece], start: int, stop: int, first_room: int, room: int) -> int:
    count = 0
    while start < stop:
        start = _line_end(pieces, start, stop, room if count else first_room)
        count += 1
    return count


def _early_end(pieces: list[Piece], start: int, end: int, room: int) -> int:
    """The end of the line, moved before a word that is cut, if that takes no line more: it reads better."""
    used = -pieces[start].gap
    for at in range(start, end):
        piece = pieces[at]
        stop = at + piece.cut_into
        used += piece.gap
        if at > start and piece.gap and stop > end:
            here = _line_count(pieces, at, stop, room - used, room)
            fresh = _line_count(pieces, at, stop, room, room)
            return at if fresh < here else end
        used += piece.units
    return end


def fill(paragraph: str, room: int, bold: bool, language: str | None) -> list[str]:
    """The lines of a text without line ends; none for one without visible characters."""
    pieces = [*_fitting(_pieces(paragraph, bold), room, bold, language)]
    lines = []
    start = 0
    while start < len(pieces):
        end = _early_end(pieces, start, _line_end(pieces, start, len(pieces), room), room)
        words = [" " + piece.text if piece.gap else piece.text for piece in pieces[start:end]]
        line = "".join(words).strip(" " + WIDE_SPACES)
        if line:
            lines.append(line + "-" if pieces[end - 1].hyphen else line)
        start = end
    return lines
