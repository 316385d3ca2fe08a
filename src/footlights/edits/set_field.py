"""Another value in a field."""

from typing import Any

from footlights.model import Address, Blueprint, FootlightsError

from .made import field_of, translated, wished
from .operation import Operation, Put, value_at
from .pointing import pointed

__all__ = ["set_field"]


def set_field(blueprint: Blueprint, address: Address | str, value: Any, language: str | None = None) -> tuple[Operation, ...]:
    """Set the field an address names (`cards/answer#by`, `blueprint#title`); None clears it.

    Quantities may come as people write them (`3 min`); `language` says in which language a text is meant. Gives () when
    nothing changes. Raises FootlightsError when the value is impossible, naming what would be possible.
    """
    there = Address.parse(address) if isinstance(address, str) else address
    if not there.field:
        raise FootlightsError(f"{there} names no field", "an address of a field looks like cards/answer#by")
    if there.field == "place":
        raise FootlightsError("a place is changed by moving", "move the phase, step, card or lane")
    if there.collection == "blueprint" and not there.id:
        kind: type = Blueprint
    else:
        there = pointed(blueprint, there.element()).of(there.field)
        kind = type(blueprint.element(there))
    field = field_of(kind, there.field)
    there = there.of(field.name)
    old = value_at(blueprint, there)
    new = wished(blueprint, field, value)
    if field.shape == "text":
        new = translated(old, new, language, blueprint.language or "en")
    if new is None and field.required:
        raise FootlightsError(f"{there.of(field.key)} can't be empty", "put another value in")
    if kind is not Blueprint and field.name == "until":
        raise FootlightsError("how far a card reaches is changed by letting it span", "use span")
    return () if new == old else (Put(there, new),)
