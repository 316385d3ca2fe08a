"""What a check found at one element, as one thing that can be said, kept, dismissed and mended."""

from typing import Any, NamedTuple

from footlights.model import Address, Duration, Money, Translations, say
from footlights.words import chosen, duration_text, told

from .change import Chosen, Percent, Word, counted, joined, shown

__all__ = ["GRADES", "CheckFinding", "Count", "Seconds", "Spelt", "Spoken", "Words"]

#: How much a finding matters, from the least up. `error` is kept for blueprint tests that fail and for checks that crash.
GRADES = ("low", "medium", "high", "error")

_LONGEST_NAME = 48


class Words(NamedTuple):
    """What a check says in one language.

    `title` names the pattern in a few words, without a full stop. `message` is the sentence about one finding, with {places} for its
    facts. `why` is why it matters to the people the service is for. `hint` is what to do about it, as an instruction.
    """

    title: str
    message: str
    why: str
    hint: str = ""


class Seconds(float):
    """A length of time in seconds, said as people say it: 2 h 5 min."""

    __slots__ = ()


class Count(NamedTuple):
    """So many of something, by the word of ours for one of them: Count("step", 3) is said as 3 steps."""

    noun: str
    many: int


class Spelt(str):
    """A text that is said as it is, without quotes: a level, a formula, a slug."""

    __slots__ = ()


class Spoken(NamedTuple):
    """A part of a sentence that a check says itself, in each language: what a measure is called, how many more there are."""

    en: str
    nl: str
    es: str


class CheckFinding(NamedTuple):
    """What a check found: which check, at which element, how much it matters, in words, and what it rests on.

    `facts` go into the message; a text of the author (str, Translations) is put in quotes, a tuple is said as a list. `detail` tells
    findings of one check at one element apart. `ground` holds the values it was judged on: while they stay the same it is the
    same finding, and when they change, what was dismissed is looked at again. `mendable` says that the check knows an edit.
    """

    code: str
    slug: str
    severity: str
    address: Address
    words: tuple[tuple[str, Words], ...]
    facts: tuple[tuple[str, Any], ...] = ()
    detail: str = ""
    ground: tuple[Any, ...] = ()
    source: str = ""
    mendable: bool = False
    language: str = "en"

    @property
    def identity(self) -> str:
        """Which finding this is, however the document around it changes: `check@element` and, where needed, `:detail`."""
        return f"{self.slug}@{self.address}{f':{self.detail}' if self.detail else ''}"

    @property
    def fingerprint(self) -> str:
        """The identity, and behind `~` a sign of the ground it rests on: `contact-without-doer@cards/answer~3f2a91bc`."""
        import hashlib  # not for who only draws

        ground = hashlib.sha256(repr(_plain(self.ground)).encode("utf-8", "surrogatepass")).hexdigest()[:8]
        return f"{self.identity}~{ground}"

    def fact(self, name: str) -> Any:
        """One of the facts, None when it is not among them."""
        return next((value for key, value in self.facts if key == name), None)

    def title(self, language: str = "en") -> str:
        """The name of the pattern, for headings."""
        return self._words(language).title

    def text(self, language: str = "en") -> str:
        """The sentence for people."""
        return self._filled(self._words(language).message, language)

    def why(self, language: str = "en") -> str:
        """Why it matters."""
        return self._words(language).why

    def hint(self, language: str = "en") -> str:
        """How to mend it, as an instruction; "" where there is nothing to add."""
        return self._filled(self._words(language).hint, language)

    def _words(self, language: str) -> Words:
        found = dict(self.words)
        return found.get(chosen(language)) or found["en"]

    def _filled(self, text: str, language: str) -> str:
        if not self.facts or "{" not in text:
            return text
        said = text.format(**{key: _said(value, language, self.language) for key, value in self.facts})
        return said[:1].upper() + said[1:]


def _plain(value: Any) -> Any:
    """A ground as it is compared: 3 and 3.0 are one value, and a set has no order, whatever the document went through."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, (set, frozenset)):
        return sorted(map(repr, map(_plain, value)))
    if isinstance(value, (tuple, list)):
        return tuple(_plain(each) for each in value)
    return value


def _said(value: Any, language: str, own: str) -> str:
    if isinstance(value, Seconds):
        return duration_text(float(value), chosen(language))
    if isinstance(value, Duration):
        return duration_text(value.seconds, chosen(language))
    if isinstance(value, Count):
        return counted(value.noun, value.many, language)
    if isinstance(value, Spelt):
        return str(value)
    if isinstance(value, Spoken):
        return str(getattr(value, chosen(language)))
    if isinstance(value, (Word, Chosen, Percent, Money)):
        return shown(value, language, own)
    if isinstance(value, (str, Translations)):
        name = " ".join(say(value, language, own).split())
        return told("quoted", language, text=name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…")
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return joined([_said(each, language, own) for each in value], language) if value else ""
    return shown(value, language, own)
