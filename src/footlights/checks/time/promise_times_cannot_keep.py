"""A promise that the times along the way can't keep."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Seconds, Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Promises whose clock runs longer than what is promised, by the known times alone (a lower bound: see `Clock.between`)."""
    for promise in case.blueprint.promises.values():
        way = case.way_of(promise)
        if promise.within is None or way is None or way.seconds is None or way.seconds <= promise.within.seconds:
            continue
        yield Found(
            Address("promises", promise.id),
            {"promise": case.name(promise), "time": Seconds(way.seconds), "within": promise.within},
            ground=(promise.within.seconds, promise.share, way.seconds),
        )


CHECK = Check(
    code="TIM001",
    slug="promise-times-cannot-keep",
    severity="high",
    calm=True,
    find=find,
    source="shostack-1984",
    en=Words(
        "A promise the times can't keep",
        "{promise} allows {within}, and the stations on the way take at least {time}.",
        "What happens behind the line of visibility decides whether a term is met. By your own figures this one can't be, however "
        "hard people work.",
        "Shorten the longest wait on the way, or promise what you can keep.",
    ),
    nl=Words(
        "Een belofte die de tijden niet halen",
        "{promise} laat {within} toe, en de stations onderweg duren samen minstens {time}.",
        "Wat achter de zichtbaarheidslijn gebeurt, bepaalt of een termijn wordt gehaald. Volgens de eigen cijfers kan het met deze niet, "
        "hoe hard er ook gewerkt wordt.",
        "Verkort de langste wachttijd onderweg, of beloof wat wel kan.",
    ),
    es=Words(
        "Una promesa que los tiempos no permiten cumplir",
        "{promise} admite {within}, y las estaciones del camino suman al menos {time}.",
        "Lo que ocurre tras la línea de visibilidad decide si se cumple un plazo. Según las propias cifras, este no puede cumplirse, "
        "por mucho que se trabaje.",
        "Acorte la espera más larga del camino o prometa lo que se pueda cumplir.",
    ),
    fires="""
footlights: 1
title: Dinner
phases:
- title: Eat
  steps:
  - {id: orders, does: Orders}
  - {id: waits, title: Waits for the dish, time: {wait: 40 min}}
  - {id: eats, does: Eats, time: {work: 30 min}}
promises:
- {id: soon, title: On the table in 20 minutes, from: orders, to: eats, within: 20 min}
""",
    at=("promises/soon",),
    clean="""
footlights: 1
title: Dinner
phases:
- title: Eat
  steps:
  - {id: orders, does: Orders}
  - {id: waits, title: Waits for the dish, time: {wait: 18 min}}
  - {id: eats, does: Eats, time: {work: 30 min}}
promises:
- {id: soon, title: On the table in 20 minutes, from: orders, to: eats, within: 20 min}
""",
)
