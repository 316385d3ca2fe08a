"""Checks of ownership: what counts as answering for something, how they weigh, and when they stay silent."""

from __future__ import annotations

from datetime import date

import pytest

import footlights
from footlights.checks import Case, examine
from footlights.checks.ownership import OWNERSHIP
from footlights.checks.testing import TODAY
from footlights.facts import CheckFinding
from footlights.measures import path_time

CHECKS = {check.slug: check for check in OWNERSHIP}
PEOPLE = """
actors:
  desk: {name: Desk, department: Service}
  chief: {name: Chief, department: service}
  field: {name: Field, department: Works}
  maker: {name: Maker, kind: partner}
  mover: {name: Mover, kind: partner}
systems: {tool: {name: Tool}, site: {name: Site}}
"""


def looked_at(text: str, today: date = TODAY) -> Case:
    blueprint = footlights.loads(f"footlights: 1\ntitle: A laptop\n{text}").blueprint
    return Case(blueprint, path_time(blueprint), today)


def said(slug: str, text: str, today: date = TODAY, **options: float) -> tuple[CheckFinding, ...]:
    return examine(looked_at(text, today), (CHECKS[slug],), {slug: options})


def found(slug: str, text: str, today: date = TODAY, **options: float) -> list[tuple[str, str]]:
    """Severity and address of what a check finds, in its order."""
    return [(each.severity, str(each.address)) for each in said(slug, text, today, **options)]


def step(fields: str, more: str = "") -> str:
    known = "{does: Calls, frontstage: [{does: Answers, by: desk}]}"
    return f"{PEOPLE}phases: [{{title: Monday, steps: [{known}, {{id: here, {fields}}}]}}]\n{more}"


@pytest.mark.parametrize(
    ("fields", "severity"),
    [
        ("moment-of-truth: 1", "low"),
        ("moment-of-truth: 2, feels: -2", "medium"),
        ("moment-of-truth: 3", "medium"),
        ("moment-of-truth: 3, desired: 5, actual: 4", "medium"),
        ("moment-of-truth: 3, desired: 5, actual: 3", "high"),
        ("moment-of-truth: 4, feels: -1", "high"),
        ("moment-of-truth: 3, wait: {title: Queue, severity: high}", "high"),
        ("moment-of-truth: 3, wait: {title: Queue, severity: low}", "medium"),
    ],
)
def test_a_moment_nobody_answers_for_is_heavy_only_where_there_is_trouble(fields: str, severity: str) -> None:
    text = step(f"does: Reads, backstage: [{{does: Sends, by: desk}}], {fields}")
    assert found("moment-without-owner", text) == [(severity, "steps/here#owner")]


def test_trouble_with_the_work_below_counts() -> None:
    card = "{does: Sends, by: desk, fail: {title: Lost, severity: high}}"
    assert found("moment-without-owner", step(f"does: Reads, moment-of-truth: 3, backstage: [{card}]")) == [("high", "steps/here#owner")]


@pytest.mark.parametrize(
    "fields", ["owner: chief", "frontstage: [{does: Helps, by: desk}]", "frontstage: [{does: Helps, by: [desk, field]}]"]
)
def test_whoever_stands_on_the_front_stage_answers_at_first(fields: str) -> None:
    assert found("moment-without-owner", step(f"does: Reads, moment-of-truth: 3, backstage: [Sends], {fields}")) == []


def test_where_nothing_is_drawn_behind_a_moment_that_is_asked_first() -> None:
    assert found("moment-without-owner", step("does: Sleeps, moment-of-truth: 3")) == []


def test_where_nobody_is_named_anywhere_it_is_one_question() -> None:
    moments = ", ".join(f"{{does: Part {n}, moment-of-truth: 3}}" for n in range(5))
    (finding,) = said("moment-without-owner", f"phases: [{{title: Monday, steps: [{moments}]}}]")
    assert (finding.severity, str(finding.address)) == ("medium", "blueprint")
    assert finding.text("es") == "No se dice quién responde de 5 pasos."


def test_people_who_name_the_owner_and_somebody_else_are_told_of() -> None:
    (finding,) = said("owner-perceived-differently", step("does: Asks, owner: desk, perceived-owner: [desk, field, chief]"))
    assert finding.text("en") == "For 'Asks' people look to 'Field' and 'Chief', while 'Desk' answers for it."


def test_the_only_one_on_the_front_stage_is_the_owner_people_are_held_against() -> None:
    text = step("does: Asks, frontstage: [{does: Helps, by: field}], perceived-owner: [desk]")
    assert found("owner-perceived-differently", text) == [("medium", "steps/here#perceived_owner")]
    assert found("owner-perceived-differently", step("does: Asks, perceived-owner: [desk]")) == []


@pytest.mark.parametrize(
    ("by", "heard"), [("[desk, chief]", []), ("[desk, field]", ["medium"]), ("[desk, maker]", ["medium"]), ("field", [])]
)
def test_one_department_answers_as_one(by: str, heard: list[str]) -> None:
    text = step(f"does: Tests, moment-of-truth: 2, frontstage: [{{does: Helps, by: {by}}}]")
    assert [severity for severity, _ in found("several-owners-at-moment", text)] == heard


def test_a_partner_beside_one_of_our_own_is_not_other_hands() -> None:
    text = step("does: Tests, moment-of-truth: 3, frontstage: [{does: Helps, by: [maker, BY]}]")
    assert found("moment-in-others-hands", text.replace("BY", "desk")) == []
    assert found("moment-in-others-hands", text.replace("BY", "mover")) == [("medium", "steps/here#owner")]


FAIL = step("does: Tests, SUPPORT: [{does: Routes, uses: tool, fail: {id: f, title: Down, severity: high}}]")


def test_a_fail_point_below_is_owned_by_its_doer_its_step_or_its_system() -> None:
    text = FAIL.replace("SUPPORT", "support")
    assert found("fail-point-nobody-owns", text) == [("high", "marks/f")]
    assert found("fail-point-nobody-owns", text.replace("severity: high", "severity: low")) == []
    assert found("fail-point-nobody-owns", text.replace("does: Routes", "does: Routes, by: desk")) == []
    assert found("fail-point-nobody-owns", text.replace("does: Tests", "does: Tests, owner: desk")) == []
    assert found("fail-point-nobody-owns", text.replace("name: Tool", "name: Tool, owner: desk")) == []


def test_a_fail_point_on_a_step_is_owned_by_whoever_works_there() -> None:
    bare = step("does: Tests, fail: {id: f, title: Down}")
    assert found("fail-point-nobody-owns", bare) == [("medium", "marks/f")]
    assert found("fail-point-nobody-owns", bare.replace("does: Tests", "does: Tests, backstage: [{does: Mends, by: field}]")) == []


def test_fail_points_are_not_asked_for_owners_while_nobody_is_named() -> None:
    text = "phases: [{title: Monday, steps: [{does: Tests, support: [{does: Routes, fail: {title: Down, severity: high}}]}]}]"
    assert found("fail-point-nobody-owns", text) == []


def test_a_journey_without_a_stage_needs_no_owner_or_review() -> None:
    text = "phases: [{title: Monday, steps: [A, B, C, D, E]}]"
    assert examine(looked_at(text), OWNERSHIP) == ()


def test_systems_without_an_owner_are_one_question_where_none_has_one() -> None:
    text = step("does: Tests, moment-of-truth: 3, frontstage: [{does: Helps, uses: [tool, site]}]")
    assert found("system-without-owner", text) == [("low", "blueprint")]
    owned = text.replace("name: Tool", "name: Tool, owner: desk")
    assert found("system-without-owner", owned) == [("medium", "systems/site#owner")]
    assert found("system-without-owner", owned.replace("truth: 3", "truth: 2")) == [("low", "systems/site#owner")]


SUPPLIED = step("does: Tests, moment-of-truth: 2, frontstage: [{id: help, does: Helps, by: desk}], support: [CARD]", "MORE")


def supplied(card: str = "{id: parts, does: Delivers, by: maker}", more: str = "") -> list[tuple[str, str]]:
    return found("supplier-without-agreement", SUPPLIED.replace("CARD", card).replace("MORE", more))


def test_a_supplier_weighs_more_where_their_work_is_marked() -> None:
    assert supplied() == [("low", "actors/maker")]
    assert supplied("{id: parts, does: Delivers, by: maker, wait: Customs}") == [("medium", "actors/maker")]


@pytest.mark.parametrize("on", ["parts", "cards/parts", "actors/maker", "systems/tool"])
def test_an_agreement_on_the_work_the_partner_or_their_system_counts(on: str) -> None:
    more = f"agreements: [{{sla: Parts, on: {on}, target: <= 1 day}}]"
    text = SUPPLIED.replace("CARD", "{id: parts, does: Delivers, by: maker}").replace("name: Tool", "name: Tool, owner: maker")
    assert found("supplier-without-agreement", text.replace("MORE", more)) == []


def test_an_agreement_on_the_customer_s_step_is_not_one_with_the_supplier() -> None:
    assert supplied(more="agreements: [{sla: Done, on: here, target: <= 1 day}]") == [("low", "actors/maker")]


def test_a_link_of_agreement_counts_and_work_done_together_is_not_asked() -> None:
    assert supplied("{id: parts, does: Delivers, by: maker, to: {card: help, kind: agreement}}") == []
    assert supplied("{id: parts, does: Delivers, by: [maker, desk]}") == []


def test_a_supplier_before_the_moment_stands_behind_it_through_a_link() -> None:
    text = f"""{PEOPLE}phases:
- title: Monday
  steps:
  - {{does: Calls, support: [{{id: parts, does: Delivers, by: maker, to: help}}]}}
  - {{id: here, does: Tests, moment-of-truth: 3, frontstage: [{{id: help, does: Helps, by: desk}}]}}
"""
    assert found("supplier-without-agreement", text) == [("low", "actors/maker")]
    assert found("supplier-without-agreement", text.replace(", to: help", "")) == []


def test_suppliers_in_whose_work_nothing_is_marked_are_one_question() -> None:
    text = f"""{PEOPLE}phases:
- title: Monday
  steps:
  - id: here
    does: Tests
    moment-of-truth: 3
    frontstage: [{{does: Helps, by: desk}}]
    support: [{{id: parts, does: Delivers, by: maker}}, {{id: bring, does: Brings, by: mover}}]
"""
    assert found("supplier-without-agreement", text) == [("low", "blueprint")]
    marked = text.replace("does: Brings,", "does: Brings, wait: Strike,")
    assert sorted(found("supplier-without-agreement", marked)) == [("low", "actors/maker"), ("medium", "actors/mover")]


def test_a_moment_that_a_partner_owns_and_does_is_in_other_hands() -> None:
    text = f"{PEOPLE}phases: [{{title: Monday, steps: [{{id: here, does: Tests, moment-of-truth: 3, OWNER frontstage: [{{does: Helps, by: maker}}]}}]}}]"
    for owner, heard in (("", True), ("owner: maker,", True), ("owner: desk,", False)):
        there = found("moment-in-others-hands", text.replace("OWNER", owner))
        assert there == ([("medium", "steps/here#owner")] if heard else [])


REVIEWED = "reviewed: 2026-01-01\nreview-every: 30 days\nphases: [{title: Monday, steps: [Calls]}]"


def test_a_review_is_late_from_the_day_after_it_was_due() -> None:
    assert found("not-reviewed-in-time", REVIEWED, date(2026, 1, 31)) == []
    assert found("not-reviewed-in-time", REVIEWED, date(2026, 2, 1)) == [("medium", "blueprint#reviewed")]


def test_a_review_does_not_become_another_finding_every_day() -> None:
    one, other = (said("not-reviewed-in-time", REVIEWED, date(2026, 3, day))[0] for day in (1, 20))
    assert one.text() != other.text()
    assert one.fingerprint == other.fingerprint


def test_a_review_every_million_years_is_no_fault_of_arithmetic() -> None:
    assert found("not-reviewed-in-time", REVIEWED.replace("30 days", "1000000 weeks")) == []


DRAWN = "phases: [{title: Monday, steps: [{does: A, frontstage: [Helps]}, B, C, D]}]"


def test_only_what_is_there_already_can_be_reviewed() -> None:
    assert found("never-reviewed", DRAWN) == [("low", "blueprint#reviewed")]
    assert found("never-reviewed", f"state: to-be\n{DRAWN}") == []
    assert found("never-reviewed", f"review-every: 1 month\n{DRAWN}") == [("medium", "blueprint#reviewed")]


@pytest.mark.parametrize(
    ("fields", "severity"),
    [
        ("", "medium"),
        (", reason: The law asks it", "low"),
        (", reason: The law asks it, pain: Twice the work", "medium"),
        (", reason: The law asks it, gain: Nothing gets lost", "low"),
    ],
)
def test_old_work_with_a_reason_and_no_trouble_weighs_little(fields: str, severity: str) -> None:
    text = step(f"does: Waits, backstage: [{{id: copy, does: Copies, reviewed: 2020-01-01{fields}}}]")
    assert found("always-done-so", text) == [(severity, "cards/copy#reviewed")]
    assert found("always-done-so", text, months=120) == []


@pytest.mark.parametrize(
    ("reason", "heard"),
    [
        ("Orders go by printer because they always have", True),
        ("It has always been done this way.", True),
        ("Omdat het altijd zo is gegaan", True),
        ("Zo gaat het van oudsher", True),
        ("Porque siempre se ha hecho así", True),
        ("{nl: Altijd al zo gedaan, en: For a reason}", True),
        ("The law asks for it", False),
        ("Customers always have to sign", False),
        ("Altijd zo snel mogelijk", False),
        ("Siempre hay alguien en el mostrador", False),
    ],
)
def test_that_it_was_always_so_is_no_reason(reason: str, heard: bool) -> None:
    plain = step("does: Waits, backstage: [{id: copy, does: Copies}]")
    assert found("always-done-so", f"reason: {reason}\n{plain}") == ([("medium", "blueprint#reason")] if heard else [])
    card = step(f"does: Waits, backstage: [{{id: copy, does: Copies, reviewed: 2026-10-01, reason: {reason}}}]")
    assert found("always-done-so", card) == ([("medium", "cards/copy#reason")] if heard else [])


def test_an_old_card_with_no_better_reason_is_one_finding() -> None:
    text = step("does: Waits, backstage: [{id: copy, does: Copies, reviewed: 2016-10-01, reason: It was always done so}]")
    assert found("always-done-so", text) == [("medium", "cards/copy#reason")]


def test_work_nobody_dated_is_not_called_old() -> None:
    assert found("always-done-so", step("does: Waits, backstage: [{does: Copies, mode: manual}]")) == []


def test_one_reason_anywhere_is_a_beginning() -> None:
    cards = ", ".join(f"{{does: Part {n}, mode: manual}}" for n in range(4))
    text = step(f"does: Waits, backstage: [{cards}]")
    assert found("nobody-says-why", text, cards=4) == [("low", "blueprint#reason")]
    assert found("nobody-says-why", text) == []
    assert found("nobody-says-why", f"reason: It is the law\n{text}", cards=4) == []
    assert found("nobody-says-why", f"state: ideal\n{text}", cards=4) == []
