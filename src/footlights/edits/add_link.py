"""A new link."""

from typing import Any

from footlights.model import Address, Blueprint, FootlightsError, Link

from .made import made
from .operation import Insert, Operation
from .pointing import fresh, pointed

__all__ = ["add_link"]


def add_link(blueprint: Blueprint, source: str, target: str, kind: str | None = None, **fields: Any) -> tuple[Operation, ...]:
    """Draw a link from a step or card to another; raises FootlightsError when an end is not there or the link is."""
    ends = [pointed(blueprint, end, "steps", "cards").id for end in (source, target)]
    id = fresh(blueprint, "links", None, f"{ends[0]}--{ends[1]}")
    link = made(blueprint, Link, id, {"kind": kind, **fields}, source=ends[0], target=ends[1])
    if any(other._replace(id=id) == link for other in blueprint.links.values()):
        raise FootlightsError(f"that link from {ends[0]!r} to {ends[1]!r} is there already", "give it another kind or condition")
    row = [other.id for other in blueprint.links.values() if other.source == ends[0]]
    return (Insert(Address("links", id), link, row[-1] if row else None),)
