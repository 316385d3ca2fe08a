"""A need of which nobody said how far it is met."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Phases with a need and no share to which it is met, where at least half of the stated needs have one."""
    stated = [phase for phase in case.blueprint.phases.values() if phase.need]
    unrated = [phase for phase in stated if phase.met is None]
    if len(unrated) * 2 > len(stated):
        return
    for phase in unrated:
        yield Found(Address("phases", phase.id, "met"), {"need": phase.need})


CHECK = Check(
    code="EXP007",
    slug="need-unrated",
    severity="low",
    find=find,
    source="parasuraman-1985",
    en=Words(
        "A need without a judgement",
        "Nobody says how far the need {need} is met.",
        "A need is worth stating because it can be met or missed. A rough share, marked as assumed, already starts the talk.",
        "Give the share to which it is met, and what that rests on.",
    ),
    nl=Words(
        "Een behoefte zonder oordeel",
        "Er staat niet in hoeverre aan de behoefte {need} wordt voldaan.",
        "Een behoefte opschrijven heeft zin omdat je er wel of niet aan kunt voldoen. Een ruwe schatting, als aanname gemerkt, "
        "brengt het gesprek al op gang.",
        "Geef aan voor welk deel eraan wordt voldaan, en waar dat op rust.",
    ),
    es=Words(
        "Una necesidad sin valorar",
        "No se dice en qué medida se cubre la necesidad {need}.",
        "Una necesidad se escribe porque puede cubrirse o no. Una estimación aproximada, marcada como supuesta, ya abre la conversación.",
        "Indique en qué medida se cubre y en qué se basa.",
    ),
    fires="""
footlights: 1
title: A meal
phases:
- {title: Before, need: Be sure of a table, met: 90 %, steps: [Books]}
- {id: meal, title: The meal, need: Eat it hot, steps: [Eats]}
""",
    at=("phases/meal#met",),
    clean="""
footlights: 1
title: A meal
phases:
- {title: Before, need: Be sure of a table, met: 90 %, steps: [Books]}
- {id: meal, title: The meal, need: Eat it hot, met: 20 %, steps: [Eats]}
""",
)
