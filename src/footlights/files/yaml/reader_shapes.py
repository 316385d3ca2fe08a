"""How a field is read: one function for each shape the model knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from footlights.model import LANGUAGE_TAG, Effect, Feeling, Field, Reasons, Text, Time, Translations, fields_of, takes_word

from .nodes import Entry, Map, Node, Scalar, Seq
from .plain import pairs_of
from .reader_drafts import is_empty
from .reader_quantities import (
    read_date,
    read_duration,
    read_integer,
    read_money,
    read_number,
    read_share,
    read_target,
    scalar_text,
)
from .reader_refs import read_ref, read_refs, resolved
from .reader_where import Where
from .saying import listed

__all__ = ["read_field"]


def read_field(where: Where, field: Field, node: Node) -> Any:
    """The value of a field, None where nothing stands there or where it can't be used; that is then noted."""
    if is_empty(node):
        return None
    return _SHAPES[field.shape](where, field, node)


def _text(where: Where, field: Field, node: Node) -> Text | None:
    if not isinstance(node, Map):
        return scalar_text(where, field, node)
    entries: list[tuple[str, str]] = []
    for entry in pairs_of(node):
        tag, value = entry.key.value, entry.value
        if not LANGUAGE_TAG.fullmatch(tag):
            where.say("bad-language", field.key, entry.key.span, value=tag)
        elif not isinstance(value, Scalar):
            where.within(field.key).wrong(tag, value, "line")
        elif not value.empty:
            entries.append((tag, value.value))
    return Translations(tuple(entries)) if entries else None


def _choice(where: Where, field: Field, node: Node) -> str | None:
    value = scalar_text(where, field, node)
    if value is None or value in field.choices:
        return value
    where.say("unknown-choice", field.key, node.span, value=value, exists=listed(where.notes.ordered(value, field.choices), 12))
    return None


def _choices(where: Where, field: Field, node: Node) -> tuple[str, ...]:
    if isinstance(node, Map):
        where.wrong(field.key, node, field.shape)
        return ()
    found = [_choice(where, field, item) for item in (node.items if isinstance(node, Seq) else [node]) if not is_empty(item)]
    return tuple(dict.fromkeys(word for word in found if word is not None))


def _languages(where: Where, field: Field, node: Node) -> tuple[str, ...]:
    found = []
    for item in node.items if isinstance(node, Seq) else [node]:
        if not isinstance(item, Scalar) or item.empty:
            where.wrong(field.key, item, "languages")
        elif not LANGUAGE_TAG.fullmatch(item.value):
            where.say("bad-language", field.key, item.span, value=item.value)
        else:
            found.append(item.value)
    return tuple(found)


def _by_word(where: Where, field: Field, node: Node) -> Reasons:
    if not isinstance(node, Map):
        where.wrong(field.key, node, field.shape)
        return ()
    found = []
    for entry in pairs_of(node):
        word = entry.key.value
        if field.choices and word not in field.choices:
            exists = listed(where.notes.ordered(word, field.choices), 20)
            where.say("unknown-word", field.key, entry.key.span, severity="warning", value=word, exists=exists)
        elif not takes_word(field, word):
            where.say("bad-check", field.key, entry.key.span, value=word)
            continue
        value = None if is_empty(entry.value) else _text(where.within(field.key), field._replace(key=word, shape="text"), entry.value)
        if field.shape == "reasons" and (is_empty(entry.value) or value == ""):
            where.say("missing-reason", field.key, entry.key.span, value=word)
        elif value is not None:
            found.append((word, value))
    return tuple(found)


def _part(where: Where, kind: type, entries: list[Entry]) -> dict[str, Any]:
    """The fields of a small value inside a field (a time, a feeling, an effect) by their Python names."""
    known = {field.key: field for field in fields_of(kind)}
    found = {}
    for entry in entries:
        field = known.get(entry.key.value)
        if field is None:
            exists = listed(where.notes.ordered(entry.key.value, known))
            where.say("unknown-field", entry.key.value, entry.key.span, severity="warning", exists=exists)
            continue
        value = read_field(where, field, entry.value)
        if value is not None:
            found[field.name] = value
    return found


def _time(where: Where, field: Field, node: Node) -> Time | None:
    if isinstance(node, Scalar):
        work = read_duration(where, field, node)
        return Time(work=work) if work is not None else None
    if not isinstance(node, Map):
        where.wrong(field.key, node, field.shape)
        return None
    found = _part(where.within(field.key), Time, pairs_of(node))
    return Time(**found) if found else None


def _effect(where: Where, field: Field, node: Node) -> Effect | None:
    if not isinstance(node, Map):
        where.wrong(field.key, node, field.shape)
        return None
    found = _part(where.within(field.key), Effect, pairs_of(node))
    if "reading" not in found and node.get("reading") is None:
        where.say("missing-field", field.key, node.span, missing="reading")
    return Effect(**found) if found else None


_LEVEL = next(field for field in fields_of(Feeling) if field.name == "level")
_OF_A_FEELING = tuple(field.key for field in fields_of(Feeling))


def _feelings(where: Where, field: Field, node: Node) -> tuple[Feeling, ...]:
    if isinstance(node, Scalar):
        level = read_number(where, _LEVEL._replace(key=field.key), node)
        return (Feeling(None, level),) if level is not None else ()
    if not isinstance(node, Map):
        where.wrong(field.key, node, field.shape)
        return ()
    found: list[Feeling] = []
    personas = pairs_of(node)
    if node.get("level") is not None:
        everyone = [entry for entry in personas if entry.key.value in _OF_A_FEELING]
        personas = [entry for entry in personas if entry.key.value not in _OF_A_FEELING]
        values = _part(where.within(field.key), Feeling, everyone)
        if "level" in values:
            found.append(Feeling(None, **values))
    for entry in personas:
        persona = resolved(where, field, ("personas",), entry.key)
        if persona is None or is_empty(entry.value):
            continue
        of_one = where.within(field.key).within(entry.key.value)
        if not isinstance(entry.value, Map):
            level = read_number(where.within(field.key), _LEVEL._replace(key=entry.key.value), entry.value)
            found += [Feeling(persona, level)] if level is not None else []
            continue
        values = _part(of_one, Feeling, pairs_of(entry.value))
        if entry.value.get("level") is None:
            of_one.say("missing-field", "", entry.key.span, missing="level")
        elif "level" in values:
            found.append(Feeling(persona, **values))
    return tuple(found)


_SHAPES: dict[str, Callable[[Where, Field, Node], Any]] = {
    "text": _text,
    "line": scalar_text,
    "choice": _choice,
    "choices": _choices,
    "ref": read_ref,
    "refs": read_refs,
    "integer": read_integer,
    "number": read_number,
    "duration": read_duration,
    "money": read_money,
    "share": read_share,
    "target": read_target,
    "date": read_date,
    "time": _time,
    "feelings": _feelings,
    "effect": _effect,
    "languages": _languages,
    "vocabulary": _by_word,
    "reasons": _by_word,
}
