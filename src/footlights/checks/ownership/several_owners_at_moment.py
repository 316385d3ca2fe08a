"""A moment of truth split between departments, and nobody who answers for the whole."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address, Step

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Moments of truth without an owner whose front stage is done by actors of two departments or more. Low at grade 1."""
    for step in case.moments():
        actors = _split(case, step) if step.owner is None else ()
        if actors:
            grade = step.moment_of_truth or 0
            told = {"step": case.name(step), "doers": tuple(case.name(case.blueprint.actors[id]) for id in actors)}
            yield Found(Address("steps", step.id, "owner"), told, ground=(grade, actors), severity="low" if grade == 1 else "")


def _split(case: Case, step: Step) -> tuple[str, ...]:
    """The actors on the front stage of a step, in order, where they belong to several departments; else ()."""
    doers = tuple(dict.fromkeys(actor for card in case.at(step.id, "frontstage") for actor in card.by))
    departments = [case.blueprint.say(case.blueprint.actors[id].department).strip().casefold() for id in doers]
    return doers if len({department or id for department, id in zip(departments, doers, strict=True)}) > 1 else ()


CHECK = Check(
    code="OWN003",
    slug="several-owners-at-moment",
    severity="medium",
    find=find,
    source="nng",
    en=Words(
        "A moment of truth with several owners",
        "{step} is shared by {doers}, and nobody answers for the whole.",
        "To the customer it is one moment. Where each department does its own part well, the seams between them are what people remember.",
        "Name one of them as the owner of this moment.",
    ),
    nl=Words(
        "Een moment van de waarheid met meer eigenaren",
        "{step} wordt gedeeld door {doers}, en niemand is verantwoordelijk voor het geheel.",
        "Voor de klant is het één moment. Doet elke afdeling haar eigen deel goed, dan onthouden mensen de naden ertussen.",
        "Wijs een van hen aan als eigenaar van dit moment.",
    ),
    es=Words(
        "Un momento de la verdad con varios responsables",
        "{step} se reparte entre {doers} y nadie responde del conjunto.",
        "Para el cliente es un solo momento. Si cada área hace bien su parte, lo que se recuerda son las costuras.",
        "Nombre a uno de ellos responsable de este momento.",
    ),
    fires="""
footlights: 1
title: A meal
actors:
  waiter: {name: Waiter, department: Room}
  cook: {name: Cook, department: Kitchen}
phases:
- title: The meal
  steps:
  - id: eats
    does: Eats
    moment-of-truth: 4
    frontstage: [{does: Serves, by: waiter}, {does: Explains the dish, by: cook}]
""",
    at=("steps/eats#owner",),
    clean="""
footlights: 1
title: A meal
actors:
  waiter: {name: Waiter, department: Room}
  cook: {name: Cook, department: Kitchen}
  head: {name: Head waiter, department: room}
phases:
- title: The meal
  steps:
  - id: eats
    does: Eats
    moment-of-truth: 4
    owner: head
    frontstage: [{does: Serves, by: waiter}, {does: Explains the dish, by: cook}]
  - does: Pays
    moment-of-truth: 2
    frontstage: [{does: Brings the bill, by: waiter}, {does: Says goodbye, by: head}]
""",
)
