"""An action that answers no finding."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Actions that close nothing, where findings have been written down at all."""
    if not case.blueprint.findings:
        return
    for action in case.blueprint.actions.values():
        if not action.closes and action.status not in ("done", "dropped"):
            yield Found(Address("actions", action.id), {"action": case.name(action)}, ground=(action.status,))


CHECK = Check(
    code="PLA007",
    slug="action-closing-nothing",
    severity="low",
    find=find,
    source="nng",
    en=Words(
        "An action that answers no finding",
        "The action {action} answers no finding.",
        "It may be a good idea, or the solution somebody brought along. Without the finding nobody can weigh it against the others.",
        "Name the finding it closes, or write down what it is for.",
    ),
    nl=Words(
        "Een actie die niets oplost",
        "De actie {action} hoort bij geen enkele bevinding.",
        "Het kan een goed idee zijn, of de oplossing die iemand al had meegebracht. Zonder bevinding is ze niet tegen de andere af te "
        "wegen.",
        "Noem de bevinding die ze oplost, of schrijf op waar ze voor is.",
    ),
    es=Words(
        "Una acción que no responde a nada",
        "La acción {action} no responde a ningún hallazgo.",
        "Puede ser una buena idea o la solución que alguien ya traía. Sin el hallazgo no se puede comparar con las demás.",
        "Indique el hallazgo que cierra o anote para qué sirve.",
    ),
    fires="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions: [{id: portal, title: Build a portal}]
""",
    at=("actions/portal",),
    clean="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
actions: [{id: portal, title: Build a portal, closes: [bounce]}]
""",
)
