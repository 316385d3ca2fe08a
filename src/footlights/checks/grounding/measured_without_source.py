"""A figure that was measured, without where it comes from."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Claims called measured that name no source, each element once."""
    told = set()
    for claim in case.claims:
        element = claim.address.element()
        if claim.basis == "measured" and not claim.source and element not in told:
            told.add(element)
            yield Found(claim.address, {"element": case.name(element)}, ground=(claim.basis,))


CHECK = Check(
    code="GRO002",
    slug="measured-without-source",
    severity="medium",
    find=find,
    source="xla",
    en=Words(
        "A measurement without a source",
        "{element} is called measured, and nothing says where or when.",
        "A figure nobody can look up can't be checked, compared or measured again. In a discussion it weighs as much as a guess.",
        "Name the source: the log, the survey, the count, with its date.",
    ),
    nl=Words(
        "Een meting zonder bron",
        "{element} heet gemeten, en nergens staat waar of wanneer.",
        "Een cijfer dat niemand kan nakijken, is niet te controleren, te vergelijken of opnieuw te meten. In een gesprek weegt het "
        "dan niet meer dan een gok.",
        "Noem de bron: de log, de enquête, de telling, met de datum.",
    ),
    es=Words(
        "Una medición sin fuente",
        "{element} consta como medido, pero no se dice dónde ni cuándo.",
        "Una cifra que nadie puede consultar no se puede comprobar, comparar ni volver a medir. En una discusión pesa tanto como una "
        "conjetura.",
        "Indique la fuente: el registro, la encuesta o el recuento, con su fecha.",
    ),
    fires="""
footlights: 1
title: A call
phases:
- title: Report
  steps:
  - {id: calls, does: Calls the desk, time: {wait: 40 s, basis: measured}}
""",
    at=("steps/calls#time",),
    clean="""
footlights: 1
title: A call
sources: {log: {title: Telephone log, kind: log}}
phases:
- title: Report
  steps:
  - {id: calls, does: Calls the desk, time: {wait: 40 s, basis: measured, source: log}}
  - {does: Hangs up, time: {work: 1 min, basis: assumed}}
""",
)
