"""A card to another cell, or to another place in its own."""

from footlights.model import Blueprint

from .moved import moved
from .operation import Operation, Place
from .pointing import behind, card_lane, pointed

__all__ = ["move_card"]


def move_card(
    blueprint: Blueprint, card: str, step: str | None = None, lane: str | None = None, *, before: str | None = None,
    after: str | None = None,
) -> tuple[Operation, ...]:  # fmt: skip
    """Move a card to a step and lane (None: those it has), before or after another card there (neither: last).

    A card whose span would then end before it begins is brought back to one step. Gives () when it stands there already;
    raises FootlightsError when a card, step or lane is not there.
    """
    address = pointed(blueprint, card, "cards")
    found = blueprint.cards[address.id]
    to_step = found.step if step is None else pointed(blueprint, step, "steps").id
    to_lane = found.lane if lane is None else card_lane(blueprint, lane)
    row = (each.id for each in blueprint.cards_by_cell.get((to_step, to_lane), ()) if each.id != address.id)
    return moved(blueprint, address, Place(to_step, to_lane, behind(row, before, after)))
