"""Two blueprints beside each other: every figure worked out by hand."""

from __future__ import annotations

import pytest

from footlights.compare import balance, owners_of
from footlights.facts import CheckFinding, Words
from footlights.files import read
from footlights.measures import path_time
from footlights.model import Address, Blueprint

BEFORE = """\
footlights: 1
title: T
actors: {ann: Ann, bob: Bob}
systems: {crm: CRM, erp: ERP}
channels: {phone: Phone}
phases:
- title: P
  steps:
  - id: one
    does: One
    moment-of-truth: 2
    frontstage:
    - {id: a, does: A, by: ann, until: two, time: 10 min, fail: {title: F1}}
    backstage: [{id: b, does: B, by: bob}]
  - {id: two, does: Two, moment-of-truth: 3}
  - {id: three, does: Three, moment-of-truth: 1, time: {wait: 2 h}}
promises:
- {id: p, from: one, to: three, within: 1 days}
"""
AFTER = """\
footlights: 1
title: T
actors: {ann: Ann, bob: Bob}
systems: {crm: CRM}
channels: {phone: Phone, web: Web}
phases:
- title: P
  steps:
  - id: one
    does: One
    moment-of-truth: 2
    frontstage: [{id: a, does: A, by: bob, time: 10 min, fail: {title: F1, recovery: Again}}]
    backstage: [{id: b, does: B, by: bob}]
  - {id: two, does: Two, moment-of-truth: 3}
  - {id: three, does: Three, moment-of-truth: 1, owner: ann, time: {wait: 1 h}}
promises:
- {id: p, from: one, to: three, within: 4 h}
"""


def blueprint(text: str) -> Blueprint:
    found = read(text)
    assert found.errors == ()
    assert found.blueprint is not None
    return found.blueprint


ONE, OTHER = blueprint(BEFORE), blueprint(AFTER)


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("step", 3, 3), ("card", 2, 2), ("handover", 1, 0), ("channel", 1, 2), ("system", 2, 1), ("truth", 3, 3),
        # before: nobody is named at three; after: Ann answers for three, and nobody reaches two any more
        ("truth-unowned", 1, 1), ("promise", 1, 1), ("fail", 1, 1), ("fail-unrecovered", 1, 0),
    ],
)  # fmt: skip
def test_what_is_counted(kind: str, before: int, after: int) -> None:
    figure = balance(ONE, OTHER).figure(kind)
    assert (figure.before, figure.after, figure.difference) == (before, after, after - before)


def test_times_are_handed_in_and_unknown_without() -> None:
    assert balance(ONE, OTHER).figure("time-total").before is None
    times = path_time(ONE), path_time(OTHER)
    total, wait = (balance(ONE, OTHER, times).figure(f"time-{kind}") for kind in ("total", "wait"))
    assert (total.before, total.after, total.difference) == (7800.0, 4200.0, -3600.0)
    assert (wait.before, wait.after) == (7200.0, 3600.0)


def test_who_answers_for_a_moment() -> None:
    assert [owners_of(ONE, step) for step in ONE.steps.values()] == [("ann",), ("ann",), ()]
    assert [owners_of(OTHER, step) for step in OTHER.steps.values()] == [("bob",), (), ("ann",)]
    found = balance(ONE, OTHER).answering
    assert [(each.address.id, each.kind, each.was, each.now) for each in found] == [
        ("one", "changed", ("Ann",), ("Bob",)), ("two", "lost", ("Ann",), ()), ("three", "gained", (), ("Ann",)),
    ]  # fmt: skip


def test_promised_times() -> None:
    (found,) = balance(ONE, OTHER).promised
    assert (found.before.seconds, found.after.seconds) == (86400, 14400)
    assert balance(ONE, ONE).promised == ()


def test_findings_are_closed_and_opened_by_what_they_are_not_by_what_they_rest_on() -> None:
    def finding(slug: str, ground: int) -> CheckFinding:
        return CheckFinding("X1", slug, "high", Address("steps", "one"), (("en", Words(slug, slug, "")),), ground=(ground,))

    found = balance(ONE, OTHER, findings=([finding("old", 1), finding("same", 1)], [finding("same", 2), finding("new", 1)]))
    assert ([each.slug for each in found.closed], [each.slug for each in found.opened]) == (["old"], ["new"])


def test_there_is_no_other_figure() -> None:
    with pytest.raises(KeyError):
        balance(ONE, OTHER).figure("luck")
