"""An action whose date has passed."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Actions that were due before today and are neither done nor dropped."""
    for action in case.blueprint.actions.values():
        if action.due is not None and action.due < case.today and action.status not in ("done", "dropped"):
            facts = {"action": case.name(action), "due": action.due}
            yield Found(Address("actions", action.id, "due"), facts, ground=(action.due.isoformat(), action.status))


CHECK = Check(
    code="PLA004",
    slug="action-overdue",
    severity="high",
    calm=True,
    find=find,
    source="nng",
    en=Words(
        "An action that is overdue",
        "The action {action} was due on {due}.",
        "Somebody counted on it. While its date stands as it is, the plan promises something that has not happened.",
        "Finish it, agree on another date, or drop it and say so.",
    ),
    nl=Words(
        "Een actie die te laat is",
        "De actie {action} had op {due} klaar moeten zijn.",
        "Iemand rekende erop. Zolang die datum er staat, belooft het plan iets wat niet is gebeurd.",
        "Rond haar af, spreek een andere datum af, of laat haar vervallen en zeg dat.",
    ),
    es=Words(
        "Una acción fuera de plazo",
        "La acción {action} debía estar hecha el {due}.",
        "Alguien contaba con ella. Mientras la fecha siga así, el plan promete algo que no ha ocurrido.",
        "Termínela, acuerde otra fecha o descártela y dígalo.",
    ),
    fires="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions: [{id: together, title: Both lines take the call together, closes: [bounce], owner: lead, due: 2026-10-01}]
""",
    at=("actions/together#due",),
    clean="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions:
- {title: Both lines take the call together, closes: [bounce], owner: lead, due: 2026-11-01}
- {title: Count the bounces, closes: [bounce], due: 2026-10-01, status: done}
""",
)
