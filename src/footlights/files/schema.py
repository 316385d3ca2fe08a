"""The JSON Schema of the file, made from the model: for editors that complete and check while you type."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from footlights.model import (
    AGREEMENT_KINDS,
    CARD_ROLES,
    CHECK_PATTERN,
    COLLECTIONS,
    MARK_KINDS,
    VOCABULARY,
    Blueprint,
    Effect,
    Feeling,
    Field,
    Time,
    fields_of,
)

from .yaml.reader import FORMAT

__all__ = ["json_schema"]

Schema = dict[str, Any]

#: A text on one line; YAML readers take `2024` and `true` for a number and a truth value, we for the text that stands there.
_LINE: Schema = {"type": ["string", "number", "boolean", "null"]}
_NUMBER_AND_UNIT = r"^\s*([0-9]{1,12}([.,][0-9]{1,6})?\s*[A-Za-z][^0-9]*)+$"
_MONEY = r"^\s*([€$£¥]\s*|[A-Z]{3}\s+)?[0-9]{1,15}([.,][0-9]{1,4})?\s*([€$£¥]|[A-Z]{3})?\s*$"
_SHARE = r"^\s*[0-9]{1,3}([.,][0-9]{1,6})?\s*%\s*$"
_DATE = r"^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$"
_TARGET = r"^\s*(<=|>=|≤|≥|<|>|=)?\s*[-+]?[0-9]"
_TAG = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$"
_ID = "^[^\\s/#]{1,250}$"
_NAMED = ("personas", "actors", "systems", "channels", "sources", "lanes")
_LISTED = ("promises", "findings", "actions", "bindings", "views")
_ONE_WORD = {name: kind.__name__.lower() for name, kind in COLLECTIONS.items()}


def json_schema() -> Schema:
    """The schema of a blueprint file (draft 2020-12), with short and long forms; a file that is read without error is valid.

    Fields it does not know are valid too: reading reports them as warnings.
    """
    properties: Schema = {"footlights": {"const": FORMAT, "description": "The number of the file format"}}
    properties |= _properties(Blueprint)
    for name in _NAMED:
        properties[name] = {"$ref": f"#/$defs/{name}"}
    properties["phases"] = {"type": ["array", "null"], "items": {"$ref": "#/$defs/phase"}, "description": _about("phases")}
    for name in ("links", "promises", "agreements", "findings", "actions", "expect", "bindings", "views"):
        properties[name] = {"type": ["array", "null"], "items": {"$ref": f"#/$defs/{_ONE_WORD[name]}"}, "description": _about(name)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://footlights.example/schema/blueprint-{FORMAT}.json",
        "title": "Footlights blueprint",
        "description": "A service blueprint or customer journey map",
        "type": "object",
        "minProperties": 1,
        "properties": properties,
        "$defs": _shapes() | _elements(),
    }


def _about(collection: str) -> str:
    """What the elements of a collection are, from the words of the model."""
    return (COLLECTIONS[collection].__doc__ or "").partition("\n")[0]


def _properties(kind: type, without: Iterable[str] = ()) -> Schema:
    return {field.key: _of_field(field) for field in fields_of(kind) if field.key not in without}


def _of_field(field: Field) -> Schema:
    found: Schema
    if field.shape == "choice":
        found = {"enum": [*field.choices, None]}
    elif field.shape == "choices":
        one: Schema = {"enum": list(field.choices)}
        found = _either({"enum": [*field.choices, None]}, {"type": "array", "items": one})
    elif field.shape in ("integer", "number"):
        found = {"type": [field.shape, "null"]}
        found |= {word: bound for word, bound in (("minimum", field.low), ("maximum", field.high)) if bound is not None}
    else:
        found = {"$ref": f"#/$defs/{field.shape}"}
    return {**found, "description": field.about}


def _either(*forms: Schema, about: str = "") -> Schema:
    return {"anyOf": list(forms), **({"description": about} if about else {})}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _one_or_more(name: str) -> Schema:
    return _either(_ref(name), {"type": "array", "items": _either(_ref(name), {"type": "null"})})


def _shapes() -> Schema:
    """A definition for each shape that a field can have."""
    level: Schema = {"type": "number", "minimum": -2, "maximum": 2}
    tag: Schema = {"type": "string", "pattern": _TAG}
    feeling = {"type": "object", "properties": _properties(Feeling), "required": ["level"]}
    return {
        "text": _either(
            _LINE,
            {"type": "object", "propertyNames": {"pattern": _TAG}, "additionalProperties": _LINE},
            about="One text, or one text a language",
        ),
        "line": _LINE,
        "id": {"type": ["string", "number", "boolean", "null"], "pattern": _ID},
        "ref": {**_LINE, "description": "The id of an element"},
        "refs": _either(_ref("ref"), {"type": "array", "items": _ref("ref")}, about="One id, or a list of ids"),
        "duration": {"type": ["string", "null"], "pattern": _NUMBER_AND_UNIT, "examples": ["3 min", "1 h 30 min", "5 working days"]},
        "money": {"type": ["string", "null"], "pattern": _MONEY, "examples": ["12.50 EUR"]},
        "share": {"type": ["string", "null"], "pattern": _SHARE, "examples": ["60 %"]},
        "date": {"type": ["string", "null"], "pattern": _DATE, "examples": ["2027-03-01"]},
        "target": {"type": ["string", "number", "null"], "pattern": _TARGET, "examples": ["<= 30 s", ">= 70", "95 %"]},
        "time": _either(_ref("duration"), {"type": "object", "properties": _properties(Time)}),
        "feelings": _either(
            {**level, "type": ["number", "null"]},
            {
                "type": "object",
                "properties": _properties(Feeling),
                "additionalProperties": _either({**level, "type": ["number", "null"]}, feeling),
            },
            about="A level from -2 to 2 for everyone, or one for each persona",
        ),
        "effect": {"type": ["object", "null"], "properties": _properties(Effect), "required": ["reading"]},
        "languages": _either({"type": "null"}, tag, {"type": "array", "items": tag}),
        "vocabulary": {
            "type": ["object", "null"],
            "properties": {word: _ref("text") for word in VOCABULARY},
            "additionalProperties": _ref("text"),
        },
        "reasons": {
            "type": ["object", "null"],
            "propertyNames": {"pattern": f"^{CHECK_PATTERN.pattern}$"},
            "additionalProperties": _ref("text"),
        },
    }


def _elements() -> Schema:
    """A definition for each kind of element, in its short and its long form."""
    found: Schema = {}
    id = {"$ref": "#/$defs/id", "description": "The id other parts point at"}
    for name in _NAMED:
        one: Schema = {"type": "object", "properties": _properties(COLLECTIONS[name]), "description": _about(name)}
        listed = {**one, "properties": {"id": id, **one["properties"]}}
        found[name] = _either(
            {"type": "object", "propertyNames": {"pattern": _ID}, "additionalProperties": _either(_LINE, one)},
            {"type": "array", "items": _either(_LINE, listed)},
            {"type": "null"},
            about=_about(name),
        )
    marks = {kind: {"$ref": "#/$defs/marks", "description": f"Something noticed here: {kind}"} for kind in MARK_KINDS}
    found["mark"] = _either(_LINE, _object("marks", {"id": id}))
    found["marks"] = _one_or_more("mark")
    ends = {key: {"$ref": "#/$defs/ref", "description": "Where it leads"} for key in ("to", "card", "step")}
    found["way"] = _either(_LINE, _object("links", {"id": id, **ends}, without=("from", "to")))
    found["ways"] = _one_or_more("way")
    found["link"] = _object("links", {"id": id})
    to = {"$ref": "#/$defs/ways", "description": "Where it leads on"}
    found["card"] = _either(_LINE, _object("cards", {"id": id}, {**marks, "to": to}))
    found["cards"] = _one_or_more("card")
    cells = {role: {"$ref": "#/$defs/cards", "description": f"The cards in the row {role}"} for role in CARD_ROLES}
    at_step = {kind: mark for kind, mark in marks.items() if kind not in cells}
    found["step"] = _either(_LINE, _object("steps", {"id": id}, {**at_step, **cells, "to": to}))
    steps = {"type": ["array", "null"], "items": _ref("step"), "description": "Its steps, in order"}
    found["phase"] = _either(_LINE, _object("phases", {"id": id}, {**marks, "steps": steps}))
    titles = {kind: {"$ref": "#/$defs/text", "description": f"The agreement in words ({kind.upper()})"} for kind in AGREEMENT_KINDS}
    found["agreement"] = _object("agreements", {"id": id, **titles}, without=("title",))
    found["agreement"]["oneOf"] = [{"required": [kind]} for kind in AGREEMENT_KINDS]
    for name in _LISTED:
        found[_ONE_WORD[name]] = _object(name, {"id": id})
    found["expectation"] = _either(_LINE, _object("expect", {"id": id}))
    return found


def _object(collection: str, before: Schema, after: Schema | None = None, without: Iterable[str] = ()) -> Schema:
    """The long form of an element; null where an item of a list is still empty."""
    kind = COLLECTIONS[collection]
    skipped = list(without)
    needed = [field.key for field in fields_of(kind) if field.required and field.key not in skipped]
    found: Schema = {"type": ["object", "null"], "properties": {**before, **_properties(kind, skipped), **(after or {})}}
    return {**found, **({"required": needed} if needed else {}), "description": _about(collection)}
