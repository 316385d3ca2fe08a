"""The same link, drawn twice."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.edits import Operation, remove
from footlights.facts import CheckFinding, Words, pointed_title
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Links that say nothing which an earlier one does not say as well: same ends, kind, condition and share."""
    seen: set[tuple[object, ...]] = set()
    for link in case.blueprint.links.values():
        sign = (link.source, link.target, link.kind or "trigger", link.when, link.share)
        if sign in seen and not link.more:
            start, end = (pointed_title(case.blueprint, pointer) for pointer in (link.source, link.target))
            yield Found(Address("links", link.id), {"start": start, "end": end}, ground=(link.source, link.target))
        seen.add(sign)


def mend(case: Case, finding: CheckFinding) -> tuple[Operation, ...]:
    """Takes the later of the two out."""
    return remove(case.blueprint, finding.address)


CHECK = Check(
    code="FLO016",
    slug="link-drawn-twice",
    severity="low",
    find=find,
    mend=mend,
    source="house",
    en=Words(
        "A link drawn twice",
        "The link from {start} to {end} is there twice.",
        "Two arrows that say the same make people look for a difference that is not there.",
        "Take one of them out, or say what sets them apart.",
    ),
    nl=Words(
        "Een verbinding die dubbel is getekend",
        "De verbinding van {start} naar {end} staat er twee keer.",
        "Bij twee pijlen die hetzelfde zeggen, zoekt men naar een verschil dat er niet is.",
        "Haal er een weg, of zeg waarin ze verschillen.",
    ),
    es=Words(
        "Un enlace dibujado dos veces",
        "El enlace de {start} a {end} está dos veces.",
        "Dos flechas que dicen lo mismo hacen buscar una diferencia que no existe.",
        "Quite una de las dos, o diga en qué se diferencian.",
    ),
    fires="""
footlights: 1
title: A call
phases: [{title: Report, steps: [{id: calls, does: Calls}, {id: waits, does: Waits}]}]
links: [{id: one, from: calls, to: waits}, {id: two, from: calls, to: waits, kind: trigger}]
""",
    at=("links/two",),
    clean="""
footlights: 1
title: A call
phases: [{title: Report, steps: [{id: calls, does: Calls}, {id: waits, does: Waits}]}]
links: [{id: one, from: calls, to: waits}, {id: two, from: calls, to: waits, kind: message}]
""",
)
