"""What the customer expects, at a step that feels bad."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Words
from footlights.model import Address, Step

__all__ = ["CHECK"]


#: So far below its desired level a moment is told as such.
_GAP = 0.5


def find(case: Case, options: Options) -> Iterator[Found]:
    """Steps with an expectation that somebody feels at `level` or lower, though something of the organisation meets them.

    A moment of truth below its desired level is told as such, and so is one of grade 2 and up that feels bad: not once more here.
    """
    for step in case.steps:
        felt = case.lowest(step)
        if not step.expects or felt is None or felt > options["level"] or _told(step):
            continue
        if case.at(step.id, "frontstage") or (case.at(step.id, "backstage") and case.at(step.id, "evidence")):
            yield Found(Address("steps", step.id, "expects"), {"step": case.name(step), "expects": step.expects}, ground=(felt,))


def _told(step: Step) -> bool:
    grade = step.moment_of_truth or 0
    judged = step.desired is not None and step.actual is not None
    return grade > 1 or (grade > 0 and judged and (step.desired or 0) - (step.actual or 0) >= _GAP)


CHECK = Check(
    code="EXP009",
    slug="expectation-disappointed",
    severity="low",
    find=find,
    options=(Option("level", -1, "From which feeling down an expectation counts as disappointed, from -2 to 2"),),
    source="parasuraman-1985",
    en=Words(
        "An expectation that is disappointed",
        "At {step} the customer expects {expects}, and it turns out badly.",
        "People feel the distance between what they expected and what they get. Both ends can be moved: the service, and what is promised.",
        "Do what they expect, or tell them sooner what they may expect.",
    ),
    nl=Words(
        "Een verwachting die niet uitkomt",
        "Bij {step} verwacht de klant {expects}, en dat valt tegen.",
        "Mensen voelen de afstand tussen wat ze verwachtten en wat ze krijgen. Beide zijn te veranderen: de dienst, en wat er "
        "wordt beloofd.",
        "Doe wat ze verwachten, of vertel eerder wat ze mogen verwachten.",
    ),
    es=Words(
        "Una expectativa defraudada",
        "En {step} el cliente espera {expects} y se lleva una decepción.",
        "Se siente la distancia entre lo que se esperaba y lo que se recibe. Ambos extremos se pueden mover: el servicio y lo que "
        "se promete.",
        "Haga lo que se espera, o diga antes qué se puede esperar.",
    ),
    fires="""
footlights: 1
title: A passport
phases:
- title: Appointment
  steps:
  - id: plans
    does: Books an appointment
    expects: A free slot next week
    feels: -1.5
    frontstage: [Shows the free times]
""",
    at=("steps/plans#expects",),
    clean="""
footlights: 1
title: A passport
phases:
- title: Appointment
  steps:
  - id: plans
    does: Books an appointment
    expects: A free slot next month
    feels: 0
    frontstage: [Shows the free times]
  - {does: Finds the passport has expired, expects: That it is valid, feels: -2}
""",
)
