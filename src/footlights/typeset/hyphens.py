"""Where a long word may be hyphenated, by the dictionary of its language."""

from functools import lru_cache
from typing import Protocol

from .graphemes import extends

# At least two letters before the hyphen and three after it.
_BEFORE, _AFTER = 2, 3
# No dictionary word is longer; a text without spaces may be.
_LONGEST = 200
_LETTERS = r"[^\W\d_]{5,}"


class _Hyphenator(Protocol):
    def positions(self, word: str) -> list[int]: ...


@lru_cache(maxsize=16)
def _hyphenator(language: str) -> _Hyphenator | None:
    """The dictionary of the language or of its nearest relation (nl-BE: nl); None if there is none."""
    # Reading the list of dictionaries takes longer than most layouts.
    import pyphen  # type: ignore[import-untyped]

    known = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=known, left=_BEFORE, right=_AFTER) if known else None


def syllables(text: str, language: str | None) -> tuple[str, ...]:
    """The text cut where a hyphen may stand; joined they are the text. Uncut if the language is unknown."""
    hyphenator = _hyphenator(language) if language else None
    if hyphenator is None:
        return (text,)
    import re

    cuts = [0]
    for run in re.finditer(_LETTERS, text):
        letters = run.group()
        # Positions are those of the lower-case word; for a few letters that has another length.
        if len(letters) > _LONGEST or len(letters.lower()) != len(letters):
            continue
        cuts += (
            run.start() + position
            for position in hyphenator.positions(letters)
            # A hyphenation that changes the spelling would change the author's text.
            if getattr(position, "data", None) is None and not extends(letters[position])
        )
    return tuple(text[a:b] for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True))
