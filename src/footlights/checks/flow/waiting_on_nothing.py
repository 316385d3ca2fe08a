"""A wait behind which nobody is at work."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]

_BEHIND = ("backstage", "support")


def find(case: Case, _: Options) -> Iterator[Found]:
    """Steps at which the customer does nothing but wait, with nothing below the line of visibility, though other steps have that."""
    if not case.draws(*_BEHIND):
        return
    for step in case.steps:
        waits = (step.time is not None and step.time.wait is not None) or bool(case.marks_at(step.id, "wait"))
        if step.does is None and waits and not case.at(step.id, *_BEHIND):
            yield Found(Address("steps", step.id), {"step": case.name(step)}, ground=(case.wait_s(step),))


CHECK = Check(
    code="FLO017",
    slug="waiting-on-nothing",
    severity="low",
    find=find,
    source="goldratt-1984",
    en=Words(
        "A wait behind which nobody works",
        "At {step} the customer waits, and nothing is drawn behind it.",
        "Either work is missing from the picture, or people wait for a free place and nobody is busy with their case. That is a question "
        "of planning, not of speed.",
        "Draw what goes on behind it, or ask why there is a queue.",
    ),
    nl=Words(
        "Wachten terwijl er niets achter gebeurt",
        "Bij {step} wacht de klant, en daarachter is niets getekend.",
        "Er ontbreekt werk in het plaatje, of mensen wachten op een vrije plek en niemand is met hun zaak bezig. Dat is een kwestie van "
        "plannen, niet van snelheid.",
        "Teken wat erachter gebeurt, of vraag waarom er een rij is.",
    ),
    es=Words(
        "Una espera tras la que nadie trabaja",
        "En {step} el cliente espera y detrás no hay nada dibujado.",
        "O falta trabajo en el plano, o se espera un hueco libre y nadie está con el caso. Eso es cuestión de planificación, no de "
        "velocidad.",
        "Dibuje lo que ocurre detrás, o pregunte por qué hay cola.",
    ),
    fires="""
footlights: 1
title: A passport
phases:
- title: Apply
  steps:
  - {id: books, does: Books an appointment, backstage: [{id: roster, does: Rosters the counters}]}
  - {id: waits, title: Waits for the appointment, time: {wait: 2 weeks}}
""",
    at=("steps/waits",),
    clean="""
footlights: 1
title: A passport
phases:
- title: Apply
  steps:
  - {id: books, does: Books an appointment, backstage: [{id: roster, does: Rosters the counters}]}
  - {id: waits, title: Waits for the passport, time: {wait: 4 days}, support: [{id: make, does: Makes it}]}
""",
)
