"""What an element can't be without: what it hangs on, and what it points at."""

from collections.abc import Iterator, Mapping
from typing import Any

from footlights.model import CARD_ROLES, PLACES, Address, Card, Field, Mark, Step, Time, fields_of

from .sides import Sides

__all__ = ["needs"]

Elements = Mapping[str, Mapping[str, Any]]


def needs(element: Any, there: Elements, sides: Sides) -> Iterator[Address]:
    """The addresses that an element needs and that are not there; () when nothing is missing."""
    if isinstance(element, Step):
        yield from _missing(there, Address("phases", element.phase))
    elif isinstance(element, Card):
        yield from _missing(there, Address("steps", element.step))
        if element.lane not in CARD_ROLES:
            yield from _missing(there, Address("lanes", element.lane))
    elif isinstance(element, Mark):
        yield from _missing(there, Address.parse(element.on))
    kind: type = type(element)
    for field in fields_of(kind):
        value = getattr(element, field.name)
        if value:
            for pointer, collections in _pointers(field, value):
                yield from _pointed(there, sides, pointer, collections)


def _pointers(field: Field, value: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    if field.shape == "ref":
        yield value, field.collections
    elif field.shape == "refs":
        yield from ((each, field.collections) for each in value)
    elif isinstance(value, Time):
        yield from ((each, ("sources",)) for each in value.source)
    elif field.shape == "feelings":
        for feeling in value:
            if feeling.persona is not None:
                yield feeling.persona, ("personas",)
            yield from ((each, ("sources",)) for each in feeling.source)


def _pointed(there: Elements, sides: Sides, pointer: str, collections: tuple[str, ...]) -> Iterator[Address]:
    names, id = (PLACES, pointer) if "*" in collections else (collections, pointer)
    if "*" in collections and "/" in pointer:
        name, _, id = pointer.partition("/")
        names = (name,)
    if any(id in there.get(name, ()) for name in names):
        return
    held = (Address(name, id) for side in (sides.ours, sides.theirs) for name in names if side.element(Address(name, id)) is not None)
    yield from list(held)[:1]


def _missing(there: Elements, address: Address) -> Iterator[Address]:
    if address.id not in there[address.collection]:
        yield address
