"""Text that people wrote: one string, or the same thing said in several languages."""

import re
from typing import NamedTuple

__all__ = ["LANGUAGE_TAG", "Reasons", "Text", "Translations", "languages_of", "say"]

#: A language tag: en, nl-BE, zh-Hant.
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")


class Translations(NamedTuple):
    """One text in several languages: (language tag, text) pairs in the author's order."""

    entries: tuple[tuple[str, str], ...]

    def get(self, language: str) -> str | None:
        """The text in exactly this language, or None."""
        return next((text for tag, text in self.entries if tag == language), None)

    def with_(self, language: str, text: str) -> "Translations":
        """The same translations with one of them put in (or replaced in its place)."""
        if self.get(language) is None:
            return Translations((*self.entries, (language, text)))
        return Translations(tuple((tag, text if tag == language else old) for tag, old in self.entries))


Text = str | Translations
#: Texts by a word, in the author's order: people's own words for ours, or the reasons why a check is fine with something.
Reasons = tuple[tuple[str, Text], ...]


def say(text: Text | None, language: str, default: str = "en") -> str:
    """The text in `language`; failing that its base language (`nl` for `nl-BE`), `default`, or the first there is.

    None and an empty text give "".
    """
    if text is None:
        return ""
    if isinstance(text, str):
        return text
    for tag in (language, language.partition("-")[0], default):
        found = text.get(tag)
        if found is not None:
            return found
    return text.entries[0][1] if text.entries else ""


def languages_of(text: Text | None) -> tuple[str, ...]:
    """The languages a text is written in; () for a plain string, which is in the document's own language."""
    return tuple(tag for tag, _ in text.entries) if isinstance(text, Translations) else ()
