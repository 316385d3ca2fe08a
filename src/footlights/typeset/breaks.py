"""Where a line may break inside a word: after a dash or slash, at a soft hyphen, between CJK characters."""

import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from .graphemes import extends, graphemes

SOFT_HYPHEN = "\u00ad"
_ZERO_WIDTH_SPACE = "\u200b"
_SIGNS = frozenset("-/.,:;?&=_@+#~%\u2010\u2013\u2014")
_DASHES = frozenset("/-\u2010\u2013\u2014")
# A break here would cut a date, a version or a score in two: 2026-11-22, 24/7.
_NOT_BEFORE_DIGIT = frozenset("/-\u2010")
# Spaces other than U+0020 at which a line may end; they keep their own width.
WIDE_SPACES = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
_GLUE = frozenset("\u00a0\u2007\u202f\u2060\ufeff\u2011")
# Simple kinsoku: what may not begin a line, and what may not end one.
_NO_START = frozenset(
    "\u200b!),.:;?]}%\u00bb\u2019\u201d\u2026\u203a\u2030\u2032\u2033"
    "、。〃々〆〉》」』】〕〗〙〛〜〞〟・ー゛゜ゝゞヽヾ"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "！％），．：；？］｝～｠｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ"
)
_NO_END = frozenset("([{\u00ab\u2018\u201c\u2039〈《「『【〔〖〘〚〝（［｛｟｢￥＄￡$£¥")


class Part(NamedTuple):
    """A stretch of a word without a place to break; `soft` if a hyphen shows when the line ends behind it."""

    text: str
    soft: bool


def _is_ideographic(char: str) -> bool:
    """CJK but for Korean, which parts its words with spaces, and emoji."""
    if char < "\u2e80" or "\uac00" <= char <= "\ud7ff" or "\U0001f000" <= char <= "\U0001faff":
        return False
    return unicodedata.east_asian_width(char) in {"W", "F", "H"}


def _breaks(before: str, after: str, letters: int) -> bool:
    """Whether a line may end between two visible characters, `letters` letters or digits into the word."""
    left, right = before[0], after[0]
    if left == _ZERO_WIDTH_SPACE or left in WIDE_SPACES:
        return True
    if right in _NO_START or left in _NO_END or left in _GLUE or right in _GLUE or right in WIDE_SPACES:
        return False
    if left in _DASHES:
        # One letter before the dash stays with its word: e-mail, T-shirt.
        return letters > 1 and right not in _DASHES and not (right.isdigit() and left in _NOT_BEFORE_DIGIT)
    if left.isdigit() and not right.isdigit():
        return False
    return _is_ideographic(left) or _is_ideographic(right)


def _stretches(text: str) -> list[str]:
    """The text, without soft hyphens, cut wherever a line may end."""
    stretches: list[str] = []
    current = before = ""
    letters = 0
    for cluster in graphemes(text):
        if before and _breaks(before, cluster, letters):
            stretches.append(current)
            current = ""
        current += cluster
        letters += cluster[0].isalnum()
        before = cluster
    return [*stretches, current] if current else stretches


def after_signs(text: str) -> list[str]:
    """The text cut after every sign that joins the parts of a date, an address or a code.

    For a stretch that is wider than a line: better there than in the middle of a number or name.
    """
    cuts = [at for at in range(1, len(text)) if text[at - 1] in _SIGNS and not extends(text[at])]
    return [text[a:b] for a, b in pairwise([0, *cuts, len(text)])]


def _between_soft_hyphens(word: str) -> list[str]:
    """The word cut at its soft hyphens; a mark after a soft hyphen stays with its letter."""
    cuts: list[str] = []
    for cut in word.split(SOFT_HYPHEN):
        if cut and cuts and (extends(cut[0]) or extends(cuts[-1][-1])):
            cuts[-1] += cut
        elif cut:
            cuts.append(cut)
    return cuts


@lru_cache(maxsize=1 << 14)
def word_parts(word: str) -> tuple[Part, ...]:
    """The parts of a word between which a line may break; joined they are the word without soft hyphens."""
    if word.isalnum() and word.isascii():
        return (Part(word, False),)
    parts: list[Part] = []
    for cut in _between_soft_hyphens(word):
        if parts:
            parts[-1] = parts[-1]._replace(soft=True)
        parts.extend(Part(stretch, False) for stretch in _stretches(cut))
    return tuple(parts)
