"""A phase without the customer's need, beside phases that have one."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Phases with steps and without a need, where at least half of the phases state one."""
    phases = [phase for phase in case.blueprint.phases.values() if case.blueprint.steps_by_phase[phase.id]]
    unstated = [phase for phase in phases if not phase.need]
    if len(unstated) * 2 > len(phases):
        return
    for phase in unstated:
        yield Found(Address("phases", phase.id, "need"), {"phase": case.name(phase)})


CHECK = Check(
    code="EXP006",
    slug="need-unstated",
    severity="low",
    find=find,
    source="milkymap",
    en=Words(
        "A phase without a need",
        "Nobody says what customers need most in the phase {phase}.",
        "The need tells a team what to hold the phase against. Without it, every improvement looks equally good.",
        "Write what they need most here, in their own words.",
    ),
    nl=Words(
        "Een fase zonder behoefte",
        "Bij de fase {phase} staat niet wat klanten het meest nodig hebben.",
        "De behoefte is waar een team de fase aan meet. Zonder behoefte lijkt elke verbetering even goed.",
        "Schrijf op wat ze hier het meest nodig hebben, in hun eigen woorden.",
    ),
    es=Words(
        "Una fase sin necesidad",
        "En la fase {phase} no se dice qué es lo que más necesita el cliente.",
        "La necesidad es la vara con la que un equipo mide la fase. Sin ella, cualquier mejora parece igual de buena.",
        "Escriba lo que más necesita aquí, con sus propias palabras.",
    ),
    fires="""
footlights: 1
title: A meal
phases:
- {title: Before, need: Be sure of a table, steps: [Books]}
- {id: meal, title: The meal, steps: [Eats]}
""",
    at=("phases/meal#need",),
    clean="""
footlights: 1
title: A meal
phases:
- {title: Before, need: Be sure of a table, steps: [Books]}
- {id: meal, title: The meal, need: Eat it hot, steps: [Eats]}
- {title: After}
""",
)
