"""A new step."""

from typing import Any

from footlights.model import Address, Blueprint, Step, Text

from .made import made
from .operation import Insert, Operation
from .pointing import behind, fresh, pointed

__all__ = ["add_step"]


def add_step(
    blueprint: Blueprint, phase: str, does: Text | None = None, *, before: str | None = None, after: str | None = None, **fields: Any
) -> tuple[Operation, ...]:  # fmt: skip
    """Put a step in a phase, before or after another of its steps (neither: last). Without `does` the customer waits there.

    Raises FootlightsError for an impossible wish, naming what exists.
    """
    parent = pointed(blueprint, phase, "phases").id
    id = fresh(blueprint, "steps", does)
    step = made(blueprint, Step, id, {"does": does, **fields}, phase=parent)
    row = (each.id for each in blueprint.steps_by_phase[parent])
    return (Insert(Address("steps", id), step, behind(row, before, after)),)
