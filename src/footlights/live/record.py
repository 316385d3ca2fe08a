"""One element as it stands in the shared document, read by itself: its references are still keys."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from footlights.model import AGREEMENT_KINDS, COLLECTIONS, MARK_KINDS, ROLES, Blueprint, Field, More, Pairs, Time, fields_of

from .placing import PLACING, Look, places_of
from .shapes import entry_name, grouped, read_value

__all__ = ["Record", "head_of", "language_of", "named_fields", "plain_more", "record_of", "repointed", "spelt_more", "table_of"]


class Record(NamedTuple):
    """What one element says: `place` is None where it can't be told, `faults` are (field, what) of what was left out."""

    key: str
    gone: bool
    wish: Any
    place: tuple[str, ...] | None
    rank: str
    values: dict[str, Any]
    more: More
    faults: tuple[tuple[str, str], ...]


@cache
def table_of(collection: str) -> dict[str, Field]:
    """The fields of a collection's elements (of the blueprint for `head`) by what they are called in the shared document."""
    kind: type = COLLECTIONS.get(collection, Blueprint)
    placing = {slot.attribute for slot in PLACING.get(collection, ())}
    return {entry_name(field): field for field in fields_of(kind) if field.name not in placing}


@cache
def named_fields(collection: str) -> dict[str, Field]:
    """The same fields by their names in Python."""
    return {field.name: field for field in table_of(collection).values()}


def language_of(head: Mapping[str, Any]) -> str:
    """The document's own language: that of texts without a tag."""
    found = read_value(table_of("head")["language"], {"": head.get("language")}, "en", lambda what: None)
    return found if isinstance(found, str) else "en"


def record_of(collection: str, key: str, raw: Mapping[str, Any], own: str) -> Record:
    """The record of one element, from its entries as plain values. Never raises."""
    values, more, faults = _read(collection, raw, own)
    place, rank = places_of(collection, raw.get("pos"))
    return Record(key, raw.get("gone") is True, raw.get("id"), place, rank, values, more, faults)


def head_of(raw: Mapping[str, Any]) -> Record:
    """The record of the blueprint's own fields. Never raises."""
    values, more, faults = _read("head", raw, language_of(raw))
    return Record("", False, None, (), "", values, more, faults)


def _read(collection: str, raw: Mapping[str, Any], own: str) -> tuple[dict[str, Any], More, tuple[tuple[str, str], ...]]:
    table = table_of(collection)
    values: dict[str, Any] = {}
    faults: list[tuple[str, str]] = []
    for name, entries in grouped(raw).items():
        field = table.get(name)
        if field is None:
            continue
        value = read_value(field, entries, own, lambda what, name=field.name: faults.append((name, what)))  # type: ignore[misc]
        if value is not None:
            values[field.name] = value
    more: More = ()
    if raw.get("more"):
        try:
            more = plain_more(collection, raw["more"])
        except (ValueError, TypeError, RecursionError):
            faults.append(("more", "more holds no fields"))
    return values, more, tuple(faults)


def repointed(field: Field, value: Any, look: Look) -> Any:
    """A value with its references called what `look` finds; those that point at nothing are left out. None for nothing left."""
    if value is None:
        return None
    if field.collections == ("lanes",):
        look = _with_own_rows(look)
    if field.shape == "ref":
        return look(field.collections, value)
    if field.shape == "refs":
        return _found(field.collections, value, look) or None
    if field.shape == "feelings":
        found = []
        for each in value:
            persona = look(("personas",), each.persona) if each.persona is not None else None
            if (persona is None) == (each.persona is None):
                found.append(each._replace(persona=persona, source=_found(("sources",), each.source, look)))
        return tuple(found) or None
    if field.shape == "time":
        time: Time = value._replace(source=_found(("sources",), value.source, look))
        return None if time == Time() else time
    return value


def _with_own_rows(look: Look) -> Look:
    """The row of a role is there without being declared."""

    def found(collections: tuple[str, ...], name: str) -> str | None:
        return look(collections, name) or (name if name in ROLES else None)

    return found


def _found(collections: tuple[str, ...], names: tuple[str, ...], look: Look) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found for name in names if (found := look(collections, name)) is not None))


def spelt_more(more: More) -> str:
    """Fields that this version does not know, as one JSON text."""
    return json.dumps(_plain(Pairs(more)), ensure_ascii=True, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, Pairs):
        return {key: _plain(inner) for key, inner in value}
    return [_plain(inner) for inner in value] if isinstance(value, tuple) else value


#: Words that mean something of ours somewhere in a file, so that no unknown field can be called so.
_OURS = frozenset((*COLLECTIONS, *ROLES, *MARK_KINDS, *AGREEMENT_KINDS, "footlights", "id", "to", "from", "card", "step", "place"))


def plain_more(collection: str, raw: Any) -> More:
    """The fields that `spelt_more` wrote down; raises ValueError, TypeError or RecursionError for anything else."""
    found = json.loads(raw, object_pairs_hook=_pairs, parse_constant=_no_number, parse_int=_whole)
    if not isinstance(found, Pairs):
        raise TypeError("not a mapping")
    known = _OURS | {field.key for field in table_of(collection).values()}
    return tuple((key, _frozen(value)) for key, value in found if key not in known)


def _pairs(pairs: list[tuple[str, Any]]) -> Pairs:
    return Pairs(dict(pairs).items())


def _no_number(text: str) -> Any:
    raise ValueError(text)


def _whole(text: str) -> int:
    if len(text) > 19:
        raise ValueError(text)
    return int(text)


def _frozen(value: Any) -> Any:
    if isinstance(value, Pairs):
        return Pairs((key, _frozen(inner)) for key, inner in value)
    return tuple(_frozen(inner) for inner in value) if isinstance(value, list) else value
