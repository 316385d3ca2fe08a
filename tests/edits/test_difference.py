"""The difference between two blueprints makes one of the other, step by step, and in a file as well."""

from __future__ import annotations

import dataclasses
import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footlights import edits
from footlights.edits import Insert, Place, Put, Remove, apply, apply_all, difference
from footlights.files import Source, dumps, read
from footlights.live import settled
from footlights.model import COLLECTIONS, Address, Blueprint, Collection
from tests.edits.sample import sample
from tests.edits.wishes import some_blueprint, some_edit
from tests.properties.strategies import blueprints


def known_fields(blueprint: Blueprint) -> Blueprint:
    """The blueprint as it is settled, without the fields that this version does not know: no operation puts those."""
    plain: dict[str, Any] = {
        name: Collection(each._replace(more=()) for each in blueprint.collection(name).values()) for name in COLLECTIONS
    }
    return settled(dataclasses.replace(blueprint, more=(), **plain))


def follows(one: Blueprint, other: Blueprint) -> None:
    here = one
    for operation in difference(one, other):
        here = apply(here, operation)
    assert here == other
    assert apply_all(one, difference(one, other)) == other


@given(blueprints(), blueprints())
def test_any_blueprint_can_become_any_other(one: Blueprint, other: Blueprint) -> None:
    one, other = known_fields(one), known_fields(other)
    follows(one, other)
    assert difference(one, one) == ()


@settings(suppress_health_check=list(HealthCheck), max_examples=15)
@given(blueprints(2, 2, 2), blueprints(2, 2, 2))
def test_a_file_can_follow(one: Blueprint, other: Blueprint) -> None:
    one, other = known_fields(one), known_fields(other)
    assert Source(dumps(one)).apply_all(difference(one, other)).blueprint == other


@given(st.randoms(use_true_random=False), st.integers(1, 12))
def test_what_edits_did_is_found_again_and_taken_back(rng: random.Random, count: int) -> None:
    before = some_blueprint(rng, 12)
    after = before
    for _ in range(count):
        after = apply_all(after, some_edit(after, rng)[1])
    follows(before, after)
    follows(after, before)


@pytest.mark.parametrize(
    ("wish", "most"),
    [
        (lambda b: edits.set_field(b, "cards/answer#mode", "manual"), 1),
        (lambda b: edits.move_card(b, "classify", "starts", "frontstage"), 1),
        (lambda b: edits.move_phase(b, "afterwards", before="report"), 1),
        (lambda b: edits.add_step(b, "report", "New", before="starts"), 1),
        (lambda b: edits.rename(b, "steps/calls", "Phones"), 1),
        (lambda b: edits.remove(b, "cards/classify"), 2),
        (lambda b: edits.move_step(b, "calls", "restore"), 2),
    ],
)
def test_a_small_change_is_a_small_difference(wish: Any, most: int) -> None:
    after = apply_all(sample(), wish(sample()))
    assert len(difference(sample(), after)) <= most
    follows(sample(), after)


def test_one_move_is_one_operation_however_long_the_row() -> None:
    text = "footlights: 1\ntitle: T\nphases:\n- id: p\n  steps:\n" + "".join(f"  - id: s{number}\n" for number in range(30))
    before = read(text).blueprint
    assert before is not None
    after = apply_all(before, edits.move_step(before, "s3", "p", after="s20"))
    assert difference(before, after) == (Put(Address("steps", "s3", "place"), Place("p", "", "s20")),)
    assert difference(after, before) == (Put(Address("steps", "s3", "place"), Place("p", "", "s2")),)


def test_what_cannot_be_put_is_taken_out_and_put_in() -> None:
    blueprint = sample()
    link = next(iter(blueprint.links.values()))
    turned = dataclasses.replace(blueprint, links=blueprint.links.replaced(link._replace(target="starts")))
    found = difference(blueprint, settled(turned))
    assert [type(each) for each in found] == [Remove, Insert]
    follows(blueprint, settled(turned))
    xla = dataclasses.replace(blueprint, agreements=blueprint.agreements.replaced(blueprint.agreements["answered"]._replace(kind="xla")))
    follows(blueprint, xla)


def test_an_id_that_becomes_another_kind_of_element() -> None:
    head = "footlights: 1\ntitle: T\nphases:\n- id: p\n  steps:\n"
    one = read(head + "  - id: a\n    frontstage: [{id: x, fail: F}]\n  - id: b\n    to: x\n").blueprint
    other = read(
        head + "  - id: x\n    frontstage: [{id: a, fail: F}]\n  - id: b\n    to: x\nfindings:\n- {id: f, on: [x], title: F}\n"
    ).blueprint
    assert one is not None
    assert other is not None
    follows(one, other)
    follows(other, one)
    assert Source(dumps(one)).apply_all(difference(one, other)).blueprint == other
    assert Source(dumps(other)).apply_all(difference(other, one)).blueprint == one


def test_a_title_that_somebody_emptied_goes_from_the_file_too() -> None:
    untitled = dataclasses.replace(sample(), title=None)
    follows(sample(), untitled)
    follows(untitled, sample())
    after = Source(dumps(sample())).apply_all(difference(sample(), untitled))
    assert after.blueprint == untitled
    assert not any(line.startswith("title:") for line in after.text.splitlines())
    assert after.apply_all(difference(untitled, sample())).blueprint == sample()


def test_fields_that_this_version_does_not_know_stay_with_elements_that_stay() -> None:
    after = dataclasses.replace(sample(), actors=sample().actors.replaced(sample().actors["first-line"]._replace(more=(("x-team", 3),))))
    assert difference(sample(), after) == ()
    new = sample().actors["first-line"]._replace(id="third-line", more=(("x-team", 3),))
    after = dataclasses.replace(sample(), actors=sample().actors.inserted(new, "second-line"))
    follows(sample(), after)
