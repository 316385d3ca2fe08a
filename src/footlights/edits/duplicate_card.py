"""A card a second time."""

from footlights.model import Address, Blueprint, unique

from .operation import Insert, Operation
from .pointing import behind, card_lane, pointed

__all__ = ["duplicate_card"]


def duplicate_card(blueprint: Blueprint, card: str, step: str | None = None, lane: str | None = None) -> tuple[Operation, ...]:
    """Copy a card with its marks behind itself, or to the end of another cell; links and findings stay with the original.

    In another step the copy spans no further steps. Raises FootlightsError when a card, step or lane is not there.
    """
    original = blueprint.cards[pointed(blueprint, card, "cards").id]
    to_step = original.step if step is None else pointed(blueprint, step, "steps").id
    to_lane = original.lane if lane is None else card_lane(blueprint, lane)
    cell = [each.id for each in blueprint.cards_by_cell.get((to_step, to_lane), ())]
    after = behind(cell, None, original.id if original.id in cell else None)
    id = unique(original.id, {*blueprint.phases, *blueprint.steps, *blueprint.cards})
    until = original.until if to_step == original.step else None
    copy = original._replace(id=id, step=to_step, lane=to_lane, until=until)
    found: list[Operation] = [Insert(Address("cards", id), copy, after)]
    taken = dict.fromkeys(blueprint.marks)
    last: dict[str, str] = {}
    for mark in blueprint.marks_on.get(f"cards/{original.id}", ()):
        new = mark._replace(id=unique(mark.id, taken), on=f"cards/{id}")
        taken[new.id] = None
        found.append(Insert(Address("marks", new.id), new, last.get(mark.kind)))
        last[mark.kind] = new.id
    return tuple(found)
