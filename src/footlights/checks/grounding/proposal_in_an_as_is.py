"""A proposal that stands in a blueprint of how things are."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Claims called proposed where the blueprint says that it shows things as they are, each element once."""
    if case.blueprint.state != "as-is":
        return
    for element in dict.fromkeys(claim.address.element() for claim in case.claims if claim.basis == "proposed"):
        yield Found(element, {"element": case.name(element)}, ground=(case.blueprint.state,))


CHECK = Check(
    code="GRO009",
    slug="proposal-in-an-as-is",
    severity="low",
    find=find,
    source="cjml",
    en=Words(
        "A proposal in a map of how things are",
        "{element} is proposed, but this blueprint shows things as they are.",
        "What is and what is wished run together here. Who reads it may take a plan for a fact, and times and counts go wrong.",
        "Move it to a blueprint of the wished state, or hang it here as an idea.",
    ),
    nl=Words(
        "Een voorstel op een kaart van hoe het is",
        "{element} is een voorstel, maar deze blueprint laat zien hoe het nu is.",
        "Wat is en wat gewenst is lopen hier door elkaar. Een lezer kan een plan voor een feit houden, en tijden en tellingen "
        "kloppen niet.",
        "Zet het in een blueprint van de gewenste situatie, of hang het hier op als idee.",
    ),
    es=Words(
        "Una propuesta en un mapa de la situación actual",
        "{element} es una propuesta, pero este blueprint muestra la situación actual.",
        "Aquí se mezcla lo que hay con lo que se desea. Se puede tomar un plan por un hecho, y los tiempos y recuentos fallan.",
        "Llévelo a un blueprint de la situación futura o déjelo aquí como idea.",
    ),
    fires="""
footlights: 1
title: A call
state: as-is
phases:
- title: Report
  steps:
  - does: Calls the desk
    frontstage: [{id: bot, does: Answers by itself, mode: automated, basis: proposed}]
""",
    at=("cards/bot",),
    clean="""
footlights: 1
title: A call
state: as-is
phases:
- title: Report
  steps:
  - {does: Calls the desk, idea: Let a machine answer}
""",
)
