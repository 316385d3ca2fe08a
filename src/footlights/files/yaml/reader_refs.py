"""How references are read: what they name must be there, and what is nearly so is suggested."""

from __future__ import annotations

import unicodedata

from footlights.model import ANYTHING, PLACES, ROLES, Field

from .nodes import Map, Node, Scalar, Seq
from .reader_drafts import KIND_WORDS
from .reader_where import Where
from .saying import listed

__all__ = ["read_ref", "read_refs", "resolved"]


def read_ref(where: Where, field: Field, node: Node) -> str | None:
    """The one id that stands in a field."""
    if not isinstance(node, Scalar):
        where.wrong(field.key, node, field.shape)
        return None
    return resolved(where, field, field.collections, node)


def read_refs(where: Where, field: Field, node: Node) -> tuple[str, ...]:
    """The ids that stand in a field, one or a list; those that name nothing are left out."""
    if isinstance(node, Map):
        where.wrong(field.key, node, field.shape)
        return ()
    found = []
    for item in node.items if isinstance(node, Seq) else [node]:
        if not isinstance(item, Scalar):
            where.wrong(field.key, item, "ref")
        elif not item.empty:
            found.append(resolved(where, field, field.collections, item))
    return tuple(id for id in found if id is not None)


def resolved(where: Where, field: Field, collections: tuple[str, ...], node: Scalar) -> str | None:
    """The id (or, where anything may be named, the address) that a text names; None when there is nothing of that name."""
    wanted = unicodedata.normalize("NFC", node.value.strip())
    if collections == ANYTHING:
        collection, slash, id = wanted.partition("/")
        if not slash:
            found = _named(where, PLACES, wanted)
        else:
            found = _named(where, (collection,), id) if collection in where.ids else None
            found = f"{collection}/{found}" if found is not None else None
    else:
        found = _named(where, collections, wanted)
    if found is None:
        _unknown(where, field, collections, node, wanted)
    return found


def _named(where: Where, collections: tuple[str, ...], wanted: str) -> str | None:
    names = where.ids[collections[0]]
    for id in (wanted, names.instead.get(wanted)):
        draft = names.taken.get(id) if id is not None else None
        if draft is not None and (draft.collection in collections):
            return draft.id
    # the row of a role is there without being declared
    return wanted if collections == ("lanes",) and wanted in ROLES else None


def _unknown(where: Where, field: Field, collections: tuple[str, ...], node: Scalar, wanted: str) -> None:
    kinds, before = (PLACES, "") if collections == ANYTHING else (collections, "")
    collection, slash, id = wanted.partition("/")
    if collections == ANYTHING and slash and collection in where.ids:
        kinds, before, wanted = (collection,), f"{collection}/", id
    known = [id for id, draft in where.ids[kinds[0]].taken.items() if draft.collection in kinds]
    exists = listed(before + id for id in where.notes.ordered(wanted, known)) if known else ""
    kind = "element" if collections == ANYTHING else "place" if len(collections) > 1 else KIND_WORDS[collections[0]]
    where.say(f"unknown-{kind}", field.key, node.span, id=before + wanted, exists=exists)
