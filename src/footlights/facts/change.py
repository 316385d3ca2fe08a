"""What changed between two blueprints, as one thing that can be said in a sentence."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from footlights.model import Address, Duration, Effect, Feeling, Money, Target, Time, Translations, say
from footlights.words import choice, number, signed, told, word

__all__ = ["Arrow", "Change", "Chosen", "Percent", "Word", "counted", "joined", "shown"]

_LONGEST_NAME, _LONGEST_VALUE = 40, 80


class Word(str):
    """A word of ours, by the key of its label: it is said in the reader's language."""

    __slots__ = ()


class Chosen(str):
    """A word that a field was chosen from."""

    __slots__ = ()


class Arrow(NamedTuple):
    """From one named thing to another."""

    source: Any
    target: Any


class Percent(NamedTuple):
    """A share, 0 to 1."""

    share: float


class Change(NamedTuple):
    """One thing that changed: its kind picks the sentence, `facts` are what goes into it; `address` is of the later blueprint.

    What was removed has the address that it had. `language` is that of texts without one.
    """

    kind: str
    address: Address
    facts: tuple[tuple[str, Any], ...] = ()
    language: str = "en"

    def fact(self, name: str) -> Any:
        """One of the facts, None when it is not among them."""
        return next((value for key, value in self.facts if key == name), None)

    def text(self, language: str = "en") -> str:
        """The sentence for people, without a full stop."""
        return _capital(self.clause(language))

    def clause(self, language: str = "en") -> str:
        """The same, to stand within a longer sentence."""
        said = {key: self._shown(key, value, language) for key, value in self.facts}
        sentence = told(f"change.{self.kind}", language, **said)
        things = [counted(str(noun), count, language) for noun, count in self.fact("with") or ()]
        return sentence if not things else told("change.with", language, change=sentence, things=joined(things, language))

    def name(self, language: str = "en") -> str:
        """What it happened to, in quotes."""
        return self._shown("name", self.fact("name"), language)

    def _shown(self, key: str, value: Any, language: str) -> str:
        if key == "what":
            return told(f"what.{value}", language)
        if key in ("line", "field"):
            return told(f"{key}.{value}", language)
        if key in ("with", "languages"):
            return value if isinstance(value, str) else ""
        name = shown(value, language, self.language)
        if key in ("was", "now") and (isinstance(value, (Word, Chosen)) or not isinstance(value, (str, Translations, Arrow))):
            return _shortened(name, _LONGEST_VALUE)
        return told("quoted", language, text=_shortened(name, _LONGEST_NAME if key not in ("was", "now") else _LONGEST_VALUE))


def counted(noun: str, count: int, language: str) -> str:
    """So many of something: `3 steps`, `1 step`."""
    return told(f"one.{noun}" if count == 1 else f"many.{noun}", language, count=count)


def joined(things: Iterable[str], language: str) -> str:
    """A list in words: `a, b and c`."""
    *first, last = things
    return told("and", language, first=", ".join(first), last=last) if first else last


def shown(value: Any, language: str, own: str) -> str:
    """A value as people write it in a language; `own` is the language of texts without one."""
    if isinstance(value, Word):
        return word(str(value), language)
    if isinstance(value, Chosen):
        return choice(str(value), language)
    if isinstance(value, (str, Translations)):
        return " ".join(say(value, language, own).split())
    if isinstance(value, Arrow):
        return f"{shown(value.source, language, own)} → {shown(value.target, language, own)}"
    if isinstance(value, Percent):
        return f"{number(value.share * 100, language)} %"
    if isinstance(value, Duration):
        return f"{number(value.amount, language)} {word(f'unit.{value.unit}', language)}"
    if isinstance(value, Money):
        return f"{number(value.amount, language)} {value.currency}"
    if isinstance(value, Target):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Feeling):
        who = told("everyone", language) if value.persona is None else value.persona
        return f"{shown(who, language, own)} {signed(value.level, language)}"
    if isinstance(value, (Time, Effect)):
        return _parts(value, language, own)
    if isinstance(value, tuple):
        return ", ".join(shown(each, language, own) for each in value)
    return number(value, language) if isinstance(value, (int, float)) else str(value)


def _parts(value: Time | Effect, language: str, own: str) -> str:
    found = []
    for name, part in value._asdict().items():
        if part not in (None, ()):
            said = shown(Chosen(part) if name == "basis" else part, language, own)
            found.append(f"{told(f'part.{name}'.rstrip('_'), language)} {said}")
    return ", ".join(found)


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
