"""Text into lines that fit."""

import math
from collections.abc import Callable
from functools import lru_cache
from unicodedata import is_normalized, normalize

from .advances import UNITS_PER_EM
from .breaks import SOFT_HYPHEN, WIDE_SPACES, word_parts
from .fill import fill
from .graphemes import graphemes
from .measure import WORDS_KEPT, text_units, word_measure

ELLIPSIS = "\u2026"
# Wider than any picture; below it floats still count single units.
_UNLIMITED = 1 << 40
# What looks odd right before an ellipsis.
_DANGLING = " \u00a0,;:.-/\u2010\u2013\u2014([{" + WIDE_SPACES
# Those of the largest pictures: where a few less are kept than one holds, none of them is still there when it is drawn again.
_WRAPS_KEPT = 1 << 16
# Longer texts are rare, and would take much room to keep.
_LONGEST_KEPT = 400
_CLEANING: dict[int, str | None] = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0))),
    **dict.fromkeys(map(ord, "\t\v\f"), " "),
    **dict.fromkeys(map(ord, "\n\r\x85\u2028\u2029"), "\n"),
}


@lru_cache(maxsize=256)
def _room(width_px: float, size_px: float) -> int:
    """The most units per em for which units * size_px / 1000 is at most `width_px`, as floats count."""
    if not size_px > 0 or width_px == math.inf:
        return _UNLIMITED
    if not width_px > 0:
        return 0
    units = int(min(width_px / size_px * UNITS_PER_EM, _UNLIMITED))
    while units * size_px / UNITS_PER_EM > width_px:
        units -= 1
    while units < _UNLIMITED and (units + 1) * size_px / UNITS_PER_EM <= width_px:
        units += 1
    return units


def _clean(text: str) -> str:
    """The text with one kind of line end and space, accents on their letters, no control characters."""
    text = text.replace("\r\n", "\n").translate(_CLEANING)
    if is_normalized("NFC", text):
        return text
    # Letter by letter: a Chinese character on its own keeps the form that its author chose.
    return "".join(normalize("NFC", char) if len(char) > 1 else char for char in graphemes(text))


@lru_cache(maxsize=2)
def _plain_measure(bold: bool) -> Callable[[str], int]:
    """The function that gives the units of a word without anything special in it, and -1 for other words."""
    measure = word_measure(bold)

    @lru_cache(maxsize=WORDS_KEPT)
    def units(word: str) -> int:
        plain = word.isprintable() and is_normalized("NFC", word) and len(word_parts(word)) == 1
        return measure(word) if plain else -1

    return units


def _plain_lines(words: list[str], units: list[int], room: int, space: int) -> list[str]:
    """Greedy lines of words each of which fits, and which break only at the spaces between them."""
    lines = []
    start, used = 0, units[0]
    for at in range(1, len(words)):
        used += space + units[at]
        if used > room:
            lines.append(" ".join(words[start:at]))
            start, used = at, units[at]
    lines.append(" ".join(words[start:]))
    return lines


def _lines(text: str, room: int, bold: bool, language: str | None, enough: int | None) -> list[str]:
    """The lines of a text in which anything may stand: all of them, or at least `enough`."""
    lines: list[str] = []
    for paragraph in _clean(text).strip("\n " + WIDE_SPACES).split("\n"):
        lines += fill(paragraph, room, bold, language) or [""]
        if enough is not None and len(lines) >= enough:
            break
    return lines if any(lines) else []


def _cut(line: str, room: int, bold: bool) -> str:
    """As much of the line as fits with an ellipsis behind it; without one where even that is too wide."""
    measure = word_measure(bold)
    end = ELLIPSIS if measure(ELLIPSIS) <= room else ""
    budget = room - measure(end)
    if text_units(line, bold) <= budget:
        return line.rstrip(_DANGLING) + end
    kept, used = [], 0
    for cluster in graphemes(line):
        used += measure(cluster)
        if used > budget:
            break
        kept.append(cluster)
    return "".join(kept).rstrip(_DANGLING) + end


def _limited(lines: list[str], max_lines: int, room: int, bold: bool) -> list[str]:
    """The first `max_lines` lines, the last of them with an ellipsis."""
    if max_lines < 1:
        return []
    return [*lines[: max_lines - 1], _cut(lines[max_lines - 1], room, bold)]


def _wrap(text: str, room: int, bold: bool, language: str | None, max_lines: int | None) -> tuple[str, ...]:
    words = text.split(" ")
    units = [*map(_plain_measure(bold), words)]
    if min(units) >= 0 and max(units) <= room:
        lines = _plain_lines(words, units, room, word_measure(bold)(" "))
    else:
        lines = _lines(text, room, bold, language, None if max_lines is None else max_lines + 1)
    if max_lines is not None and len(lines) > max_lines:
        lines = _limited(lines, max_lines, room, bold)
    return tuple(lines)


_wrap_kept = lru_cache(maxsize=_WRAPS_KEPT)(_wrap)


def wrap(
    text: str,
    width_px: float,
    size_px: float,
    *,
    bold: bool = False,
    language: str | None = None,
    max_lines: int | None = None,
) -> tuple[str, ...]:
    """The lines of `text`, none wider than `width_px` px in the shipped font at `size_px`.

    Lines break at spaces, after dashes and slashes, between CJK characters and at soft hyphens; line ends
    in the text are kept, blank lines at either end are not. A word wider than the line is hyphenated in
    `language` (nl, en-GB, …) or, where that does not help or the language is unknown, broken between two
    characters. Runs of spaces become one, control characters are dropped, and an accent written apart is
    put on its letter. Where not even one character fits, each line holds one. With `max_lines`, a text that
    needs more ends in an ellipsis; with fewer than one, and for an empty text, there are no lines.
    """
    make = _wrap_kept if len(text) <= _LONGEST_KEPT else _wrap
    return make(text, _room(width_px, size_px), bold, language, max_lines)


def shorten(text: str, width_px: float, size_px: float, *, bold: bool = False) -> str:
    """The text on one line no wider than `width_px` px, ending in an ellipsis where it had to be cut.

    Line ends count as spaces; the text is cleaned as in `wrap`. Where not even the ellipsis fits, as many
    characters as fit are given.
    """
    room = _room(width_px, size_px)
    words = _clean(text).replace("\n", " ").replace(SOFT_HYPHEN, "").split(" ")
    line = " ".join(word for word in words if word).strip(WIDE_SPACES)
    return line if text_units(line, bold) <= room else _cut(line, room, bold)
