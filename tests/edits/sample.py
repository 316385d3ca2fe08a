"""The blueprint that the tests of edits are told about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from footlights.edits import Operation, apply, apply_all, undo
from footlights.files import read
from footlights.model import Blueprint, FootlightsError, arranged

TEXT = """\
footlights: 1
title: My laptop will not start
owner: first-line
language: en
personas:
  noor: {name: Noor, segment: Office workers}
  ravi: Ravi
actors:
  first-line: {name: First line, kind: role}
  second-line: {name: Second line, kind: role}
systems:
  itsm: {name: ITSM tool, owner: first-line}
  kb: Knowledge base
channels:
  phone: {class: offline}
sources:
  log: {title: Ticket log, kind: log}
lanes:
  workplace: {role: backstage, name: Workplace services}
phases:
- title: Report
  need: Be taken seriously
  steps:
  - id: starts
    does: Device does not start
    feels: {noor: -2, ravi: {level: -1, source: log}}
    evidence: [Black screen]
  - id: calls
    does: Calls the service desk
    source: log
    frontstage:
    - id: answer
      does: Answers and logs
      by: first-line
      via: phone
      uses: [itsm, kb]
      time: {work: 4 min, source: log}
      until: waits
      fail: {title: Wrong priority, recovery: Duty manager}
    - id: reassure
      does: Reassures
    backstage:
    - id: classify
      does: Classifies
      by: [first-line, second-line]
      to: [{card: assign, when: No fix}]
    workplace:
    - id: assign
      does: Picks the ticket up
      by: second-line
      wait: Queue
- title: Restore
  steps:
  - id: waits
    does: Waits
    to: confirms
  - id: confirms
    does: Tests the laptop
    critical: true
- title: Afterwards
  basis: assumed
promises:
- {id: fixed, from: calls, to: confirms, within: 8 h}
agreements:
- {id: answered, sla: Phone answered, on: [answer, calls], target: <= 30 s}
findings:
- {id: bounce, on: [assign, actors/second-line], title: Tickets bounce}
actions:
- {id: join, title: Join the triage call, closes: [bounce], owner: second-line}
bindings:
- {id: csat, on: [confirms], source: log, column: csat}
"""


def sample() -> Blueprint:
    """The blueprint, read anew."""
    loaded = read(TEXT)
    assert loaded.blueprint is not None
    assert loaded.diagnostics == ()
    return loaded.blueprint


def done(blueprint: Blueprint, operations: tuple[Operation, ...]) -> Blueprint:
    """The blueprint after an edit, which must hold together and be undone exactly."""
    after = apply_all(blueprint, operations)
    one_by_one = blueprint
    for operation in operations:
        one_by_one = apply(one_by_one, operation)
    assert after == one_by_one
    assert arranged(after) == after
    assert apply_all(after, undo(blueprint, operations)) == blueprint
    return after


def refused(wish: Callable[..., Any], *arguments: Any, says: str, hint: str = "", **named: Any) -> None:
    """The wish is impossible, and the error says why and what would be possible."""
    with pytest.raises(FootlightsError) as caught:
        wish(*arguments, **named)
    assert says in str(caught.value)
    assert hint in caught.value.hint
