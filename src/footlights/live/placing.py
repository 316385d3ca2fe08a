"""Where an element stands: the placing values before the rank in its `pos`."""

from collections.abc import Callable
from typing import Any, NamedTuple

from footlights.model import AGREEMENT_KINDS, CARD_ROLES, MARK_KINDS, PLACES

from .keys import Keys

__all__ = ["PLACING", "Look", "Slot", "look_for_ids", "look_for_keys", "placed_at", "places_of", "spelt_place"]

#: Finds what a reference is called on the other side, None when it points at nothing: by the collections it may be in.
Look = Callable[[tuple[str, ...], str], str | None]


class Slot(NamedTuple):
    """One placing value: the attribute it fills; the collections it may point into, or the words it may be."""

    attribute: str
    collections: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


#: What stands before the rank, by collection; the others have only a rank.
PLACING: dict[str, tuple[Slot, ...]] = {
    "steps": (Slot("phase", ("phases",)),),
    "cards": (Slot("step", ("steps",)), Slot("lane", ("lanes",))),
    "marks": (Slot("on", PLACES), Slot("kind", words=MARK_KINDS)),
    "links": (Slot("source", ("steps", "cards")), Slot("target", ("steps", "cards"))),
    "agreements": (Slot("kind", words=AGREEMENT_KINDS),),
}


def places_of(collection: str, pos: object) -> tuple[tuple[str, ...] | None, str]:
    """The placing values and the rank in a `pos`; None for values that are not all there, "" for a rank that is none."""
    wanted = len(PLACING.get(collection, ()))
    if not isinstance(pos, list) or not all(isinstance(part, str) for part in pos):
        return (() if not wanted else None), ""
    if len(pos) != wanted + 1:
        return (() if not wanted else None), pos[-1] if pos else ""
    return tuple(pos[:-1]), pos[-1]


def placed_at(collection: str, place: tuple[str, ...], look: Look) -> dict[str, str] | None:
    """The attributes that placing values give an element, by ids; None when one of them points at nothing."""
    found: dict[str, str] = {}
    for slot, value in zip(PLACING.get(collection, ()), place, strict=True):
        if slot.words:
            if value not in slot.words:
                return None
            found[slot.attribute] = value
            continue
        id = look(slot.collections, value)
        if id is None:
            return None
        # a mark names the collection of what it is on, wherever it stands
        found[slot.attribute] = f"{value.partition('/')[0]}/{id}" if slot.collections == PLACES else id
    return found


def spelt_place(collection: str, element: Any, look: Look) -> tuple[str, ...]:
    """The placing values of an element, by keys; what points at nothing stays as it is called."""
    found = []
    for slot in PLACING.get(collection, ()):
        value: str = getattr(element, slot.attribute)
        if slot.words:
            found.append(value)
            continue
        wanted = value.partition("/")[2] if slot.collections == PLACES else value
        found.append(look(slot.collections, wanted) or value)
    return tuple(found)


def look_for_ids(keys: Keys) -> Look:
    """Finds the id (or the shortest pointer) by which a blueprint calls what a key means."""

    def look(collections: tuple[str, ...], name: str) -> str | None:
        if len(collections) == 1 and collections[0] != "*":
            found = keys.id(collections[0], name)
            if found is None and collections[0] == "lanes" and name in CARD_ROLES:
                return name
            return found
        collection, _, key = name.partition("/")
        if "*" not in collections and collection not in collections:
            return None
        id = keys.id(collection, key)
        return id if id is None or collection in PLACES else f"{collection}/{id}"

    return look


def look_for_keys(keys: Keys) -> Look:
    """Finds the key, or the collection and key where several collections are possible, of what a blueprint calls by id."""

    def look(collections: tuple[str, ...], name: str) -> str | None:
        if len(collections) == 1 and collections[0] != "*":
            found = keys.key(collections[0], name)
            if found is None and collections[0] == "lanes" and name in CARD_ROLES:
                return name
            return found
        collection, slash, id = name.partition("/")
        if slash:
            key = keys.key(collection, id) if "*" in collections or collection in collections else None
            return None if key is None else f"{collection}/{key}"
        for each in PLACES if "*" in collections else collections:
            key = keys.key(each, name)
            if key is not None:
                return f"{each}/{key}"
        return None

    return look
