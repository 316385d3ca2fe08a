"""A step to another place, in its phase or in another."""

from footlights.model import Blueprint

from .moved import moved
from .operation import Operation, Place
from .pointing import behind, pointed

__all__ = ["move_step"]


def move_step(
    blueprint: Blueprint, step: str, phase: str | None = None, *, before: str | None = None, after: str | None = None
) -> tuple[Operation, ...]:
    """Move a step with its cards before or after another one (neither: last of its phase).

    `phase` None: the phase of the step given as `before` or `after`, or else its own. A card whose span would then end
    before it begins is brought back to one step. Gives () when it stands there already; raises FootlightsError when a
    step or phase is not there.
    """
    address = pointed(blueprint, step, "steps")
    neighbour = before or after
    if phase is not None:
        parent = pointed(blueprint, phase, "phases").id
    else:
        parent = blueprint.steps[pointed(blueprint, neighbour or address.id, "steps").id].phase
    row = (each.id for each in blueprint.steps_by_phase[parent] if each.id != address.id)
    return moved(blueprint, address, Place(parent, after=behind(row, before, after)))
