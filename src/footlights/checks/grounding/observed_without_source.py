"""What was observed, without who saw it and when."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Percent, Spelt, Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """One question for the whole blueprint where many of the claims called observed name no source."""
    seen = [claim for claim in case.claims if claim.basis == "observed"]
    bare = list(dict.fromkeys(claim.address.element() for claim in seen if not claim.source))
    count = sum(1 for claim in seen if not claim.source)
    if not bare or count < options["least"] or count * 100 < options["share"] * len(seen):
        return
    facts = {"count": Spelt(str(count)), "share": Percent(round(count / len(seen), 2)), "first": tuple(map(case.name, bare[:3]))}
    yield Found(Address("blueprint"), facts, ground=("observed",))


CHECK = Check(
    code="GRO003",
    slug="observed-without-source",
    severity="low",
    find=find,
    options=(
        Option("least", 3, "From how many claims on it is asked"),
        Option("share", 50, "From which share of the observed claims on it is asked, in percent"),
    ),
    source="stickdorn-2018",
    en=Words(
        "Observations without a source",
        "{count} observations ({share}) do not say who saw them or when, such as {first}.",
        "People trust what somebody saw, as long as they can ask whoever saw it. A year from now nobody remembers which visit it was.",
        "Add the visit, the interview or the document under sources, and point at it.",
    ),
    nl=Words(
        "Waarnemingen zonder bron",
        "Bij {count} waarnemingen ({share}) staat niet wie het zag of wanneer, zoals bij {first}.",
        "Wat iemand gezien heeft, geloven mensen zolang ze die iemand iets kunnen vragen. Over een jaar weet niemand meer bij welk "
        "bezoek het was.",
        "Zet het bezoek, het interview of het document bij de bronnen en verwijs ernaar.",
    ),
    es=Words(
        "Observaciones sin fuente",
        "Observaciones que no dicen quién lo vio ni cuándo: {count} ({share}), por ejemplo {first}.",
        "Se confía en lo que alguien vio mientras se le pueda preguntar. Dentro de un año nadie recordará en qué visita fue.",
        "Añada la visita, la entrevista o el documento a las fuentes y haga referencia a ello.",
    ),
    fires="""
footlights: 1
title: A call
phases:
- title: Report
  steps:
  - {does: Calls the desk, basis: observed}
  - {does: Explains it, basis: observed}
  - {does: Explains it again, basis: observed}
""",
    at=("blueprint",),
    clean="""
footlights: 1
title: A call
sources: {visit: {title: A morning at the desk, kind: observation}}
phases:
- title: Report
  steps:
  - {does: Calls the desk, basis: observed, source: visit}
  - {does: Explains it, basis: observed, source: visit}
  - {does: Explains it again, basis: observed}
""",
)
