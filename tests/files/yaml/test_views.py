"""Views of a blueprint's own: what is written comes back, and what a view names must be there."""

import pytest

from footlights import edits, files
from footlights.model import Address, Blueprint, Translations, View

HEAD = """footlights: 1
title: T
actors: {ann: Ann}
lanes: {desk: {role: frontstage, name: Desk}}
phases:
- {id: bring, title: Bring, steps: [{id: brings, does: Brings, desk: {id: takes, does: Takes, by: ann}}]}
"""
VIEWS = """views:
- id: part
  title: {en: Ann's part, nl: Het deel van Ann}
  shows: role
  zoom: detail
  role: ann
- {id: wrong, title: Where it goes wrong, shows: blueprint, phases: bring, hidden: [evidence, desk], marks: fail, basis: [assumed, observed]}
"""


def read(text: str) -> Blueprint:
    loaded = files.read(text)
    assert loaded.blueprint is not None
    assert loaded.diagnostics == ()
    return loaded.blueprint


def test_views_are_read_and_written() -> None:
    blueprint = read(HEAD + VIEWS)
    title = Translations((("en", "Ann's part"), ("nl", "Het deel van Ann")))
    assert blueprint.views["part"] == View("part", title, "role", "detail", role="ann")
    assert blueprint.views["wrong"] == View(
        "wrong", "Where it goes wrong", "blueprint", phases=("bring",), hidden=("evidence", "desk"), marks=("fail",),
        basis=("assumed", "observed"),
    )  # fmt: skip
    written = files.dumps(blueprint)
    assert read(written) == blueprint
    assert "marks: fail" in written
    assert "zoom: normal" not in written


@pytest.mark.parametrize(
    ("view", "slug"),
    [
        ("shows: everything", "unknown-choice"),
        ("title: X", "missing-field"),
        ("shows: role, role: bob", "unknown-actor"),
        ("shows: blueprint, phases: [bring, later]", "unknown-phase"),
        ("shows: blueprint, hidden: cellar", "unknown-lane"),
        ("shows: blueprint, marks: [fail, oops]", "unknown-choice"),
        ("shows: blueprint, marks: {fail: true}", "wrong-shape"),
    ],
)
def test_what_a_view_names_must_be_there(view: str, slug: str) -> None:
    found = files.read(f"{HEAD}views:\n- {{id: v, {view}}}\n").diagnostics
    assert [each.slug for each in found] == [slug]


def test_a_view_lets_go_of_what_is_taken_out() -> None:
    blueprint = read(HEAD + VIEWS)
    after = edits.apply_all(blueprint, edits.remove(blueprint, Address("actors", "ann")))
    assert after.views["part"].role is None
    made = edits.apply_all(blueprint, edits.add_element(blueprint, "views", "The desk", lanes=("backstage", "desk"), marks="wait"))
    assert made.views["the-desk"] == View("the-desk", "The desk", "blueprint", lanes=("backstage", "desk"), marks=("wait",))
