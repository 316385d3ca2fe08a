"""Work that nobody is said to do."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Count, Words
from footlights.model import Address, Card

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Cards that need hands and name nobody: by step where most cards name somebody, else one question about them all.

    A machine's work needs none: what is automated, or names a system and is not said to be manual. Front stage cards with neither
    a person nor a system are a contact without a doer, and those that work is handed over to a hand-over without a receiver: they
    are not told again.
    """
    work = [card for card in case.cards("frontstage", "backstage", "support") if card.mode != "automated"]
    handed = {link.target for link in case.blueprint.links.values() if link.kind == "handover"}
    bare = [card for card in work if _needs_hands(case, card) and (card.uses or card.id not in handed)]
    if not bare:
        return
    if len(bare) > sum(1 for card in work if card.by):
        yield Found(Address("blueprint"), {"card": Count("card", len(bare)) if len(bare) > 1 else case.name(bare[0])})
        return
    for card in bare:
        heavy = case.grade(case.address(card)) >= 3
        yield Found(Address("cards", card.id), {"card": case.name(card)}, ground=(card.mode,), severity="medium" if heavy else "")


def _needs_hands(case: Case, card: Card) -> bool:
    if card.by or (card.uses and card.mode != "manual"):
        return False
    return bool(card.uses) or case.role(card) != "frontstage"


CHECK = Check(
    code="STR008",
    slug="work-without-doer",
    severity="low",
    find=find,
    source="fliess-2004",
    en=Words(
        "Work that nobody is said to do",
        "Nobody is named for {card}.",
        "Work without a name belongs to nobody: no one trains for it, plans for it, or notices when it stops.",
        "Name the role, department or partner that does it, or say that it is automated.",
    ),
    nl=Words(
        "Werk waar niemand bij staat",
        "Bij {card} staat niet wie het doet.",
        "Werk zonder naam is van niemand: niemand leert het, plant het in of merkt dat het stilvalt.",
        "Noem de rol, afdeling of partner die het doet, of zeg dat het automatisch gaat.",
    ),
    es=Words(
        "Trabajo que no se sabe quién hace",
        "En {card} no se dice quién lo hace.",
        "El trabajo sin nombre no es de nadie: nadie se forma para hacerlo, nadie lo planifica y nadie nota que se detiene.",
        "Nombre el rol, el área o el aliado que lo hace, o indique que es automático.",
    ),
    fires="""
footlights: 1
title: A passport
actors: {counter: {name: Counter}}
phases:
- title: Ask
  steps:
  - does: Comes to the counter
    frontstage: [{does: Receives, by: counter}]
    backstage:
    - {does: Checks the photo, by: counter}
    - {id: order, does: Orders it at the maker}
""",
    at=("cards/order",),
    clean="""
footlights: 1
title: A passport
actors: {counter: {name: Counter}}
systems: {station: {name: Station}}
phases:
- title: Ask
  steps:
  - does: Comes to the counter
    frontstage: [{does: Receives, by: counter}]
    backstage:
    - {does: Checks the photo, by: counter}
    - {id: order, does: Orders it at the maker, uses: station}
    - {does: Files the form, mode: automated}
""",
)
