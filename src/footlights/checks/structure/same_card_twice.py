"""The same card twice in one cell."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.edits import Operation, remove
from footlights.facts import CheckFinding, Words
from footlights.model import Address, Card

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Cards that say what an earlier card in the same lane and step says, capitals and spaces aside."""
    for cards in case.blueprint.cards_by_cell.values():
        seen: set[str] = set()
        for card in cards:
            says = _says(case, card)
            if says and says in seen:
                yield Found(Address("cards", card.id), {"card": case.name(card), "step": case.name(case.blueprint.steps[card.step])})
            seen.add(says)


def mend(case: Case, finding: CheckFinding) -> tuple[Operation, ...]:
    """Take the second out, where it is the same in every field and nothing hangs on it or points at it."""
    card = case.blueprint.cards[finding.address.id]
    cell = case.blueprint.cards_by_cell[card.step, card.lane]
    twin = next(each for each in cell if _says(case, each) == _says(case, card))
    if twin._replace(id=card.id, does=card.does) != card:
        return ()
    removal = remove(case.blueprint, finding.address)
    return removal if len(removal) == 1 else ()


def _says(case: Case, card: Card) -> str:
    return " ".join(case.blueprint.say(card.does).casefold().split())


CHECK = Check(
    code="STR009",
    slug="same-card-twice",
    severity="low",
    find=find,
    mend=mend,
    source="house",
    en=Words(
        "The same card twice",
        "{card} stands twice at {step}.",
        "Two cards that say the same make readers look for a difference that is not there, and time and work count double.",
        "Take one out, or say what sets them apart.",
    ),
    nl=Words(
        "Twee keer dezelfde kaart",
        "{card} staat twee keer bij {step}.",
        "Bij twee kaarten die hetzelfde zeggen zoekt een lezer een verschil dat er niet is, en tellen tijd en werk dubbel.",
        "Haal er een weg, of zeg wat het verschil is.",
    ),
    es=Words(
        "La misma tarjeta dos veces",
        "{card} aparece dos veces en {step}.",
        "Ante dos tarjetas iguales se busca una diferencia que no existe, y el tiempo y el trabajo cuentan doble.",
        "Quite una, o diga qué las distingue.",
    ),
    fires="""
footlights: 1
title: A meal
phases:
- title: The meal
  steps:
  - does: Orders
    frontstage:
    - {id: note, does: Takes the order}
    - {id: note-again, does: takes  the order}
""",
    at=("cards/note-again",),
    clean="""
footlights: 1
title: A meal
phases:
- title: The meal
  steps:
  - does: Orders
    frontstage: [{does: Takes the order}, {does: Takes the order back}]
  - does: Orders again
    frontstage: [{does: Takes the order}]
""",
)
