"""What a team settles for itself in footlights.toml."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from footlights.checks import Settings, settled
from footlights.model import FootlightsError


def read(text: str) -> Settings:
    return settled(tomllib.loads(text).get("checks", {}))


def test_nothing_said_is_calm_with_everything_on() -> None:
    assert read("") == Settings("calm", frozenset(), (), ())


def test_everything_a_table_may_say() -> None:
    settings = read("""
[checks]
profile = "strict"
off = ["unused-source", "PLA001"]
severity = {stale-source = "high"}

[checks.options.stale-source]
months = 12
[checks.options.GRO005]
share = 90.5
""")
    assert settings == Settings(
        "strict",
        frozenset({"unused-source", "finding-without-action"}),
        (("stale-source", "high"),),
        (("stale-source", {"months": 12}), ("mostly-assumed", {"share": 90.5})),
    )


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"colour": "red"}, "colour"),
        ({"profile": "loud"}, "loud"),
        ({"profile": 3}, "3"),
        ({"off": "stale-source"}, "list"),
        ({"off": [3]}, "3"),
        ({"off": ["stale-sauce"]}, "stale-sauce"),
        ({"severity": ["low"]}, "table"),
        ({"severity": {"stale-source": "error"}}, "error"),
        ({"severity": {"stale-sauce": "low"}}, "stale-sauce"),
        ({"options": {"stale-source": 3}}, "table"),
        ({"options": {"stale-source": {"years": 3}}}, "years"),
        ({"options": {"stale-source": {"months": "3"}}}, "months"),
        ({"options": {"stale-source": {"months": True}}}, "months"),
        ({"options": {"unused-source": {"months": 3}}}, "months"),
    ],
)
def test_what_cannot_be_is_refused_by_name(table: dict[str, Any], said: str) -> None:
    with pytest.raises(FootlightsError, match=said) as refused:
        settled(table)
    assert refused.value.hint, "and says what there is"


def test_a_name_that_is_nearly_right_is_answered_with_those_near() -> None:
    with pytest.raises(FootlightsError) as refused:
        settled({"off": ["stale-sourse"]})
    assert "stale-source" in refused.value.hint
