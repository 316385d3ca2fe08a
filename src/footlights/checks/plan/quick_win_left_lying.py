"""An action that helps much, takes little, and that nobody has planned."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """Open actions of at least this impact and at most this effort; where nobody weighed them there is nothing to say."""
    for action in case.blueprint.actions.values():
        if action.impact is None or action.effort is None or action.status not in (None, "open"):
            continue
        if action.impact >= options["impact"] and action.effort <= options["effort"]:
            yield Found(Address("actions", action.id), {"action": case.name(action)}, ground=(action.impact, action.effort))


CHECK = Check(
    code="PLA013",
    slug="quick-win-left-lying",
    severity="low",
    find=find,
    options=(
        Option("impact", 4, "How much it has to help at least, 1 to 5"),
        Option("effort", 2, "How much work it may take at most, 1 to 5"),
    ),
    source="house",
    en=Words(
        "A quick win left lying",
        "The action {action} helps much and takes little, and it is not planned yet.",
        "Something people notice within weeks buys patience for what takes months.",
        "Plan it now, with an owner and a date.",
    ),
    nl=Words(
        "Een snelle winst die blijft liggen",
        "De actie {action} helpt veel en kost weinig, en is nog niet gepland.",
        "Iets wat mensen binnen een paar weken merken, koopt geduld voor wat maanden duurt.",
        "Plan haar nu, met een eigenaar en een datum.",
    ),
    es=Words(
        "Una mejora rápida sin planificar",
        "La acción {action} ayuda mucho, cuesta poco y aún no está planificada.",
        "Algo que se nota en semanas da paciencia para lo que tarda meses.",
        "Planifíquela ahora, con responsable y fecha.",
    ),
    fires="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions: [{id: line, title: Say in the mail when we call, closes: [bounce], impact: 4, effort: 1}]
""",
    at=("actions/line",),
    clean="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions:
- {title: Say in the mail when we call, closes: [bounce], impact: 4, effort: 1, status: planned}
- {title: Build a portal, closes: [bounce], impact: 5, effort: 5}
- {title: Count the bounces, closes: [bounce]}
""",
)
