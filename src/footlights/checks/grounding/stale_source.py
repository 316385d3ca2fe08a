"""A source so old that the service may have changed since."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]

_MONTH_DAYS = 30.44


def find(case: Case, options: Options) -> Iterator[Found]:
    """Sources older than `months` that claims rest on; documents are left out, since what they say stays true of its day."""
    used = {id for claim in case.claims if claim.basis in ("observed", "measured") for id in claim.source}
    for source in case.blueprint.sources.values():
        if source.id not in used or source.kind == "document" or source.date_ is None:
            continue
        if (case.today - source.date_).days > options["months"] * _MONTH_DAYS:
            facts = {"source": case.name(source), "date": source.date_}
            yield Found(Address("sources", source.id, "date_"), facts, ground=(source.date_.isoformat(),))


CHECK = Check(
    code="GRO004",
    slug="stale-source",
    severity="low",
    find=find,
    options=(Option("months", 24, "From which age on a source is asked about, in months"),),
    source="nng",
    en=Words(
        "A source from long ago",
        "The blueprint rests on {source} of {date}.",
        "Channels, people and customers have changed since. What was measured then may still hold, but nobody has looked.",
        "Look again, or say in the source why it still holds.",
    ),
    nl=Words(
        "Een bron van lang geleden",
        "De blueprint steunt op {source} van {date}.",
        "Kanalen, mensen en klanten zijn sindsdien veranderd. Wat toen gemeten is kan nog kloppen, maar niemand heeft het nagekeken.",
        "Kijk opnieuw, of zeg bij de bron waarom hij nog klopt.",
    ),
    es=Words(
        "Una fuente de hace mucho",
        "El blueprint se apoya en {source}, de {date}.",
        "Desde entonces han cambiado los canales, el personal y los clientes. Quizá aún valga lo medido, pero nadie lo ha comprobado.",
        "Vuelva a mirar o explique en la fuente por qué sigue valiendo.",
    ),
    fires="""
footlights: 1
title: A call
sources: {survey: {title: Customer survey, kind: survey, date: 2023-05-01}}
phases:
- title: Report
  steps:
  - {does: Calls the desk, basis: measured, source: survey}
""",
    at=("sources/survey#date_",),
    clean="""
footlights: 1
title: A call
sources:
  survey: {title: Customer survey, kind: survey, date: 2025-11-01}
  paper: {title: A paper on queues, kind: document, date: 1985-01-01}
phases:
- title: Report
  steps:
  - {does: Calls the desk, basis: measured, source: [survey, paper]}
""",
)
