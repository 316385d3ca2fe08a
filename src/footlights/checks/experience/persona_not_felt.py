"""A persona without an emotion line, beside others that have one."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Personas without any feeling, while others have feelings of their own."""
    felt = {feeling.persona for step in case.steps for feeling in step.feels}
    if not felt or None in felt:
        return
    for persona in case.blueprint.personas.values():
        if persona.id not in felt:
            yield Found(Address("personas", persona.id), {"persona": case.name(persona)})


CHECK = Check(
    code="EXP016",
    slug="persona-not-felt",
    severity="low",
    find=find,
    source="stickdorn-2018",
    en=Words(
        "A persona without feelings",
        "Nobody says how the service feels to {persona}.",
        "A second persona is drawn because the same service treats people differently. Without feelings of their own they are only a name.",
        "Put in how each step feels to them, or leave the persona out.",
    ),
    nl=Words(
        "Een persona zonder gevoel",
        "Er staat nergens hoe de dienst voelt voor {persona}.",
        "Een tweede persona staat er omdat dezelfde dienst voor mensen verschillend uitpakt. Zonder eigen gevoel is het alleen een naam.",
        "Vul in hoe elke stap voor deze persona voelt, of laat de persona weg.",
    ),
    es=Words(
        "Una persona sin emociones",
        "No se dice cómo vive el servicio {persona}.",
        "Se dibuja una segunda persona porque el mismo servicio trata distinto a cada cual. Sin emociones propias es solo un nombre.",
        "Indique cómo vive cada paso, o quite esta persona.",
    ),
    fires="""
footlights: 1
title: A meal
personas: {lucia: {name: Lucía}, tom: {name: Tom}}
phases:
- title: The meal
  steps:
  - {does: Eats, feels: {lucia: 1}}
""",
    at=("personas/tom",),
    clean="""
footlights: 1
title: A meal
personas: {lucia: {name: Lucía}, tom: {name: Tom}}
phases:
- title: The meal
  steps:
  - {does: Eats, feels: {lucia: 1}}
  - {does: Reads the menu, feels: {lucia: 0, tom: -1}}
""",
)
