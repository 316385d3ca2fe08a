"""A finding that no action closes."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.edits import Operation, add_element
from footlights.facts import CheckFinding, Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Accepted or open findings of severity high or medium that no action (other than a dropped one) closes."""
    closed = {id for action in case.blueprint.actions.values() if action.status != "dropped" for id in action.closes}
    for finding in case.blueprint.findings.values():
        if finding.status == "dismissed" or finding.severity == "low" or finding.id in closed:
            continue
        yield Found(Address("findings", finding.id), {"finding": case.name(finding)}, ground=(finding.severity, finding.status))


def mend(case: Case, finding: CheckFinding) -> tuple[Operation, ...]:
    """An open action that closes the finding, under the finding's own title; its owner and date are people's to give."""
    title = case.blueprint.findings[finding.address.id].title
    return add_element(case.blueprint, "actions", title, closes=[finding.address.id], status="open")


CHECK = Check(
    code="PLA001",
    slug="finding-without-action",
    severity="medium",
    calm=True,
    find=find,
    mend=mend,
    source="nng",
    en=Words(
        "A finding without an action",
        "Nothing in the plan answers the finding {finding}.",
        "A map that leads to no action is the most common complaint about maps. Somebody saw this; nobody has taken it up yet.",
        "Add an action that closes it, or dismiss the finding and say why.",
    ),
    nl=Words(
        "Een bevinding zonder actie",
        "Niets in het plan lost de bevinding {finding} op.",
        "Een kaart die nergens toe leidt is de meest gehoorde klacht over kaarten. Iemand heeft dit gezien; niemand pakt het nog op.",
        "Voeg een actie toe die haar oplost, of leg de bevinding terzijde en zeg waarom.",
    ),
    es=Words(
        "Un hallazgo sin acción",
        "Nada en el plan responde al hallazgo {finding}.",
        "Que el mapa no lleve a ninguna acción es la queja más común. Alguien vio esto y nadie se ha hecho cargo todavía.",
        "Añada una acción que lo cierre, o descarte el hallazgo y diga por qué.",
    ),
    fires="""
footlights: 1
title: A call
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings:
- {id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}
""",
    at=("findings/bounce",),
    clean="""
footlights: 1
title: A call
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings:
- {id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}
actions:
- {title: Both lines take the call together, closes: [bounce]}
""",
)
