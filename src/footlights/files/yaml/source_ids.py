"""Which ids have to be written down before an operation, so that every element keeps the id it has."""

from collections.abc import Iterable, Iterator

from footlights.edits import Operation, Put
from footlights.model import COLLECTIONS, PLACES, Address, Blueprint, Mark, Promise, Step, Translations, fields_of, slug, unique

from .source_spots import Spot, Spots

__all__ = ["ids_to_write", "stem_of"]

#: Collections that share their ids.
_NAMESPACES = (PLACES, *((name,) for name in COLLECTIONS if name not in PLACES))


def ids_to_write(spots: Spots, expected: Blueprint, operation: Operation) -> list[Spot]:
    """The elements whose ids are made from their texts, and would be made otherwise once the operation is done.

    `expected` is the blueprint after it.
    """
    changed = operation.address.element()
    moves = not isinstance(operation, Put) or operation.address.field in ("place", "role", "zone")
    found: list[Spot] = []
    for namespace in _NAMESPACES:
        drafts = [draft for name in namespace for draft in spots.survey.drafts[name] if not draft.explicit]
        stems = {draft.address: draft.stem() for draft in drafts}
        if isinstance(operation, Put) and changed in stems and changed.collection != "links":
            stems[changed] = stem_of(expected, changed)
        elif not moves or all(address.id == stem for address, stem in stems.items()):
            continue
        order = list(_reading_order(expected, namespace))
        found += [spots[address] for address in _shifting(order, stems)]
    return found


def _shifting(order: list[Address], stems: dict[Address, str]) -> Iterator[Address]:
    """The elements that would get another id, one after the other: once one is written down the next may keep its own."""
    made = set(stems)
    while True:
        taken = {address.id for address in order if address not in made}
        for address in order:
            if address not in made:
                continue
            if unique(stems[address], taken) != address.id:
                break
            taken.add(address.id)
        else:
            return
        made.discard(address)
        yield address


def _reading_order(blueprint: Blueprint, namespace: tuple[str, ...]) -> Iterable[Address]:
    """The elements of a namespace in the order in which a reader of the file gives them their ids."""
    if namespace == PLACES:
        return _places(blueprint)
    if namespace == ("marks",):
        return (Address("marks", mark.id) for place in _places(blueprint) for mark in blueprint.marks_on.get(str(place), ()))
    return (Address(namespace[0], id) for id in blueprint.collection(namespace[0]))


def _places(blueprint: Blueprint) -> Iterator[Address]:
    cards: dict[str, list[str]] = {}
    for card in blueprint.cards.values():
        cards.setdefault(card.step, []).append(card.id)
    for phase in blueprint.phases:
        yield Address("phases", phase)
        for step in blueprint.steps_by_phase.get(phase, ()):
            yield Address("steps", step.id)
            yield from (Address("cards", id) for id in cards.get(step.id, ()))


def stem_of(blueprint: Blueprint, address: Address) -> str:
    """What an element's id is made from when it has none in the file."""
    element = blueprint.element(address)
    kind: type = COLLECTIONS[address.collection]
    title = next((getattr(element, field.name) for field in fields_of(kind) if field.title), None)
    if address.collection == "bindings" and title is None:
        title = getattr(element, "event", None)
    if isinstance(element, Step) and not title:
        title = element.title
    if isinstance(title, Translations):
        title = title.entries[0][1] if title.entries else ""
    made = slug(title or "")
    if not made and isinstance(element, Mark):
        return f"{element.kind}-{element.on.partition('/')[2]}"
    if not made and isinstance(element, Promise) and element.from_ and element.to:
        return f"{element.from_}--{element.to}"
    return made or kind.__name__.lower()
