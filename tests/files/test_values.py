"""A blueprint as plain values says the same as its file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from footlights.files import as_values, dumps, read

EXAMPLES = sorted((Path(__file__).resolve().parent.parent.parent / "examples").glob("*.blueprint.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_json_reads_back_as_the_same_blueprint(path: Path) -> None:
    blueprint = read(path.read_text("utf-8")).blueprint
    assert blueprint is not None
    again = read(json.dumps(as_values(blueprint)))
    assert again.diagnostics == ()
    assert again.blueprint == blueprint
    assert read(dumps(blueprint)).blueprint == blueprint


def test_leaves_become_what_json_has_for_them() -> None:
    text = """\
footlights: 1
title: A
reviewed: 2027-03-01
lanes: {support: null}
phases: [{title: P, steps: [{id: s, does: Sits, feels: -1.5, moment-of-truth: 3, fail: true}]}]
odd: {a: 1, b: 2.5, c: [true, null, x], d: 1e300, e: "12"}
"""
    blueprint = read(text).blueprint
    assert blueprint is not None
    found = as_values(blueprint)
    assert found["reviewed"] == "2027-03-01"
    assert found["lanes"] == {"support": None}
    step = found["phases"][0]["steps"][0]
    assert (step["feels"], step["moment-of-truth"], step["fail"]) == (-1.5, 3, True)
    assert found["odd"] == {"a": 1, "b": 2.5, "c": [True, None, "x"], "d": 1e300, "e": "12"}
