"""Search over everything that many blueprints say."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from footlights.model import COLLECTIONS, Address, Blueprint, Text, Translations, fields_of

from .leaf import Leaf

__all__ = ["Hit", "search"]


class Hit(NamedTuple):
    """Where the words were found: in which blueprint, at which field, in which text (its language, None for a plain one)."""

    leaf: str
    address: Address
    text: str
    language: str | None
    title: bool


def search(leaves: Iterable[Leaf], words: str, most: int = 200) -> tuple[Hit, ...]:
    """The texts that hold all of the words, in whatever order, case and accents; names before other texts. "" finds nothing."""
    wanted = _folded(words).split()
    if not wanted:
        return ()
    found = [hit for leaf in leaves for hit in _hits(leaf, wanted)]
    return tuple(sorted(found, key=lambda hit: not hit.title)[:most])


def _hits(leaf: Leaf, wanted: list[str]) -> Iterator[Hit]:
    for address, text, title in _texts(leaf.blueprint):
        for language, said in _said(text):
            folded = _folded(said)
            if all(word in folded for word in wanted):
                yield Hit(leaf.name, address, " ".join(said.split()), language, title)
                break


def _texts(blueprint: Blueprint) -> Iterator[tuple[Address, Text, bool]]:
    yield from _of(Address("blueprint"), Blueprint, blueprint)
    for name, kind in COLLECTIONS.items():
        for id, element in blueprint.collection(name).items():
            yield from _of(Address(name, id), kind, element)


def _of(address: Address, kind: type, element: Any) -> Iterator[tuple[Address, Text, bool]]:
    for field in fields_of(kind):
        if field.shape in ("text", "line") and (value := getattr(element, field.name)):
            yield address.of(field.name), value, field.title


def _said(text: Text) -> tuple[tuple[str | None, str], ...]:
    return text.entries if isinstance(text, Translations) else ((None, text),)


def _folded(text: str) -> str:
    """Without case and accents: `ángulo` is found by `angulo`."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
