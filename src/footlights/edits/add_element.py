"""A new element that stands in no phase, step or cell: an actor, a system, a promise, a finding and the like."""

from typing import Any

from footlights.model import AGREEMENT_KINDS, COLLECTIONS, Address, Blueprint, FootlightsError, Text, fields_of, slug

from .made import made
from .operation import Insert, Operation
from .pointing import KIND_WORDS, behind, fresh

__all__ = ["SIMPLE_LISTS", "add_element"]

#: The collections that are simple lists: an element stands in them, and nowhere else.
SIMPLE_LISTS = (
    "personas", "actors", "systems", "channels", "sources", "promises", "agreements", "findings", "actions", "expect", "bindings", "views",
)  # fmt: skip


def add_element(
    blueprint: Blueprint, collection: str, title: Text | None = None, *, before: str | None = None, after: str | None = None,
    **fields: Any,
) -> tuple[Operation, ...]:  # fmt: skip
    """Put an element in one of the collections that are simple lists, before or after another (neither: last).

    `title` goes where people's text goes (a name, a title, a binding's column). An agreement needs `kind` sla or xla.
    Raises FootlightsError for an impossible wish, naming what exists.
    """
    if collection not in SIMPLE_LISTS:
        raise FootlightsError(f"{collection!r} takes no simple element", f"those that do: {', '.join(SIMPLE_LISTS)}")
    kind: type = COLLECTIONS[collection]
    title_field = next(field for field in fields_of(kind) if field.title)
    if title is not None:
        fields = {title_field.name: title, **fields}
    fixed: dict[str, Any] = {}
    otherwise = ""
    if collection == "agreements":
        fixed["kind"] = fields.pop("kind", "sla")
        if fixed["kind"] not in AGREEMENT_KINDS:
            raise FootlightsError(f"an agreement is {' or '.join(AGREEMENT_KINDS)}, not {fixed['kind']!r}", "")
    if collection == "views":
        fields.setdefault("shows", "blueprint")
    if collection == "promises":
        otherwise = f"{fields.get('from_', fields.get('from'))}--{fields.get('to')}"
    if collection == "bindings":
        otherwise = slug(str(fields.get("event") or ""))
    id = fresh(blueprint, collection, fields.get(title_field.name), otherwise)
    element: Any = made(blueprint, kind, id, fields, **fixed)
    if collection in ("bindings", "findings") and element == kind(id=id):
        raise FootlightsError(f"a {KIND_WORDS[collection]} has to say something", "give it a title or what it is about")
    return (Insert(Address(collection, id), element, behind(blueprint.collection(collection), before, after)),)
