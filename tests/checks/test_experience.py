"""Checks of the experience: how they weigh, what they leave to each other, their options, and what a finding rests on."""

from __future__ import annotations

import pytest

import footlights
from footlights.checks import Case, dismiss, examine, judged
from footlights.checks.experience import EXPERIENCE
from footlights.checks.testing import TODAY
from footlights.edits import apply_all
from footlights.facts import CheckFinding
from footlights.measures import path_time

CHECKS = {check.slug: check for check in EXPERIENCE}


def looked_at(text: str) -> Case:
    blueprint = footlights.loads(f"footlights: 1\ntitle: A laptop\n{text}").blueprint
    return Case(blueprint, path_time(blueprint), TODAY)


def said(slug: str, text: str, **options: float) -> tuple[CheckFinding, ...]:
    return examine(looked_at(text), (CHECKS[slug],), {slug: options})


def found(slug: str, text: str, **options: float) -> list[tuple[str, str]]:
    """Severity and address of what a check finds, in its order."""
    return [(each.severity, str(each.address)) for each in said(slug, text, **options)]


def step(fields: str, before: str = "{does: Calls, frontstage: [Answers]}", after: str = "") -> str:
    return f"phases: [{{title: Monday, steps: [{before}, {{id: here, {fields}}}{after}]}}]\n"


@pytest.mark.parametrize(
    ("grade", "desired", "actual", "severity"),
    [(4, 5, 3, "high"), (3, 4, 2.5, "high"), (3, 5, 4, "medium"), (2, 5, 1, "medium"), (1, 4, 3.5, "medium")],
)
def test_a_shortfall_is_heavy_only_where_much_rides_on_it(grade: int, desired: float, actual: float, severity: str) -> None:
    text = step(f"does: Tests, moment-of-truth: {grade}, desired: {desired}, actual: {actual}")
    assert found("moment-below-desired-level", text) == [(severity, "steps/here#actual")]


def test_how_far_below_is_told_and_is_heavy_are_options() -> None:
    text = step("does: Tests, moment-of-truth: 4, desired: 5, actual: 4")
    assert found("moment-below-desired-level", text, gap=1.5) == []
    assert found("moment-below-desired-level", text, far=1) == [("high", "steps/here#actual")]


LEVELS = "phases: [{title: Monday, steps: [{does: Calls, moment-of-truth: 3RATED}, {id: here, does: Tests, moment-of-truth: 3HERE}]}]\n"


def test_where_no_moment_has_a_level_it_is_one_question() -> None:
    assert found("moment-without-level", LEVELS.replace("RATED", "").replace("HERE", "")) == [("low", "blueprint")]


def test_the_level_that_is_missing_is_the_one_pointed_at() -> None:
    rated = LEVELS.replace("RATED", ", desired: 4, actual: 4")
    assert found("moment-without-level", rated.replace("HERE", ", desired: 4")) == [("medium", "steps/here#actual")]
    assert found("moment-without-level", rated.replace("HERE", ", actual: 4")) == [("medium", "steps/here#desired")]


def test_what_is_still_a_plan_needs_no_level_that_it_reaches_now() -> None:
    planned = LEVELS.replace("RATED", ", desired: 4").replace("HERE", ", desired: 4")
    assert found("moment-without-level", f"state: to-be\n{planned}") == []
    assert len(found("moment-without-level", planned)) == 2


def test_many_moments_without_a_level_are_counted_rather_than_named() -> None:
    steps = ", ".join(f"{{does: Part {n}, moment-of-truth: 1}}" for n in range(5))
    (finding,) = said("moment-without-level", f"phases: [{{title: Monday, steps: [{steps}]}}]")
    assert "5 stappen" in finding.text("nl")


def test_a_moment_whose_shortfall_is_told_is_not_told_again_for_its_feeling() -> None:
    short = step("does: Tests, moment-of-truth: 3, desired: 4, actual: 2, feels: -2, expects: Help, frontstage: [Helps]")
    assert found("moment-felt-badly", short) == []
    assert found("expectation-disappointed", short) == []
    reached = short.replace("actual: 2", "actual: 4")
    assert found("moment-felt-badly", reached) == [("high", "steps/here")]
    assert found("expectation-disappointed", reached) == []
    plain = reached.replace("moment-of-truth: 3", "moment-of-truth: 1")
    assert found("moment-felt-badly", plain) == []
    assert found("expectation-disappointed", plain) == [("low", "steps/here#expects")]


def test_the_persona_who_fares_worst_decides() -> None:
    text = "personas: {noor: {name: Noor}, mateo: {name: Mateo}}\n" + step("does: Tests, moment-of-truth: 2, feels: {noor: 1, mateo: -1}")
    assert found("moment-felt-badly", text) == [("medium", "steps/here")]
    assert found("moment-felt-badly", text, level=-1.5) == []


def test_levels_are_said_as_each_language_writes_them() -> None:
    (finding,) = said("moment-felt-badly", step("does: Tests, moment-of-truth: 2, feels: -1.5"))
    assert "−1.5" in finding.text("en")
    assert "−1,5" in finding.text("nl")
    assert "−1,5" in finding.text("es")


@pytest.mark.parametrize(("met", "heard"), [("50 %", []), ("40 %", ["low"]), ("25 %", ["medium"]), ("0 %", ["medium"])])
def test_a_need_met_for_less_than_a_quarter_weighs_more(met: str, heard: list[str]) -> None:
    text = f"phases: [{{title: Wait, need: Know when, met: {met}, steps: [Waits]}}]"
    assert [severity for severity, _ in found("need-unmet", text)] == heard


def test_a_need_asked_of_no_phase_is_asked_of_none() -> None:
    text = "phases: [{title: One, need: Help, steps: [Calls]}, {title: Two, steps: [Waits]}, {title: Three, steps: [Leaves]}]"
    assert found("need-unstated", text) == []
    assert found("need-unrated", text) == []


WAITS = "title: Waits, backstage: [{id: look, does: Looks for it, time: {wait: 2 h}}]"


@pytest.mark.parametrize(
    ("more", "severity"),
    [
        ("", "medium"),
        (", feels: -1", "medium"),
        (", feels: -1.5", "high"),
        (", moment-of-truth: 1", "medium"),
        (", moment-of-truth: 2", "high"),
    ],
)
def test_silence_weighs_by_the_moment_and_the_feeling(more: str, severity: str) -> None:
    assert found("silence", step(WAITS + more)) == [(severity, "steps/here")]


def test_silence_says_how_long_or_that_nobody_knows() -> None:
    (known,) = said("silence", step(WAITS))
    assert "(wachttijd: 2 u)" in known.text("nl")
    (unknown,) = said("silence", step("title: Waits, wait: Until the part comes"))
    assert "(waiting time: unknown)" in unknown.text("en")


def test_a_short_wait_is_silent_only_where_it_is_marked() -> None:
    short = step("title: Waits, backstage: [{does: Looks, time: {wait: 5 min}WAIT}]")
    assert found("silence", short.replace("WAIT", "")) == []
    assert found("silence", short.replace("WAIT", ", wait: The queue")) == [("low", "steps/here")]
    assert found("silence", short.replace("WAIT", ""), longest=0.05) == [("medium", "steps/here")]


def test_work_that_waits_while_the_customer_is_busy_is_not_their_silence() -> None:
    busy = "does: Works on, backstage: [{does: Looks, time: {wait: 2 h}, wait: The queue}]"
    assert found("silence", step(busy)) == []
    assert found("silence", step(busy + ", time: {wait: 2 h}")) == [("medium", "steps/here")]


def test_silence_is_not_asked_about_while_no_contact_is_drawn() -> None:
    assert found("silence", step(WAITS, before="{does: Calls}")) == []


def test_silence_that_was_dismissed_comes_back_when_the_wait_grows() -> None:
    case = looked_at(step(WAITS))
    (finding,) = examine(case, (CHECKS["silence"],))
    kept = apply_all(case.blueprint, dismiss(case.blueprint, finding, "They know it takes two hours"))
    text = footlights.dumps(kept)

    def status(document: str) -> str:
        blueprint = footlights.loads(document).blueprint
        (each,) = judged(blueprint, examine(Case(blueprint, path_time(blueprint), TODAY), (CHECKS["silence"],)))
        return each.status

    assert status(text) == "dismissed"
    assert status(text.replace("Looks for it", "Seeks the fault").replace("title: Waits", "title: Waits for word")) == "dismissed"
    assert status(text.replace("2 h", "3 h")) == "reopened"


def test_an_expectation_while_only_waiting_is_left_to_silence() -> None:
    assert found("expectation-unanswered", step("title: Waits, expects: A call")) == []
    assert found("expectation-unanswered", step("does: Stays home, expects: A call, moment-of-truth: 2")) == [
        ("medium", "steps/here#expects")
    ]


@pytest.mark.parametrize("severity", ["low", "medium", "high"])
def test_a_missing_recovery_weighs_what_the_fail_point_weighs(severity: str) -> None:
    text = step(f"does: Tests, fail: {{id: f, title: Breaks, severity: {severity}}}")
    assert found("fail-without-recovery", text) == [(severity, "marks/f#recovery")]


def with_finding(on: str, more: str = "") -> str:
    text = step(
        "does: Tests, frontstage: [{id: help, does: Helps, pain: {id: p, title: Hurts, severity: high}}], "
        "backstage: [{id: cause, does: Prepares}], support: [{id: far, does: Restocks}]",
        after=", {does: Leaves, frontstage: [{id: bye, does: Says goodbye}]}",
    )
    return f"{text}findings:\n- {{on: [{on}], title: Known{more}}}\n"


@pytest.mark.parametrize("on", ["marks/p", "help", "cards/help", "here", "steps/here", "monday", "phases/monday", "cause", "far"])
def test_a_finding_on_what_stands_at_or_behind_a_pain_takes_it_up(on: str) -> None:
    assert found("pain-nobody-takes-up", with_finding(on)) == []


@pytest.mark.parametrize(
    ("on", "more"),
    [("bye", ""), ("help", ", status: dismissed, reason: Not now"), ("help", ", fingerprint: contact-without-doer@cards/help~1")],
)
def test_a_finding_elsewhere_dismissed_or_of_a_check_does_not(on: str, more: str) -> None:
    assert found("pain-nobody-takes-up", with_finding(on, more)) == [("medium", "marks/p")]


def test_only_heavy_pains_need_a_finding() -> None:
    assert found("pain-nobody-takes-up", with_finding("bye").replace("severity: high", "severity: medium")) == []


def test_a_delight_is_kept_by_who_does_it_or_owns_its_system() -> None:
    text = (
        "actors: {desk: {name: Desk}}\nsystems: {shop: {name: ShopOWNER}}\n"
        "phases: [{title: Monday, steps: [{does: Calls, frontstage: [{does: Answers, by: desk}]}, "
        "{does: Reads, frontstage: [{does: Sends, uses: shop, delight: {id: d, title: A poem}}]}]}]\n"
    )
    assert found("delight-nobody-owns", text.replace("OWNER", "")) == [("low", "marks/d")]
    assert found("delight-nobody-owns", text.replace("OWNER", ", owner: desk")) == []


def test_an_ending_nobody_felt_is_no_bad_ending() -> None:
    assert found("bad-ending", step("does: Leaves", before="{does: Calls, feels: -2}")) == []
    assert found("bad-ending", step("does: Leaves, feels: -0.4")) == []
    assert found("bad-ending", step("does: Leaves, feels: -0.4"), level=0) == [("medium", "steps/here#feels")]


def test_a_drop_is_each_persona_s_own() -> None:
    people = "personas: {noor: {name: Noor}, mateo: {name: Mateo}}\n"
    apart = step("does: Tests, feels: {mateo: -2}", before="{does: Calls, feels: {noor: 2}}")
    assert found("emotion-drop", people + apart) == []
    everyone = step("does: Tests, feels: {mateo: -2, noor: 1}", before="{does: Calls, feels: 1}")
    (finding,) = said("emotion-drop", people + everyone)
    assert (finding.fact("then"), finding.fact("now")) == (1, -2)


def test_a_feeling_of_everybody_speaks_for_every_persona() -> None:
    people = "personas: {noor: {name: Noor}, mateo: {name: Mateo}}\n"
    assert found("persona-not-felt", people + step("does: Tests, feels: {noor: 1}")) == [("low", "personas/mateo")]
    assert found("persona-not-felt", people + step("does: Tests, feels: {noor: 1}", before="{does: Calls, feels: 0}")) == []


def test_a_short_journey_need_not_have_a_moment_of_truth() -> None:
    text = "phases: [{title: Monday, steps: [A, B, C, D, E]}]"
    assert found("no-moment-of-truth", text) == []
    assert found("no-moment-of-truth", text, steps=5) == [("medium", "blueprint")]


def test_a_first_draft_is_asked_nothing_about_the_experience() -> None:
    assert examine(looked_at("phases: [{title: Monday, steps: [Starts, Calls, Waits]}]"), EXPERIENCE) == ()
