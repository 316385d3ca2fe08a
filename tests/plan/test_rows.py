"""The rows of a plan: what is late, unowned, unanswered, and in which order they stand."""

from __future__ import annotations

from datetime import date

import footlights
from footlights.model import Blueprint
from footlights.plan import plan

TODAY = date(2027, 3, 10)
TEXT = """
footlights: 1
title: A call
actors: {desk: {name: Desk, department: Service}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings:
- {id: bounce, on: [calls], title: Tickets bounce, severity: high}
- {id: slow, on: [calls], title: The phone is slow, severity: low}
- {id: old, on: [calls], title: Old news, status: dismissed, reason: It was one week}
- {id: silent, on: [calls], title: Nobody speaks, severity: medium}
actions:
- {id: later, title: Later, closes: [slow, bounce], owner: desk, due: 2027-04-01, status: planned}
- {id: late, title: Late, owner: desk, due: 2027-03-01, status: doing}
- {id: done, title: Done, closes: [slow], due: 2027-01-01, status: done}
- {id: nobody, title: Nobody's}
- {id: gone, title: Dropped, closes: [silent], due: 2027-01-01, status: dropped}
"""


def blueprint(text: str = TEXT) -> Blueprint:
    return footlights.loads(text).blueprint


def test_what_is_late_comes_first_and_what_is_done_last() -> None:
    planned = plan([("call.yaml", blueprint())], TODAY)
    assert [row.id for row in planned.rows] == ["late", "later", "nobody", "done", "gone"]
    assert [(row.id, row.days_late) for row in planned.rows] == [("late", 9), ("later", 0), ("nobody", None), ("done", 0), ("gone", 0)]
    assert [row.id for row in planned.overdue] == ["late"]
    assert [row.id for row in planned.unowned] == ["nobody"]


def test_a_row_knows_whom_and_what_it_is_for() -> None:
    row = next(row for row in plan([("call.yaml", blueprint())], TODAY).rows if row.id == "later")
    assert (row.owner, row.department, row.status, row.severity) == ("Desk", "Service", "planned", "high")
    assert [each.id for each in row.closes] == ["slow", "bounce"]


def test_findings_that_nothing_answers_are_told_and_dismissed_ones_are_not() -> None:
    planned = plan([("call.yaml", blueprint())], TODAY)
    assert [(file, each.id) for file, each in planned.unanswered] == [("call.yaml", "silent")]


def test_a_day_that_is_today_is_not_late() -> None:
    row = next(row for row in plan([("a", blueprint())], date(2027, 3, 1)).rows if row.id == "late")
    assert (row.days_late, row.overdue) == (0, False)


def test_by_status_and_by_month() -> None:
    planned = plan([("a", blueprint()), ("b", blueprint())], TODAY)
    assert [(state, len(rows)) for state, rows in planned.by_status()] == [
        ("open", 2), ("planned", 2), ("doing", 2), ("done", 2), ("dropped", 2),
    ]  # fmt: skip
    assert [(month, [row.id for row in rows]) for month, rows in planned.by_month()] == [
        ("2027-03", ["late", "late"]), ("2027-04", ["later", "later"]), ("", ["nobody", "nobody"]),
    ]  # fmt: skip


def test_no_blueprints_and_no_actions_give_an_empty_plan() -> None:
    assert plan([], TODAY).rows == ()
    assert plan([("a", Blueprint(title="Empty"))], TODAY).rows == ()
