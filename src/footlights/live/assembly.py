"""The records of a shared document put together: what stands where, what everything is called, and the blueprint they make."""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from footlights.model import CARD_ROLES, COLLECTIONS, ROLES, Blueprint, Collection, arranged, unique

from .keys import Keys, Names, namespace, readable, stem
from .placing import Look, look_for_ids, placed_at
from .record import Record, named_fields, repointed

__all__ = [
    "BACKWARD",
    "TIED",
    "Assembly",
    "LeftOut",
    "Materialised",
    "Records",
    "assembled",
    "element_of",
    "feeling_in_order",
    "frame",
    "head_values",
]

#: The records of every collection by key, and that of the head under `head` and "".
Records = dict[str, dict[str, Record]]


#: What is told of a card that would end before it begins.
BACKWARD = ("until", "until is a step before the card's own")


class LeftOut(NamedTuple):
    """Something in the document that was left out: where (`cards/~k`, by key), in which field, and what is wrong with it."""

    address: str
    field: str
    what: str


class Materialised(NamedTuple):
    """What a shared document says: the blueprint, the keys its elements live under, what stands nowhere, what was left out.

    `unplaced` are addresses by key (`cards/~k`) of elements that are not gone, but whose place is.
    """

    blueprint: Blueprint
    keys: Keys
    unplaced: tuple[str, ...]
    troubles: tuple[LeftOut, ...]


class Assembly(NamedTuple):
    """A blueprint with what is needed to change one of its elements without putting all together again."""

    blueprint: Blueprint
    keys: Keys
    unplaced: tuple[str, ...]
    faults: dict[tuple[str, str], tuple[tuple[str, str], ...]]

    def materialised(self) -> Materialised:
        """The same, as others see it."""
        troubles = (
            LeftOut(f"{root}/{key}" if key else root, field, what)
            for (root, key), found in sorted(self.faults.items())
            for field, what in sorted(found)
        )
        return Materialised(self.blueprint, self.keys, self.unplaced, tuple(troubles))


def assembled(records: Records) -> Assembly:
    """The blueprint that records make. Never raises."""
    placed, unplaced = _placed(records)
    keys = _named(placed)
    look = look_for_ids(keys)
    faults = {("head", ""): records["head"][""].faults}
    collections: dict[str, Collection[Any]] = {}
    for name, there in placed.items():
        found = []
        for record in sorted(there, key=lambda record: (record.rank, record.key)):
            element, told = element_of(name, record, keys, look)
            found.append(element)
            if told:
                faults[name, record.key] = told
        collections[name] = Collection(found)
    collections["steps"] = _feeling_in_order(collections["steps"], collections["personas"])
    head = records["head"][""]
    blueprint = arranged(Blueprint(**head_values(head, keys), **collections, more=head.more))  # type: ignore[arg-type]
    return _without_backward_spans(Assembly(blueprint, keys, unplaced, {place: told for place, told in faults.items() if told}))


def element_of(collection: str, record: Record, keys: Keys, look: Look) -> tuple[Any, tuple[tuple[str, str], ...]]:
    """The element that a placed record makes, and what was left out of it."""
    faults = list(record.faults)
    values: dict[str, Any] = {}
    fields = named_fields(collection)
    for name, value in record.values.items():
        field = fields[name]
        found = repointed(field, value, look)
        if found != value and field.shape in ("refs", "feelings") and len(found or ()) < len(value):
            faults.append((field.name, f"{field.key} points at what is not there"))
        if found is not None:
            values[field.name] = found
        elif field.shape == "ref":
            faults.append((field.name, f"{field.key} points at what is not there"))
    place = placed_at(collection, record.place or (), look) or {}
    if collection == "lanes" and record.key in ROLES:
        values["role"] = record.key
    id = keys.id(collection, record.key)
    return COLLECTIONS[collection](id=id, **place, **values, more=record.more), tuple(faults)


def frame(collection: str, record: Record) -> tuple[Any, ...]:
    """What of a record others depend on: while it stays the same, only the element itself changes."""
    values = record.values
    tied = tuple(values.get(name) for name in TIED.get(collection, ()))
    return (record.gone, record.wish, record.place, record.rank, tied)


#: Fields that decide whether something else can stand, or where.
TIED = {"lanes": ("role",), "cards": ("until",), "promises": ("from_", "to", "within"), "expect": ("says",), "head": ("language",)}


def head_values(head: Record, keys: Keys) -> dict[str, Any]:
    """The blueprint's own fields; an owner who was chosen before having an id is called by it."""
    owner = head.values.get("owner")
    named = keys.id("actors", owner) if isinstance(owner, str) and owner.startswith("~") else None
    return head.values if named is None else {**head.values, "owner": named}


def _placed(records: Records) -> tuple[dict[str, list[Record]], tuple[str, ...]]:
    """The records that can stand, by collection; and the addresses of those that are not gone and can't."""
    there: dict[str, dict[str, Record]] = {}
    unplaced: list[str] = []
    for name in COLLECTIONS:
        there[name] = {}
        for key, record in records[name].items():
            if record.gone:
                continue
            if _stands(name, record, there):
                there[name][key] = record
            else:
                unplaced.append(f"{name}/{key}")
    return {name: list(found.values()) for name, found in there.items()}, tuple(sorted(unplaced))


def _stands(collection: str, record: Record, there: Mapping[str, Mapping[str, Record]]) -> bool:
    if record.place is None:
        return False

    def look(collections: tuple[str, ...], name: str) -> str | None:
        if collections == ("lanes",):
            return name if _holds_cards(name, there["lanes"]) else None
        if len(collections) == 1:
            return name if name in there[collections[0]] else None
        within, _, key = name.partition("/")
        return key if within in collections and key in there[within] else None

    if placed_at(collection, record.place, look) is None:
        return False
    if collection == "marks" and record.place[1] == "policy" and record.place[0].startswith("steps/"):
        return False  # a policy at a step is a card in the policy row
    if collection == "promises":
        ends = (record.values.get("from_"), record.values.get("to"))
        return record.values.get("within") is not None and all(end and look(("steps", "cards"), end) for end in ends)
    if collection == "expect":
        return bool(record.values.get("says"))
    return True


def _holds_cards(lane: str, lanes: Mapping[str, Record]) -> bool:
    if lane in ROLES or lane not in lanes:
        return lane in CARD_ROLES
    return lanes[lane].values.get("role", "backstage") in CARD_ROLES


def _named(placed: Mapping[str, Iterable[Record]]) -> Keys:
    """The id of every record: the smaller key keeps one that two want, the other gets -2 behind it."""
    spaces: dict[str, list[tuple[str, int, str, str]]] = {}
    for number, name in enumerate(COLLECTIONS):
        wanted = spaces.setdefault(namespace(name), [])
        wanted += [(record.key, number, name, readable(name, record.key, record.wish)) for record in placed[name]]
    names = {name: Names({}, {}) for name in COLLECTIONS}
    for wanted in spaces.values():
        wanted.sort()
        taken: set[str] = set()
        second = []
        for key, number, name, id in wanted:
            if id in taken:
                second.append((key, number, name, id))
            else:
                taken.add(id)
                names[name].keys[id], names[name].ids[key] = key, id
        for key, _, name, id in second:
            found = unique(stem(name, id), taken)
            taken.add(found)
            names[name].keys[found], names[name].ids[key] = key, found
    return Keys(names)


def _feeling_in_order(steps: Collection[Any], personas: Collection[Any]) -> Collection[Any]:
    at = {id: number for number, id in enumerate(personas)}
    return Collection(feeling_in_order(step, at) for step in steps.values())


def feeling_in_order(step: Any, at: Mapping[str, int]) -> Any:
    """A step with its feelings in the order of the personas, what holds for everyone first."""
    if len(step.feels) < 2:
        return step
    return step._replace(feels=tuple(sorted(step.feels, key=lambda each: -1 if each.persona is None else at[each.persona])))


def _without_backward_spans(assembly: Assembly) -> Assembly:
    """A card that would end before it begins is back on its one step."""
    blueprint = assembly.blueprint
    at = {id: number for number, id in enumerate(blueprint.steps)}
    wrong = {card.id for card in blueprint.cards.values() if card.until is not None and at[card.until] < at[card.step]}
    if not wrong:
        return assembly
    cards = Collection(card._replace(until=None) if card.id in wrong else card for card in blueprint.cards.values())
    for id in wrong:
        key = assembly.keys.key("cards", id) or ""
        told = assembly.faults.get(("cards", key), ())
        assembly.faults["cards", key] = (*told, BACKWARD)
    return assembly._replace(blueprint=dataclasses.replace(blueprint, cards=cards))
