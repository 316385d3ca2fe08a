"""The three blueprints of a merge, and what can be asked of them."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any

from footlights.edits import Put, pointing_at
from footlights.facts import title_of
from footlights.model import COLLECTIONS, Address, Blueprint, Collection, Field

from .naming import value_of

__all__ = ["Sides"]


class Sides:
    """What both copies began from, this copy and the other one."""

    def __init__(self, base: Blueprint, ours: Blueprint, theirs: Blueprint) -> None:
        self.base = base
        self.ours = ours
        self.theirs = theirs

    def __iter__(self) -> Iterator[Blueprint]:
        return iter((self.base, self.ours, self.theirs))

    @cached_property
    def let_go_ours(self) -> Blueprint:
        """The base, its pointers let go of what this copy removed."""
        return _let_go(self.base, self.ours)

    @cached_property
    def let_go_theirs(self) -> Blueprint:
        """The base, its pointers let go of what the other copy removed."""
        return _let_go(self.base, self.theirs)

    def holder(self, address: Address) -> Blueprint:
        """The copy that has an element: this one, failing that the other."""
        return next((each for each in (self.ours, self.theirs, self.base) if each.element(address) is not None), self.ours)

    def title(self, address: Address) -> Any:
        """What people call an element of one of them."""
        return title_of(self.holder(address), address)

    def value(self, field: Field, value: Any) -> Any:
        """A value of one of them as a sentence names it."""
        names = {name for each in (self.theirs, self.ours) for name in field.collections if name in COLLECTIONS and each.collection(name)}
        several = value if isinstance(value, tuple) and not hasattr(value, "_fields") else (value,)
        known = [each for each in several if isinstance(each, str) and any(each in self.ours.collection(name) for name in names)]
        return value_of(self.ours if len(known) == len(several) else self.theirs, field, value)


def _let_go(before: Blueprint, after: Blueprint) -> Blueprint:
    gone = {Address(name, id) for name in COLLECTIONS for id in before.collection(name) if id not in after.collection(name)}
    found: dict[str, dict[str, Any]] = {}
    for operation in pointing_at(before, gone) if gone else ():
        address = operation.address
        held = found.setdefault(address.collection, dict(before.collection(address.collection)))
        element = held[address.id]
        if isinstance(operation, Put):
            # without asking whether the field may be empty: this is only looked at, and never becomes a blueprint of its own
            empty = element._field_defaults.get(address.field)
            value = empty if operation.value is None or operation.value == () else operation.value
            held[address.id] = element._replace(**{address.field: value})
    return replace(before, **{name: Collection(held.values()) for name, held in found.items()})  # type: ignore[arg-type]
