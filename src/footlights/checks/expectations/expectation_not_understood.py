"""A test of the blueprint's own that cannot be read."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Spelt, Words

from .judging import judgements

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Expectations whose sentence is none of those we know, or that name a step or promise that is not there."""
    own = case.blueprint.language or "en"
    for each in judgements(case, "strange"):
        from .grammar import plain, understood
        from .writing import nearest

        said = each.expectation.says or ""
        sentence = understood(said)
        close = (
            [plain(said).replace(sentence.of, name) for name in each.verdict.near]
            if sentence is not None
            else nearest(said, own.partition("-")[0])
        )
        facts = {"says": each.says, "near": tuple(map(Spelt, close)) or Spelt("…")}
        yield Found(each.address, facts, ground=(str(each.says),))


CHECK = Check(
    code="TST002",
    slug="expectation-not-understood",
    severity="high",
    calm=True,
    find=find,
    source="house",
    en=Words(
        "An expectation that is not understood",
        "This expectation is not understood, and so it tests nothing: {says}.",
        "Whoever wrote it thinks that it is being watched.",
        "Write it as one of the sentences that are understood, or with a name that exists. Near: {near}.",
    ),
    nl=Words(
        "Een verwachting die niet begrepen wordt",
        "Deze verwachting wordt niet begrepen en toetst dus niets: {says}.",
        "Wie haar schreef, denkt dat erop gelet wordt.",
        "Schrijf haar als een van de zinnen die begrepen worden, of met een naam die bestaat. In de buurt: {near}.",
    ),
    es=Words(
        "Una expectativa que no se entiende",
        "Esta expectativa no se entiende y por eso no comprueba nada: {says}.",
        "Quien la escribió cree que se está vigilando.",
        "Escríbala como una de las frases que se entienden o con un nombre que exista. Parecidas: {near}.",
    ),
    fires="""
footlights: 1
title: A call
phases: [{title: Report, steps: [{id: calls, does: Calls the desk, time: {work: 10 min}}]}]
expect:
- {id: vague, says: the customer is happy}
- {id: bare, says: total <= 5}
- {id: whose, says: time of call <= 1 h}
- {id: fine, says: time of calls <= 1 h}
""",
    at=("expect/vague", "expect/bare", "expect/whose"),
    clean="""
footlights: 1
title: A call
phases: [{title: Report, steps: [{id: calls, does: Calls the desk, time: {work: 10 min}}]}]
expect:
- Every step has a time.
- tijd van calls hoogstens 1 uur
- pasos <= 4
""",
)
