"""A branch whose shares do not make a hundred per cent."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Percent, Words
from footlights.model import Link

__all__ = ["CHECK"]

#: Shares are often rounded to whole per cents: so much off is no mistake.
_ROUNDING = 0.011
#: Kinds of link that tell somebody and lead no case on: without a share they are no way out of a branch.
_BESIDE = ("message", "agreement")


def find(case: Case, _: Options) -> Iterator[Found]:
    """Steps and cards whose ways on have shares that sum to more than 100 %, or to less although every way has one."""
    for source, links in _by_source(case).items():
        shares = [link.share for link in links if link.share is not None]
        total = round(sum(shares), 4)
        complete = len(shares) > 1 and all(link.share is not None or link.kind in _BESIDE for link in links)
        address = case.blueprint.resolve(source)
        if address is None or not (total > 1 + _ROUNDING or (complete and total < 1 - _ROUNDING)):
            continue
        yield Found(address, {"where": case.name(address), "total": Percent(total)}, ground=tuple(sorted(shares)))


def _by_source(case: Case) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for link in case.blueprint.links.values():
        found.setdefault(link.source, []).append(link)
    return found


CHECK = Check(
    code="FLO007",
    slug="shares-not-adding-up",
    severity="medium",
    find=find,
    source="house",
    en=Words(
        "Shares that don't make 100 %",
        "The shares of the ways on from {where} add up to {total}.",
        "Times and outage figures lean on these shares. Either cases get lost here or some are counted twice.",
        "Set the shares so that together they make 100 %, or draw the way that is missing.",
    ),
    nl=Words(
        "Aandelen die samen geen 100 % zijn",
        "De aandelen van de wegen vanaf {where} zijn samen {total}.",
        "Tijden en uitvalcijfers leunen op deze aandelen. Er raken hier gevallen zoek, of er tellen er dubbel.",
        "Zet de aandelen zo dat ze samen 100 % zijn, of teken de weg die ontbreekt.",
    ),
    es=Words(
        "Porcentajes que no suman el 100 %",
        "Los porcentajes de los caminos desde {where} suman un {total}.",
        "Los tiempos y las cifras de caída se apoyan en ellos. O aquí se pierden casos, o algunos se cuentan dos veces.",
        "Ajústelos para que sumen el 100 %, o dibuje el camino que falta.",
    ),
    fires="""
footlights: 1
title: A loan
phases:
- title: Decide
  steps:
  - id: waits
    title: Waits
    backstage: [{id: decide, does: Decides, to: [{card: say-yes, share: 85 %}, {card: say-no, share: 25 %}]}]
  - {id: hears, does: Hears, frontstage: [{id: say-yes, does: Says yes}, {id: say-no, does: Says no}]}
""",
    at=("cards/decide",),
    clean="""
footlights: 1
title: A loan
phases:
- title: Decide
  steps:
  - id: waits
    title: Waits
    backstage: [{id: decide, does: Decides, to: [{card: say-yes, share: 85 %}, {card: say-no, share: 15 %}]}]
  - {id: hears, does: Hears, frontstage: [{id: say-yes, does: Says yes}, {id: say-no, does: Says no}]}
""",
)
