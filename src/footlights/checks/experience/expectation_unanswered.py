"""An expectation that nothing the customer meets answers."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Steps with an expectation and neither a front stage nor evidence, where the front stage is drawn. Medium from grade 2 on.

    Where the customer only waits, silence asks the same.
    """
    if not case.draws("frontstage"):
        return
    for step in case.steps:
        if step.expects and step.does and not case.at(step.id, "frontstage", "evidence"):
            grade = step.moment_of_truth or 0
            heavy = "medium" if grade >= 2 else ""
            told = {"step": case.name(step), "expects": step.expects}
            yield Found(Address("steps", step.id, "expects"), told, ground=(grade,), severity=heavy)


CHECK = Check(
    code="EXP010",
    slug="expectation-unanswered",
    severity="low",
    find=find,
    source="parasuraman-1985",
    en=Words(
        "An expectation that nothing answers",
        "At {step} the customer expects {expects}, and meets nobody and nothing that answers it.",
        "Where an expectation gets no answer, people make up their own, and seldom in your favour.",
        "Add what tells them, or manage the expectation in an earlier step.",
    ),
    nl=Words(
        "Een verwachting zonder antwoord",
        "Bij {step} verwacht de klant {expects}, en treft niemand en niets dat daarop antwoordt.",
        "Krijgt een verwachting geen antwoord, dan bedenken mensen er zelf een, en zelden in je voordeel.",
        "Voeg toe wat het ze vertelt, of stel de verwachting in een eerdere stap bij.",
    ),
    es=Words(
        "Una expectativa sin respuesta",
        "En {step} el cliente espera {expects} y no encuentra a nadie ni nada que responda.",
        "Cuando una expectativa no recibe respuesta, la gente se inventa la suya, y rara vez a favor de quien presta el servicio.",
        "Añada lo que se lo diga, o ajuste la expectativa en un paso anterior.",
    ),
    fires="""
footlights: 1
title: A parcel
phases:
- title: Deliver
  steps:
  - {does: Orders, frontstage: [Confirms the order]}
  - {id: stays, does: Stays at home, expects: The van before noon}
""",
    at=("steps/stays#expects",),
    clean="""
footlights: 1
title: A parcel
phases:
- title: Deliver
  steps:
  - {does: Orders, frontstage: [Confirms the order]}
  - {id: stays, does: Stays at home, expects: The van before noon, evidence: [The van on a map]}
""",
)
