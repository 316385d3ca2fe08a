"""A moment of truth without a time, where most others have one."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """Moments of truth from `grade` on of which no time is known, once half of the stations have one."""
    unknown = set(case.times.unknown)
    if len(unknown) * 2 > len(case.steps):
        return
    for step in case.moments(int(options["grade"])):
        if step.id in unknown:
            yield Found(Address("steps", step.id), {"step": case.name(step)}, ground=(step.moment_of_truth,))


CHECK = Check(
    code="TIM011",
    slug="time-unknown-at-moment",
    severity="low",
    find=find,
    options=(Option("grade", 2, "From which grade of the moment of truth on a time is asked for, 1 to 4"),),
    source="shostack-1984",
    en=Words(
        "A moment of truth without a time",
        "Much rides on {step}, and nobody has said how long it takes.",
        "Most stations here have a time. This is one that people remember, and it counts for nothing in the total.",
        "Ask or look once, and write it down; an assumption is better than a gap.",
    ),
    nl=Words(
        "Een moment van de waarheid zonder tijd",
        "Van {step} hangt veel af, en niemand heeft gezegd hoelang het duurt.",
        "De meeste stations hier hebben een tijd. Dit is er een die mensen onthouden, en juist die telt niet mee in het totaal.",
        "Vraag het of kijk één keer mee en schrijf het op; een aanname is beter dan een gat.",
    ),
    es=Words(
        "Un momento de la verdad sin tiempo",
        "Mucho depende de {step} y nadie ha dicho cuánto dura.",
        "La mayoría de las estaciones tienen un tiempo. Esta es de las que se recuerdan, y justo esta no cuenta en el total.",
        "Pregunte u observe una vez y anótelo; una suposición es mejor que un hueco.",
    ),
    fires="""
footlights: 1
title: A flight
phases:
- title: Airport
  steps:
  - {id: checks-in, does: Checks in, time: {work: 5 min}}
  - {id: boards, does: Boards, moment-of-truth: 3}
""",
    at=("steps/boards",),
    clean="""
footlights: 1
title: A flight
phases:
- title: Airport
  steps:
  - {id: checks-in, does: Checks in, time: {work: 5 min}}
  - {id: boards, does: Boards, moment-of-truth: 3, time: {wait: 20 min}}
""",
)
