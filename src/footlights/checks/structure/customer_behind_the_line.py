"""Work of the customer that is drawn on the organisation's side."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Front stage, back stage and support cards that nobody but actors of the kind customer do."""
    customers = {actor.id for actor in case.blueprint.actors.values() if actor.kind == "customer"}
    for card in case.cards("frontstage", "backstage", "support"):
        if card.by and customers.issuperset(card.by):
            yield Found(Address("cards", card.id), {"card": case.name(card)}, ground=(case.role(card),))


CHECK = Check(
    code="STR013",
    slug="customer-behind-the-line",
    severity="medium",
    find=find,
    source="bitner-2008",
    en=Words(
        "The customer's work on the organisation's side",
        "{card} is done by the customer, and is drawn as the organisation's work.",
        "The line of interaction shows what a service asks of its customers. Work on the wrong side of it hides their effort.",
        "Move it to the customer's row, or name who does it for the organisation.",
    ),
    nl=Words(
        "Werk van de klant aan de kant van de organisatie",
        "{card} doet de klant, en het staat er als werk van de organisatie.",
        "De interactielijn laat zien wat een dienst van klanten vraagt. Werk aan de verkeerde kant verbergt hun moeite.",
        "Zet het in de rij van de klant, of noem wie het namens de organisatie doet.",
    ),
    es=Words(
        "Trabajo del cliente en el lado de la organización",
        "{card} lo hace el cliente y está dibujado como trabajo de la organización.",
        "La línea de interacción muestra lo que un servicio pide a sus clientes. El trabajo en el lado equivocado oculta su esfuerzo.",
        "Llévelo a la fila del cliente, o nombre quién lo hace por la organización.",
    ),
    fires="""
footlights: 1
title: Flat furniture
actors:
  buyer: {name: Buyer, kind: customer}
  shop: {name: Shop}
phases:
- title: Buy
  steps:
  - does: Walks through the shop
    frontstage: [{does: Shows the way, by: shop}]
    backstage: [{id: fetch, does: Takes the boxes from the rack, by: buyer}]
""",
    at=("cards/fetch",),
    clean="""
footlights: 1
title: Flat furniture
actors:
  buyer: {name: Buyer, kind: customer}
  shop: {name: Shop}
phases:
- title: Buy
  steps:
  - does: Walks through the shop
    customer: [{id: fetch, does: Takes the boxes from the rack, by: buyer}]
    frontstage: [{does: Loads the car together, by: [shop, buyer]}]
""",
)
