"""A declared lane to another place."""

from footlights.model import Blueprint

from .moved import moved
from .operation import Operation, Place
from .pointing import behind, pointed

__all__ = ["move_lane"]


def move_lane(blueprint: Blueprint, lane: str, *, before: str | None = None, after: str | None = None) -> tuple[Operation, ...]:
    """Move a declared lane before or after another one (neither: last); rows stay grouped by their roles.

    Gives () when it stands there already; raises FootlightsError when a lane is not declared.
    """
    address = pointed(blueprint, lane, "lanes")
    row = (id for id in blueprint.lanes if id != address.id)
    return moved(blueprint, address, Place(after=behind(row, before, after)))
