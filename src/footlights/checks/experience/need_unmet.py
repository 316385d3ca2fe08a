"""The key need of a phase that is met for less than half."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Percent, Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """Phases whose need is met for less than the share `below`; low where it is met for more than half of that."""
    for phase in case.blueprint.phases.values():
        if phase.met is not None and phase.met < options["below"]:
            told = {"need": phase.need or case.name(phase), "met": Percent(phase.met)}
            light = "low" if phase.met > options["below"] / 2 else ""
            yield Found(Address("phases", phase.id, "met"), told, ground=(phase.met,), severity=light)


CHECK = Check(
    code="EXP005",
    slug="need-unmet",
    severity="medium",
    calm=True,
    find=find,
    options=(Option("below", 0.5, "Below which share a need counts as unmet, 0 to 1"),),
    source="parasuraman-1985",
    en=Words(
        "A need that is hardly met",
        "The need {need} is met for {met}.",
        "In every phase people need one thing more than anything else. Where it stays unmet, doing the rest better changes little.",
        "Look at the steps of this phase for what stands in its way, and plan what changes that.",
    ),
    nl=Words(
        "Een behoefte waaraan nauwelijks wordt voldaan",
        "Aan de behoefte {need} wordt voor {met} voldaan.",
        "In elke fase hebben mensen één ding meer nodig dan al het andere. Krijgen ze dat niet, dan helpt het weinig om de rest "
        "beter te doen.",
        "Kijk in de stappen van deze fase wat in de weg staat, en plan wat daar verandering in brengt.",
    ),
    es=Words(
        "Una necesidad que apenas se cubre",
        "La necesidad {need} se cubre en un {met}.",
        "En cada fase la gente necesita una cosa por encima de todas. Si no se cubre, mejorar lo demás cambia poco.",
        "Mire en los pasos de esta fase qué lo impide y planifique qué lo cambiará.",
    ),
    fires="""
footlights: 1
title: A call
phases:
- {id: wait, title: Wait, need: Know when I can work again, met: 20 %, steps: [{title: Waits}]}
""",
    at=("phases/wait#met",),
    clean="""
footlights: 1
title: A call
phases:
- {id: wait, title: Wait, need: Know when I can work again, met: 50 %, steps: [{title: Waits}]}
""",
)
