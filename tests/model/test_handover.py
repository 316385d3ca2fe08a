"""Hand-overs: counted by hand on small blueprints."""

from __future__ import annotations

from footlights.files import read
from footlights.model import Blueprint, handovers

HEAD = "footlights: 1\ntitle: T\nactors: {ann: Ann, bob: Bob, cy: Cy}\nphases:\n- title: P\n  steps:\n"


def blueprint(steps: str) -> Blueprint:
    found = read(HEAD + steps)
    assert found.errors == ()
    assert found.blueprint is not None
    return found.blueprint


def passed(steps: str) -> list[tuple[str, str]]:
    return [(each.flow.source, each.flow.target) for each in handovers(blueprint(steps))]


def test_implied_and_drawn_ways_between_different_doers_count_once_each() -> None:
    # front (Ann) -> back (Bob) is implied; back -> support (Bob) stays in his hands; the drawn link to the next step's card
    # passes from Bob to Cy; the step itself hands nothing over
    assert passed(
        "  - id: s1\n    does: Calls\n"
        "    frontstage: [{id: a, does: A, by: ann}]\n"
        "    backstage: [{id: b, does: B, by: bob, to: [{card: d}]}]\n"
        "    support: [{id: c, does: C, by: bob}]\n"
        "  - id: s2\n    does: Waits\n    frontstage: [{id: d, does: D, by: cy}]\n"
    ) == [("b", "d"), ("a", "b")]


def test_whoever_is_on_both_sides_keeps_the_work() -> None:
    assert passed("  - id: s\n    frontstage: [{id: a, does: A, by: [ann, bob]}]\n    backstage: [{id: b, does: B, by: [bob, cy]}]\n") == []


def test_messages_and_agreements_pass_nothing_on_and_a_link_may_say_that_it_does() -> None:
    steps = (
        "  - id: s\n    backstage:\n    - {{id: a, does: A, by: ann, to: [{{card: b, kind: {kind}}}]}}\n    - {{id: b, does: B, by: bob}}\n"
    )
    assert passed(steps.format(kind="message")) == []
    assert passed(steps.format(kind="agreement")) == []
    assert passed(steps.format(kind="loop")) == [("a", "b")]
    assert passed(steps.format(kind="handover").replace(", by: bob", "").replace(", by: ann", "")) == [("a", "b")]


def test_nobody_named_is_nobody_handed_to() -> None:
    assert passed("  - id: s\n    frontstage: [{id: a, does: A, by: ann}]\n    backstage: [{id: b, does: B}]\n") == []
