"""A fail point without a recovery."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Fail points that do not say what is done when it goes wrong; as severe as the fail point, medium where it does not say."""
    for mark in case.marks("fail"):
        if not mark.recovery:
            yield Found(
                Address("marks", mark.id, "recovery"), {"mark": case.name(mark)}, ground=(mark.severity,), severity=mark.severity or ""
            )


CHECK = Check(
    code="EXP011",
    slug="fail-without-recovery",
    severity="medium",
    calm=True,
    find=find,
    source="tax-brown-1998",
    en=Words(
        "A fail point without a recovery",
        "This can go wrong: {mark}. What is done then is not written down.",
        "A mistake that is put right well can leave people more content than no mistake at all. Without a way back, staff "
        "improvise and customers pay.",
        "Write down what is done when it happens, by whom, and what they may decide on the spot.",
    ),
    nl=Words(
        "Een faalpunt zonder herstel",
        "Dit kan misgaan: {mark}. Wat er dan gebeurt, staat er niet.",
        "Na een fout die goed wordt rechtgezet kunnen mensen tevredener zijn dan zonder fout. Zonder weg terug improviseren "
        "medewerkers en is de klant de dupe.",
        "Schrijf op wat er dan gebeurt, wie het doet en wat die ter plekke mag beslissen.",
    ),
    es=Words(
        "Un punto de fallo sin recuperación",
        "Esto puede fallar: {mark}. No está escrito qué se hace entonces.",
        "Un error bien resuelto puede dejar a la gente más satisfecha que ningún error. Sin un camino de vuelta, el personal "
        "improvisa y lo paga el cliente.",
        "Escriba qué se hace cuando ocurre, quién lo hace y qué puede decidir en el momento.",
    ),
    fires="""
footlights: 1
title: A shine
phases:
- title: The shine
  steps:
  - does: Has polish put on
    frontstage:
    - does: Applies polish
      fail: {id: wax, title: Wax of the wrong colour, severity: high}
""",
    at=("marks/wax#recovery",),
    clean="""
footlights: 1
title: A shine
phases:
- title: The shine
  steps:
  - does: Has polish put on
    frontstage:
    - does: Applies polish
      fail: {id: wax, title: Wax of the wrong colour, severity: high, recovery: Clean the shoes and apply again}
""",
)
