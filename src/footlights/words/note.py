"""Sentences worth telling about a file that was made, which can be said in each of our languages."""

from functools import cache
from importlib import import_module

from .number import number
from .say import chosen

__all__ = ["Note", "noted"]


class Note(str):
    """A sentence in English, which knows its `key` and its `facts`: so it can be said in another language, too."""

    key: str
    facts: dict[str, object]

    __slots__ = ("facts", "key")

    def __new__(cls, key: str, **facts: object) -> "Note":
        """The note `key`; raises KeyError for one that does not exist. Numbers among the facts are written as each language does."""
        made = super().__new__(cls, _said(key, "en", facts))
        made.key, made.facts = key, facts
        return made


def noted(note: str, language: str | None = None) -> str:
    """A note in a language; what is no Note of ours stays as it is."""
    return _said(note.key, chosen(language), note.facts) if isinstance(note, Note) else note


@cache
def _notes(language: str) -> dict[str, str]:
    found: dict[str, str] = import_module(f"footlights.words.notes_{language}").NOTES
    return found


def _said(key: str, language: str, facts: dict[str, object]) -> str:
    said = {name: number(value, language) if isinstance(value, int | float) else value for name, value in facts.items()}
    return _notes(language)[key].format(**said)
