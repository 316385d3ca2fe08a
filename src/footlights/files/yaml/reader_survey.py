"""How the elements of a file are found: declared by name, nested in phases, steps and lanes, or listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from footlights.model import CARD_ROLES, COLLECTIONS, MARK_KINDS, ROLES, Collection, Lane, Step, fields_of, rows_of

from .nodes import Map, Node, Scalar, Seq
from .notes import Notes
from .places import Span
from .plain import pairs_of, truth_in
from .reader_drafts import KIND_WORDS, Draft, Names, is_empty, items_of
from .reader_where import found_word
from .saying import shortened

__all__ = ["LISTED", "NAMED", "STEP_MARKS", "Survey"]

#: Collections that are declared by name, and those that are lists.
NAMED = ("personas", "actors", "systems", "channels", "sources", "lanes")
LISTED = ("promises", "agreements", "findings", "actions", "expect", "bindings", "views")
#: At a step `policy:` is a lane; everywhere else it is a mark.
STEP_MARKS = tuple(kind for kind in MARK_KINDS if kind != "policy")
#: Words that may not be the id of a lane, since they mean something else in a step.
_STEP_WORDS = frozenset(("id", "to", "steps", *STEP_MARKS, *(field.key for field in fields_of(Step))))
#: Words that may not be the id of a persona, since they mean something else under `feels`.
_FEELING_WORDS = frozenset(("level", "basis", "source"))
_SHORT_OR_MAP = (Scalar, Map)


def blueprint_name(root: Map, file: str) -> str:
    """What messages call the document: its title in its first language, else the name of its file."""
    title = root.get("title")
    if isinstance(title, Map):
        title = next((entry.value for entry in pairs_of(title)), None)
    said = title.value if isinstance(title, Scalar) and not title.empty else ""
    return shortened(said or file.replace("\\", "/").rpartition("/")[2], 40)


class Survey:
    """The elements of a file, in reading order, each with its id.

    `skipped` says which keys of an element's mapping are structure and not fields.
    """

    def __init__(self, root: Map, notes: Notes) -> None:
        self.root, self.notes = root, notes
        #: What messages call the document: its title, else its file.
        self.title = blueprint_name(root, notes.file)
        self.drafts: dict[str, list[Draft]] = {collection: [] for collection in COLLECTIONS}
        self.ids: dict[str, Names] = {}
        self.row_at: dict[str, int] = {}
        self.without_cards: dict[str, str] = {}
        self.cells: frozenset[str] = frozenset()
        self.skipped: dict[str, frozenset[str]] = {}

    def named(self) -> None:
        """Find what is declared by name, and give it ids."""
        for collection in NAMED:
            node = self.root.get(collection)
            for draft in self._declared(collection, node) if node is not None else ():
                self.drafts[collection].append(draft)
            self._give(collection, self.drafts[collection])
            self.skipped[collection] = frozenset(() if isinstance(node, Map) else ("id",))
        self._reserved("lanes", _STEP_WORDS)
        self._reserved("personas", _FEELING_WORDS)

    def nested(self, lanes: Collection[Lane]) -> None:
        """Find phases, steps, cards, marks, links and all that is listed, and give them ids."""
        self.row_at = {lane.id: at for at, lane in enumerate(rows_of(lanes.values(), CARD_ROLES))}
        self.without_cards = {role: role for role in ROLES if role not in CARD_ROLES}
        self.without_cards |= {lane.id: lane.role for lane in lanes.values() if lane.role not in CARD_ROLES}
        marks = frozenset(MARK_KINDS)
        self.cells = frozenset((*self.row_at, *self.without_cards)) - _STEP_WORDS
        self.skipped |= {
            "phases": marks | {"id", "steps"}, "steps": self.cells.union(STEP_MARKS, ("id", "to")), "cards": marks | {"id", "to"},
            "marks": frozenset(("id",)), "links": frozenset(("id",)), "agreements": frozenset(("id", "sla", "xla")),
            "promises": frozenset(("id",)), "findings": frozenset(("id",)), "actions": frozenset(("id",)), "expect": frozenset(("id",)),
            "bindings": frozenset(("id",)), "views": frozenset(("id",)),
        }  # fmt: skip
        places = list(self._phases())
        self._give("phases", places)
        self.ids["steps"] = self.ids["cards"] = self.ids["phases"]
        self._give("marks", self.drafts["marks"])
        for node in self._list("links"):
            self._add("links", node)
        self._give("links", self.drafts["links"])
        for collection in LISTED:
            for node in self._list(collection):
                self._add(collection, node)
            self._give(collection, self.drafts[collection])

    def _give(self, collection: str, drafts: Iterable[Draft]) -> None:
        self.ids[collection] = Names(self.notes)
        self.ids[collection].give(drafts)

    def _reserved(self, collection: str, words: frozenset[str]) -> None:
        for draft in self.drafts[collection]:
            own_row = draft.id == "time" and collection == "lanes"
            if draft.id in words and not own_row:
                facts = {"kind": draft.kind, "name": draft.name(), "id": draft.id}
                self.notes.say("reserved-id", draft.span, facts, draft.address)

    def _wrong(self, node: Node, expected: str, kind: str, name: str, field: str) -> None:
        facts = {"kind": kind, "name": name, "field": field, "expected": expected, "found": found_word(node)}
        self.notes.say("wrong-shape", node.span, facts)

    def _declared(self, collection: str, node: Node) -> Iterator[Draft]:
        if isinstance(node, Map):
            for number, entry in enumerate(pairs_of(node), 1):
                span = entry.key.span._replace(end=max(entry.key.span.end, entry.value.span.end))
                if isinstance(entry.value, Seq):
                    self._wrong(entry.value, KIND_WORDS[collection], KIND_WORDS[collection], entry.key.value, collection)
                    continue
                yield Draft(collection, entry.value, span, number, wanted=entry.key, named=True)
        elif isinstance(node, Seq):
            for number, item in enumerate(self._filled(node), 1):
                if isinstance(item, Seq):
                    self._wrong(item, KIND_WORDS[collection], "blueprint", self.title, collection)
                    continue
                yield Draft(collection, item, item.span, number, wanted=self._wanted(item))
        elif not is_empty(node):
            self._wrong(node, "named", "blueprint", self.title, collection)

    def _list(self, collection: str) -> Iterator[Node]:
        """The items of a list at the top of the file that can be elements."""
        node = self.root.get(collection)
        if node is None or is_empty(node):
            return
        if not isinstance(node, Seq):
            self._wrong(node, "list", "blueprint", self.title, collection)
            return
        for item in self._filled(node):
            if isinstance(item, Map) or (isinstance(item, Scalar) and collection in ("phases", "expect")):
                yield item
            else:
                self._wrong(item, KIND_WORDS[collection], "blueprint", self.title, collection)

    def _filled(self, node: Node) -> Iterator[Node]:
        for item in items_of(node):
            if is_empty(item):
                self.notes.say("empty-item", item.span, severity="warning")
            else:
                yield item

    def _wanted(self, node: Node) -> Scalar | None:
        """The id its author gave an element, None without one."""
        given = node.get("id") if isinstance(node, Map) else None
        if given is None or is_empty(given):
            return None
        if isinstance(given, Scalar):
            return given
        self._wrong(given, "id", "blueprint", self.title, "id")
        return None

    def _add(self, collection: str, node: Node, parent: Draft | None = None, slot: str = "", span: Span | None = None) -> Draft:
        drafts = self.drafts[collection]
        wanted = self._wanted(node)
        drafts.append(Draft(collection, node, span or node.span, len(drafts) + 1, parent=parent, slot=slot, wanted=wanted))
        return drafts[-1]

    def _phases(self) -> Iterator[Draft]:
        for node in self._list("phases"):
            phase = self._add("phases", node)
            yield phase
            if not isinstance(node, Map):
                continue
            self._marks(node, phase, MARK_KINDS)
            steps = node.get("steps")
            if steps is None or is_empty(steps):
                continue
            if not isinstance(steps, Seq):
                self._wrong(steps, "list", "phase", phase.name(), "steps")
                continue
            for step in self._filled(steps):
                if isinstance(step, _SHORT_OR_MAP):
                    yield from self._step(step, phase)
                else:
                    self._wrong(step, "step", "phase", phase.name(), "steps")

    def _step(self, node: Scalar | Map, phase: Draft) -> Iterator[Draft]:
        step = self._add("steps", node, phase)
        yield step
        if not isinstance(node, Map):
            return
        self._marks(node, step, STEP_MARKS)
        self._links(node, step)
        cells = [entry for entry in pairs_of(node) if entry.key.value in self.cells]
        for cell in sorted(cells, key=lambda entry: self.row_at.get(entry.key.value, 0)):
            lane = cell.key.value
            if lane in self.without_cards:
                facts = {"kind": "step", "name": step.name(), "id": lane, "role": self.without_cards[lane]}
                self.notes.say("lane-without-cards", cell.key.span, facts)
                continue
            for item in self._filled(cell.value):
                if not isinstance(item, _SHORT_OR_MAP):
                    self._wrong(item, "card", "step", step.name(), lane)
                    continue
                card = self._add("cards", item, step, lane)
                yield card
                if isinstance(item, Map):
                    self._marks(item, card, MARK_KINDS)
                    self._links(item, card)

    def _marks(self, node: Map, holder: Draft, kinds: tuple[str, ...]) -> None:
        found = {entry.key.value: entry for entry in pairs_of(node) if entry.key.value in kinds}
        for kind in kinds if found else ():
            entry = found.get(kind)
            for item in self._filled(entry.value) if entry is not None else ():
                assert entry is not None
                if isinstance(item, Seq):
                    self._wrong(item, "mark", holder.kind, holder.name(), kind)
                elif not (isinstance(item, Scalar) and truth_in(item) is False):
                    whole = item is entry.value
                    span = entry.key.span._replace(end=item.span.end) if whole else item.span
                    self._add("marks", item, holder, kind, span)

    def _links(self, node: Map, holder: Draft) -> None:
        ways = node.get("to")
        for item in self._filled(ways) if ways is not None else ():
            if isinstance(item, Seq):
                self._wrong(item, "link", holder.kind, holder.name(), "to")
            else:
                self._add("links", item, holder)
