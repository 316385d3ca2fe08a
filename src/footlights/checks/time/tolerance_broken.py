"""A station that takes longer than is acceptable."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Seconds, Words
from footlights.model import Address

from .station import station_over

__all__ = ["CHECK"]

#: From this grade on a moment of truth makes the finding weigh more.
_HEAVY = 3


def find(case: Case, _: Options) -> Iterator[Found]:
    """Cards and steps whose known time is over their tolerance (see `station_over`); a card speaks for the step it stands at."""
    over: set[str] = set()
    for card in case.blueprint.cards.values():
        if card.time is not None and card.time.tolerance is not None and card.time.seconds is not None:
            limit, taken = card.time.tolerance.seconds, card.time.seconds
            if taken > limit:
                over.add(card.step)
                yield _found(case, Address("cards", card.id, "time"), case.name(card), taken, limit)
    for step in case.steps:
        station = station_over(case, step)
        # a card that is over its own limit says it already
        if station is not None and step.time is not None and step.time.tolerance is not None and step.id not in over:
            yield _found(case, Address("steps", step.id, "time"), case.name(step), station, step.time.tolerance.seconds)


def _found(case: Case, address: Address, name: object, taken: float, limit: float) -> Found:
    heavy = case.grade(address) >= _HEAVY
    facts = {"where": name, "time": Seconds(taken), "limit": Seconds(limit)}
    return Found(address, facts, ground=(taken, limit), severity="high" if heavy else "")


CHECK = Check(
    code="TIM006",
    slug="tolerance-broken",
    severity="medium",
    calm=True,
    find=find,
    source="shostack-1984",
    en=Words(
        "A station beyond its tolerance",
        "{where} takes {time}, and at most {limit} is acceptable.",
        "The tolerance is the point beyond which customers lose patience or the service loses money. This is no longer a slow day; "
        "it is how long it takes.",
        "Find out what it waits for, or ask whether the limit is still the right one.",
    ),
    nl=Words(
        "Een station boven zijn tolerantie",
        "{where} duurt {time}, en hooguit {limit} is aanvaardbaar.",
        "De tolerantie is het punt waarop klanten hun geduld verliezen of de dienst geld kost. Dit is geen trage dag meer; zo lang "
        "duurt het.",
        "Zoek uit waar het op wacht, of vraag of de grens nog klopt.",
    ),
    es=Words(
        "Una estación por encima de su tolerancia",
        "{where} tarda {time}, y lo aceptable es {limit} como máximo.",
        "La tolerancia es el punto en que el cliente pierde la paciencia o el servicio pierde dinero. No es un mal día: es lo que tarda.",
        "Averigüe a qué espera, o pregunte si el límite sigue siendo el correcto.",
    ),
    fires="""
footlights: 1
title: Dinner
phases:
- title: Eat
  steps:
  - {id: orders, does: Orders, frontstage: [{id: note, does: Takes the order, time: {work: 4 min, wait: 9 min, tolerance: 10 min}}]}
  - {id: waits, title: Waits for the dish, time: {wait: 40 min, tolerance: 25 min}}
""",
    at=("cards/note#time", "steps/waits#time"),
    clean="""
footlights: 1
title: Dinner
phases:
- title: Eat
  steps:
  - {id: orders, does: Orders, frontstage: [{id: note, does: Takes the order, time: {work: 4 min, wait: 5 min, tolerance: 10 min}}]}
  - {id: waits, title: Waits for the dish, time: {wait: 20 min, tolerance: 25 min}}
""",
)
