"""Two phases into one."""

from typing import Any

from footlights.model import Address, Blueprint, FootlightsError, Phase, Text

from .hanging import pointing_at
from .made import field_of, wished
from .operation import Operation, Place, Put, Remove
from .pointing import pointed

__all__ = ["merge_phases"]


def merge_phases(blueprint: Blueprint, first: str, second: str, *, need: Text | None = None) -> tuple[Operation, ...]:
    """Make two phases that stand beside each other one: the one that comes first takes over the other's steps and marks.

    What points at the other phase points at the first one then. A field only the other has is taken over; where both
    have a need, `need` says which stands. Raises FootlightsError when a phase is not there, when they are not
    neighbours, or when both have a need and none was given.
    """
    ids = list(blueprint.phases)
    here, there = sorted(ids.index(pointed(blueprint, phase, "phases").id) for phase in (first, second))
    if there - here != 1:
        raise FootlightsError("only phases that stand beside each other can be merged", f"in order: {', '.join(ids[:12])}")
    kept, gone = blueprint.phases[ids[here]], blueprint.phases[ids[there]]
    operations = [*_fields(blueprint, kept, gone, need)]
    after = next((step.id for step in reversed(blueprint.steps_by_phase[kept.id])), None)
    for step in blueprint.steps_by_phase[gone.id]:
        operations.append(Put(Address("steps", step.id, "place"), Place(kept.id, after=after)))
        after = step.id
    operations += _marks(blueprint, kept, gone)
    operations += pointing_at(blueprint, {Address("phases", gone.id)}, instead=kept.id)
    return (*operations, Remove(Address("phases", gone.id)))


def _fields(blueprint: Blueprint, kept: Phase, gone: Phase, need: Text | None) -> list[Operation]:
    address = Address("phases", kept.id)
    found: dict[str, Any] = {}
    if need is not None:
        found["need"] = wished(blueprint, field_of(Phase, "need"), need)
    elif kept.need is None and gone.need is not None:
        found |= {name: getattr(gone, name) for name in ("need", "met", "basis", "source") if getattr(kept, name) in (None, ())}
    elif kept.need is not None and gone.need is not None and kept.need != gone.need:
        raise FootlightsError(f"{kept.id!r} and {gone.id!r} both have a need", "say which need stands")
    return [Put(address.of(name), value) for name, value in found.items() if value != getattr(kept, name)]


def _marks(blueprint: Blueprint, kept: Phase, gone: Phase) -> list[Operation]:
    last = {mark.kind: mark.id for mark in blueprint.marks_on.get(f"phases/{kept.id}", ())}
    found: list[Operation] = []
    for mark in blueprint.marks_on.get(f"phases/{gone.id}", ()):
        place = Place(f"phases/{kept.id}", mark.kind, last.get(mark.kind))
        found.append(Put(Address("marks", mark.id, "place"), place))
        last[mark.kind] = mark.id
    return found
