"""A phase without steps."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Phases without steps, once other phases have some."""
    if not case.steps:
        return
    for phase in case.blueprint.phases.values():
        if not case.blueprint.steps_by_phase[phase.id]:
            yield Found(Address("phases", phase.id), {"phase": case.name(phase)})


CHECK = Check(
    code="STR005",
    slug="empty-phase",
    severity="low",
    find=find,
    source="stickdorn-2018",
    en=Words(
        "A phase without steps",
        "Nothing happens yet in the phase {phase}.",
        "The customer lives through every phase. One that stays empty is a stretch of the journey nobody has looked at.",
        "Add the first thing the customer does in it, or take the phase out.",
    ),
    nl=Words(
        "Een fase zonder stappen",
        "In de fase {phase} gebeurt nog niets.",
        "De klant maakt elke fase mee. Een fase die leeg blijft, is een stuk van de reis waar niemand naar keek.",
        "Voeg toe wat de klant er als eerste doet, of haal de fase weg.",
    ),
    es=Words(
        "Una fase sin pasos",
        "En la fase {phase} aún no ocurre nada.",
        "El cliente vive todas las fases. Una que queda vacía es un tramo del viaje que nadie ha mirado.",
        "Añada lo primero que hace en ella el cliente, o quite la fase.",
    ),
    fires="""
footlights: 1
title: A meal
phases:
- {title: Book, steps: [Books a table]}
- {id: after, title: After}
""",
    at=("phases/after",),
    clean="""
footlights: 1
title: A meal
phases:
- {title: Book, steps: [Books a table]}
- {id: after, title: After, steps: [Tells friends]}
""",
)
