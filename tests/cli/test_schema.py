"""`footlights schema`: a JSON Schema that knows a good blueprint from a bad one."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from .conftest import GOOD, Footlights

SCHEMA = Path(__file__).resolve().parent.parent.parent / "schema" / "blueprint.schema.json"


def test_it_is_the_schema_that_is_kept_beside_the_code(footlights: Footlights) -> None:
    code, out, err = footlights("schema")
    assert (code, err) == (0, "")
    assert out == SCHEMA.read_text("utf-8")
    assert footlights("schema", "--json", "--quiet").out == out


def test_it_tells_good_from_bad(footlights: Footlights) -> None:
    schema = json.loads(footlights("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.safe_load(GOOD), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"footlights": 1, "title": "A", "phases": "none"}, schema)


def test_what_show_answers_in_json_fits_it(good: Path, footlights: Footlights) -> None:
    schema = json.loads(footlights("schema").out)
    jsonschema.validate(json.loads(footlights("show", good.name, "--json").out), schema)
