"""The schema: what is read without error is valid, what is not is not, and it says what the model says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from footlights.files import dumps, json_schema, read
from footlights.files.yaml.nodes import parse
from footlights.files.yaml.plain import plain_value
from footlights.model import COLLECTIONS, Blueprint, Pairs, fields_of
from tests.properties.strategies import blueprints

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
HEAD = "footlights: 1\ntitle: T\n"
STEP = HEAD + "phases:\n- steps:\n  - "


def as_json(value: Any) -> Any:
    if isinstance(value, Pairs):
        return {key: as_json(inner) for key, inner in value}
    return [as_json(inner) for inner in value] if isinstance(value, tuple) else value


def complaints(text: str) -> list[str]:
    root, _ = parse(text)
    assert root is not None
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(as_json(plain_value(root)))]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert json_schema() == SCHEMA


def test_the_example_of_the_design_is_valid() -> None:
    assert complaints((Path(__file__).parent / "data" / "document-example.blueprint.yaml").read_text("utf-8")) == []


@settings(max_examples=25)  # a validator in Python takes its time
@given(blueprints())
def test_what_is_written_is_valid(blueprint: Blueprint) -> None:
    assert complaints(dumps(blueprint)) == []


@pytest.mark.parametrize(
    "text",
    [
        "personas: [Noor, {id: sam}]\nactors: {a: A, b: }\nlanes: [support]",
        "phases:\n- Only a title\n- title: {en: A, nl: B}\n  fail: [true, x, {id: y}]",
        "phases:\n- steps: [x, {does: 12, feels: {noor: 1, sam: {level: 2}}}]",
        "phases:\n- steps:\n  - {support: x, frontstage: [{does: y, to: [z, {card: q, share: 60 %}]}]}",
        "phases:\n- steps:\n  - {does: , time: 1 h 30 min, cost: € 5}",
        "agreements:\n- {xla: , on: [], target: 70}",
        "reviewed: 2027-03-01\nreview-every: 5 días laborables\nlanguages: en",
    ],
)
def test_short_and_long_forms_are_valid(text: str) -> None:
    assert complaints(HEAD + text + "\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "- a",
        "footlights: 2",
        HEAD + "state: asis",
        HEAD + "phases: {title: x}",
        HEAD + "phases:\n- met: 0.6",
        HEAD + "reviewed: soon",
        HEAD + "languages: [nl_BE]",
        STEP + "feels: 3",
        STEP + "moment-of-truth: high",
        STEP + "time: 3",
        STEP + "time: {work: soon}",
        STEP + "support: {cost: 5 dollars}",
        STEP + "support: {mode: Manual}",
        STEP + "support: {by: {a: b}}",
        STEP + "to: {card: a, share: 2}",
        HEAD + "agreements:\n- {measure: x}",
        HEAD + "agreements:\n- {sla: x, xla: y}",
        HEAD + "agreements:\n- {sla: x, target: quick}",
        HEAD + "promises:\n- {from: a, within: 8 h}",
        HEAD + "actions:\n- {effect: {from: 1}}",
        HEAD + "lanes: {a b/c: {role: support}}",
    ],
)
def test_what_is_read_with_an_error_is_not_valid(text: str) -> None:
    assert read(text + "\n").errors
    assert complaints(text + "\n") != []


def test_every_field_of_the_model_is_in_it_with_its_words() -> None:
    def properties(schema: Any) -> dict[str, Any]:
        """All properties anywhere in a definition."""
        found: dict[str, Any] = {}
        for key, value in schema.items() if isinstance(schema, dict) else ():
            if key == "properties":
                found |= value
            found |= properties(value)
        for value in schema if isinstance(schema, list) else ():
            found |= properties(value)
        return found

    singular = {"personas", "actors", "systems", "channels", "sources", "lanes"}
    for name, kind in COLLECTIONS.items():
        definition = SCHEMA["$defs"][name if name in singular else kind.__name__.lower()]
        for field in fields_of(kind):
            if (name, field.key) == ("agreements", "title"):
                continue  # its key says of which kind the agreement is
            assert properties(definition)[field.key]["description"] == field.about, (name, field.key)
    assert {field.key for field in fields_of(Blueprint)} | set(COLLECTIONS) - {"steps", "cards", "marks"} < set(SCHEMA["properties"])
