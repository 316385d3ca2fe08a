"""Where one visible character ends and the next begins, so that no break falls inside it."""

import unicodedata
from collections.abc import Iterator

JOINER = "\u200d"
_EXTENDING = frozenset("\u200c\u0e33\u0eb3\uff9e\uff9f")  # not marks by category, yet part of what they follow
_VIRAMA = 9  # the canonical class of signs that bind two consonants


def extends(char: str) -> bool:
    """Whether the character belongs to the one before it, whatever that is: a mark, a skin tone, a joiner."""
    if char < "\u0300":
        return False
    return (
        char == JOINER
        or char in _EXTENDING
        or unicodedata.category(char) in {"Mn", "Mc", "Me"}
        or "\u1160" <= char <= "\u11ff"  # vowels and endings of a Korean syllable
        or "\ud7b0" <= char <= "\ud7ff"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
    )


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _joins(before: str, char: str, first: bool) -> bool:
    """Whether `char` is part of the visible character that ends with `before`; `first`: it begins with it."""
    if extends(char):
        return True
    if before < "\u0300":
        return False
    return (
        before == JOINER
        or (first and _is_flag_letter(before) and _is_flag_letter(char))
        or ("\ud800" <= before <= "\udbff" and "\udc00" <= char <= "\udfff")
        or ("\u1100" <= before <= "\u115f" and ("\u1100" <= char <= "\u115f" or "\uac00" <= char <= "\ud7a3"))
        or (unicodedata.combining(before) == _VIRAMA and unicodedata.category(char) == "Lo")
    )


def graphemes(text: str) -> Iterator[str]:
    """Each visible character of the text in turn; joined again they are the text."""
    if text.isascii():
        yield from text
        return
    start = 0
    for at in range(1, len(text)):
        if not _joins(text[at - 1], text[at], at - start == 1):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]
