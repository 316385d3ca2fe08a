"""What an element is called in a sentence, and which words its values are said in."""

from typing import Any

from footlights.facts import Arrow, Chosen, Percent, Word
from footlights.model import CARD_ROLES, COLLECTIONS, Address, Blueprint, Feeling, Field, Mark, Time, fields_of

__all__ = ["noun", "title_of", "value_of"]


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


def value_of(blueprint: Blueprint, field: Field, value: Any) -> Any:
    """A field's value as a sentence names it: references by what they are called, chosen words as such."""
    if value is None or value == ():
        return None
    if field.shape == "choice":
        return Chosen(value)
    if field.shape == "share":
        return Percent(value)
    if field.shape in ("ref", "refs"):
        names = tuple(_referred(blueprint, field, each) for each in ((value,) if field.shape == "ref" else value))
        return names[0] if field.shape == "ref" else names
    if field.shape == "feelings":
        return tuple(_felt(blueprint, each) for each in value)
    if field.shape == "time" and isinstance(value, Time):
        return value._replace(source=tuple(_referred(blueprint, _SOURCE, each) for each in value.source))
    if field.shape == "vocabulary":
        return tuple(Arrow(word, text) for word, text in value)
    return value


_SOURCE = next(field for field in fields_of(Feeling) if field.name == "source")


def _referred(blueprint: Blueprint, field: Field, name: str) -> Any:
    if "*" in field.collections:
        return pointed_title(blueprint, name)
    found = next((Address(each, name) for each in field.collections if name in blueprint.collection(each)), None)
    return title_of(blueprint, found) if found is not None else name


def _felt(blueprint: Blueprint, feeling: Feeling) -> Feeling:
    if feeling.persona is None:
        return feeling
    return feeling._replace(persona=title_of(blueprint, Address("personas", feeling.persona)))
