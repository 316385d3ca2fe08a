"""An action that nobody answers for."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Actions without an owner that are neither done nor dropped."""
    for action in case.blueprint.actions.values():
        if action.owner is None and action.status not in ("done", "dropped"):
            yield Found(Address("actions", action.id), {"action": case.name(action)}, ground=(action.status,))


CHECK = Check(
    code="PLA002",
    slug="action-without-owner",
    severity="medium",
    calm=True,
    find=find,
    source="nng",
    en=Words(
        "An action without an owner",
        "Nobody answers for the action {action}.",
        "What everybody will do is done by nobody. This is the first thing people ask about a plan, and the usual reason nothing "
        "changes on Monday.",
        "Agree on one person or team who answers for it.",
    ),
    nl=Words(
        "Een actie zonder eigenaar",
        "Niemand is verantwoordelijk voor de actie {action}.",
        "Wat iedereen gaat doen, doet niemand. Het is het eerste wat mensen over een plan vragen, en meestal de reden dat er maandag "
        "niets anders is.",
        "Spreek af wie ervoor verantwoordelijk is: één persoon of team.",
    ),
    es=Words(
        "Una acción sin responsable",
        "Nadie responde de la acción {action}.",
        "Lo que hará todo el mundo no lo hace nadie. Es lo primero que se pregunta de un plan, y la razón habitual de que el lunes nada "
        "cambie.",
        "Acuerde una persona o un equipo que responda de ella.",
    ),
    fires="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions: [{id: together, title: Both lines take the call together, closes: [bounce]}]
""",
    at=("actions/together",),
    clean="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions:
- {title: Both lines take the call together, closes: [bounce], owner: lead}
- {title: Count the bounces, closes: [bounce], status: done}
""",
)
