"""A system in use that nobody answers for."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Count, Words
from footlights.model import Address

__all__ = ["CHECK"]


#: So many systems are named; more are counted.
_TOLD = 3


def find(case: Case, _: Options) -> Iterator[Found]:
    """Systems that cards use and nobody answers for; one question where no system has an owner.

    Medium where one stands directly under a moment of truth of grade 3 or 4.
    """
    used = dict.fromkeys(id for card in case.blueprint.cards.values() for id in card.uses)
    unowned = [case.blueprint.systems[id] for id in used if case.blueprint.systems[id].owner is None]
    if len(unowned) > 1 and len(unowned) == len(used):
        few = len(unowned) <= _TOLD
        yield Found(Address("blueprint"), {"systems": tuple(map(case.name, unowned)) if few else Count("system", len(unowned))})
        return
    weighty = {id for step in case.moments(least=3) for card in case.acting(step.id) for id in card.uses}
    for system in unowned:
        heavy = system.id in weighty
        yield Found(
            Address("systems", system.id, "owner"), {"systems": case.name(system)}, ground=(heavy,), severity="medium" if heavy else ""
        )


CHECK = Check(
    code="OWN007",
    slug="system-without-owner",
    severity="low",
    find=find,
    source="house",
    en=Words(
        "A system without an owner",
        "Nobody is named who answers for {systems}.",
        "A system changes, fails and ages. Without an owner nobody tells the people who work with it, or the customers who wait for it.",
        "Name the actor who answers for it.",
    ),
    nl=Words(
        "Een systeem zonder eigenaar",
        "Er staat niet wie verantwoordelijk is voor {systems}.",
        "Een systeem verandert, hapert en veroudert. Zonder eigenaar hoort niemand het: wie ermee werkt niet, en de klant die erop "
        "wacht ook niet.",
        "Noem de actor die ervoor verantwoordelijk is.",
    ),
    es=Words(
        "Un sistema sin responsable",
        "No se dice quién responde de {systems}.",
        "Un sistema cambia, falla y envejece. Sin responsable nadie avisa a quienes trabajan con él ni a los clientes que lo esperan.",
        "Nombre al actor que responde de él.",
    ),
    fires="""
footlights: 1
title: A call
actors: {desk: {name: Desk}}
systems: {itsm: {name: ITSM tool, owner: desk}, telephony: {name: Telephone exchange}}
phases:
- title: Report
  steps:
  - does: Calls the desk
    frontstage: [{does: Answers, by: desk, uses: [telephony, itsm]}]
""",
    at=("systems/telephony#owner",),
    clean="""
footlights: 1
title: A call
actors: {desk: {name: Desk}}
systems: {itsm: {name: ITSM tool, owner: desk}, telephony: {name: Telephone exchange, owner: desk}, radio: {name: Radio}}
phases:
- title: Report
  steps:
  - does: Calls the desk
    frontstage: [{does: Answers, by: desk, uses: [telephony, itsm]}]
""",
)
