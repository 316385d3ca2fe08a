"""A long wait that no wait point marks."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.edits import Operation, add_mark
from footlights.facts import CheckFinding, Seconds, Words
from footlights.model import Card, Step

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """Steps and cards where at least `share` of the whole time goes by in waiting, with no wait point on them or on their step."""
    total = case.times.total_s or 0.0
    elements: tuple[Step | Card, ...] = (*case.steps, *case.blueprint.cards.values())
    for element in elements:
        if element.time is None or element.time.wait is None or element.time.wait.seconds <= 0:
            continue
        waited = element.time.wait.seconds
        if waited < options["share"] * total or case.marks_at(element.step if isinstance(element, Card) else element.id, "wait"):
            continue
        yield Found(case.address(element), {"where": case.name(element), "wait": Seconds(waited)}, ground=(waited,))


def mend(case: Case, finding: CheckFinding) -> tuple[Operation, ...]:
    """A wait point there; what one waits for is people's to say."""
    return add_mark(case.blueprint, finding.address, "wait")


CHECK = Check(
    code="TIM009",
    slug="wait-without-wait-point",
    severity="low",
    find=find,
    mend=mend,
    options=(Option("share", 0.2, "From which share of the whole time on a wait should be marked, 0 to 1"),),
    source="bitner-2008",
    en=Words(
        "A long wait without a wait point",
        "The wait at {where} is {wait}, and no wait point shows it.",
        "A good part of the whole time goes by here. What is not marked in the picture is not talked about when people look at it.",
        "Put a wait point there, and say in a few words what is waited for.",
    ),
    nl=Words(
        "Lang wachten zonder wachtpunt",
        "Het wachten bij {where} duurt {wait}, en geen wachtpunt laat dat zien.",
        "Hier gaat een flink deel van de hele tijd voorbij. Wat niet in het plaatje staat, komt ook niet ter sprake.",
        "Zet er een wachtpunt bij en zeg in een paar woorden waarop wordt gewacht.",
    ),
    es=Words(
        "Una espera larga sin punto de espera",
        "La espera en {where} dura {wait} y ningún punto de espera la muestra.",
        "Aquí se va buena parte del tiempo total. De lo que no está marcado en el plano, no se habla.",
        "Ponga un punto de espera y diga en pocas palabras a qué se espera.",
    ),
    fires="""
footlights: 1
title: A permit
phases:
- title: Apply
  steps:
  - {id: asks, does: Asks for a permit, time: {work: 1 h}}
  - {id: waits, title: Waits, time: {wait: 3 weeks}}
""",
    at=("steps/waits",),
    clean="""
footlights: 1
title: A permit
phases:
- title: Apply
  steps:
  - {id: asks, does: Asks for a permit, time: {work: 1 h}}
  - {id: waits, title: Waits, time: {wait: 3 weeks}, wait: The council meets once a month}
""",
)
