"""A test of the blueprint's own that does not hold."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words

from .judging import judgements

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Expectations that are not so, with what was found instead: the figure, or the first five elements. Always of severity error."""
    for each in judgements(case, "broken"):
        facts = {"says": each.says, "found": each.verdict.found}
        yield Found(each.address, facts, ground=(str(each.says), *each.verdict.ground), severity="error")


CHECK = Check(
    code="TST001",
    slug="expectation-broken",
    severity="high",
    calm=True,
    find=find,
    source="house",
    en=Words(
        "An expectation that does not hold",
        "Expected: {says}. Found otherwise: {found}.",
        "Somebody wrote this down as what the service has to keep. It is a promise among you, and this version breaks it.",
        "Change the blueprint back, or agree on another expectation and write down why.",
    ),
    nl=Words(
        "Een verwachting die niet uitkomt",
        "Verwacht: {says}. Het is anders: {found}.",
        "Iemand heeft dit opgeschreven als iets wat de dienst moet blijven waarmaken. Het is een afspraak met elkaar, en deze versie "
        "breekt haar.",
        "Draai de wijziging terug, of spreek een andere verwachting af en schrijf op waarom.",
    ),
    es=Words(
        "Una expectativa que no se cumple",
        "Se espera: {says}. No es así: {found}.",
        "Alguien lo dejó escrito como algo que el servicio debe mantener. Es un acuerdo de todos, y esta versión lo rompe.",
        "Deshaga el cambio o acuerde otra expectativa y anote por qué.",
    ),
    fires="""
footlights: 1
title: A call
phases:
- title: Report
  steps:
  - {does: Calls the desk, time: {work: 10 min}}
  - {does: Waits for an answer, moment-of-truth: 3, time: {wait: 2 days}}
expect:
- {id: quick, says: total <= 1 day}
- {id: owned, says: every moment of truth has an owner}
- {id: short, says: steps <= 2}
""",
    at=("expect/quick", "expect/owned"),
    clean="""
footlights: 1
title: A call
actors: {lead: {name: Team lead}}
phases:
- title: Report
  steps:
  - {does: Calls the desk, time: {work: 10 min}}
  - {does: Waits for an answer, moment-of-truth: 3, owner: lead, time: {wait: 2 h}}
expect:
- total <= 1 day
- every moment of truth has an owner
- steps <= 2
""",
)
