"""A blueprint nobody answers for."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """A blueprint without an owner, once it has `steps` steps and shows what the organisation does: one question."""
    drawn = len(case.steps) >= options["steps"] and case.draws("frontstage", "backstage", "support")
    if drawn and not (case.blueprint.owner or "").strip():
        yield Found(Address("blueprint", field="owner"))


CHECK = Check(
    code="OWN006",
    slug="blueprint-without-owner",
    severity="medium",
    calm=True,
    find=find,
    options=(Option("steps", 4, "From how many steps on the question is asked"),),
    source="nng",
    en=Words(
        "A blueprint without an owner",
        "Nobody is named who answers for this blueprint.",
        "A map goes stale at once when nobody keeps it. Two years on people find it and there is no one left to ask.",
        "Name who keeps it true: an actor, or a person.",
    ),
    nl=Words(
        "Een blueprint zonder eigenaar",
        "Er staat niet wie voor deze blueprint verantwoordelijk is.",
        "Een kaart die niemand bijhoudt, is meteen verouderd. Twee jaar later vindt iemand haar terug en is er niemand meer om het "
        "te vragen.",
        "Noem wie ervoor zorgt dat de kaart blijft kloppen: een actor of een persoon.",
    ),
    es=Words(
        "Un blueprint sin responsable",
        "No se dice quién responde de este blueprint.",
        "Un mapa que nadie mantiene envejece enseguida. Dos años después alguien lo encuentra y ya no queda a quién preguntar.",
        "Nombre a quien lo mantiene al día: un actor o una persona.",
    ),
    fires="""
footlights: 1
title: A meal
phases:
- title: The meal
  steps:
  - {does: Comes in, frontstage: [Greets]}
  - Orders
  - Eats
  - Pays
""",
    at=("blueprint#owner",),
    clean="""
footlights: 1
title: A meal
owner: Lucía
phases:
- title: The meal
  steps:
  - {does: Comes in, frontstage: [Greets]}
  - Orders
  - Eats
  - Pays
""",
)
