"""The three operations every change is spelt in, and how a document takes them."""

import dataclasses
from collections.abc import Sequence
from typing import Any, NamedTuple

from footlights.model import (
    AGREEMENT_KINDS,
    CARD_ROLES,
    COLLECTIONS,
    ID_PATTERN,
    MARK_KINDS,
    Address,
    Agreement,
    Blueprint,
    Card,
    Collection,
    Element,
    Field,
    FootlightsError,
    Lane,
    Link,
    Mark,
    Phase,
    Promise,
    Step,
    arranged,
    field_named,
    fields_of,
    near,
)

from .values import fitted

__all__ = [
    "Insert", "Operation", "Place", "Put", "Remove", "apply", "apply_all", "inverse", "place_of", "scope_of", "siblings", "undo",
    "value_at",
]  # fmt: skip


class Place(NamedTuple):
    """Where an element stands: in which parent, in which lane, behind which sibling.

    The parent is a step's phase, a card's step, or the address a mark is on; the lane is a card's lane or a mark's kind.
    `after` None means first among its siblings. Collections without a parent leave `parent` empty.
    """

    parent: str = ""
    lane: str = ""
    after: str | None = None


class Put(NamedTuple):
    """Set one field (`cards/answer#by`); None clears it. The field `place` holds a Place: putting it moves the element."""

    address: Address
    value: Any


class Insert(NamedTuple):
    """Put a new element in, behind its sibling `after` (None: first among its siblings).

    `verbatim` is the element's text as it stood in a file; only the file takes notice, so that undoing a removal brings
    its comments back.
    """

    address: Address
    element: Element
    after: str | None = None
    verbatim: str | None = None


class Remove(NamedTuple):
    """Take an element out. It must be bare: cards, marks and links that hang on it are removed before it.

    `spare` leaves the comments within it in the text, since they came from elsewhere; only a file takes notice, so that
    undoing an insertion loses none.
    """

    address: Address
    spare: bool = False


Operation = Put | Insert | Remove


def scope_of(element: Element) -> tuple[str, ...]:
    """What tells an element's siblings from the rest of its collection: they have the same scope."""
    if isinstance(element, Step):
        return (element.phase,)
    if isinstance(element, Card):
        return (element.step, element.lane)
    if isinstance(element, Mark):
        return (element.on, element.kind)
    if isinstance(element, Link):
        return (element.source,)
    return ()


def siblings(blueprint: Blueprint, address: Address) -> tuple[str, ...]:
    """The ids of an element and its siblings, in order; () when there is no such element."""
    element = blueprint.element(address)
    if element is None:
        return ()
    scope = scope_of(element)
    return tuple(other.id for other in blueprint.collection(address.collection).values() if scope_of(other) == scope)


def place_of(blueprint: Blueprint, address: Address) -> Place:
    """Where an element stands now; raises FootlightsError when there is no such element."""
    element = _must_be(blueprint, address)
    row = siblings(blueprint, address)
    at = row.index(address.id)
    scope = scope_of(element)
    parent, lane, *_ = (*scope, "", "")
    return Place(parent, lane, row[at - 1] if at else None)


def apply(blueprint: Blueprint, operation: Operation) -> Blueprint:
    """The blueprint after one operation; raises FootlightsError naming what is not there or may not be.

    Values must be of their field's type and within its limits; whether references point at something is not looked at.
    """
    return arranged(_applied(blueprint, operation))


def apply_all(blueprint: Blueprint, operations: Sequence[Operation]) -> Blueprint:
    """The blueprint after several operations, in order; the same as applying them one by one, but arranged only once."""
    if not operations:
        return blueprint
    for operation in operations:
        blueprint = _applied(blueprint, operation)
    return arranged(blueprint)


def inverse(blueprint: Blueprint, operation: Operation) -> Operation:
    """The operation that undoes this one, worked out on the blueprint as it is before it."""
    address = operation.address
    if isinstance(operation, Insert):
        return Remove(address)
    if isinstance(operation, Remove):
        return Insert(address, _must_be(blueprint, address), place_of(blueprint, address).after)
    if address.field == "place":
        return Put(address, place_of(blueprint, address))
    return Put(address, value_at(blueprint, address))


def undo(blueprint: Blueprint, operations: Sequence[Operation]) -> tuple[Operation, ...]:
    """The operations that take back `operations`, worked out on the blueprint as it is before them."""
    found: list[Operation] = []
    for operation in operations:
        found.append(inverse(blueprint, operation))
        blueprint = _applied(blueprint, operation)
    return tuple(reversed(found))


def value_at(blueprint: Blueprint, address: Address) -> Any:
    """What stands in a field now, None when it is empty; raises FootlightsError when there is no such field."""
    holder: Any = _must_be(blueprint, address) if address.id else blueprint
    value = getattr(holder, _field(type(holder), address).name)
    return None if value == () else value


def _applied(blueprint: Blueprint, operation: Operation) -> Blueprint:
    # Siblings keep their order in a blueprint that is not arranged yet, and operations look at siblings only.
    address = operation.address
    if isinstance(operation, Put):
        if not address.id:
            return _with_head(blueprint, address, operation.value)
        if address.field == "place":
            return _moved(blueprint, address, operation.value)
        return _with_field(blueprint, address, operation.value)
    collection = _collection(blueprint, address)
    if isinstance(operation, Remove):
        _must_be_bare(blueprint, _must_be(blueprint, address), address)
        return _with(blueprint, address, collection.without(address.id))
    element = operation.element
    if address.id in collection:
        raise FootlightsError(f"there is already {address.element()}", "choose another id")
    if element.id != address.id or not isinstance(element, COLLECTIONS[address.collection]):
        raise FootlightsError(f"{element!r} is no element for {address}", "give the element the address's id and kind")
    for field in fields_of(COLLECTIONS[address.collection]):
        value = getattr(element, field.name)
        if value not in (None, ()):
            fitted(field, value)
    return _with(blueprint, address, _inserted(blueprint, collection, element, operation.after))


def _with(blueprint: Blueprint, address: Address, collection: Collection[Any]) -> Blueprint:
    return dataclasses.replace(blueprint, **{address.collection: collection})  # type: ignore[arg-type]


def _with_head(blueprint: Blueprint, address: Address, value: Any) -> Blueprint:
    if address.collection != "blueprint":
        raise FootlightsError(f"{address} names no element", "an address looks like steps/calls#does or blueprint#title")
    field = _field(Blueprint, address)
    # a document without a title is a document all the same, while somebody thinks of another
    field = field._replace(required=False)
    return dataclasses.replace(blueprint, **{field.name: _put(field, address, value, getattr(Blueprint, field.name))})


def _with_field(blueprint: Blueprint, address: Address, value: Any) -> Blueprint:
    element = _must_be(blueprint, address)
    field = _field(type(element), address)
    if isinstance(element, Link) and field.name in ("source", "target"):
        raise FootlightsError(f"{address}: a link keeps its ends", "remove the link and draw a new one")
    default = element._field_defaults.get(field.name)
    changed = element._replace(**{field.name: _put(field, address, value, default)})
    return _with(blueprint, address, _collection(blueprint, address).replaced(changed))


def _put(field: Field, address: Address, value: Any, empty: Any) -> Any:
    if value is None or value == ():
        if field.required:
            raise FootlightsError(f"{address} can't be empty", "put another value in")
        return empty
    fitted(field, value)
    return value


def _moved(blueprint: Blueprint, address: Address, place: Any) -> Blueprint:
    element = _must_be(blueprint, address)
    if not isinstance(place, Place):
        raise FootlightsError(f"{address} holds a Place, not {place!r}", "")
    if isinstance(element, Step):
        element = element._replace(phase=place.parent)
    elif isinstance(element, Card):
        element = element._replace(step=place.parent, lane=place.lane)
    elif isinstance(element, Mark):
        element = element._replace(on=place.parent, kind=place.lane)
    elif isinstance(element, Link):
        raise FootlightsError(f"{address} can't be moved: a link keeps its ends", "remove it and draw a new one")
    rest = _collection(blueprint, address).without(address.id)
    return _with(blueprint, address, _inserted(blueprint, rest, element, place.after))


def _inserted(blueprint: Blueprint, collection: Collection[Any], element: Element, after: str | None) -> Collection[Any]:
    _possible(element)
    for pointer in _hangs_on(element):
        if not _there(blueprint, pointer):
            raise FootlightsError(f"there is no {pointer} for {element.id!r} to stand at", "put that in first")
    if after is not None:
        sibling = collection.get(after)
        if sibling is None:
            raise FootlightsError(f"there is no {after!r} to put {element.id!r} behind", "give the id of a sibling, or none")
        if scope_of(sibling) != scope_of(element):
            raise FootlightsError(f"{after!r} is no sibling of {element.id!r}", "give an id from the same place, or none")
    return collection.inserted(element, after)


def _possible(element: Element) -> None:
    """Raise FootlightsError for what no blueprint can hold, wherever it stands."""
    if isinstance(element, Mark) and (element.kind not in MARK_KINDS or (element.kind == "policy" and element.on.startswith("steps/"))):
        raise FootlightsError(f"there is no mark {element.kind!r} for {element.on}", f"marks: {', '.join(MARK_KINDS)}; policy not at steps")
    if isinstance(element, Agreement) and element.kind not in AGREEMENT_KINDS:
        raise FootlightsError(f"an agreement is {' or '.join(AGREEMENT_KINDS)}, not {element.kind!r}", "")
    if not isinstance(element, (Mark, Link, Promise)) and not ID_PATTERN.fullmatch(element.id):
        raise FootlightsError(f"{element.id!r} can't be an id", "an id has letters, digits and single hyphens, at most 80")


def _hangs_on(element: Element) -> tuple[str, ...]:
    """The addresses that must be there before this element can be."""
    if isinstance(element, Step):
        return (f"phases/{element.phase}",)
    if isinstance(element, Card):
        return (f"steps/{element.step}", f"lanes/{element.lane}")
    if isinstance(element, Mark):
        return (element.on,)
    if isinstance(element, Link):
        return (element.source, element.target)
    return ()


def _there(blueprint: Blueprint, pointer: str) -> bool:
    if pointer.startswith("lanes/") and pointer.removeprefix("lanes/") in CARD_ROLES:
        return True
    return blueprint.resolve(pointer) is not None


def _must_be_bare(blueprint: Blueprint, element: Element, address: Address) -> None:
    if isinstance(element, Lane) and element.id in CARD_ROLES:
        return  # the role's own row takes its cards over
    if not isinstance(element, (Phase, Step, Card, Lane)):
        return
    own = {str(address.element()), *((element.id,) if isinstance(element, (Step, Card)) else ())}
    for collection in (blueprint.steps, blueprint.cards, blueprint.marks, blueprint.links):
        for other in collection.values():
            if not own.isdisjoint(_hangs_on(other)):
                raise FootlightsError(f"{other.id!r} still hangs on {address.element()}", "remove that first")


def _collection(blueprint: Blueprint, address: Address) -> Collection[Any]:
    if address.collection not in COLLECTIONS:
        raise FootlightsError(f"there is no collection {address.collection!r}", f"collections: {', '.join(COLLECTIONS)}")
    return blueprint.collection(address.collection)


def _must_be(blueprint: Blueprint, address: Address) -> Element:
    collection = _collection(blueprint, address)
    found: Element | None = collection.get(address.id)
    if found is None:
        close = near(address.id, collection)
        raise FootlightsError(f"there is no {address.element()}", f"near it: {', '.join(close)}" if close else "")
    return found


def _field(kind: type, address: Address) -> Field:
    field = field_named(kind, address.field)
    if field is None:
        there_is = ", ".join(each.key for each in fields_of(kind))
        raise FootlightsError(f"{address}: there is no such field", f"fields: {there_is}")
    return field
