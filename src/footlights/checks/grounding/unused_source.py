"""A source that nothing points at."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.edits import Operation, remove
from footlights.facts import CheckFinding, Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Sources that no claim and no finding names."""
    used = {id for claim in case.claims for id in claim.source}
    used |= {id for finding in case.blueprint.findings.values() for id in finding.source}
    used |= {id for step in case.blueprint.steps.values() for id in step.source}
    used |= {id for card in case.blueprint.cards.values() for id in card.source}
    used |= {id for mark in case.blueprint.marks.values() for id in mark.source}
    for source in case.blueprint.sources.values():
        if source.id not in used:
            yield Found(Address("sources", source.id), {"source": case.name(source)})


def mend(case: Case, finding: CheckFinding) -> tuple[Operation, ...]:
    """The source taken out."""
    return remove(case.blueprint, finding.address)


CHECK = Check(
    code="GRO006",
    slug="unused-source",
    severity="low",
    find=find,
    mend=mend,
    source="house",
    en=Words(
        "A source that nothing points at",
        "Nothing on the map points at {source}.",
        "Either its lessons never reached the map, or they are there and nobody can tell which they are.",
        "Point at it where it is used, or take it out.",
    ),
    nl=Words(
        "Een bron waar niets naar verwijst",
        "Niets op de kaart verwijst naar {source}.",
        "Of de lessen eruit zijn nooit op de kaart gekomen, of ze staan er wel en niemand weet welke het zijn.",
        "Verwijs ernaar waar hij is gebruikt, of haal hem weg.",
    ),
    es=Words(
        "Una fuente a la que nada remite",
        "Nada en el mapa remite a {source}.",
        "O lo que enseña nunca llegó al mapa, o está en él y nadie sabe qué es.",
        "Remita a ella donde se usó o quítela.",
    ),
    fires="""
footlights: 1
title: A call
sources: {log: {title: Telephone log, kind: log}}
phases: [{title: Report, steps: [Calls the desk]}]
""",
    at=("sources/log",),
    clean="""
footlights: 1
title: A call
sources: {log: {title: Telephone log, kind: log}}
phases: [{title: Report, steps: [{does: Calls the desk, time: {wait: 40 s, basis: measured, source: log}}]}]
""",
)
