"""A delight that nobody keeps alive."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address, Mark

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Delights where no doer, no owner of the moment and no owner of a system used answers for what stands there."""
    if not any(card.by for card in case.blueprint.cards.values()):
        return
    for mark in case.marks("delight"):
        step = case.step_of(case.address(mark))
        owned = step is not None and case.owner_of(step) is not None
        if not owned and not _kept(case, mark):
            yield Found(Address("marks", mark.id), {"mark": case.name(mark)})


def _kept(case: Case, mark: Mark) -> bool:
    card = case.blueprint.cards.get(mark.on.partition("/")[2]) if mark.on.startswith("cards/") else None
    if card is None:
        return False
    return bool(card.by) or any(case.blueprint.systems[id].owner for id in card.uses)


CHECK = Check(
    code="EXP013",
    slug="delight-nobody-owns",
    severity="low",
    find=find,
    source="kano-1984",
    en=Words(
        "A delight that nobody owns",
        "Nobody is named who keeps {mark} alive.",
        "What surprises today is expected tomorrow, and what nobody owns is the first to be saved on. Few things are this cheap "
        "and this well remembered.",
        "Name who does it, or who answers for this moment.",
    ),
    nl=Words(
        "Een verrasser zonder eigenaar",
        "Niemand staat erbij die {mark} in stand houdt.",
        "Wat vandaag verrast, wordt morgen verwacht, en op wat van niemand is wordt het eerst bezuinigd. Weinig is zo goedkoop en "
        "blijft zo goed hangen.",
        "Noem wie het doet, of wie op dit moment aanspreekbaar is.",
    ),
    es=Words(
        "Un factor sorpresa sin responsable",
        "No se nombra a nadie que mantenga vivo {mark}.",
        "Lo que hoy sorprende mañana se da por hecho, y en lo que no es de nadie se ahorra primero. Pocas cosas cuestan tan poco y "
        "se recuerdan tanto.",
        "Nombre a quien lo hace, o a quien responde de este momento.",
    ),
    fires="""
footlights: 1
title: A meal
actors: {waiter: {name: Waiter}}
phases:
- title: The meal
  steps:
  - does: Orders
    frontstage: [{does: Takes the order, by: waiter}]
  - does: Pays
    frontstage: [{does: Prints the bill, mode: automated, delight: {id: sweet, title: A sweet with the bill}}]
""",
    at=("marks/sweet",),
    clean="""
footlights: 1
title: A meal
actors: {waiter: {name: Waiter}}
phases:
- title: The meal
  steps:
  - does: Orders
    frontstage: [{does: Takes the order, by: waiter}]
  - does: Pays
    owner: waiter
    frontstage: [{does: Prints the bill, mode: automated, delight: {id: sweet, title: A sweet with the bill}}]
""",
)
