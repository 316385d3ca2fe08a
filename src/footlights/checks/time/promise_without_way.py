"""A promise whose end can't be reached from where its clock starts."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words, pointed_title
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Promises between two elements with no way from the first to the second."""
    for promise in case.blueprint.promises.values():
        if promise.from_ is None or promise.to is None or case.way_of(promise) is not None:
            continue
        start, end = (pointed_title(case.blueprint, pointer) for pointer in (promise.from_, promise.to))
        yield Found(
            Address("promises", promise.id),
            {"promise": case.name(promise), "start": start, "end": end},
            ground=(promise.from_, promise.to),
        )


CHECK = Check(
    code="TIM002",
    slug="promise-without-way",
    severity="medium",
    find=find,
    source="shostack-1984",
    en=Words(
        "A promise with no way from start to end",
        "{promise}: no way leads from {start} to {end}.",
        "The clock starts at one place and stops at another. When work can't get from the one to the other, nobody can say how long "
        "it takes.",
        "Turn start and end round if they were swapped, or draw the links that are missing.",
    ),
    nl=Words(
        "Een belofte zonder weg van begin naar eind",
        "{promise}: er loopt geen weg van {start} naar {end}.",
        "De klok start op de ene plek en stopt op de andere. Als het werk daar niet kan komen, kan niemand zeggen hoelang het duurt.",
        "Wissel begin en eind als ze verwisseld zijn, of teken de verbindingen die ontbreken.",
    ),
    es=Words(
        "Una promesa sin camino del principio al final",
        "{promise}: ningún camino lleva de {start} a {end}.",
        "El reloj arranca en un lugar y se para en otro. Si el trabajo no puede llegar del uno al otro, nadie sabe cuánto tarda.",
        "Intercambie principio y final si están al revés, o dibuje los enlaces que faltan.",
    ),
    fires="""
footlights: 1
title: Dinner
phases: [{title: Eat, steps: [{id: orders, does: Orders}, {id: eats, does: Eats}]}]
promises:
- {id: soon, from: eats, to: orders, within: 20 min}
""",
    at=("promises/soon",),
    clean="""
footlights: 1
title: Dinner
phases: [{title: Eat, steps: [{id: orders, does: Orders}, {id: eats, does: Eats}]}]
promises:
- {id: soon, from: orders, to: eats, within: 20 min}
""",
)
