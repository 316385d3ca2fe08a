"""Elements made in an editor get the ids that a file would give them, once nobody is typing in them."""

from __future__ import annotations

from typing import Any

import pycrdt

from footlights.files import dumps, read
from footlights.live import Projection, Shared, blueprint_of, encode, give_names, plain
from tests.edits.sample import sample


def shared_with(*elements: tuple[str, str, dict[str, Any]]) -> Shared:
    shared = Shared(encode(sample()))
    for collection, key, entries in elements:
        made = {name: pycrdt.Text(value) if name in ("does", "title", "name") else value for name, value in entries.items()}
        shared.change(lambda there, c=collection, k=key, m=made: there.map(c).__setitem__(k, pycrdt.Map(m)))  # type: ignore[misc]
    return shared


def test_every_titled_element_gets_a_readable_id() -> None:
    shared = shared_with(
        ("steps", "~s", {"does": "Géts help!", "pos": ["restore", "b0"]}),
        ("cards", "~c", {"does": "Answers and logs", "pos": ["~s", "frontstage", "a0"]}),
        ("cards", "~d", {"does": "Answers and logs", "pos": ["~s", "frontstage", "a1"]}),
        ("cards", "~e", {"does": "", "pos": ["~s", "frontstage", "a2"]}),
        ("marks", "~m", {"pos": ["cards/~c", "fail", "a0"]}),
        ("links", "~l", {"pos": ["cards/~c", "cards/~d", "a0"]}),
        ("lanes", "~t", {"name": "Title", "role": "backstage", "pos": ["b0"]}),
        ("lanes", "~f", {"name": "Frontstage", "role": "frontstage", "pos": ["b1"]}),
        ("promises", "~p", {"from": "steps/calls", "to": "steps/~s", "within": "8 h", "pos": ["b0"]}),
        ("personas", "~k", {"name": "Level", "pos": ["b0"]}),
    )
    projection = Projection(shared)
    assert projection.materialised.keys.id("cards", "~c") == "card-c"
    assert give_names(shared) != b""
    names = projection.materialised.keys.names
    assert names["steps"].ids["~s"] == "gets-help"
    assert [names["cards"].ids[key] for key in ("~c", "~d", "~e")] == ["answers-and-logs", "answers-and-logs-2", "card-e"]
    assert names["marks"].ids["~m"] == "fail-answers-and-logs"
    assert names["links"].ids["~l"] == "answers-and-logs--answers-and-logs-2"
    assert [names["lanes"].ids[key] for key in ("~t", "~f")] == ["title-2", "frontstage-2"]
    assert names["promises"].ids["~p"] == "calls--gets-help"
    assert names["personas"].ids["~k"] == "level-2"
    assert give_names(shared) == b""
    assert read(dumps(projection.blueprint)).blueprint == projection.blueprint


def test_who_types_is_not_disturbed() -> None:
    shared = shared_with(("cards", "~c", {"does": "Ans", "pos": ["calls", "frontstage", "b0"]}))
    assert give_names(shared, {"~c"}) == b""
    assert "id" not in plain(shared)["cards"]["~c"]
    give_names(shared)
    assert plain(shared)["cards"]["~c"]["id"] == "ans"


def test_a_name_that_somebody_gave_stays_even_when_another_has_it() -> None:
    shared = shared_with(("cards", "~c", {"does": "X", "id": "answer", "pos": ["calls", "frontstage", "b0"]}))
    assert give_names(shared) == b""
    assert blueprint_of(shared).keys.id("cards", "~c") == "answer-2"


def test_an_expectation_is_called_by_what_it_says_and_is_left_out_while_it_says_nothing() -> None:
    shared = shared_with(
        ("expect", "~e", {"says": "total <= 8 h", "allow": "x", "pos": ["a0"]}),
        ("expect", "~f", {"pos": ["a1"]}),
    )
    give_names(shared)
    found = blueprint_of(shared)
    assert list(found.blueprint.expect) == ["total-8-h"]
    assert found.unplaced == ("expect/~f",)
    assert read(dumps(found.blueprint)).blueprint == found.blueprint
