"""Checks of structure: their silence about what is not drawn yet, their options, and when they weigh more."""

from __future__ import annotations

import pytest

import footlights
from footlights.checks import Case, examine, mend
from footlights.checks.experience import EXPERIENCE
from footlights.checks.ownership import OWNERSHIP
from footlights.checks.structure import STRUCTURE
from footlights.checks.testing import TODAY
from footlights.edits import apply_all
from footlights.facts import CheckFinding
from footlights.measures import path_time

CHECKS = {check.slug: check for check in STRUCTURE}


def looked_at(text: str) -> Case:
    blueprint = footlights.loads(f"footlights: 1\ntitle: A meal\n{text}").blueprint
    return Case(blueprint, path_time(blueprint), TODAY)


def found(slug: str, text: str, **options: float) -> list[tuple[str, str]]:
    """Severity and address of what a check finds, in its order."""
    findings = examine(looked_at(text), (CHECKS[slug],), {slug: options})
    return [(each.severity, str(each.address)) for each in findings]


def one(slug: str, text: str) -> CheckFinding:
    (finding,) = examine(looked_at(text), (CHECKS[slug],))
    return finding


DRAFT = "phases: [{title: The meal, steps: [Comes in, Eats, Pays]}]\n"


def test_a_journey_without_a_stage_is_asked_nothing() -> None:
    assert examine(looked_at(DRAFT), STRUCTURE) == ()


def test_a_journey_map_with_feelings_and_evidence_only_is_asked_nothing() -> None:
    steps = "[{title: Waits, feels: -1}, {does: Eats, moment-of-truth: 4, evidence: [The dish]}]"
    assert examine(looked_at(f"phases: [{{title: The meal, steps: {steps}}}]"), STRUCTURE) == ()


def test_support_under_any_step_it_spans_serves_somebody() -> None:
    text = """
phases:
- title: The meal
  steps:
  - {id: comes, does: Comes in, support: [{id: heat, does: Heats the room, until: eats}]}
  - {id: eats, does: Eats, frontstage: [Serves]}
"""
    assert found("support-that-serves-nobody", text) == []
    assert found("support-that-serves-nobody", text.replace(", until: eats", "")) == [("medium", "cards/heat")]


def test_support_is_not_asked_for_while_nothing_above_it_is_drawn() -> None:
    text = "phases: [{title: The meal, steps: [{does: Comes in, support: [Heats the room]}]}]"
    assert found("support-that-serves-nobody", text) == []


EVIDENCE = """
phases:
- title: The meal
  steps:
  - {does: Comes in, frontstage: [Greets], evidence: [Light]}
  - {id: eats, does: Eats, frontstage: [Serves]GRADE}
  - {id: pays, does: PaysEVIDENCE, frontstage: [Brings the bill]}
"""


def test_evidence_is_asked_for_only_where_most_contacts_have_it() -> None:
    few = EVIDENCE.replace("GRADE", "").replace("EVIDENCE", "")
    most = EVIDENCE.replace("GRADE", "").replace("EVIDENCE", ", evidence: [The bill]")
    assert found("contact-without-evidence", few) == []
    assert found("contact-without-evidence", most) == [("low", "steps/eats")]
    assert found("contact-without-evidence", most.replace("Serves]", "Serves], moment-of-truth: 2")) == [("medium", "steps/eats")]


@pytest.mark.parametrize(
    "holds", ["thinks: Nice", "feels: 1", "expects: Bread", "time: {wait: 5 min}", "pain: Cold", "evidence: [Bread]", "to: pays"]
)
def test_a_step_that_says_one_thing_is_not_empty(holds: str) -> None:
    text = f"phases: [{{title: The meal, steps: [{{id: sits, {holds}}}, {{id: pays, does: Pays}}]}}]"
    assert found("empty-step", text) == []


def test_phases_named_before_any_step_are_a_plan_and_not_empty() -> None:
    assert found("empty-phase", "phases: [{title: Before}, {title: The meal}]") == []


def test_from_how_many_contacts_on_the_back_stage_is_asked_for_is_an_option() -> None:
    text = "phases: [{title: The meal, steps: [{does: Comes in, frontstage: [Greets]}, {does: Eats, frontstage: [Serves]}]}]"
    assert found("back-stage-not-drawn", text) == []
    assert found("back-stage-not-drawn", text, contacts=2) == [("medium", "blueprint")]


DOERS = """
actors: {cook: {name: Cook}}
systems: {oven: {name: Oven}}
phases:
- title: The meal
  steps:
  - does: Eats
    moment-of-truth: 3
    frontstage: [{id: serve, does: Serves, uses: oven, mode: manual}]
    backstage: [{id: heat, does: Heats, uses: oven}, {id: cook, does: Cooks, by: cook}, {id: plate, does: Plates}]
"""


def test_many_cards_without_a_doer_are_one_question_with_their_number() -> None:
    finding = one("work-without-doer", DOERS)
    assert (finding.severity, str(finding.address)) == ("low", "blueprint")
    assert finding.text("nl") == "Bij 2 kaarten staat niet wie het doet."


def test_a_single_card_without_a_doer_is_named_and_weighs_more_at_a_heavy_moment() -> None:
    named = DOERS.replace("{id: serve, does: Serves,", "{id: serve, does: Serves, by: cook,")
    assert found("work-without-doer", named) == [("medium", "cards/plate")]
    assert found("work-without-doer", named.replace("moment-of-truth: 3", "moment-of-truth: 2")) == [("low", "cards/plate")]


def test_a_card_that_work_is_handed_over_to_is_told_as_a_hand_over_without_receiver() -> None:
    named = DOERS.replace("{id: serve, does: Serves,", "{id: serve, does: Serves, by: cook, to: {card: plate, kind: handover},")
    assert found("work-without-doer", named) == []
    assert found("work-without-doer", named.replace("does: Plates}", "does: Plates, uses: oven, mode: manual}")) == [
        ("medium", "cards/plate")
    ]


def test_a_twin_that_says_more_is_told_and_left_to_people() -> None:
    text = "phases: [{title: The meal, steps: [{does: Eats, frontstage: [{does: Serves}, {id: second, does: serves, mode: manual}]}]}]"
    case = looked_at(text)
    (finding,) = examine(case, (CHECKS["same-card-twice"],))
    assert str(finding.address) == "cards/second"
    assert mend(case, CHECKS["same-card-twice"], finding) == ()


def test_a_twin_that_something_points_at_is_left_to_people() -> None:
    cards = "[{does: Serves}, {id: second, does: Serves, to: pays}]"
    case = looked_at(f"phases: [{{title: The meal, steps: [{{does: Eats, frontstage: {cards}}}, {{id: pays, does: Pays}}]}}]")
    (finding,) = examine(case, (CHECKS["same-card-twice"],))
    assert mend(case, CHECKS["same-card-twice"], finding) == ()


def test_the_same_words_in_another_row_or_step_are_another_card() -> None:
    text = "phases: [{title: The meal, steps: [{does: Eats, frontstage: [Looks], backstage: [Looks]}, {does: Pays, frontstage: [Looks]}]}]"
    assert found("same-card-twice", text) == []


def test_how_long_a_map_and_a_phase_may_be_are_options() -> None:
    assert found("map-with-many-steps", DRAFT, most=2) == [("low", "blueprint")]
    assert found("phase-with-many-steps", DRAFT, most=2) == [("low", "phases/the-meal")]
    assert found("phase-with-many-steps", DRAFT, most=3) == []


PARTS = """
actors: {cook: {name: Cook}, boss: {name: Boss}}
systems: {oven: {name: Oven}, till: {name: Till}}
phases: [{title: The meal, steps: [{id: eats, does: Eats, backstage: [{does: Cooks, by: cook, uses: oven}]}]}]
"""


@pytest.mark.parametrize(
    "more",
    [
        "owner: boss",
        "actions: [{title: Ask, owner: boss}]",
        "findings: [{title: Late, on: [actors/boss]}]",
        "agreements: [{sla: On time, on: actors/boss}]",
        "bindings: [{on: actors/boss, column: boss}]",
    ],
)
def test_whoever_is_named_anywhere_is_in_use(more: str) -> None:
    assert found("unused-part", PARTS) == [("low", "actors/boss"), ("low", "systems/till")]
    assert found("unused-part", f"{PARTS}{more}\n") == [("low", "systems/till")]


def test_a_list_made_before_the_cards_is_not_unused() -> None:
    text = "actors: {cook: {name: Cook}}\nsystems: {oven: {name: Oven}}\nchannels: {room: {name: Room}}\n" + DRAFT
    assert found("unused-part", text) == []


def test_mending_unused_parts_one_after_the_other_leaves_none() -> None:
    case = looked_at(PARTS)
    for finding in examine(case, (CHECKS["unused-part"],)):
        blueprint = apply_all(case.blueprint, mend(case, CHECKS["unused-part"], finding))
        case = Case(blueprint, path_time(blueprint), TODAY)
    assert (list(case.blueprint.actors), list(case.blueprint.systems)) == (["cook"], ["oven"])


WAIT = """
phases:
- title: The meal
  steps:
  - {id: orders, does: Orders, frontstage: [{id: note, does: Notes it}]}
  - {id: waits, title: Waits, feels: -1}
"""


def test_a_wait_may_be_a_moment_of_truth_too() -> None:
    moment = WAIT.replace("title: Waits", "title: Waits, moment-of-truth: 1")
    assert found("moment-with-nothing-behind", WAIT) == []
    assert found("moment-with-nothing-behind", moment) == [("low", "steps/waits")]
    assert found("moment-with-nothing-behind", moment.replace("truth: 1", "truth: 2")) == [("medium", "steps/waits")]


def test_a_moment_that_a_card_leads_to_has_something_behind_it() -> None:
    moment = WAIT.replace("title: Waits", "title: Waits, moment-of-truth: 2")
    assert found("moment-with-nothing-behind", moment.replace("does: Notes it", "does: Notes it, to: waits")) == []


def test_a_first_draft_with_a_few_cards_gets_one_calm_question_of_these_three_families() -> None:
    text = """
phases:
- title: The meal
  steps:
  - {does: Comes in, feels: 1, frontstage: [{does: Greets, by: host}]}
  - {does: Eats, feels: 1, moment-of-truth: 3, frontstage: [{does: Serves, by: host}], backstage: [Cooks]}
  - {does: Pays, feels: 0, frontstage: [Brings the bill]}
actors: {host: {name: Host}}
"""
    checks = (*STRUCTURE, *EXPERIENCE, *OWNERSHIP)
    calm = {check.slug for check in checks if check.calm}
    assert [each.slug for each in examine(looked_at(text), checks) if each.slug in calm] == ["contact-without-doer"]
