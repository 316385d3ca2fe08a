"""What the script of a text asks of its cell: from which side it is read, and how high and wide its letters are."""

import re
from typing import NamedTuple

from footlights.render.svg import from_the_right

__all__ = ["LATIN", "Script", "from_the_right", "reads_from_the_right", "script_of"]


class Script(NamedTuple):
    """How high a line is, in parts of the size of its letters, and how wide these are beside the widths we reckon with.

    `wide` is None where that is a matter of the font.
    """

    high: float
    wide: float | None


#: Latin, Greek and Cyrillic.
LATIN = Script(1.28, None)
#: Spreadsheets fetch all others from another font. Its lines are higher: Nirmala, Arial and Noto have 1.33 to 1.5, Yu Gothic 1.7.
#: Widths that we do not know are reckoned generously: Noto Sans takes 0.62 (Tamil) to 0.87 (Hebrew) of them.
_STACKED = Script(1.5, 0.88)
_FULL = Script(1.7, 1.0)
_STACKED_LETTERS = re.compile("[\u0590-\u1cff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefc\U00010000-\U00011fff]")
_FULL_LETTERS = re.compile("[\u2e80-\ua63f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00012000-\U0010ffff]")
_FROM_THE_RIGHT = frozenset("ar arc ckb dv fa he iw ks nqo ps sd syr ug ur yi".split())


def script_of(text: str) -> Script:
    """The script whose letters need most room in a text: Chinese, Japanese, Korean and emoji, then all but Latin and its like."""
    if text.isascii():
        return LATIN
    if _FULL_LETTERS.search(text):
        return _FULL
    return _STACKED if _STACKED_LETTERS.search(text) else LATIN


def reads_from_the_right(language: str) -> bool:
    """Whether a sheet in this language has its first column on the right; False for a language we do not know."""
    first, *others = language.lower().split("-")
    return first in _FROM_THE_RIGHT or "arab" in others or "hebr" in others
