"""A test of the blueprint's own that nobody can answer yet."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words

from .judging import judgements

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Expectations that are understood, and for which what is known does not suffice: unknown is never a pass."""
    for each in judgements(case, "unknown"):
        yield Found(each.address, {"says": each.says, "found": each.verdict.found}, ground=(str(each.says),))


CHECK = Check(
    code="TST003",
    slug="expectation-not-judged",
    severity="medium",
    calm=True,
    find=find,
    source="house",
    en=Words(
        "An expectation that cannot be judged",
        "Whether this holds nobody can tell yet: {says} ({found}).",
        "Unknown is no pass. As long as a figure is missing here, this expectation guards nothing.",
        "Fill in what is missing, or expect something that the blueprint can tell.",
    ),
    nl=Words(
        "Een verwachting die niet te beoordelen is",
        "Of dit klopt is nog niet te zeggen: {says} ({found}).",
        "Onbekend is niet geslaagd. Zolang hier een cijfer ontbreekt, bewaakt deze verwachting niets.",
        "Vul aan wat ontbreekt, of verwacht iets wat uit de blueprint op te maken is.",
    ),
    es=Words(
        "Una expectativa que no se puede juzgar",
        "Aún no se puede decir si se cumple: {says} ({found}).",
        "Lo desconocido no es un aprobado. Mientras falte una cifra, esta expectativa no vigila nada.",
        "Complete lo que falta o espere algo que el blueprint pueda decir.",
    ),
    fires="""
footlights: 1
title: A call
phases:
- title: Report
  steps:
  - {does: Calls the desk, time: {work: 10 min}}
  - Waits for an answer
expect:
- {id: quick, says: total <= 1 day}
- {id: mostly, says: p90 total <= 1 day}
- {id: kind, says: no step feels below -1}
""",
    at=("expect/quick", "expect/mostly", "expect/kind"),
    clean="""
footlights: 1
title: A call
phases:
- title: Report
  steps:
  - {does: Calls the desk, feels: 0, time: {work: 10 min}}
  - {does: Waits for an answer, feels: -1, time: {wait: 1 h}}
expect:
- total <= 1 day
- no step feels below -1
""",
)
