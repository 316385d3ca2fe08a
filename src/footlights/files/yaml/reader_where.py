"""What is being read, and how what is wrong with it is said."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from footlights.model import Address

from .nodes import Map, Node, Scalar
from .notes import Notes
from .places import Span
from .reader_drafts import Names

__all__ = ["Subject", "Where", "found_word"]


class Subject(Protocol):
    """What is being read: an element, or the head of the document."""

    @property
    def kind(self) -> str:
        """The word for what it is."""

    @property
    def address(self) -> Address:
        """Its address."""

    def name(self) -> str:
        """What its author would call it."""


class Where(NamedTuple):
    """What is being read and what it is read with; `path` is the field around the field, `feels.noor` for a level."""

    notes: Notes
    ids: dict[str, Names]
    subject: Subject
    path: str = ""

    def within(self, field: str) -> Where:
        """The fields inside a field."""
        return self._replace(path=f"{self.path}.{field}" if self.path else field)

    def say(self, slug: str, field: str, span: Span, *, severity: str = "error", **facts: object) -> None:
        """Note that something is wrong with the value of a field."""
        subject = self.subject
        path = f"{self.path}.{field}" if self.path and field else field or self.path
        said = {"kind": subject.kind, "name": subject.name(), "field": path, **facts}
        address = subject.address.of(path.partition(".")[0]) if path else subject.address
        self.notes.say(slug, span, said, address, severity=severity)

    def wrong(self, field: str, node: Node, expected: str) -> None:
        """Note that the value has another form than expected."""
        self.say("wrong-shape", field, node.span, expected=expected, found=found_word(node))


def found_word(node: Node) -> str:
    """The word for what stands there, for messages."""
    if isinstance(node, Scalar):
        return "nothing" if node.empty else "text"
    return "mapping" if isinstance(node, Map) else "list"
