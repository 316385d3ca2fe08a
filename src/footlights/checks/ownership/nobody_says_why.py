"""Much manual work, and no reason given for any of it."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Count, Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """A blueprint of the situation as it is with `cards` manual cards or more behind the scenes, and no reason anywhere: one question."""
    if case.blueprint.state not in (None, "as-is") or case.blueprint.reason or any(card.reason for card in case.blueprint.cards.values()):
        return
    manual = sum(1 for card in case.cards("backstage", "support") if card.mode == "manual")
    if manual >= options["cards"]:
        yield Found(Address("blueprint", field="reason"), {"cards": Count("card", manual)})


CHECK = Check(
    code="OWN012",
    slug="nobody-says-why",
    severity="low",
    find=find,
    options=(Option("cards", 5, "From how many manual cards on the question is asked"),),
    source="house",
    en=Words(
        "Nobody says why it is done this way",
        "Behind the scenes {cards} are done by hand, and no reason is given for the way of working.",
        "What has no reason can't be questioned. Teams keep doing it because it has always been done so.",
        "Say in a line why the service works this way, or give a reason on the cards that cost most time.",
    ),
    nl=Words(
        "Niemand zegt waarom het zo gaat",
        "Achter de schermen gebeuren {cards} met de hand, en nergens staat een reden voor de werkwijze.",
        "Waar geen reden bij staat, valt niets te bevragen. Een team gaat ermee door omdat het altijd zo is gegaan.",
        "Zeg in één regel waarom de dienst zo werkt, of geef een reden op de kaarten die de meeste tijd kosten.",
    ),
    es=Words(
        "Nadie dice por qué se hace así",
        "Tras bambalinas {cards} se hacen a mano y no se da ninguna razón de esa forma de trabajar.",
        "Lo que no tiene razón escrita no se puede poner en duda. Se sigue haciendo porque siempre se ha hecho así.",
        "Diga en una línea por qué el servicio funciona así, o dé una razón en las tarjetas que más tiempo cuestan.",
    ),
    fires="""
footlights: 1
title: A meal
phases:
- title: The meal
  steps:
  - does: Orders
    backstage:
    - {does: Keys in the order, mode: manual}
    - {does: Carries the ticket, mode: manual}
    - {does: Cooks, mode: manual}
    - {does: Plates, mode: manual}
    - {does: Rings the bell, mode: manual}
""",
    at=("blueprint#reason",),
    clean="""
footlights: 1
title: A meal
phases:
- title: The meal
  steps:
  - does: Orders
    backstage:
    - {does: Keys in the order, mode: manual}
    - {does: Carries the ticket, mode: manual, reason: The printer is out of reach}
    - {does: Cooks, mode: manual}
    - {does: Plates, mode: manual}
    - {does: Rings the bell, mode: manual}
""",
)
