"""So many heavy moments of truth that none stands out."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Count, Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """A blueprint of six steps or more in which more than the share `most` are moments of truth of grade 3 or 4: one question."""
    heavy = case.moments(least=3)
    if len(case.steps) >= 6 and len(heavy) > options["most"] * len(case.steps):
        told = {"heavy": len(heavy), "steps": Count("step", len(case.steps))}
        yield Found(Address("blueprint"), told, ground=(len(heavy), len(case.steps)))


CHECK = Check(
    code="EXP018",
    slug="too-many-moments-of-truth",
    severity="low",
    find=find,
    options=(Option("most", 0.5, "The largest share of steps that may be of grade 3 or 4, 0 to 1"),),
    source="b2b-map",
    en=Words(
        "Too many moments of truth",
        "Of {steps}, {heavy} are moments of truth of grade 3 or 4.",
        "Where everything is decisive, nothing is. Four grades are there to choose with.",
        "Keep grade 3 and 4 for the few moments that make people stay or leave.",
    ),
    nl=Words(
        "Te veel momenten van de waarheid",
        "Van {steps} zijn er {heavy} een moment van de waarheid van graad 3 of 4.",
        "Als alles beslissend is, is niets het. De vier graden zijn er om te kiezen.",
        "Bewaar graad 3 en 4 voor de paar momenten waardoor mensen blijven of weggaan.",
    ),
    es=Words(
        "Demasiados momentos de la verdad",
        "De {steps}, {heavy} son momentos de la verdad de grado 3 o 4.",
        "Si todo es decisivo, nada lo es. Los cuatro grados están para elegir.",
        "Reserve los grados 3 y 4 para los pocos momentos que hacen que la gente se quede o se vaya.",
    ),
    fires="""
footlights: 1
title: A meal
phases:
- title: The meal
  steps:
  - {does: Books, moment-of-truth: 3}
  - {does: Comes in, moment-of-truth: 3}
  - {does: Orders, moment-of-truth: 3}
  - {does: Eats, moment-of-truth: 3}
  - {does: Pays}
  - {does: Leaves}
""",
    at=("blueprint",),
    clean="""
footlights: 1
title: A meal
phases:
- title: The meal
  steps:
  - {does: Books, moment-of-truth: 3}
  - {does: Comes in, moment-of-truth: 3}
  - {does: Orders}
  - {does: Eats}
  - {does: Pays}
  - {does: Leaves}
""",
)
