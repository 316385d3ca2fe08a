"""In which language a blueprint is told."""

from collections.abc import Iterator
from typing import Any

from footlights.model import COLLECTIONS, Blueprint, FootlightsError, fields_of, languages_of
from footlights.words import LANGUAGES

from .voice import Voice, system_language

__all__ = ["languages_in", "spoken_by"]


def languages_in(blueprint: Blueprint) -> tuple[str, ...]:
    """The languages a blueprint speaks, its own first: those it says it is in, then those of its texts."""
    own = blueprint.language or "en"
    return tuple(dict.fromkeys([own, *blueprint.languages, *_used(blueprint)]))


def _used(blueprint: Blueprint) -> Iterator[str]:
    parts: list[Any] = [blueprint, *(element for name in COLLECTIONS for element in blueprint.collection(name).values())]
    kinds: set[type] = {type(part) for part in parts}
    texts = {kind: [field.name for field in fields_of(kind) if field.shape == "text"] for kind in kinds}
    for part in parts:
        for name in texts[type(part)]:
            yield from languages_of(getattr(part, name))


def spoken_by(blueprint: Blueprint, voice: Voice, *, fitting: bool = False) -> str:
    """The language to tell a blueprint in: the wished one, else its own.

    With `fitting`, the system's language is taken where the blueprint speaks it. Raises FootlightsError when a language is
    wished that neither the blueprint nor we speak.
    """
    there_are = languages_in(blueprint)
    if voice.wished is not None:
        if voice.wished in there_are or voice.wished.partition("-")[0] in (*there_are, *LANGUAGES):
            return voice.wished
        speaks = ", ".join(there_are)
        raise FootlightsError(voice.phrase("trouble.no-language", asked=repr(voice.wished), languages=speaks))
    return system_language() if fitting and system_language() in there_are else there_are[0]
