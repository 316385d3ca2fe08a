"""How a word or a message is found in a language."""

from functools import cache
from importlib import import_module

__all__ = ["LANGUAGES", "choice", "chosen", "compared", "message", "phrase", "told", "weighed", "word"]

LANGUAGES = ("en", "nl", "es")


def chosen(language: str | None) -> str:
    """The language of ours nearest to a tag: `nl` for `nl-BE` or `nl_NL.UTF-8`; English when we have none."""
    stem = (language or "").replace("_", "-").partition("-")[0].lower()
    return stem if stem in LANGUAGES else "en"


@cache
def _labels(language: str) -> dict[str, str]:
    found: dict[str, str] = import_module(f"footlights.words.labels_{language}").LABELS
    return found


@cache
def _messages(language: str) -> dict[str, str]:
    found: dict[str, str] = import_module(f"footlights.words.messages_{language}").MESSAGES
    return found


def word(key: str, language: str | None = None, **facts: object) -> str:
    """The label `key` in a language, its {places} filled with `facts`; raises KeyError for a key that does not exist."""
    text = _labels(chosen(language))[key]
    return text.format(**facts) if facts else text


def message(key: str, language: str | None = None, **facts: object) -> str:
    """The message `key` in a language, its {places} filled; "" for a hint that does not exist, KeyError for a message."""
    found = _messages(chosen(language))
    text = found.get(key, "") if key.endswith(".hint") else found[key] if key in found else _messages("en")[key]
    return text.format(**facts) if facts else text


@cache
def _phrases(language: str) -> dict[str, str]:
    found: dict[str, str] = import_module(f"footlights.words.phrases_{language}").PHRASES
    return found


def phrase(key: str, language: str | None = None, **facts: object) -> str:
    """What the command line says under `key` in a language, its {places} filled; raises KeyError for a key that does not exist."""
    text = _phrases(chosen(language))[key]
    return text.format(**facts) if facts else text


@cache
def _changes(language: str) -> tuple[dict[str, str], dict[str, str]]:
    module = import_module(f"footlights.words.changes_{language}")
    return module.CHANGES, module.CHOICES


def told(key: str, language: str | None = None, **facts: object) -> str:
    """What is said of a change under `key` in a language, its {places} filled; raises KeyError for a key that does not exist."""
    return _changes(chosen(language))[0][key].format(**facts)


def choice(value: str, language: str | None = None) -> str:
    """A word that a field was chosen from, as a language says it; the word itself when it is none of ours."""
    return _changes(chosen(language))[1].get(value, value)


@cache
def _comparing(language: str) -> dict[str, str]:
    found: dict[str, str] = import_module(f"footlights.words.comparing_{language}").COMPARING
    return found


def compared(key: str, language: str | None = None, **facts: object) -> str:
    """What is said of two blueprints beside each other; raises KeyError for a key that does not exist."""
    return _comparing(chosen(language))[key].format(**facts)


@cache
def _weighing(language: str) -> dict[str, str]:
    found: dict[str, str] = import_module(f"footlights.words.weighing_{language}").WEIGHING
    return found


def weighed(key: str, language: str | None = None, **facts: object) -> str:
    """What is said of what stands behind what, of an outage, and of what to do first; raises KeyError for a key that does not exist."""
    return _weighing(chosen(language))[key].format(**facts)
