"""A tolerance that is shorter than the standard time."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Card, Step

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Steps and cards whose tolerance is below their own standard."""
    elements: tuple[Step | Card, ...] = (*case.steps, *case.blueprint.cards.values())
    for element in elements:
        time = element.time
        if time is None or time.standard is None or time.tolerance is None or time.tolerance.seconds >= time.standard.seconds:
            continue
        yield Found(
            case.address(element)._replace(field="time"),
            {"where": case.name(element), "tolerance": time.tolerance, "standard": time.standard},
            ground=(time.tolerance.seconds, time.standard.seconds),
        )


CHECK = Check(
    code="TIM008",
    slug="tolerance-under-standard",
    severity="medium",
    find=find,
    source="shostack-1984",
    en=Words(
        "A tolerance below the standard",
        "{where} should take {standard}, and {tolerance} is the longest that is accepted.",
        "Work that goes exactly as designed would already be too late. One of the two figures is not meant as it stands.",
        "Ask which of the two is right; often the figures were swapped.",
    ),
    nl=Words(
        "Een tolerantie onder de norm",
        "{where} hoort {standard} te duren, en {tolerance} is het langste dat aanvaardbaar is.",
        "Werk dat precies volgens ontwerp gaat, zou al te laat zijn. Een van de twee cijfers is anders bedoeld.",
        "Vraag welk van de twee klopt; vaak zijn ze verwisseld.",
    ),
    es=Words(
        "Una tolerancia inferior al estándar",
        "{where} debería tardar {standard}, y {tolerance} es lo máximo que se acepta.",
        "Un trabajo hecho exactamente como se diseñó ya llegaría tarde. Una de las dos cifras no quiere decir lo que pone.",
        "Pregunte cuál es la correcta; a menudo están intercambiadas.",
    ),
    fires="""
footlights: 1
title: A shine
phases: [{title: Shine, steps: [{id: sits, does: Sits, time: {standard: 5 min, tolerance: 2 min}}]}]
""",
    at=("steps/sits#time",),
    clean="""
footlights: 1
title: A shine
phases: [{title: Shine, steps: [{id: sits, does: Sits, time: {standard: 2 min, tolerance: 5 min}}]}]
""",
)
