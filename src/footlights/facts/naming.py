"""What an element is called in a sentence."""

from typing import Any

from footlights.model import CARD_ROLES, COLLECTIONS, Address, Blueprint, Mark, fields_of

from .change import Arrow, Word

__all__ = ["noun", "pointed_title", "title_of"]


def noun(collection: str) -> str:
    """One element of a collection, in a word: the key of its labels."""
    return COLLECTIONS[collection].__name__.lower() if collection in COLLECTIONS else "blueprint"


def title_of(blueprint: Blueprint, address: Address) -> Any:
    """What people call an element: its text, what it joins, what kind of mark it is; its id when nothing better is there."""
    element: Any = blueprint.element(address)
    if element is None:
        return Word(f"lane.{address.id}") if address.collection == "lanes" and address.id in CARD_ROLES else address.id
    kind: type = type(element)
    names = [field.name for field in fields_of(kind) if field.title]
    if address.collection == "steps":
        names.append("title")
    if address.collection == "bindings":
        names.append("event")
    for name in names:
        if blueprint.say(getattr(element, name)).strip():
            return getattr(element, name)
    if isinstance(element, Mark):
        return Word(f"mark.{element.kind}")
    if address.collection == "lanes" and address.id == element.role:
        return Word(f"lane.{element.role}")
    if address.collection in ("links", "promises"):
        ends = (element.source, element.target) if address.collection == "links" else (element.from_, element.to)
        return Arrow(*(pointed_title(blueprint, end) for end in ends))
    return address.id


def pointed_title(blueprint: Blueprint, pointer: str | None) -> Any:
    """What people call what a pointer names; the pointer itself when it names nothing."""
    address = blueprint.resolve(pointer) if pointer else None
    return title_of(blueprint, address) if address is not None else pointer or "?"
