"""A finding that was laid aside without a reason."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Dismissed findings that give no reason."""
    for finding in case.blueprint.findings.values():
        if finding.status == "dismissed" and not case.blueprint.say(finding.reason).strip():
            facts = {"finding": case.name(finding)}
            yield Found(Address("findings", finding.id, "status"), facts, ground=(finding.severity,))


CHECK = Check(
    code="PLA008",
    slug="dismissed-without-reason",
    severity="medium",
    find=find,
    source="house",
    en=Words(
        "Dismissed without a reason",
        "The finding {finding} is dismissed, and nothing says why.",
        "Whoever raised it gets no answer, and the next team raises it again.",
        "Say in a few words why it need not be acted on, or open it again.",
    ),
    nl=Words(
        "Terzijde gelegd zonder reden",
        "De bevinding {finding} is terzijde gelegd, en nergens staat waarom.",
        "Wie haar aandroeg krijgt geen antwoord, en het volgende team brengt haar opnieuw in.",
        "Zeg in een paar woorden waarom er niets mee hoeft, of open haar weer.",
    ),
    es=Words(
        "Descartado sin razón",
        "El hallazgo {finding} está descartado y nada dice por qué.",
        "Quien lo planteó se queda sin respuesta, y el próximo equipo lo planteará de nuevo.",
        "Diga en pocas palabras por qué no hay que actuar o vuelva a abrirlo.",
    ),
    fires="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: low, status: dismissed}]
""",
    at=("findings/bounce#status",),
    clean="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: low, status: dismissed, reason: It happened once}]
""",
)
