"""A new mark."""

from typing import Any

from footlights.model import MARK_KINDS, Address, Blueprint, FootlightsError, Mark, Text

from .made import made
from .operation import Insert, Operation
from .pointing import behind, fresh, pointed

__all__ = ["add_mark"]


def add_mark(
    blueprint: Blueprint, on: Address | str, kind: str, title: Text | None = None, *, before: str | None = None,
    after: str | None = None, **fields: Any,
) -> tuple[Operation, ...]:  # fmt: skip
    """Put a mark on a phase, step or card, before or after another of its kind there (neither: last).

    Raises FootlightsError for an impossible wish, naming what exists.
    """
    address = pointed(blueprint, on, "phases", "steps", "cards")
    if kind not in MARK_KINDS:
        raise FootlightsError(f"there is no mark {kind!r}", f"marks: {', '.join(MARK_KINDS)}")
    if kind == "policy" and address.collection == "steps":
        raise FootlightsError("a policy at a step is a card in the policy row", "add a card in the lane policy")
    id = fresh(blueprint, "marks", title, f"{kind}-{address.id}")
    mark = made(blueprint, Mark, id, {"title": title, **fields}, on=str(address), kind=kind)
    row = (each.id for each in blueprint.marks_on.get(str(address), ()) if each.kind == kind)
    return (Insert(Address("marks", id), mark, behind(row, before, after)),)
