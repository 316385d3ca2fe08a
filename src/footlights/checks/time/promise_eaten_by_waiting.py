"""A promise of which most is spent waiting."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Seconds, Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """Promises that hold, of whose term at least `share` is known to go by waiting."""
    for promise in case.blueprint.promises.values():
        way = case.way_of(promise)
        if promise.within is None or way is None or way.seconds is None or way.wait_s is None:
            continue
        within = promise.within.seconds
        if way.seconds <= within and way.wait_s > 0 and way.wait_s >= options["share"] * within:
            yield Found(
                Address("promises", promise.id),
                {"promise": case.name(promise), "wait": Seconds(way.wait_s), "within": promise.within},
                ground=(within, way.wait_s),
            )


CHECK = Check(
    code="TIM004",
    slug="promise-eaten-by-waiting",
    severity="low",
    find=find,
    options=(Option("share", 0.5, "From which share of the promised term on waiting counts as too much, 0 to 1"),),
    source="maister-1985",
    en=Words(
        "A promise of which waiting takes most",
        "{promise} allows {within}, and waiting alone takes {wait} of it.",
        "While something waits nobody works on it, and customers feel such time longest. It is also what can be won most cheaply.",
        "Look at the longest wait on the way first: why does work lie there, and who could take it up at once?",
    ),
    nl=Words(
        "Een belofte die vooral aan wachten opgaat",
        "{promise} laat {within} toe, en daarvan is {wait} wachten.",
        "Zolang iets wacht, werkt er niemand aan, en die tijd valt klanten het langst. Er is ook het goedkoopst op te winnen.",
        "Kijk eerst naar de langste wachttijd onderweg: waarom ligt het werk daar, en wie kan het meteen oppakken?",
    ),
    es=Words(
        "Una promesa que se va casi toda en esperas",
        "{promise} admite {within}, y la sola espera ocupa {wait}.",
        "Mientras algo espera, nadie trabaja en ello, y ese tiempo es el que más largo se hace. También es el más barato de ganar.",
        "Mire primero la espera más larga del camino: ¿por qué se para ahí el trabajo y quién podría cogerlo enseguida?",
    ),
    fires="""
footlights: 1
title: A passport
phases:
- title: Apply
  steps:
  - {id: applies, does: Applies}
  - {id: waits, title: Waits, backstage: [{id: make, does: Makes it, time: {work: 1 h, wait: 4 days}}]}
  - {id: collects, does: Collects it}
links: [{from: make, to: collects}]
promises:
- {id: week, title: Ready within five days, from: applies, to: collects, within: 5 days}
""",
    at=("promises/week",),
    clean="""
footlights: 1
title: A passport
phases:
- title: Apply
  steps:
  - {id: applies, does: Applies}
  - {id: waits, title: Waits, backstage: [{id: make, does: Makes it, time: {work: 1 h, wait: 1 day}}]}
  - {id: collects, does: Collects it}
links: [{from: make, to: collects}]
promises:
- {id: week, title: Ready within five days, from: applies, to: collects, within: 5 days}
""",
)
