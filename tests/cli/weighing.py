"""A blueprint in which something falls short, something can be out, and something is to be done first."""

from __future__ import annotations

from pathlib import Path

import pytest

__all__ = ["WEIGHED", "desk"]

WEIGHED = """\
footlights: 1
title: A broken laptop
language: en
customers-per-day: 40
actors:
  first-line: {name: First line, department: Service desk}
  second-line: {name: Second line, department: Workplace}
  supplier: {name: Supplier, kind: partner}
systems:
  itsm: {name: {en: Ticket tool, nl: Meldingensysteem, es: Gestor de avisos}, owner: first-line}
  portal: {name: Supplier portal, owner: supplier}
channels:
  phone: {name: Phone}
  web: {name: Web form}
phases:
- id: report
  title: Report
  need: Be taken seriously
  met: 80 %
  steps:
  - id: calls
    does: Calls or writes
    moment-of-truth: 3
    desired: 4
    actual: 4
    frontstage:
    - {id: answer, does: Answers the phone, by: first-line, via: phone, uses: itsm}
    - {id: form, does: Takes the form in, via: web, uses: itsm, mode: automated, delight: At once}
    backstage:
    - id: solve
      does: Tries to solve it
      by: first-line
      to:
      - {card: repair, kind: handover, share: 60 %}
      - {step: works, share: 40 %}
- id: restore
  title: Restore
  need: Know when I can work again
  met: 20 %
  steps:
  - id: waits
    title: Waits
    owner: second-line
    feels: -1.5
    moment-of-truth: 2
    desired: 4
    actual: 1
    backstage:
    - id: repair
      does: Repairs it
      by: second-line
      uses: itsm
      fail: {id: no-part, title: No part on the shelf, recovery: Lend a laptop}
      to: works
    support:
    - {id: parts, does: Delivers the part, by: supplier, uses: portal, to: repair}
  - id: works
    does: Works again
    feels: 1
promises:
- {id: same-day, title: Working the same day, from: calls, to: works, within: 8 h}
agreements:
- {id: lost-time, xla: Lost time, on: waits, measure: lost time, target: <= 2 h}
findings:
- {id: silence, on: waits, title: Nobody says anything while they wait, severity: high, votes: 3}
actions:
- {id: message, title: A message every half hour, closes: silence, owner: second-line, due: 2027-03-01, impact: 4, effort: 2, votes: 1}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The blueprint as a file."""
    path = tmp_path / "desk.blueprint.yaml"
    path.write_text(WEIGHED, "utf-8")
    return path
