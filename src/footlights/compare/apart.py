"""Ids that two copies gave to different things: the other copy's get another one."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from footlights.edits import scope_of
from footlights.model import (
    COLLECTIONS,
    PLACES,
    Address,
    Blueprint,
    Card,
    Collection,
    Feeling,
    Field,
    Link,
    Mark,
    Step,
    Time,
    fields_of,
    unique,
)  # fmt: skip

__all__ = ["both_added", "renamed"]

#: An id may have 80 characters; this leaves room for a number behind it.
_LONGEST = 76


def both_added(base: Blueprint, ours: Blueprint, theirs: Blueprint) -> tuple[Address, ...]:
    """The elements that came in both copies under one id and are not one thing.

    They are one thing when they stand at one place and people call them the same; then their fields are put together.
    """
    found: list[Address] = []
    for name in COLLECTIONS:
        before, mine, other = (each.collection(name) for each in (base, ours, theirs))
        new = [id for id in other if id in mine and id not in before]
        found += [Address(name, id) for id in new if not _same(ours, mine[id], theirs, other[id])]
    return tuple(found)


def _same(ours: Blueprint, one: Any, theirs: Blueprint, other: Any) -> bool:
    if one == other:
        return True
    if isinstance(one, Link):
        return (one.source, one.target) == (other.source, other.target)
    kind: type = type(one)
    title = next((field.name for field in fields_of(kind) if field.title), None)
    named = title is None or ours.say(getattr(one, title)).strip() == theirs.say(getattr(other, title)).strip()
    return scope_of(one) == scope_of(other) and named


def renamed(blueprint: Blueprint, addresses: Iterable[Address], *others: Blueprint) -> tuple[Blueprint, dict[Address, str]]:
    """The blueprint with other ids for some elements, free in the others too, and everything pointing at them along.

    Also gives the old id of each, by its new address.
    """
    new: dict[Address, str] = {}
    for address in addresses:
        names = PLACES if address.collection in PLACES else (address.collection,)
        taken = {id for each in (blueprint, *others) for name in names for id in each.collection(name)} | set(new.values())
        new[address] = unique(address.id[:_LONGEST].rstrip("-._"), taken)
    if not new:
        return blueprint, {}
    # a link's or a mark's id often follows from what it is at, but that is no reason to give it another one
    collections = {name: Collection(_changed(blueprint, name, each, new) for each in blueprint.collection(name).values())
                   for name in COLLECTIONS}  # fmt: skip
    owner = new.get(Address("actors", blueprint.owner or ""), blueprint.owner)
    changed = replace(blueprint, owner=owner, **collections)  # type: ignore[arg-type]
    return changed, {Address(address.collection, id): address.id for address, id in new.items()}


def _changed(blueprint: Blueprint, name: str, element: Any, new: Mapping[Address, str]) -> Any:
    changes: dict[str, Any] = {}
    id = new.get(Address(name, element.id))
    if id is not None:
        changes["id"] = id
    if isinstance(element, Step):
        changes["phase"] = new.get(Address("phases", element.phase), element.phase)
    elif isinstance(element, Card):
        changes["step"] = new.get(Address("steps", element.step), element.step)
        changes["lane"] = new.get(Address("lanes", element.lane), element.lane)
    elif isinstance(element, Mark):
        changes["on"] = _pointer(blueprint, element.on, ("*",), new)
    kind: type = type(element)
    for field in fields_of(kind):
        value = getattr(element, field.name)
        if value:
            now = _pointing(blueprint, field, value, new)
            if now != value:
                changes[field.name] = now
    return element._replace(**changes) if changes else element


def _pointing(blueprint: Blueprint, field: Field, value: Any, new: Mapping[Address, str]) -> Any:
    if isinstance(value, Time):
        return value._replace(source=tuple(_pointer(blueprint, each, ("sources",), new) for each in value.source))
    if field.shape == "feelings":
        return tuple(_feeling(blueprint, each, new) for each in value)
    if field.shape == "refs":
        return tuple(_pointer(blueprint, each, field.collections, new) for each in value)
    return _pointer(blueprint, value, field.collections, new) if field.shape == "ref" else value


def _feeling(blueprint: Blueprint, feeling: Feeling, new: Mapping[Address, str]) -> Feeling:
    persona = new.get(Address("personas", feeling.persona or ""), feeling.persona)
    return feeling._replace(persona=persona, source=tuple(_pointer(blueprint, each, ("sources",), new) for each in feeling.source))


def _pointer(blueprint: Blueprint, pointer: str, collections: tuple[str, ...], new: Mapping[Address, str]) -> str:
    if "*" in collections:
        address = blueprint.resolve(pointer)
        if address is None or address not in new:
            return pointer
        return f"{address.collection}/{new[address]}" if "/" in pointer else new[address]
    found = next((Address(name, pointer) for name in collections if pointer in blueprint.collection(name)), None)
    return new.get(found, pointer) if found is not None else pointer
