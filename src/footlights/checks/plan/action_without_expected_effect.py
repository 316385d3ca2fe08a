"""An action of which nobody has said what it should change."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Actions that are planned or being done and expect no effect; what is only proposed may still find out."""
    for action in case.blueprint.actions.values():
        if action.effect is None and action.status in ("planned", "doing"):
            yield Found(Address("actions", action.id), {"action": case.name(action)}, ground=(action.status,))


CHECK = Check(
    code="PLA005",
    slug="action-without-expected-effect",
    severity="low",
    find=find,
    source="house",
    en=Words(
        "An action without an expected effect",
        "Nothing says what the action {action} should change.",
        "Without a figure before and after, nobody can tell later whether it worked, and the next plan starts from opinions again.",
        "Name one reading, its level now and the level you expect.",
    ),
    nl=Words(
        "Een actie zonder verwacht effect",
        "Nergens staat wat de actie {action} moet veranderen.",
        "Zonder cijfer vooraf en achteraf weet later niemand of het hielp, en begint het volgende plan weer bij meningen.",
        "Noem één meetwaarde, het niveau nu en het niveau dat je verwacht.",
    ),
    es=Words(
        "Una acción sin efecto esperado",
        "Nada dice qué debe cambiar la acción {action}.",
        "Sin una cifra antes y otra después, nadie sabrá si funcionó, y el próximo plan volverá a empezar por opiniones.",
        "Indique un indicador, su nivel actual y el que se espera.",
    ),
    fires="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions: [{id: together, title: Both lines take the call together, closes: [bounce], status: planned}]
""",
    at=("actions/together",),
    clean="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions:
- title: Both lines take the call together
  closes: [bounce]
  status: planned
  effect: {reading: bounces per ticket, from: 3, to: 1}
- {title: Count the bounces, closes: [bounce], status: open}
""",
)
