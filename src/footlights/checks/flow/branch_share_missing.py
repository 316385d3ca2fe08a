"""A branch of which one share is not given, though it follows from the others."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.edits import Operation, set_field
from footlights.facts import CheckFinding, Percent, Words, pointed_title
from footlights.model import Address, Link

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Links with a condition and no share, where every other conditional way on from the same place has one and some is left."""
    for link, rest in _missing(case):
        start, end = (pointed_title(case.blueprint, pointer) for pointer in (link.source, link.target))
        facts = {"start": start, "end": end, "rest": Percent(rest)}
        yield Found(Address("links", link.id, "share"), facts, ground=(link.source, link.target, rest))


def _missing(case: Case) -> Iterator[tuple[Link, float]]:
    branches: dict[str, list[Link]] = {}
    for link in case.blueprint.links.values():
        if link.when is not None or link.share is not None:
            branches.setdefault(link.source, []).append(link)
    for links in branches.values():
        without = [link for link in links if link.share is None]
        rest = round(1 - sum(link.share or 0.0 for link in links), 4)
        if len(links) > 1 and len(without) == 1 and rest > 0:
            yield without[0], rest


def mend(case: Case, finding: CheckFinding) -> tuple[Operation, ...]:
    """What is left of 100 %, as the share of the one way that has none."""
    for link, rest in _missing(case):
        if link.id == finding.address.id:
            return set_field(case.blueprint, finding.address, rest)
    return ()


CHECK = Check(
    code="FLO008",
    slug="branch-share-missing",
    severity="low",
    find=find,
    mend=mend,
    source="house",
    en=Words(
        "A branch with one share missing",
        "The way from {start} to {end} has no share; the others leave {rest} for it.",
        "The other ways on from here have one. What stands nowhere is not counted, and this one follows from the rest.",
        "Set the share to what is left, or say how often it really happens.",
    ),
    nl=Words(
        "Een splitsing waar één aandeel ontbreekt",
        "De weg van {start} naar {end} heeft geen aandeel; de andere laten er {rest} voor over.",
        "De andere wegen vanaf hier hebben er wel een. Wat nergens staat, telt niet mee, en dit volgt uit de rest.",
        "Zet het aandeel op wat overblijft, of zeg hoe vaak het echt gebeurt.",
    ),
    es=Words(
        "Una bifurcación a la que le falta un porcentaje",
        "El camino de {start} a {end} no tiene porcentaje; los demás le dejan un {rest}.",
        "Los otros caminos desde aquí sí lo tienen. Lo que no consta no se cuenta, y este se deduce de los demás.",
        "Ponga lo que queda, o diga con qué frecuencia ocurre de verdad.",
    ),
    fires="""
footlights: 1
title: A loan
phases:
- title: Decide
  steps:
  - id: waits
    title: Waits
    backstage:
    - {id: decide, does: Decides, to: [{card: say-yes, when: Accepted, share: 85 %}, {card: say-no, when: Refused}]}
  - {id: hears, does: Hears, frontstage: [{id: say-yes, does: Says yes}, {id: say-no, does: Says no}]}
""",
    at=("links/decide--say-no#share",),
    clean="""
footlights: 1
title: A loan
phases:
- title: Decide
  steps:
  - id: waits
    title: Waits
    backstage:
    - {id: decide, does: Decides, to: [{card: say-yes, when: Accepted, share: 85 %}, {card: say-no, when: Refused, share: 15 %}]}
  - {id: hears, does: Hears, frontstage: [{id: say-yes, does: Says yes}, {id: say-no, does: Says no}]}
""",
)
