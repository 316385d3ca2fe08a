"""What became of the elements of a blueprint in a later one, as a picture shows it."""

from collections.abc import Mapping
from typing import NamedTuple

from footlights.model import Address

__all__ = ["Compared", "Fate"]


class Fate(NamedTuple):
    """What became of one element: added, removed, moved or changed; `notes` say what it was, in words, most important first."""

    kind: str
    notes: tuple[str, ...] = ()


class Compared(NamedTuple):
    """What a picture of two states shows besides the later one: the fate of every element that has one.

    The blueprint of the picture holds what was removed, too, put back where it stood. `headline` sums it up, `with_` says
    with what it was compared; both in the picture's language.
    """

    fates: Mapping[Address, Fate]
    headline: str = ""
    with_: str = ""

    def fate(self, collection: str, id: str) -> Fate | None:
        """The fate of an element, None when nothing became of it."""
        return self.fates.get(Address(collection, id))

    def gone(self, collection: str, id: str) -> bool:
        """Whether the element was removed: it is only shown where it stood."""
        fate = self.fate(collection, id)
        return fate is not None and fate.kind == "removed"
