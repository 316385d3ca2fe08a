"""A phase with more steps than people take in at once."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Count, Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """Phases with more than `most` steps."""
    for phase, steps in case.blueprint.steps_by_phase.items():
        if len(steps) > options["most"]:
            found = {"phase": case.name(case.blueprint.phases[phase]), "steps": Count("step", len(steps))}
            yield Found(Address("phases", phase), found, ground=(len(steps),))


CHECK = Check(
    code="STR010",
    slug="phase-with-many-steps",
    severity="low",
    find=find,
    options=(Option("most", 9, "How many steps a phase may have"),),
    source="milkymap",
    en=Words(
        "A phase with many steps",
        "The phase {phase} has {steps}.",
        "Phases are there to give an overview. One that holds a third of the journey hides what it was meant to show.",
        "Split it where the customer's need changes.",
    ),
    nl=Words(
        "Een fase met veel stappen",
        "De fase {phase} heeft {steps}.",
        "Fasen zijn er voor het overzicht. Een fase waar een derde van de reis in zit, verbergt wat ze moest laten zien.",
        "Splits de fase waar de behoefte van de klant verandert.",
    ),
    es=Words(
        "Una fase con muchos pasos",
        "La fase {phase} tiene {steps}.",
        "Las fases sirven para ver el conjunto. Una que contiene un tercio del viaje esconde lo que debía mostrar.",
        "Divídala donde cambia la necesidad del cliente.",
    ),
    fires="""
footlights: 1
title: A move
phases:
- id: moves
  title: Moves house
  steps:
  - Step 1
  - Step 2
  - Step 3
  - Step 4
  - Step 5
  - Step 6
  - Step 7
  - Step 8
  - Step 9
  - Step 10
""",
    at=("phases/moves",),
    clean="""
footlights: 1
title: A move
phases:
- id: moves
  title: Moves house
  steps:
  - Step 1
  - Step 2
  - Step 3
  - Step 4
  - Step 5
- title: Settles in
  steps:
  - Step 6
  - Step 7
  - Step 8
  - Step 9
  - Step 10
""",
)
