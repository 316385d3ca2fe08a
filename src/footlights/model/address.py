"""How any part of the house points at an element of a blueprint, or at one field of it."""

from typing import NamedTuple

__all__ = ["Address"]


class Address(NamedTuple):
    """`steps/calls` is an element, `cards/answer#by` one field of it, `blueprint#title` a field of the document."""

    collection: str
    id: str = ""
    field: str = ""

    def __str__(self) -> str:
        path = f"{self.collection}/{self.id}" if self.id else self.collection
        return f"{path}#{self.field}" if self.field else path

    @classmethod
    def parse(cls, text: str) -> "Address":
        """The address a text spells; raises ValueError when it is empty or has no collection."""
        path, _, field = text.partition("#")
        collection, _, name = path.partition("/")
        if not collection:
            raise ValueError(f"an address looks like steps/calls or cards/answer#by, not {text!r}")
        return cls(collection, name, field)

    def element(self) -> "Address":
        """The address of the element itself, without the field."""
        return Address(self.collection, self.id)

    def of(self, field: str) -> "Address":
        """The address of one field of this element."""
        return Address(self.collection, self.id, field)
