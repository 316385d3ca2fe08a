"""A moment of truth of which nobody said how it feels."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Moments of truth without a feeling, where at least half of the steps have one. Medium from grade 3 on."""
    felt = sum(1 for step in case.steps if step.feels)
    if felt * 2 < len(case.steps):
        return
    for step in case.moments():
        if not step.feels:
            grade = step.moment_of_truth or 0
            heavy = "medium" if grade >= 3 else ""
            yield Found(Address("steps", step.id, "feels"), {"step": case.name(step)}, ground=(grade,), severity=heavy)


CHECK = Check(
    code="EXP003",
    slug="moment-nobody-felt",
    severity="low",
    find=find,
    source="kalbach-2016",
    en=Words(
        "A moment of truth nobody says how it feels",
        "{step} is a moment of truth, and nobody says how it feels.",
        "What people remember of a service is how its decisive moments felt. Here the emotion line has a hole where it matters most.",
        "Ask a few customers, or the people who meet them, and put in what they say.",
    ),
    nl=Words(
        "Een moment van de waarheid zonder gevoel",
        "{step} is een moment van de waarheid, en niemand zegt hoe het voelt.",
        "Mensen onthouden van een dienst hoe de beslissende momenten voelden. De emotielijn heeft hier een gat waar het er het "
        "meest toe doet.",
        "Vraag het een paar klanten, of de mensen die hen spreken, en vul in wat ze zeggen.",
    ),
    es=Words(
        "Un momento de la verdad sin emoción",
        "{step} es un momento de la verdad y nadie dice cómo se vive.",
        "De un servicio se recuerda cómo se vivieron sus momentos decisivos. Aquí la línea de emoción tiene un hueco donde más importa.",
        "Pregunte a algunos clientes, o a quienes los atienden, y anote lo que digan.",
    ),
    fires="""
footlights: 1
title: A meal
phases:
- title: The meal
  steps:
  - {does: Comes in, feels: 1}
  - {does: Orders, feels: 0}
  - {id: eats, does: Eats, moment-of-truth: 4}
""",
    at=("steps/eats#feels",),
    clean="""
footlights: 1
title: A meal
phases:
- title: The meal
  steps:
  - {does: Comes in, feels: 1}
  - {does: Orders}
  - {id: eats, does: Eats, moment-of-truth: 4, feels: 2}
""",
)
