"""A wait point without a waiting time."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Wait points at a step or card of which no waiting time is known anywhere in the column; only where times are drawn at all."""
    if case.times.total_s is None:
        return
    for mark in case.marks("wait"):
        address = Address("marks", mark.id)
        step = case.step_of(address)
        if step is None or case.wait_s(step) is not None:
            continue
        yield Found(address, {"mark": case.name(mark), "step": case.name(step)}, ground=(mark.on,))


CHECK = Check(
    code="TIM010",
    slug="wait-point-without-time",
    severity="low",
    find=find,
    source="maister-1985",
    en=Words(
        "A wait point without a time",
        "{mark} at {step}: nobody has said how long the wait is.",
        "Everybody agreed that people wait here. Without a figure it counts for nothing in the total, and nobody can see whether it "
        "gets better.",
        "Write the waiting time at the step or card, if need be as an assumption.",
    ),
    nl=Words(
        "Een wachtpunt zonder tijd",
        "{mark} bij {step}: niemand heeft gezegd hoelang het wachten duurt.",
        "Iedereen was het erover eens dat men hier wacht. Zonder cijfer telt het niet mee in het totaal en ziet niemand of het "
        "beter wordt.",
        "Zet de wachttijd bij de stap of kaart, zo nodig als aanname.",
    ),
    es=Words(
        "Un punto de espera sin tiempo",
        "{mark} en {step}: no consta cuánto dura la espera.",
        "Todos coincidieron en que aquí se espera. Sin una cifra no cuenta en el total y nadie puede ver si mejora.",
        "Anote el tiempo de espera en el paso o la tarjeta, aunque sea como suposición.",
    ),
    fires="""
footlights: 1
title: A clinic
phases:
- title: Visit
  steps:
  - {id: arrives, does: Checks in, time: {work: 2 min}}
  - {id: sits, does: Sits in the waiting room, wait: {id: clock, title: Nobody says how long}}
""",
    at=("marks/clock",),
    clean="""
footlights: 1
title: A clinic
phases:
- title: Visit
  steps:
  - {id: arrives, does: Checks in, time: {work: 2 min}}
  - {id: sits, does: Sits in the waiting room, time: {wait: 20 min}, wait: {id: clock, title: Nobody says how long}}
""",
)
