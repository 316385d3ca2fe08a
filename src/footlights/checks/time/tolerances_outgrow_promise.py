"""A promise that breaks while every station stays within its tolerance."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Seconds, Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Promises that hold by the known times and break when each station takes as long as its tolerance allows."""
    for promise in case.blueprint.promises.values():
        way = case.way_of(promise)
        if promise.within is None or way is None or (way.seconds or 0) > promise.within.seconds:
            continue
        longest = case.way_of(promise, limits=True)
        if longest is not None and longest.seconds is not None and longest.seconds > promise.within.seconds:
            yield Found(
                Address("promises", promise.id),
                {"promise": case.name(promise), "time": Seconds(longest.seconds), "within": promise.within},
                ground=(promise.within.seconds, longest.seconds),
            )


CHECK = Check(
    code="TIM005",
    slug="tolerances-outgrow-promise",
    severity="low",
    find=find,
    source="shostack-1984",
    en=Words(
        "Tolerances that add up to more than is promised",
        "When every station uses its whole tolerance, the way takes {time}; {promise} allows {within}.",
        "Each team may stay within its own limit, and the customer still waits longer than was promised. Then nobody did anything wrong "
        "and nobody mends it.",
        "Share the promised time out over the stations, and lower the tolerances to that.",
    ),
    nl=Words(
        "Toleranties die samen meer zijn dan beloofd",
        "Als elk station zijn hele tolerantie gebruikt, duurt de weg {time}; {promise} laat {within} toe.",
        "Elk team kan binnen zijn eigen grens blijven en de klant wacht toch langer dan beloofd. Dan deed niemand iets fout en "
        "verbetert ook niemand iets.",
        "Verdeel de beloofde tijd over de stations en verlaag de toleranties daarnaar.",
    ),
    es=Words(
        "Tolerancias que suman más de lo prometido",
        "Si cada estación agota su tolerancia, el camino tarda {time}; {promise} admite {within}.",
        "Cada equipo puede respetar su límite y el cliente esperar más de lo prometido. Entonces nadie lo hizo mal y nadie lo mejora.",
        "Reparta el tiempo prometido entre las estaciones y baje las tolerancias hasta ahí.",
    ),
    fires="""
footlights: 1
title: Groceries
phases:
- title: Order
  steps:
  - {id: pays, does: Pays}
  - {id: waits, title: Waits, backstage: [{id: drive, does: Drives, time: {work: 35 min, tolerance: 90 min}}]}
  - {id: opens, does: Opens the door}
links: [{from: drive, to: opens}]
promises:
- {id: hour, title: At the door within the hour, from: pays, to: opens, within: 1 h}
""",
    at=("promises/hour",),
    clean="""
footlights: 1
title: Groceries
phases:
- title: Order
  steps:
  - {id: pays, does: Pays}
  - {id: waits, title: Waits, backstage: [{id: drive, does: Drives, time: {work: 35 min, tolerance: 50 min}}]}
  - {id: opens, does: Opens the door}
links: [{from: drive, to: opens}]
promises:
- {id: hour, title: At the door within the hour, from: pays, to: opens, within: 1 h}
""",
)
