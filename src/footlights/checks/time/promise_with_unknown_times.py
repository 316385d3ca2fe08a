"""A promise that rests on stations whose time nobody knows."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]

#: More stations than this are not named one by one.
_NAMED = 4


def find(case: Case, _: Options) -> Iterator[Found]:
    """Promises that still seem to hold, with a station on the way of which no time is known."""
    unknown = set(case.times.unknown)
    for promise in case.blueprint.promises.values():
        way = case.way_of(promise)
        if promise.within is None or way is None or (way.seconds or 0) > promise.within.seconds:
            continue
        blind = [step for step in way.between if step in unknown and not _nothing_happens(case, step, promise.from_ or "")]
        if blind:
            steps = tuple(case.name(case.blueprint.steps[step]) for step in blind[:_NAMED])
            yield Found(Address("promises", promise.id), {"promise": case.name(promise), "steps": steps}, ground=tuple(blind))


def _nothing_happens(case: Case, step: str, start: str) -> bool:
    """Whether the promise's clock starts at this step and nothing of the organisation's runs there."""
    return step == start and not case.acting(step)


CHECK = Check(
    code="TIM003",
    slug="promise-with-unknown-times",
    severity="medium",
    find=find,
    source="shostack-1984",
    en=Words(
        "A promise that rests on unknown times",
        "Nobody knows whether {promise} can be kept: no time is given at {steps}.",
        "A term is promised to customers, and part of the way there has never been timed. Unknown is not zero.",
        "Ask somebody who does the work, or look at the clock once, and write it down with what it rests on.",
    ),
    nl=Words(
        "Een belofte die op onbekende tijden rust",
        "Niemand weet of {promise} te halen is: er staat geen tijd bij {steps}.",
        "Klanten krijgen een termijn beloofd, en een deel van de weg is nooit geklokt. Onbekend is niet nul.",
        "Vraag het wie het werk doet, of kijk één keer op de klok, en schrijf erbij waar de tijd op rust.",
    ),
    es=Words(
        "Una promesa que se apoya en tiempos desconocidos",
        "Nadie sabe si {promise} se puede cumplir: no hay tiempos en {steps}.",
        "Se promete un plazo al cliente y parte del camino nunca se ha cronometrado. Desconocido no es cero.",
        "Pregunte a quien hace el trabajo, o mire el reloj una vez, y anótelo con su fundamento.",
    ),
    fires="""
footlights: 1
title: A passport
phases:
- title: Apply
  steps:
  - {id: applies, does: Applies}
  - {id: waits, title: Waits, backstage: [{id: make, does: Makes it}]}
  - {id: collects, does: Collects it}
promises:
- {id: week, title: Ready within a week, from: applies, to: collects, within: 1 week}
""",
    at=("promises/week",),
    clean="""
footlights: 1
title: A passport
phases:
- title: Apply
  steps:
  - {id: applies, does: Applies}
  - {id: waits, title: Waits, backstage: [{id: make, does: Makes it, time: {work: 4 days}}]}
  - {id: collects, does: Collects it}
promises:
- {id: week, title: Ready within a week, from: applies, to: collects, within: 1 week}
""",
)
