"""A moment of truth that stays below the level it should reach."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Spelt, Words
from footlights.model import Address, number_text

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """Moments of truth whose actual level is at least `gap` below the desired one; high at grade 3 or 4 and from `far` below on."""
    for step in case.moments():
        if step.desired is None or step.actual is None or step.desired - step.actual < options["gap"]:
            continue
        heavy = (step.moment_of_truth or 0) >= 3 and step.desired - step.actual >= options["far"]
        yield Found(
            Address("steps", step.id, "actual"),
            {"step": case.name(step), "actual": Spelt(number_text(step.actual)), "desired": Spelt(number_text(step.desired))},
            ground=(step.moment_of_truth, step.desired, step.actual),
            severity="high" if heavy else "",
        )


CHECK = Check(
    code="EXP001",
    slug="moment-below-desired-level",
    severity="medium",
    calm=True,
    find=find,
    options=(
        Option("gap", 0.5, "From how far below the desired level on a moment is told, in levels"),
        Option("far", 1.5, "From how far below on a moment of grade 3 or 4 is of severity high, in levels"),
    ),
    source="b2b-map",
    en=Words(
        "A moment of truth below its desired level",
        "{step} reaches level {actual}, where {desired} is wanted.",
        "Moments of truth decide how people remember the service. This one stays below what you want it to be.",
        "Look at what stands behind it (footlights attribute), and plan what will lift it.",
    ),
    nl=Words(
        "Een moment van de waarheid onder het gewenste niveau",
        "{step} haalt niveau {actual}, waar {desired} gewenst is.",
        "Momenten van de waarheid bepalen hoe mensen de dienst onthouden. Dit moment blijft onder wat je ervan wilt.",
        "Kijk wat erachter staat (footlights attribute) en plan wat het omhoog brengt.",
    ),
    es=Words(
        "Un momento de la verdad por debajo del nivel deseado",
        "{step} alcanza el nivel {actual}, y se desea {desired}.",
        "Los momentos de la verdad deciden cómo se recuerda el servicio. Este se queda por debajo de lo que se quiere.",
        "Mire qué hay detrás (footlights attribute) y planifique qué lo mejorará.",
    ),
    fires="""
footlights: 1
title: A call
phases:
- title: Report
  steps:
  - {id: calls, does: Calls the desk, moment-of-truth: 3, desired: 4, actual: 2}
""",
    at=("steps/calls#actual",),
    clean="""
footlights: 1
title: A call
phases:
- title: Report
  steps:
  - {id: calls, does: Calls the desk, moment-of-truth: 3, desired: 4, actual: 4}
""",
)
