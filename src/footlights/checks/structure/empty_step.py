"""A step that shows nothing."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address, Step

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Steps in which nobody does, thinks or feels anything, that take no time and have no cards, marks or links."""
    ends = {end for link in case.blueprint.links.values() for end in (link.source, link.target)}
    for step in case.steps:
        if _says_nothing(step) and not case.column[step.id] and step.id not in ends and f"steps/{step.id}" not in case.blueprint.marks_on:
            yield Found(Address("steps", step.id), {"step": case.name(step)})


def _says_nothing(step: Step) -> bool:
    return not (step.does or step.thinks or step.feels or step.expects or step.time or step.moment_of_truth)


CHECK = Check(
    code="STR004",
    slug="empty-step",
    severity="low",
    find=find,
    source="house",
    en=Words(
        "A step that shows nothing",
        "{step} shows nothing yet.",
        "An empty column makes a map longer without telling more, and readers wonder what they miss.",
        "Say what the customer does or waits for here, or take the step out.",
    ),
    nl=Words(
        "Een stap die niets laat zien",
        "{step} laat nog niets zien.",
        "Een lege kolom maakt de kaart langer zonder meer te vertellen, en lezers vragen zich af wat ze missen.",
        "Zeg wat de klant hier doet of waarop die wacht, of haal de stap weg.",
    ),
    es=Words(
        "Un paso que no muestra nada",
        "{step} todavía no muestra nada.",
        "Una columna vacía alarga el mapa sin contar más, y quien lo lee se pregunta qué le falta.",
        "Diga qué hace o qué espera aquí el cliente, o quite el paso.",
    ),
    fires="""
footlights: 1
title: A shine
phases:
- title: The shine
  steps:
  - Sits down
  - {id: later, title: Later}
""",
    at=("steps/later",),
    clean="""
footlights: 1
title: A shine
phases:
- title: The shine
  steps:
  - Sits down
  - {id: later, title: Later, feels: 1}
""",
)
