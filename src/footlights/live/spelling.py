"""An element of a blueprint spelt as the entries it has in the shared document."""

from collections.abc import Mapping
from typing import Any

from .keys import readable
from .placing import Look
from .record import repointed, spelt_more, table_of
from .shapes import grouped, spell_value

__all__ = ["spelt", "spelt_field", "spelt_id"]


def spelt_field(
    collection: str, name: str, value: Any, look: Look, current: Mapping[str, Any], own: str, was_own: str = ""
) -> dict[str, Any]:
    """The entries of one field, given those it has now; `name` is what it is called in the shared document."""
    field = table_of(collection)[name]
    pointed = repointed(field, value if value != () else None, look)
    return {name + rest: raw for rest, raw in spell_value(field, pointed, current, own, was_own).items()}


def spelt(collection: str, element: Any, key: str, look: Look, own: str, current: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """All entries of an element but its `pos`; its id where its key doesn't say it."""
    now = grouped(current or {})
    found: dict[str, Any] = {}
    for name, field in table_of(collection).items():
        found |= spelt_field(collection, name, getattr(element, field.name), look, now.get(name, {}), own)
    if element.more:
        found["more"] = spelt_more(element.more)
    if collection != "head":
        found |= spelt_id(collection, element.id, key)
    return found


def spelt_id(collection: str, id: str, key: str) -> dict[str, Any]:
    """The entry that gives an element its id; none where its key says it."""
    return {} if readable(collection, key, None) == id else {"id": id}
