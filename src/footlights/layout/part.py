"""A piece of a card's face."""

from collections.abc import Callable
from typing import NamedTuple

from footlights.drawing import Item

__all__ = ["Part"]


class Part(NamedTuple):
    """A piece of a face: how high it is, and what draws it at (x, y)."""

    height: float
    draw: Callable[[float, float], list[Item]]
