"""Another role for a row."""

from footlights.model import CARD_ROLES, ROLES, Address, Blueprint, FootlightsError, Lane, Text, unique

from .hanging import pointing_at
from .made import made
from .operation import Insert, Operation, Place, Put, Remove
from .pointing import pointed

__all__ = ["change_lane_role"]


def change_lane_role(blueprint: Blueprint, lane: str, role: str, name: Text | None = None) -> tuple[Operation, ...]:
    """Give a row another role; its cards stay in it.

    A role's own row (`frontstage`) can't change its role: a lane with the new role is declared, which takes its cards
    over, and its name where it was declared; `name` is that of a row that never was. Gives () when the row has that
    role; raises FootlightsError when there is no such row or role, or when rows of that role hold no cards and this one does.
    """
    if role not in ROLES:
        raise FootlightsError(f"there is no role {role!r}", f"roles: {', '.join(ROLES)}")
    id = lane.removeprefix("lanes/")
    declared = blueprint.lanes.get(id)
    cards = [card for card in blueprint.cards.values() if card.lane == id]
    if cards and role not in CARD_ROLES:
        raise FootlightsError(f"{id!r} holds cards, and a row of role {role} can't", f"roles with cards: {', '.join(CARD_ROLES)}")
    if declared is None and id not in CARD_ROLES:
        pointed(blueprint, id, "lanes")
    if role == (declared.role if declared is not None else id):
        return ()
    if id not in ROLES:
        return (Put(Address("lanes", id, "role"), role),)
    new = unique(f"{id}-as-{role}", blueprint.lanes)
    lane_made = declared._replace(id=new, role=role) if declared is not None else made(blueprint, Lane, new, {"name": name}, role=role)
    after = id if declared is not None else next(reversed(list(blueprint.lanes)), None)
    operations: list[Operation] = [Insert(Address("lanes", new), lane_made, after)]
    last: dict[str, str] = {}
    for card in cards:
        operations.append(Put(Address("cards", card.id, "place"), Place(card.step, new, last.get(card.step))))
        last[card.step] = card.id
    if declared is None:
        return tuple(operations)
    operations += pointing_at(blueprint, {Address("lanes", id)}, instead=f"lanes/{new}")
    return (*operations, Remove(Address("lanes", id)))
