"""An element, with everything that hangs on it, out of the blueprint."""

from footlights.model import COLLECTIONS, Address, Blueprint

from .hanging import hanging_on, pointing_at
from .operation import Operation, Put, Remove
from .pointing import pointed

__all__ = ["remove"]

#: What hangs on others goes before them.
_ORDER = ("links", "promises", "marks", "cards", "steps", "phases", "lanes")


def remove(blueprint: Blueprint, address: Address | str) -> tuple[Operation, ...]:
    """Take an element out with its steps, cards and marks, the links and promises that begin or end there, and all pointers at them.

    References to what goes are cleared first: lists lose it and may end up empty (a finding stays), single references are
    emptied, a persona's feelings go, a span shrinks to the last step left before its end, and an owner of the blueprint
    who was an actor stays as a name. Raises FootlightsError when there is no such element.
    """
    there = pointed(blueprint, address)
    gone = dict.fromkeys((there, *hanging_on(blueprint, there)))
    operations: list[Operation] = []
    if there.collection == "actors" and blueprint.owner == there.id:
        operations.append(Put(Address("blueprint", field="owner"), blueprint.say(blueprint.actors[there.id].name) or None))
    operations += pointing_at(blueprint, gone.keys())
    for name in (*_ORDER, *(name for name in COLLECTIONS if name not in _ORDER)):
        doomed = [Address(name, id) for id in blueprint.collection(name) if Address(name, id) in gone]
        operations += [Remove(each) for each in reversed(doomed)]
    return tuple(operations)
