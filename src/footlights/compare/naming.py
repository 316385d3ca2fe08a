"""Which words the values of an element are said in."""

from typing import Any

from footlights.facts import Arrow, Chosen, Percent, pointed_title, title_of
from footlights.model import Address, Blueprint, Feeling, Field, Time, fields_of

__all__ = ["value_of"]


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
    if field.shape in ("vocabulary", "reasons"):
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
