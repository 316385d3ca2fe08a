"""Support that nothing above it takes up."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Support cards with nothing on or behind the stage in any step they span, and no link; only where that is drawn at all."""
    if not case.draws("frontstage", "backstage"):
        return
    tied = {end for link in case.blueprint.links.values() for end in (link.source, link.target)}
    serving = {card.id for step in case.steps if case.at(step.id, "frontstage", "backstage") for card in case.at(step.id, "support")}
    for card in case.cards("support"):
        if card.id not in serving and card.id not in tied:
            yield Found(Address("cards", card.id), {"card": case.name(card)})


CHECK = Check(
    code="STR002",
    slug="support-that-serves-nobody",
    severity="medium",
    find=find,
    source="kingman-brundage-1989",
    en=Words(
        "Support that serves nobody",
        "{card} supports nothing that this blueprint shows.",
        "Support counts through the people and the screens it serves. Where nothing above it takes it up, it is wasted, or what it "
        "knows never reaches the customer.",
        "Draw what it makes possible in that step, link it to the card that takes it up, or leave it out.",
    ),
    nl=Words(
        "Ondersteuning waar niemand iets aan heeft",
        "{card} ondersteunt niets wat deze blueprint laat zien.",
        "Ondersteuning telt via de mensen en de schermen die ermee werken. Doet niets erboven er iets mee, dan is het verspilde "
        "moeite, of komt het nooit bij de klant aan.",
        "Teken in die stap wat erdoor mogelijk wordt, verbind het met de kaart die ermee werkt, of laat het weg.",
    ),
    es=Words(
        "Un apoyo que no sirve a nadie",
        "{card} no apoya nada de lo que muestra este blueprint.",
        "El apoyo cuenta por las personas y las pantallas a las que sirve. Si nada por encima lo aprovecha, se desperdicia, o lo "
        "que sabe nunca llega al cliente.",
        "Dibuje en ese paso lo que hace posible, enlácelo con la tarjeta que lo aprovecha o quítelo.",
    ),
    fires="""
footlights: 1
title: A laptop
actors: {desk: {name: Desk}}
phases:
- title: Monday
  steps:
  - does: Starts the day
    support:
    - {id: watch, does: Watches the health of every disk, mode: automated}
  - does: Calls the desk
    frontstage:
    - {id: answer, does: Answers, by: desk}
""",
    at=("cards/watch",),
    clean="""
footlights: 1
title: A laptop
actors: {desk: {name: Desk}}
phases:
- title: Monday
  steps:
  - does: Starts the day
    support:
    - {id: watch, does: Watches the health of every disk, mode: automated, to: warn}
  - does: Calls the desk
    frontstage:
    - {id: answer, does: Answers, by: desk}
    backstage:
    - {id: warn, does: Opens a ticket for a disk that fails, by: desk}
    support:
    - {id: route, does: Routes the call, mode: automated}
""",
)
