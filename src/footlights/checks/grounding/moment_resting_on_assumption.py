"""A moment of truth of which nobody knows how it is lived."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Words
from footlights.model import Address, Step

__all__ = ["CHECK"]

_KNOWN = ("observed", "measured")


def find(case: Case, options: Options) -> Iterator[Found]:
    """Heavy moments of truth of which neither step, feelings, marks nor a metric card were observed or measured.

    Nothing in a blueprint of what will be, nor in one that assumes everything: then nobody has gone out to look yet, which is one
    question and not one for each moment.
    """
    if case.blueprint.state in ("to-be", "ideal") or not any(claim.basis in _KNOWN for claim in case.claims):
        return
    for step in case.moments(int(options["grade"])):
        if not _known(case, step):
            yield Found(
                Address("steps", step.id),
                {"step": case.name(step)},
                ground=(step.moment_of_truth, tuple(sorted({feeling.level for feeling in step.feels})), step.actual),
            )


def _known(case: Case, step: Step) -> bool:
    bases = [step.basis, *(feeling.basis for feeling in step.feels)]
    bases += [card.basis for card in case.at(step.id, "metric")]
    bases += [mark.basis for mark in case.blueprint.marks_on.get(f"steps/{step.id}", ())]
    return any(basis in _KNOWN for basis in bases)


CHECK = Check(
    code="GRO001",
    slug="moment-resting-on-assumption",
    severity="medium",
    calm=True,
    find=find,
    options=(Option("grade", 3, "From which grade on a moment of truth has to be known, 1 to 4"),),
    source="cjml",
    en=Words(
        "A moment of truth resting on assumption",
        "Nobody has seen or measured how {step} is lived.",
        "Much rides on this moment, and what stands here is what the team believes. Teams are often surprised at the moments they "
        "feel surest of.",
        "Watch it, ask people, or count something here; then write down the basis and the source.",
    ),
    nl=Words(
        "Een moment van de waarheid dat op aannames rust",
        "Niemand heeft gezien of gemeten hoe {step} wordt beleefd.",
        "Van dit moment hangt veel af, en wat hier staat is wat het team denkt. Juist bij momenten waar een team zeker van is, valt "
        "het vaak anders uit.",
        "Kijk mee, vraag het mensen of tel hier iets; schrijf daarna onderbouwing en bron op.",
    ),
    es=Words(
        "Un momento de la verdad basado en supuestos",
        "Nadie ha visto ni medido cómo se vive {step}.",
        "Mucho depende de este momento, y lo que aquí consta es lo que el equipo cree. Justo donde más seguro está un equipo suele "
        "haber sorpresas.",
        "Observe, pregunte o cuente algo aquí; después anote en qué se basa y la fuente.",
    ),
    fires="""
footlights: 1
title: A call
phases:
- title: Report
  steps:
  - {id: calls, does: Calls the desk, moment-of-truth: 3, feels: -1}
  - {does: Explains it again, basis: observed}
""",
    at=("steps/calls",),
    clean="""
footlights: 1
title: A call
phases:
- title: Report
  steps:
  - id: calls
    does: Calls the desk
    moment-of-truth: 3
    feels: {level: -1, basis: measured}
  - {does: Explains it again, basis: observed}
  - {does: Hangs up, moment-of-truth: 2}
""",
)
