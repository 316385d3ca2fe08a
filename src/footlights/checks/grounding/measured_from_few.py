"""Something called measured that rests on few people or cases."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Spelt, Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """Sources with fewer people or cases than `least` on which alone something measured rests."""
    sources = case.blueprint.sources
    for source in sources.values():
        if source.n is None or source.n >= options["least"]:
            continue
        borne = next((claim for claim in case.claims if claim.basis == "measured" and claim.source == (source.id,)), None)
        if borne is not None:
            facts = {"source": case.name(source), "n": Spelt(str(source.n)), "element": case.name(borne.address.element())}
            yield Found(Address("sources", source.id, "n"), facts, ground=(source.n,))


CHECK = Check(
    code="GRO007",
    slug="measured-from-few",
    severity="medium",
    find=find,
    options=(Option("least", 30, "On how many people or cases a measurement has to rest"),),
    source="house",
    en=Words(
        "A measurement of few",
        "{element} is called measured, and {source} counts {n} people or cases.",
        "A few people tell a great deal about why, and little about how often or how long. With so few a mean moves when one of them "
        "has a bad day.",
        "Call it observed, or measure more of them.",
    ),
    nl=Words(
        "Een meting bij weinigen",
        "{element} heet gemeten, en {source} telt {n} mensen of gevallen.",
        "Een paar mensen vertellen veel over het waarom en weinig over hoe vaak of hoe lang. Bij zo weinig verschuift een gemiddelde "
        "al als een van hen een slechte dag heeft.",
        "Noem het waargenomen, of meet er meer.",
    ),
    es=Words(
        "Una medición de pocos casos",
        "{element} consta como medido, y {source} reúne {n} personas o casos.",
        "Unas pocas personas dicen mucho del porqué y poco de cuántas veces o cuánto tiempo. Con tan pocas, la media cambia si una "
        "tiene un mal día.",
        "Llámelo observado, o mida más casos.",
    ),
    fires="""
footlights: 1
title: A call
sources: {asked: {title: Asked at the desk, kind: survey, n: 4}}
phases: [{title: Report, steps: [{does: Calls the desk, basis: measured, source: asked}]}]
""",
    at=("sources/asked#n",),
    clean="""
footlights: 1
title: A call
sources:
  asked: {title: Asked at the desk, kind: survey, n: 4}
  log: {title: Telephone log, kind: log, n: 4000}
phases:
- title: Report
  steps:
  - {does: Calls the desk, basis: measured, source: [asked, log]}
  - {does: Hangs up, basis: observed, source: asked}
""",
)
