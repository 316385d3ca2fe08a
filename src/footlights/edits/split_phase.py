"""One phase into two."""

from footlights.model import Address, Blueprint, FootlightsError, Phase, Text

from .made import made
from .operation import Insert, Operation, Place, Put
from .pointing import fresh, pointed

__all__ = ["split_phase"]


def split_phase(blueprint: Blueprint, step: str, title: Text) -> tuple[Operation, ...]:
    """Begin a new phase at a step: that step and those behind it in its phase move over, in their order.

    Raises FootlightsError when the step is not there, or is the first of its phase.
    """
    found = blueprint.steps[pointed(blueprint, step, "steps").id]
    row = [each.id for each in blueprint.steps_by_phase[found.phase]]
    at = row.index(found.id)
    if at == 0:
        later = f"steps to split at: {', '.join(row[1:])}" if row[1:] else "add a step before it first"
        raise FootlightsError(f"nothing stands before {found.id!r} in its phase", later)
    id = fresh(blueprint, "phases", title)
    phase = made(blueprint, Phase, id, {"title": title})
    operations: list[Operation] = [Insert(Address("phases", id), phase, found.phase)]
    # the last one first, so that all steps stay in their order at every moment
    operations += [Put(Address("steps", each, "place"), Place(id)) for each in reversed(row[at:])]
    return tuple(operations)
