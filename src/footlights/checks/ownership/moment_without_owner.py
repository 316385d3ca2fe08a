"""A moment of truth nobody answers for."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Count, Words
from footlights.model import Address, Step

__all__ = ["CHECK"]


#: So many moments are named; more are counted.
_TOLD = 3
_TROUBLE = ("fail", "wait", "pain", "critical")


def find(case: Case, _: Options) -> Iterator[Found]:
    """Moments of truth without an owner and with nobody on the front stage; one question where no doer or owner is named at all.

    Where nothing of the organisation is drawn at a moment, that is asked first (moment-with-nothing-behind).
    High at grade 3 or 4 where there is trouble: a shortfall of 1.5 levels, a feeling of -1 or worse, a mark of severity high.
    Low at grade 1.
    """
    drawn = case.draws("frontstage", "backstage", "support")
    linked = {link.target for link in case.blueprint.links.values() if link.source in case.blueprint.cards}
    behind = {step.id for step in case.moments() if case.acting(step.id) or step.id in linked or not drawn}
    moments = [step for step in case.moments() if step.owner is None and step.id in behind and not _doers(case, step)]
    if len(moments) > 1 and not _anybody(case):
        few = len(moments) <= _TOLD
        yield Found(Address("blueprint"), {"moments": tuple(map(case.name, moments)) if few else Count("step", len(moments))})
        return
    for step in moments:
        grade = step.moment_of_truth or 0
        severity = "high" if grade >= 3 and _trouble(case, step) else "low" if grade == 1 else ""
        told = {"moments": case.name(step)}
        yield Found(Address("steps", step.id, "owner"), told, ground=(grade, severity), severity=severity)


def _doers(case: Case, step: Step) -> set[str]:
    return {actor for card in case.at(step.id, "frontstage") for actor in card.by}


def _anybody(case: Case) -> bool:
    return any(step.owner for step in case.steps) or any(card.by for card in case.blueprint.cards.values())


def _trouble(case: Case, step: Step) -> bool:
    felt = case.lowest(step)
    short = step.desired is not None and step.actual is not None and step.desired - step.actual >= 1.5
    places = [f"steps/{step.id}", *(f"cards/{card.id}" for card in case.acting(step.id) if card.step == step.id)]
    marks = [mark for place in places for mark in case.blueprint.marks_on.get(place, ())]
    heavy = any(mark.kind in _TROUBLE and mark.severity == "high" for mark in marks)
    return heavy or short or (felt is not None and felt <= -1)


CHECK = Check(
    code="OWN001",
    slug="moment-without-owner",
    severity="medium",
    calm=True,
    find=find,
    source="carlzon-1987",
    en=Words(
        "A moment of truth nobody answers for",
        "Nobody is named who answers for {moments}.",
        "When a decisive moment goes wrong, somebody has to feel called. Where nobody stands on the front stage, that is nobody by itself.",
        "Name the actor who answers for this moment; it need not be who does the work.",
    ),
    nl=Words(
        "Een moment van de waarheid zonder eigenaar",
        "Er staat niet wie verantwoordelijk is voor {moments}.",
        "Gaat een beslissend moment mis, dan moet iemand zich aangesproken voelen. Staat er front stage niemand, dan is dat "
        "vanzelf niemand.",
        "Noem de actor die voor dit moment verantwoordelijk is; dat hoeft niet te zijn wie het werk doet.",
    ),
    es=Words(
        "Un momento de la verdad del que nadie responde",
        "No se dice quién responde de {moments}.",
        "Cuando un momento decisivo falla, alguien tiene que darse por aludido. Si en la escena no hay nadie, por sí solo no lo "
        "hará nadie.",
        "Nombre al actor que responde de este momento; no tiene por qué ser quien hace el trabajo.",
    ),
    fires="""
footlights: 1
title: A call
actors: {desk: {name: Desk}}
phases:
- title: Report
  steps:
  - does: Calls the desk
    moment-of-truth: 3
    frontstage: [{does: Answers, by: desk}]
  - id: rates
    does: Reads the closing mail
    moment-of-truth: 2
    frontstage: [{does: Sends a mail, mode: automated}]
""",
    at=("steps/rates#owner",),
    clean="""
footlights: 1
title: A call
actors: {desk: {name: Desk}}
phases:
- title: Report
  steps:
  - does: Calls the desk
    moment-of-truth: 3
    frontstage: [{does: Answers, by: desk}]
  - id: rates
    does: Reads the closing mail
    moment-of-truth: 2
    owner: desk
    frontstage: [{does: Sends a mail, mode: automated}]
""",
)
