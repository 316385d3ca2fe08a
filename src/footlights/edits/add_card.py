"""A new card."""

from typing import Any

from footlights.model import Address, Blueprint, Card, FootlightsError, Text

from .made import made
from .operation import Insert, Operation
from .pointing import behind, card_lane, fresh, pointed

__all__ = ["add_card"]


def add_card(
    blueprint: Blueprint, step: str, lane: str, does: Text | None = None, *, before: str | None = None, after: str | None = None,
    **fields: Any,
) -> tuple[Operation, ...]:  # fmt: skip
    """Put a card in a lane at a step, before or after another card of that cell (neither: last).

    The lane is one that was declared, or a role's own row (`frontstage`). Raises FootlightsError for an impossible wish,
    naming what exists.
    """
    parent = pointed(blueprint, step, "steps").id
    row = card_lane(blueprint, lane)
    if "until" in fields:
        raise FootlightsError("a new card can't span steps yet", "put the card in, then let it span")
    id = fresh(blueprint, "cards", does)
    card = made(blueprint, Card, id, {"does": does, **fields}, step=parent, lane=row)
    cell = (each.id for each in blueprint.cards_by_cell.get((parent, row), ()))
    return (Insert(Address("cards", id), card, behind(cell, before, after)),)
