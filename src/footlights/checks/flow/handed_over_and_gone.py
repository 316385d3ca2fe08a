"""Work that is handed over and never comes back into sight."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address

__all__ = ["CHECK"]

_BEHIND = ("backstage", "support")


def find(case: Case, _: Options) -> Iterator[Found]:
    """Cards below the line of visibility that a hand-over leads to and nothing leads on from, while the customer's journey goes on."""
    last = len(case.order) - 1
    for link in case.blueprint.links.values():
        card = case.blueprint.cards.get(link.target)
        if link.kind != "handover" or card is None or case.role(card) not in _BEHIND or case.order.get(card.step, last) >= last:
            continue
        goes_on = any(flow.link is not None for flow in case.onward.get(card.id, ()))
        if not goes_on and card.until is None and not _gives_to(case, card.id):
            heavy = case.grade(Address("cards", card.id)) >= 3
            yield Found(Address("cards", card.id), {"card": case.name(card)}, ground=(link.source,), severity="high" if heavy else "")


def _gives_to(case: Case, card: str) -> bool:
    """Whether an agreement holds with this card: then what it does comes back along it."""
    return any(flow.kind == "agreement" for flow in case.inward.get(card, ()))


CHECK = Check(
    code="FLO006",
    slug="handed-over-and-gone",
    severity="medium",
    calm=True,
    find=find,
    source="kingman-brundage-1989",
    en=Words(
        "Work handed over and never seen again",
        "Work is handed over to {card}, and nothing leads on from there.",
        "The customer still has steps to go, and the picture does not show how they get the result of this work, or how anybody hears "
        "that it is done.",
        "Draw the link to whoever goes on with it, or to the moment at which the customer notices.",
    ),
    nl=Words(
        "Werk dat wordt overgedragen en uit beeld raakt",
        "Het werk gaat naar {card}, en vandaar loopt niets verder.",
        "De klant heeft nog stappen te gaan, en het plaatje laat niet zien hoe die het resultaat krijgt of hoe iemand hoort dat het "
        "klaar is.",
        "Teken de verbinding naar wie ermee verdergaat, of naar het moment waarop de klant het merkt.",
    ),
    es=Words(
        "Trabajo que se traspasa y no vuelve a verse",
        "El trabajo pasa a {card} y de ahí no sale nada.",
        "Al cliente aún le quedan pasos, y el plano no muestra cómo recibe el resultado ni cómo se entera alguien de que está hecho.",
        "Dibuje el enlace hacia quien sigue con ello, o hacia el momento en que el cliente lo nota.",
    ),
    fires="""
footlights: 1
title: A ticket
actors: {first: {name: First line}, second: {name: Second line}}
phases:
- title: Report
  steps:
  - id: calls
    does: Calls
    frontstage: [{id: listen, does: Listens, by: first, to: {card: repair, kind: handover}}]
    backstage: [{id: repair, does: Repairs it, by: second}]
  - {id: hears, does: Hears that it works}
""",
    at=("cards/repair",),
    clean="""
footlights: 1
title: A ticket
actors: {first: {name: First line}, second: {name: Second line}}
phases:
- title: Report
  steps:
  - id: calls
    does: Calls
    frontstage: [{id: listen, does: Listens, by: first, to: {card: repair, kind: handover}}]
    backstage: [{id: repair, does: Repairs it, by: second, to: hears}]
  - {id: hears, does: Hears that it works}
""",
)
