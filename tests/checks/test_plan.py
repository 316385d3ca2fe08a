"""Checks of the plan, at their edges."""

from __future__ import annotations

from datetime import date

import pytest

import footlights
from footlights.checks import Case, accept, catalogue, check_named, examine
from footlights.edits import apply_all
from footlights.measures import path_time
from footlights.model import Blueprint

TODAY = date(2026, 11, 22)
HEAD = """
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: f, on: [calls], title: Slow, severity: high, basis: observed}]
actions:
"""


def of(text: str | Blueprint, *slugs: str) -> list[str]:
    blueprint = footlights.loads(text).blueprint if isinstance(text, str) else text
    checks = [check_named(slug) for slug in slugs] or [check for check in catalogue() if check.family == "PLA"]
    return [f"{each.slug} {each.address}" for each in examine(Case(blueprint, path_time(blueprint), TODAY), checks)]


def plan(*actions: str) -> str:
    return HEAD + "".join(f"- {action}\n" for action in actions)


WHOLE = "{id: a, title: Call, closes: [f], owner: lead, due: 2027-06-01, status: doing, effect: {reading: wait, from: 3, to: 1}}"


def test_a_whole_action_is_asked_nothing() -> None:
    assert of(plan(WHOLE)) == []


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_what_is_over_is_asked_nothing_but_whether_it_helped(state: str) -> None:
    asked = of(plan(f"{{id: a, title: Call, closes: [f], due: 2020-01-01, status: {state}}}"))
    assert asked == (["actions-done-finding-open findings/f"] if state == "done" else ["finding-without-action findings/f"])


@pytest.mark.parametrize(("due", "slugs"), [
    ("2026-11-21", ["action-overdue"]), ("2026-11-22", ["due-soon-not-begun"]), ("2026-12-06", ["due-soon-not-begun"]),
    ("2026-12-07", []),
])  # fmt: skip
def test_days_are_counted_from_today(due: str, slugs: list[str]) -> None:
    asked = of(plan(f"{{id: a, title: Call, closes: [f], owner: lead, due: {due}}}"))
    assert [each.partition(" ")[0] for each in asked] == slugs


def test_an_idea_for_an_action_needs_no_date_yet() -> None:
    assert of(plan("{id: a, title: Call, closes: [f]}")) == ["action-without-owner actions/a"]


def test_an_action_for_nothing_is_asked_only_where_findings_are_written_down() -> None:
    assert of(plan("{id: a, title: Call, owner: lead, due: 2027-06-01}"), "action-closing-nothing") == ["action-closing-nothing actions/a"]
    bare = plan("{id: a, title: Call, owner: lead, due: 2027-06-01}").replace(
        "findings: [{id: f, on: [calls], title: Slow, severity: high, basis: observed}]", ""
    )
    assert of(bare, "action-closing-nothing") == []


def test_all_done_means_all() -> None:
    done, other = "{title: Call, closes: [f], status: done}", "{title: Write, closes: [f], status: %s}"
    slug = "actions-done-finding-open"
    assert of(plan(done), slug) == [f"{slug} findings/f"]
    assert of(plan(done, other % "doing"), slug) == []
    assert of(plan(done, other % "dropped"), slug) == [f"{slug} findings/f"]
    assert of(plan(done).replace("severity: high", "severity: high, status: dismissed, reason: It is over"), slug) == []


def test_records_of_checks_are_not_asked_what_people_are_asked() -> None:
    blueprint = footlights.loads(plan(WHOLE).replace("does: Calls the desk", "does: TBD")).blueprint
    finding = examine(Case(blueprint, path_time(blueprint), TODAY), (check_named("placeholder-text"),))[0]
    record = apply_all(blueprint, accept(blueprint, finding._replace(severity="high")))
    assert of(record) == ["finding-without-action findings/tbd-holds-the-place-of-a-text"], "but acting on it is asked"
    assert of(record, "finding-on-nothing", "heavy-finding-without-source") == []


def test_an_effect_without_a_level_before_may_still_change_something() -> None:
    assert of(plan(WHOLE.replace("from: 3, to: 1", "to: 1")), "effect-without-change") == []
    assert of(plan(WHOLE.replace("from: 3, to: 1", "from: 1")), "effect-without-change") == []
    assert of(plan(WHOLE.replace("from: 3, to: 1", "from: 0, to: 0")), "effect-without-change") == [
        "effect-without-change actions/a#effect"
    ]
