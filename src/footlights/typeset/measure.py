"""The width of a text: the sum of its advances, never narrower than a browser draws it."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from .advances import UNITS_PER_EM, advances
from .graphemes import graphemes
from .unlisted import EMOJI

WordMeasure = Callable[[str], int]
# Behind a sign, it asks for the sign in colour: a heart, a digit in a box.
DRAW_AS_EMOJI = "\ufe0f"
# Roughly the vocabulary of a large atlas of blueprints; a few megabytes at most.
WORDS_KEPT = 1 << 15


def _is_composed(word: str) -> bool:
    return DRAW_AS_EMOJI not in word and unicodedata.is_normalized("NFC", word)


def _cluster_units(cluster: str, advance: WordMeasure) -> int:
    """Units of one visible character, drawn as it is written or as its composed form: the wider of the two."""
    composed = unicodedata.normalize("NFC", cluster)
    units = max(sum(map(advance, cluster)), sum(map(advance, composed)))
    if DRAW_AS_EMOJI in cluster:
        signs = (sign for sign, selector in pairwise(cluster) if selector == DRAW_AS_EMOJI)
        units += sum(max(0, EMOJI - advance(sign)) for sign in signs)
    return units


@lru_cache(maxsize=2)
def word_measure(bold: bool) -> WordMeasure:
    """The function that measures one word, in units per em, and remembers it."""
    advance = advances(bold).__getitem__

    @lru_cache(maxsize=WORDS_KEPT)
    def units(word: str) -> int:
        if word.isascii() or _is_composed(word):
            return sum(map(advance, word))
        return sum(_cluster_units(cluster, advance) for cluster in graphemes(word))

    return units


def text_units(text: str, bold: bool) -> int:
    """Units per em of a text of one line; its words are remembered."""
    measure = word_measure(bold)
    if " " not in text:
        return measure(text)
    words = text.split(" ")
    return sum(map(measure, words)) + (len(words) - 1) * measure(" ")


def width(text: str, size_px: float, *, bold: bool = False) -> float:
    """The width in px of `text` on one line, in the shipped font at `size_px`.

    Kerning is not counted: it only narrows. Characters that the font lacks count on the safe side.
    Line ends, control characters, soft hyphens and an empty text are 0 wide.
    """
    return text_units(text, bold) * size_px / UNITS_PER_EM
