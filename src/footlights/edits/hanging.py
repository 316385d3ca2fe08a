"""What hangs on an element and what points at it, and how pointers let go of what is taken out."""

from collections.abc import Iterable, Set
from typing import Any

from footlights.model import COLLECTIONS, PLACES, Address, Blueprint, Feeling, Field, Time, fields_of

from .operation import Operation, Put

__all__ = ["hanging_on", "pointing_at"]


def hanging_on(blueprint: Blueprint, address: Address) -> tuple[Address, ...]:
    """What goes when an element goes: its steps, cards, marks, links and promises, outermost first; itself not among them."""
    found: dict[Address, None] = {}
    todo = [address]
    while todo:
        here = todo.pop(0)
        for each in _directly(blueprint, here):
            if each not in found and each != address:
                found[each] = None
                todo.append(each)
    return tuple(found)


def _directly(blueprint: Blueprint, address: Address) -> Iterable[Address]:
    id = address.id
    if address.collection == "phases":
        yield from (Address("steps", step.id) for step in blueprint.steps.values() if step.phase == id)
    if address.collection == "steps":
        yield from (Address("cards", card.id) for card in blueprint.cards.values() if card.step == id)
    if address.collection == "lanes":
        yield from (Address("cards", card.id) for card in blueprint.cards.values() if card.lane == id)
    if address.collection in PLACES:
        yield from (Address("marks", mark.id) for mark in blueprint.marks_on.get(f"{address.collection}/{id}", ()))
    if address.collection in ("steps", "cards"):
        yield from (Address("links", link.id) for link in blueprint.links.values() if id in (link.source, link.target))
        yield from (Address("promises", each.id) for each in blueprint.promises.values() if id in (each.from_, each.to))


def pointing_at(blueprint: Blueprint, gone: Set[Address], instead: str | None = None) -> list[Operation]:
    """What makes every element that stays let go of those in `gone`, or point at `instead`.

    A list loses the pointer and may end up empty; a single reference is cleared; a persona's feeling goes with the
    persona; a span shrinks to the last step that stays before its end.
    """
    found: list[Operation] = []
    for name, kind in COLLECTIONS.items():
        fields = [field for field in fields_of(kind) if field.shape in ("ref", "refs", "time", "feelings")]
        for element in blueprint.collection(name).values():
            here = Address(name, element.id)
            if here in gone:
                continue
            for field in fields:
                old = getattr(element, field.name)
                new = _let_go(blueprint, field, old, gone, instead)
                if field.name == "until" and new is None and old is not None:
                    new = _last_before(blueprint, element.step, old, gone)
                if new != old:
                    found.append(Put(here.of(field.name), new))
    return found


def _let_go(blueprint: Blueprint, field: Field, value: Any, gone: Set[Address], instead: str | None) -> Any:
    if not value:
        return value
    if isinstance(value, Time):
        return value._replace(source=_names(blueprint, ("sources",), value.source, gone, instead))
    if field.shape == "feelings":
        return tuple(_feeling(blueprint, each, gone) for each in value if Address("personas", each.persona or "") not in gone)
    if field.shape == "refs":
        return _names(blueprint, field.collections, value, gone, instead)
    return next(iter(_names(blueprint, field.collections, (value,), gone, instead)), None)


def _feeling(blueprint: Blueprint, feeling: Feeling, gone: Set[Address]) -> Feeling:
    return feeling._replace(source=_names(blueprint, ("sources",), feeling.source, gone, None))


def _names(
    blueprint: Blueprint, collections: tuple[str, ...], names: tuple[str, ...], gone: Set[Address], instead: str | None
) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in names:
        if "*" in collections:
            out = blueprint.resolve(name) in gone
        else:
            out = any(Address(collection, name) in gone for collection in collections)
        if not out:
            found[name] = None
        elif instead is not None:
            found[instead] = None
    return tuple(found)


def _last_before(blueprint: Blueprint, own: str, until: str, gone: Set[Address]) -> str | None:
    steps = [id for id in blueprint.steps if Address("steps", id) not in gone or id == until]
    between = steps[steps.index(own) + 1 : steps.index(until)] if own in steps else []
    return between[-1] if between else None
