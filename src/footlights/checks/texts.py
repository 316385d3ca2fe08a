"""Every text that people wrote into a blueprint for its readers, with where it stands."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from footlights.model import COLLECTIONS, Address, Blueprint, Field, Finding, Text, Translations, fields_of, say

__all__ = ["Written", "missing_in", "written"]

#: Names that are the same in every language as long as nobody translates them: people, products, the titles of sources.
_PROPER = {"personas": "name", "systems": "name", "channels": "name", "actors": "name", "sources": "title"}


class Written(NamedTuple):
    """One text and the address of its field. `proper`: a name that needs no translation while it is written only once."""

    address: Address
    text: Text
    proper: bool = False

    def of(self, language: str, own: str) -> str | None:
        """The text in this language or its base (`nl` for `nl-BE`), None where nobody wrote it; `own` is that of plain texts."""
        stem = language.partition("-")[0]
        if isinstance(self.text, Translations):
            found = self.text.get(language)
            return found if found is not None else self.text.get(stem)
        return self.text if own in (language, stem) else None


def written(blueprint: Blueprint) -> Iterator[Written]:
    """The texts of a blueprint that are not empty: its head's, then collection by collection.

    What a tool wrote down is left out: findings of checks in the ledger; and so are the reasons behind `allow`.
    """
    yield from _texts(Address("blueprint"), blueprint, _text_fields(Blueprint))
    for name, kind in COLLECTIONS.items():
        fields = _text_fields(kind)
        if not fields:
            continue
        for element in blueprint.collection(name).values():
            if not (isinstance(element, Finding) and element.fingerprint):
                yield from _texts(Address(name, element.id), element, fields)


def missing_in(texts: Iterable[Written], language: str, own: str) -> tuple[Written, ...]:
    """The texts that nobody wrote in a language; names and texts without a letter need no translation. `own` is that of plain texts."""
    found = (each for each in texts if not each.proper and not (each.of(language, own) or "").strip())
    return tuple(each for each in found if any(sign.isalpha() for sign in say(each.text, own)))


def _texts(there: Address, element: Any, fields: tuple[Field, ...]) -> Iterator[Written]:
    proper = _PROPER.get(there.collection)
    for field in fields:
        text = getattr(element, field.name)
        if text:
            yield Written(there.of(field.name), text, field.name == proper and isinstance(text, str))


@cache
def _text_fields(kind: type) -> tuple[Field, ...]:
    return tuple(field for field in fields_of(kind) if field.shape == "text")
