"""A new lane."""

from typing import Any

from footlights.model import Address, Blueprint, Lane, Text

from .made import made
from .operation import Insert, Operation
from .pointing import behind, fresh

__all__ = ["add_lane"]


def add_lane(
    blueprint: Blueprint, name: Text, role: str, *, before: str | None = None, after: str | None = None, **fields: Any
) -> tuple[Operation, ...]:
    """Declare a lane with a role, before or after another declared one (neither: last).

    Its id is never that of a role (`frontstage` is the role's own row) or of a field of a step. Raises FootlightsError
    for an impossible wish, naming what exists.
    """
    id = fresh(blueprint, "lanes", name)
    lane = made(blueprint, Lane, id, {"role": role, "name": name, **fields})
    return (Insert(Address("lanes", id), lane, behind(blueprint.lanes, before, after)),)
