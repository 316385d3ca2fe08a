"""An action that is due within days and that nobody has begun."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """Actions that are due within `days` from today and neither done, dropped nor being done."""
    for action in case.blueprint.actions.values():
        if action.due is None or action.status in ("doing", "done", "dropped"):
            continue
        if 0 <= (action.due - case.today).days <= options["days"]:
            facts = {"action": case.name(action), "due": action.due}
            yield Found(Address("actions", action.id, "due"), facts, ground=(action.due.isoformat(), action.status))


CHECK = Check(
    code="PLA012",
    slug="due-soon-not-begun",
    severity="medium",
    find=find,
    options=(Option("days", 14, "How many days before the date it is asked"),),
    source="house",
    en=Words(
        "Due soon, and not begun",
        "The action {action} is due on {due}, and nobody has begun.",
        "Today there is still time to start, or to tell those who count on it.",
        "Begin, or agree on another date while it is early.",
    ),
    nl=Words(
        "Bijna zover, en nog niet begonnen",
        "De actie {action} moet op {due} klaar zijn, en niemand is begonnen.",
        "Vandaag is er nog tijd om te beginnen, of om het te zeggen tegen wie erop rekent.",
        "Begin, of spreek op tijd een andere datum af.",
    ),
    es=Words(
        "Vence pronto y no se ha empezado",
        "La acción {action} vence el {due} y nadie ha empezado.",
        "Hoy aún da tiempo a empezar, o a avisar a quien cuenta con ella.",
        "Empiece o acuerde otra fecha mientras sea pronto.",
    ),
    fires="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions: [{id: together, title: Both lines take the call together, closes: [bounce], owner: lead, due: 2026-11-10}]
""",
    at=("actions/together#due",),
    clean="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions:
- {title: Both lines take the call together, closes: [bounce], due: 2026-11-10, status: doing}
- {title: Count the bounces, closes: [bounce], due: 2027-01-10}
""",
)
