"""How a new element is made from what was wished, and how one field takes what was wished."""

from collections.abc import Mapping
from typing import Any, TypeVar

from footlights.model import (
    Blueprint,
    Element,
    Feeling,
    Field,
    FootlightsError,
    Text,
    Time,
    Translations,
    field_named,
    fields_of,
    near,
)

from .pointing import pointed_at
from .values import fitted

__all__ = ["field_of", "made", "references", "translated", "wished"]

E = TypeVar("E", bound=Element)


def field_of(kind: type, name: str) -> Field:
    """The field of this name or key; raises FootlightsError naming the fields there are."""
    found = field_named(kind, name)
    if found is None:
        names = [field.key for field in fields_of(kind)]
        close = near(name.replace("_", "-"), names)
        raise FootlightsError(f"a {kind.__name__.lower()} has no field {name!r}", f"fields: {', '.join(close or names)}")
    return found


def wished(blueprint: Blueprint, field: Field, value: Any) -> Any:
    """The value in its normal form, its references known to exist; None when it says nothing. Raises FootlightsError."""
    found = fitted(field, value)
    for names, collections in references(field, found):
        pointed_at(blueprint, names, collections)
    return None if found == () else found


def references(field: Field, value: Any) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The references a value makes: the ids, and the collections they may be in."""
    if not value:
        return ()
    if field.shape == "ref":
        return (((value,), field.collections),)
    if field.shape == "refs":
        return ((value, field.collections),)
    if field.shape == "time":
        return ((value.source, ("sources",)),) if isinstance(value, Time) else ()
    if field.shape == "feelings":
        personas = tuple(each.persona for each in value if each.persona is not None)
        return ((personas, ("personas",)), *((each.source, ("sources",)) for each in value if isinstance(each, Feeling)))
    return ()


def made(blueprint: Blueprint, element: type[E], id: str, given: Mapping[str, Any], **fixed: Any) -> E:
    """A new element of a class: `fixed` as it is, `given` by field name or key; raises FootlightsError when one is impossible."""
    kind: type = element
    fields = {}
    for name, value in given.items():
        field = field_of(kind, name)
        found = wished(blueprint, field, value)
        if found is not None:
            fields[field.name] = found
    for field in fields_of(kind):
        if field.required and field.name not in fields and field.name not in fixed:
            raise FootlightsError(f"a {kind.__name__.lower()} needs {field.key}", f"{field.key}: {field.about}")
    return element(id=id, **fixed, **fields)


def translated(old: Text | None, new: Text | None, language: str | None, own: str) -> Text | None:
    """The text after `new` was said in `language` (None: the document's `own`); nothing said takes that language away.

    Translations replace what was there, as does None without a language. Taking the last translation away gives None.
    """
    if isinstance(new, Translations) or (new is None and language is None):
        return new
    said_in = language or own
    if isinstance(old, Translations):
        if new:
            return old.with_(said_in, new)
        rest = Translations(tuple(entry for entry in old.entries if entry[0] != said_in))
        return rest if rest.entries else None
    if said_in == own:
        return new or None
    if not new:
        return old
    return Translations(((own, old), (said_in, new)) if old else ((said_in, new),))
