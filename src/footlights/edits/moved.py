"""What it takes to put an element in another place, spans included."""

from footlights.model import Address, Blueprint

from .operation import Operation, Place, Put, apply, place_of
from .span import shortened_spans

__all__ = ["moved"]


def moved(blueprint: Blueprint, address: Address, place: Place) -> tuple[Operation, ...]:
    """The move, and before it what keeps every span going forward; () when the element stands there already."""
    if place_of(blueprint, address) == place:
        return ()
    move = Put(address.of("place"), place)
    return (*shortened_spans(apply(blueprint, move)), move)
