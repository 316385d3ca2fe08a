"""The first pass over a file: which elements there are, where each one stands, and what its id is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from footlights.model import COLLECTIONS, ID_PATTERN, Address, fields_of, slug

from .nodes import NOTHING, Entry, Map, Node, Scalar, Seq
from .notes import Notes
from .places import Span
from .plain import pairs_of, truth_in
from .saying import shortened

__all__ = ["KIND_WORDS", "Draft", "Names", "is_empty", "items_of", "title_key"]

#: What one element of a collection is called.
KIND_WORDS = {
    "personas": "persona", "actors": "actor", "systems": "system", "channels": "channel", "sources": "source", "phases": "phase",
    "lanes": "lane", "steps": "step", "cards": "card", "marks": "mark", "links": "link", "promises": "promise",
    "agreements": "agreement", "findings": "finding", "actions": "action", "expect": "expectation",
    "bindings": "binding", "views": "view",
}  # fmt: skip
#: Ids that are made of other ids are longer than ids that are made of titles.
_LONG_ID = re.compile(r"[^\W_](?:[\w.\-]{0,248}[\w])?")
_MADE_OF_IDS = ("links", "marks", "promises")


def title_key(collection: str) -> str:
    """The key in the file of the text that an element of this collection is known by."""
    return next((field.key for field in fields_of(COLLECTIONS[collection]) if field.title), "")


class Draft:
    """An element of the file before it is read: its node, where it stands, what it belongs to, and its id."""

    __slots__ = ("collection", "explicit", "id", "named", "node", "number", "parent", "slot", "span", "wanted")

    def __init__(
        self, collection: str, node: Node, span: Span, number: int, *, parent: Draft | None = None, slot: str = "",
        wanted: Scalar | None = None, named: bool = False,
    ) -> None:  # fmt: skip
        self.collection, self.node, self.span, self.number = collection, node, span, number
        self.parent, self.slot, self.wanted, self.named = parent, slot, wanted, named
        self.id = ""
        self.explicit = False

    @property
    def kind(self) -> str:
        """The word for what it is: step, card, or fail for a mark of that kind."""
        return self.slot if self.collection == "marks" else KIND_WORDS[self.collection]

    @property
    def address(self) -> Address:
        """Its address, once it has its id."""
        return Address(self.collection, self.id)

    def entry(self, *keys: str) -> Entry | None:
        """The first entry of its mapping that has one of these keys and is not empty; None for a short form."""
        if not isinstance(self.node, Map):
            return None
        known = pairs_of(self.node)
        return next((entry for key in keys for entry in known if entry.key.value == key and not is_empty(entry.value)), None)

    def text(self, *keys: str) -> str:
        """The text under the first of these keys (in its first language), or that of a short form; "" without one."""
        node: Node | None = self.node
        if isinstance(node, Map):
            found = self.entry(*keys)
            node = found.value if found is not None else None
        if isinstance(node, Map):
            first = next(iter(pairs_of(node)), None)
            node = first.value if first is not None else None
        if not isinstance(node, Scalar) or node.empty or (self.collection in ("marks", "agreements") and truth_in(node)):
            return ""
        return node.value

    def title(self) -> str:
        """The text it is known by; "" without one."""
        if self.collection == "agreements":
            return self.text("sla", "xla")
        if self.collection == "bindings":
            return self.text("column", "event")
        if self.collection == "steps":
            # a step in which the customer only waits is known by its title
            return self.text("does") or self.text("title")
        return self.text(title_key(self.collection))

    def name(self) -> str:
        """What its author would call it in a sentence: its text, else its id, else its number."""
        if self.collection == "links":
            return shortened(f"{self._end('from')} → {self._end('card', 'step', 'to')}")
        said = self.text("title") if self.collection == "steps" and isinstance(self.node, Map) else ""
        given = self.id if self.explicit else ""
        return shortened(said or self.title() or given, 40) or f"#{self.number}"

    def stem(self) -> str:
        """What its id is made from when it has none."""
        if self.collection == "links":
            return f"{self._end('from')}--{self._end('card', 'step', 'to')}"
        made = slug(self.title())
        if not made and self.collection == "marks" and self.parent is not None:
            return f"{self.slot}-{self.parent.id}"
        if not made and self.collection == "promises" and self.entry("from") and self.entry("to"):
            return f"{self._end('from')}--{self._end('to')}"
        return made or KIND_WORDS[self.collection]

    def _end(self, *keys: str) -> str:
        if keys == ("from",) and self.parent is not None:
            return self.parent.id
        text = unicodedata.normalize("NFC", self.text(*keys))
        return text if ID_PATTERN.fullmatch(text) else slug(text) or "?"


def is_empty(node: Node) -> bool:
    """Whether nothing stands there."""
    return isinstance(node, Scalar) and node.style == "" and node.value in NOTHING


class Names:
    """The ids of one namespace: explicit ones first, then those made from titles, in reading order."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.taken: dict[str, Draft] = {}
        #: Ids that were refused, and what their element is called instead: so that a reference to it still finds it.
        self.instead: dict[str, str] = {}
        self._next: dict[str, int] = {}

    def give(self, drafts: Iterable[Draft]) -> None:
        """Give every draft its id; says which ids are not well formed or stand twice."""
        ordered = list(drafts)
        refused = [draft for draft in ordered if not self._explicit(draft)]
        for draft in refused:
            made = slug(draft.wanted.value) if draft.wanted is not None else ""
            draft.id = self._free(made or draft.stem())
            self.taken[draft.id] = draft
            if draft.wanted is not None:
                self.instead.setdefault(unicodedata.normalize("NFC", draft.wanted.value), draft.id)

    def _explicit(self, draft: Draft) -> bool:
        if draft.wanted is None:
            return False
        id = unicodedata.normalize("NFC", draft.wanted.value)
        pattern = _LONG_ID if draft.collection in _MADE_OF_IDS else ID_PATTERN
        if not pattern.fullmatch(id):
            self.notes.say("bad-id", draft.wanted.span, {"kind": draft.kind, "name": draft.name(), "id": id})
            return False
        if id in self.taken:
            first = self.taken[id]
            facts = {"kind": draft.kind, "name": draft.name(), "id": id, "line": (first.wanted or first).span.line}
            self.notes.say("duplicate-id", draft.wanted.span, facts)
            return False
        draft.id, draft.explicit = id, True
        self.taken[id] = draft
        return True

    def _free(self, stem: str) -> str:
        """As `model.unique`, which would count from 2 again each time: 5,000 cards may have the same text."""
        if stem not in self.taken:
            return stem
        number = self._next.get(stem, 2)
        while f"{stem}-{number}" in self.taken:
            number += 1
        self._next[stem] = number + 1
        return f"{stem}-{number}"


def items_of(node: Node | None) -> Iterator[Node]:
    """The items of a sequence; a single value counts as a sequence of one, nothing as an empty one."""
    if isinstance(node, Seq):
        yield from node.items
    elif node is not None and not is_empty(node):
        yield node
