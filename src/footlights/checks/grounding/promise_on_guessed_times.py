"""A promise of which nobody measured a single time it depends on."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address, Promise

__all__ = ["CHECK"]

_KNOWN = ("observed", "measured")


def find(case: Case, _: Options) -> Iterator[Found]:
    """Promises between whose ends there are times, all of them assumed; where there are none, another check asks for them."""
    if case.blueprint.state in ("to-be", "ideal"):
        return
    basis = {claim.address.element(): claim.basis for claim in case.claims if claim.address.field == "time"}
    for promise in case.blueprint.promises.values():
        bases = [basis[there] for there in _between(case, promise) if there in basis]
        if bases and not any(each in _KNOWN for each in bases):
            within = promise.within.seconds if promise.within is not None else None
            yield Found(Address("promises", promise.id), {"promise": case.name(promise)}, ground=(within, promise.share))


def _between(case: Case, promise: Promise) -> Iterator[Address]:
    ends = [case.blueprint.resolve(end) if end else None for end in (promise.from_, promise.to)]
    steps = [case.step_of(end) if end is not None else None for end in ends]
    places = [case.order[step.id] for step in steps if step is not None]
    if len(places) < 2:
        return
    for step in case.steps[min(places) : max(places) + 1]:
        yield Address("steps", step.id)
        for card in case.column[step.id]:
            yield Address("cards", card.id)


CHECK = Check(
    code="GRO008",
    slug="promise-on-guessed-times",
    severity="medium",
    find=find,
    source="shostack-1984",
    en=Words(
        "A promise on guessed times",
        "Every time on which the promise {promise} depends is a guess.",
        "A promise is made to the customer in earnest. Whether it can be kept is known here only by feeling.",
        "Measure the longest of its stations first; one week of a log is often enough.",
    ),
    nl=Words(
        "Een belofte op geschatte tijden",
        "Elke tijd waar de belofte {promise} van afhangt, is een schatting.",
        "Een belofte is de klant in ernst gedaan. Of zij te houden is, weet men hier alleen op gevoel.",
        "Meet eerst het langste station; een week uit een log is vaak genoeg.",
    ),
    es=Words(
        "Una promesa sobre tiempos estimados",
        "Todos los tiempos de los que depende la promesa {promise} son estimaciones.",
        "Una promesa se hace al cliente en serio. Que se pueda cumplir, aquí solo se sabe por intuición.",
        "Mida primero la estación más larga; suele bastar una semana de registros.",
    ),
    fires="""
footlights: 1
title: A call
phases:
- title: Report
  steps:
  - {id: calls, does: Calls the desk}
  - {id: waits, time: {wait: 3 h}}
  - {id: works, does: Works again}
promises: [{id: same-day, title: Working again the same day, from: calls, to: works, within: 8 h}]
""",
    at=("promises/same-day",),
    clean="""
footlights: 1
title: A call
phases:
- title: Report
  steps:
  - {id: calls, does: Calls the desk}
  - {id: waits, time: {wait: 3 h, basis: observed}}
  - {id: works, does: Works again, time: {work: 5 min}}
  - {id: rates, does: Rates the desk}
promises:
- {id: same-day, title: Working again the same day, from: calls, to: works, within: 8 h}
- {id: asked, title: Asked whether it works, from: works, to: rates, within: 8 h}
""".replace("{work: 5 min}", "{work: 5 min, basis: observed}"),
)
