"""A new phase."""

from typing import Any

from footlights.model import Address, Blueprint, Phase, Text

from .made import made
from .operation import Insert, Operation
from .pointing import behind, fresh

__all__ = ["add_phase"]


def add_phase(
    blueprint: Blueprint, title: Text, *, before: str | None = None, after: str | None = None, **fields: Any
) -> tuple[Operation, ...]:
    """Put a phase in, before or after another one (neither: last); raises FootlightsError for an impossible wish."""
    id = fresh(blueprint, "phases", title)
    phase = made(blueprint, Phase, id, {"title": title, **fields})
    return (Insert(Address("phases", id), phase, behind(blueprint.phases, before, after)),)
