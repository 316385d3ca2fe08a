"""A finding that points at nothing in the blueprint."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Findings of people that name no element; those of checks may speak of the blueprint as a whole."""
    for finding in case.blueprint.findings.values():
        if not finding.on and not finding.fingerprint and finding.status != "dismissed":
            yield Found(Address("findings", finding.id), {"finding": case.name(finding)}, ground=(finding.severity,))


CHECK = Check(
    code="PLA010",
    slug="finding-on-nothing",
    severity="low",
    find=find,
    source="house",
    en=Words(
        "A finding that points nowhere",
        "The finding {finding} does not say where in the service it is.",
        "On the map nobody sees it. Where it is decides who can do something about it.",
        "Point it at the steps, cards, systems or actors it speaks of.",
    ),
    nl=Words(
        "Een bevinding die nergens op wijst",
        "De bevinding {finding} zegt niet waar in de dienst het is.",
        "Op de kaart ziet niemand haar. Waar het is, bepaalt wie er iets aan kan doen.",
        "Laat haar wijzen naar de stappen, kaartjes, systemen of mensen waar het over gaat.",
    ),
    es=Words(
        "Un hallazgo que no señala nada",
        "El hallazgo {finding} no dice en qué parte del servicio está.",
        "En el mapa nadie lo ve. Dónde está decide quién puede hacer algo.",
        "Haga que señale los pasos, tarjetas, sistemas o actores de los que habla.",
    ),
    fires="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, title: Tickets bounce between the lines, severity: high}]
""",
    at=("findings/bounce",),
    clean="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases: [{title: Report, steps: [{id: calls, does: Calls the desk}]}]
findings: [{id: bounce, on: [calls], title: Tickets bounce between the lines, severity: high}]
""",
)
