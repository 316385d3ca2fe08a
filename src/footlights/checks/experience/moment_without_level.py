"""A moment of truth whose level nobody gave."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Count, Words
from footlights.model import Address, Step

__all__ = ["CHECK"]


#: What is not there yet has no level that it reaches now.
_PLANNED = ("to-be", "ideal")
#: So many moments are named; more are counted.
_TOLD = 3


def find(case: Case, _: Options) -> Iterator[Found]:
    """Moments of truth without the level they reach or should reach; one question where no moment has any. Medium from grade 3 on."""
    moments = case.moments()
    missing = [(step, field) for step in moments if (field := _missing(step, case.blueprint.state or ""))]
    if len(moments) > 1 and all(step.desired is None and step.actual is None for step in moments):
        few = len(moments) <= _TOLD
        yield Found(Address("blueprint"), {"steps": tuple(map(case.name, moments)) if few else Count("step", len(moments))})
        return
    for step, field in missing:
        grade = step.moment_of_truth or 0
        heavy = "medium" if grade >= 3 else ""
        yield Found(Address("steps", step.id, field), {"steps": case.name(step)}, ground=(grade,), severity=heavy)


def _missing(step: Step, state: str) -> str:
    if step.actual is None and state not in _PLANNED:
        return "actual"
    return "desired" if step.desired is None else ""


CHECK = Check(
    code="EXP002",
    slug="moment-without-level",
    severity="low",
    find=find,
    source="b2b-map",
    en=Words(
        "A moment of truth without a level",
        "For {steps} the level that is reached, or the one that is wanted, is missing.",
        "Without both levels nobody can say whether this moment is good enough, or whether an action lifted it.",
        "Give the level it should reach and the level it reaches now, 1 to 5; a guess will do, if it says so.",
    ),
    nl=Words(
        "Een moment van de waarheid zonder niveau",
        "Bij {steps} ontbreekt het niveau dat gehaald of gewenst wordt.",
        "Zonder beide niveaus kan niemand zeggen of dit moment goed genoeg is, en of een actie het beter heeft gemaakt.",
        "Geef aan welk niveau het zou moeten halen en welk het nu haalt, 1 tot 5; een schatting mag, als dat erbij staat.",
    ),
    es=Words(
        "Un momento de la verdad sin nivel",
        "En {steps} falta el nivel alcanzado o el deseado.",
        "Sin los dos niveles nadie puede decir si este momento es lo bastante bueno, ni si una acción lo mejoró.",
        "Indique el nivel que debería alcanzar y el que alcanza ahora, de 1 a 5; vale una estimación, si se dice.",
    ),
    fires="""
footlights: 1
title: A call
phases:
- title: Report
  steps:
  - {id: calls, does: Calls the desk, moment-of-truth: 3, desired: 4, actual: 4}
  - {id: hears, does: Hears the answer, moment-of-truth: 2, desired: 4}
""",
    at=("steps/hears#actual",),
    clean="""
footlights: 1
title: A call
state: to-be
phases:
- title: Report
  steps:
  - {id: calls, does: Calls the desk, moment-of-truth: 3, desired: 4, actual: 4}
  - {id: hears, does: Hears the answer, moment-of-truth: 2, desired: 4}
""",
)
