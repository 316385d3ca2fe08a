"""A moment for which people look to somebody else than its owner."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Steps that somebody answers for, and for which people name others (also beside the owner)."""
    for step in case.steps:
        owner = case.owner_of(step)
        others = [id for id in step.perceived_owner if id != owner]
        if owner is None or not others:
            continue
        told = {
            "step": case.name(step),
            "perceived": tuple(case.name(case.blueprint.actors[id]) for id in others),
            "owner": case.name(case.blueprint.actors[owner]),
        }
        yield Found(Address("steps", step.id, "perceived_owner"), told, ground=(owner, step.perceived_owner))


CHECK = Check(
    code="OWN002",
    slug="owner-perceived-differently",
    severity="medium",
    calm=True,
    find=find,
    source="house",
    en=Words(
        "An owner people do not know",
        "For {step} people look to {perceived}, while {owner} answers for it.",
        "Questions and complaints go to whom people think of. They arrive at the wrong desk, and the one who could help never hears.",
        "Tell people who answers for it, or give it to those they already turn to.",
    ),
    nl=Words(
        "Een eigenaar die mensen niet kennen",
        "Voor {step} kijken mensen naar {perceived}, terwijl {owner} verantwoordelijk is.",
        "Vragen en klachten gaan naar wie men in gedachten heeft. Ze komen op de verkeerde plek terecht, en wie er iets aan kan "
        "doen hoort het niet.",
        "Maak bekend wie ervoor staat, of leg het bij degene naar wie mensen al toe gaan.",
    ),
    es=Words(
        "Un responsable que la gente no conoce",
        "Para {step} la gente acude a {perceived}, pero quien responde es {owner}.",
        "Las preguntas y las quejas van a quien se tiene en mente. Llegan a la mesa equivocada, y quien podría ayudar no se entera.",
        "Dé a conocer quién responde, o encárgueselo a quien la gente ya acude.",
    ),
    fires="""
footlights: 1
title: A support desk
actors: {platform: {name: Platform team}, content: {name: Content team}}
phases:
- title: Ask
  steps:
  - {id: asks, does: Asks for help, owner: platform, perceived-owner: [content]}
""",
    at=("steps/asks#perceived_owner",),
    clean="""
footlights: 1
title: A support desk
actors: {platform: {name: Platform team}, content: {name: Content team}}
phases:
- title: Ask
  steps:
  - {id: asks, does: Asks for help, owner: platform, perceived-owner: [platform]}
""",
)
