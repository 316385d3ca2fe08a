"""An action that somebody has taken up, without a date."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Actions without a due date that somebody owns, planned or works on; a bare idea for an action may do without."""
    for action in case.blueprint.actions.values():
        taken = action.owner is not None or action.status in ("planned", "doing")
        if action.due is None and taken and action.status not in ("done", "dropped"):
            yield Found(Address("actions", action.id), {"action": case.name(action)}, ground=(action.status,))


CHECK = Check(
    code="PLA003",
    slug="action-without-date",
    severity="medium",
    find=find,
    source="nng",
    en=Words(
        "An action without a date",
        "Nothing says when the action {action} should be done.",
        "Without a date nobody notices that it is late, and it gives way to everything that has one.",
        "Give it a date, even a rough one.",
    ),
    nl=Words(
        "Een actie zonder datum",
        "Nergens staat wanneer de actie {action} klaar moet zijn.",
        "Zonder datum merkt niemand dat ze te laat is, en gaat alles wat wel een datum heeft voor.",
        "Geef er een datum aan, al is het een ruwe.",
    ),
    es=Words(
        "Una acción sin fecha",
        "Nada dice cuándo debe estar hecha la acción {action}.",
        "Sin fecha nadie nota que se retrasa, y cede el paso a todo lo que sí la tiene.",
        "Póngale una fecha, aunque sea aproximada.",
    ),
    fires="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions: [{id: together, title: Both lines take the call together, closes: [bounce], owner: lead}]
""",
    at=("actions/together",),
    clean="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions:
- {title: Both lines take the call together, closes: [bounce], owner: lead, due: 2027-01-15}
- {title: Count the bounces, closes: [bounce]}
""",
)
