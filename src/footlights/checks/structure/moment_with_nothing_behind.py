"""A moment of truth with nothing of the organisation behind it."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Moments of truth at which the organisation has no card, and to which no card is linked; low at grade 1."""
    if not case.draws("frontstage", "backstage", "support"):
        return
    linked = {link.target for link in case.blueprint.links.values() if link.source in case.blueprint.cards}
    for step in case.moments():
        if not case.acting(step.id) and step.id not in linked:
            grade = step.moment_of_truth
            yield Found(Address("steps", step.id), {"step": case.name(step)}, ground=(grade,), severity="low" if grade == 1 else "")


CHECK = Check(
    code="STR014",
    slug="moment-with-nothing-behind",
    severity="medium",
    find=find,
    source="carlzon-1987",
    en=Words(
        "A moment of truth with nothing behind it",
        "{step} is a moment of truth, and nothing of the organisation is drawn behind it.",
        "Somebody cleaned the room, packed the bag or wrote the letter. As long as that is not drawn, no one can lift this moment.",
        "Draw who or what makes this moment good or bad, also when nobody is in sight, or link the card that does.",
    ),
    nl=Words(
        "Een moment van de waarheid met niets erachter",
        "{step} is een moment van de waarheid, en er staat niets van de organisatie achter.",
        "Iemand maakte de kamer schoon, pakte de tas in of schreef de brief. Zolang dat er niet staat, kan niemand dit moment beter maken.",
        "Teken wie of wat dit moment goed of slecht maakt, ook als er niemand te zien is, of verbind de kaart die dat doet.",
    ),
    es=Words(
        "Un momento de la verdad sin nada detrás",
        "{step} es un momento de la verdad y no hay nada de la organización detrás.",
        "Alguien limpió la habitación, preparó la bolsa o escribió la carta. Mientras no esté dibujado, nadie puede mejorar este momento.",
        "Dibuje quién o qué hace bueno o malo este momento, aunque no se vea a nadie, o enlace la tarjeta que lo hace.",
    ),
    fires="""
footlights: 1
title: A hotel
actors: {desk: {name: Front desk}}
phases:
- title: Stay
  steps:
  - does: Checks in
    moment-of-truth: 4
    frontstage: [{does: Registers, by: desk}]
  - {id: sleeps, does: Sleeps, moment-of-truth: 3, evidence: [Bed]}
""",
    at=("steps/sleeps",),
    clean="""
footlights: 1
title: A hotel
actors: {desk: {name: Front desk}, housekeeping: {name: Housekeeping}}
phases:
- title: Stay
  steps:
  - does: Checks in
    moment-of-truth: 4
    frontstage: [{does: Registers, by: desk}]
  - {id: sleeps, does: Sleeps, moment-of-truth: 3, evidence: [Bed], backstage: [{does: Makes the bed, by: housekeeping}]}
""",
)
