"""Where in a file an address stands, for those who have something to say about an element."""

from collections.abc import Iterable, Iterator
from typing import Any

from footlights.facts import Place
from footlights.model import COLLECTIONS, Address, Blueprint, Card, Mark, Step, field_named

from .places import Lines
from .reader import Loaded

__all__ = ["places_of"]

#: A mark on a card at a step in a phase: nothing stands deeper.
_DEEPEST = 4


def places_of(loaded: Loaded, text: str, file: str, addresses: Iterable[Address]) -> tuple[Place, ...]:
    """The place of each address in the text that was read: of the field, else of its element, what that stands in, the title.

    Of what takes several lines only the first is meant, which is where a reader should look. A text without any of these is
    pointed at in its first line.
    """
    lines = Lines(text)

    def place(address: Address) -> Place:
        span = next((loaded.spans[key] for key in _keys(loaded, address) if key in loaded.spans), None)
        if span is None:
            return Place(file, 1, 1)
        return lines.place(span._replace(end=min(span.end, lines.end_of_line(span.start))), file)

    return tuple(place(address) for address in addresses)


def _keys(loaded: Loaded, address: Address) -> Iterator[str]:
    element = address.element()
    if address.field:
        field = field_named(COLLECTIONS.get(address.collection, Blueprint), address.field)
        yield str(element.of(field.key if field is not None else address.field))
    there: Address | None = element if element.collection != "blueprint" else None
    for _ in range(_DEEPEST):
        if there is None:
            break
        yield str(there)
        there = _holder(loaded.blueprint.element(there)) if loaded.blueprint is not None else None
    yield from ("blueprint#title", "blueprint")


def _holder(element: Any) -> Address | None:
    if isinstance(element, Mark):
        return Address.parse(element.on)
    if isinstance(element, Card):
        return Address("steps", element.step)
    return Address("phases", element.phase) if isinstance(element, Step) else None
