"""Another text on an element: its name, its title, or what is done there."""

from footlights.model import ROLES, Address, Blueprint, FootlightsError, Lane, Text, fields_of

from .made import made
from .operation import Insert, Operation
from .pointing import pointed
from .set_field import set_field

__all__ = ["rename"]


def rename(blueprint: Blueprint, address: Address | str, title: Text, language: str | None = None) -> tuple[Operation, ...]:
    """Set the text an element is known by, in a language (None: the document's own); its id stays.

    A role's own row gets its name by being declared. Gives () when nothing changes; raises FootlightsError when the
    element is not there or has no such text.
    """
    there = Address.parse(address) if isinstance(address, str) and "/" in address else address
    if str(there) == "blueprint":
        return set_field(blueprint, "blueprint#title", title, language)
    if isinstance(there, Address) and there.collection == "lanes" and there.id in ROLES and there.id not in blueprint.lanes:
        lane = made(blueprint, Lane, there.id, {"name": title}, role=there.id)
        return (Insert(there.element(), lane, next(reversed(list(blueprint.lanes)), None)),)
    found = pointed(blueprint, there)
    element = blueprint.element(found)
    kind: type = type(element)
    field = next((field for field in fields_of(kind) if field.title), None)
    if field is None:
        raise FootlightsError(f"{found} has no name or title", "set one of its fields")
    return set_field(blueprint, found.of(field.name), title, language)
