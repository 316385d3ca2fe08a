"""A journey that ends on a bad feeling."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """The last step, where somebody leaves it feeling `level` or lower."""
    if len(case.steps) < 2:
        return
    step = case.steps[-1]
    felt = case.lowest(step)
    if felt is not None and felt <= options["level"]:
        yield Found(Address("steps", step.id, "feels"), {"step": case.name(step), "felt": felt}, ground=(felt,))


CHECK = Check(
    code="EXP014",
    slug="bad-ending",
    severity="medium",
    calm=True,
    find=find,
    options=(Option("level", -0.5, "From which feeling down an ending counts as bad, from -2 to 2"),),
    source="kahneman-1993",
    en=Words(
        "A bad ending",
        "The journey ends at {step} with a feeling of {felt}, on a scale from −2 to 2.",
        "People remember the peak and the end. A service that ends badly is remembered worse than it was.",
        "Ask what would let people leave content; the end is often the cheapest moment to improve.",
    ),
    nl=Words(
        "Een slecht einde",
        "De reis eindigt bij {step} met een gevoel van {felt}, op een schaal van −2 tot 2.",
        "Mensen onthouden de piek en het einde. Een dienst die slecht eindigt, blijft slechter hangen dan die was.",
        "Vraag waarmee mensen tevreden zouden weggaan; het einde is vaak het goedkoopste moment om te verbeteren.",
    ),
    es=Words(
        "Un mal final",
        "El viaje termina en {step} con una emoción de {felt}, en una escala de −2 a 2.",
        "La gente recuerda el punto álgido y el final. Un servicio que acaba mal se recuerda peor de lo que fue.",
        "Pregunte qué haría que la gente se marchara contenta; el final suele ser el momento más barato de mejorar.",
    ),
    fires="""
footlights: 1
title: A meal
phases:
- title: The meal
  steps:
  - {does: Eats, feels: 1}
  - {id: leaves, does: Leaves, feels: -0.5}
""",
    at=("steps/leaves#feels",),
    clean="""
footlights: 1
title: A meal
phases:
- title: The meal
  steps:
  - {does: Waits for the bill, feels: -1}
  - {id: leaves, does: Leaves, feels: 1}
""",
)
