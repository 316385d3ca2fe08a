"""A phase to another place."""

from footlights.model import Blueprint

from .moved import moved
from .operation import Operation, Place
from .pointing import behind, pointed

__all__ = ["move_phase"]


def move_phase(blueprint: Blueprint, phase: str, *, before: str | None = None, after: str | None = None) -> tuple[Operation, ...]:
    """Move a phase with its steps before or after another one (neither: last).

    A card whose span would then end before it begins is brought back to one step. Gives () when it stands there already;
    raises FootlightsError when a phase is not there.
    """
    address = pointed(blueprint, phase, "phases")
    row = (id for id in blueprint.phases if id != address.id)
    return moved(blueprint, address, Place(after=behind(row, before, after)))
