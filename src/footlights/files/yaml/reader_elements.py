"""The second pass over a file: every element read field by field, and the blueprint they make."""

from __future__ import annotations

from typing import Any, NamedTuple

from footlights.model import AGREEMENT_KINDS, COLLECTIONS, ROLES, Address, Blueprint, Collection, Field, Link, arranged, fields_of

from .nodes import Map, Node, Scalar
from .notes import Notes
from .places import Span
from .plain import number_in, pairs_of, plain_value, truth_in
from .reader_drafts import Draft, is_empty, title_key
from .reader_shapes import read_field
from .reader_survey import LISTED, NAMED, Survey
from .reader_where import Where
from .saying import listed

__all__ = ["FORMAT", "Reading"]

#: The number of the file format (`footlights: 1`) that this version writes, and the highest that it reads.
FORMAT = 1


class _Head(NamedTuple):
    """The head of the document, as messages speak of it."""

    title: str
    kind: str = "blueprint"
    address: Address = Address("blueprint")

    def name(self) -> str:
        """Its title, or the name of its file."""
        return self.title


class Reading:
    """One file on its way to a blueprint: what was found in it, and where it stands."""

    def __init__(self, root: Map, notes: Notes) -> None:
        self.root, self.notes = root, notes
        self.survey = Survey(root, notes)
        self.spans: dict[str, Span] = {}
        self.explicit: list[str] = []
        self.step_at: dict[str, int] = {}

    def blueprint(self) -> Blueprint:
        """The blueprint, arranged."""
        self._format()
        survey = self.survey
        survey.named()
        lanes = self._elements("lanes")
        survey.nested(lanes)
        self.step_at = {draft.id: at for at, draft in enumerate(survey.drafts["steps"])}
        head, more = self._head()
        collections: dict[str, Any] = {name: self._elements(name) for name in COLLECTIONS if name != "lanes"}
        return arranged(Blueprint(**head, **collections, lanes=lanes, more=more))

    def _format(self) -> None:
        entry = self.root.entry("footlights")
        if entry is None:
            start = self.root.span
            self.notes.say("missing-format", start._replace(end=start.start), {"format": FORMAT}, severity="warning")
            return
        number = number_in(entry.value) if isinstance(entry.value, Scalar) else None
        if number is None or number != int(number) or number < 1:
            self.notes.say("bad-format", entry.value.span, {"format": FORMAT})
        elif number > FORMAT:
            self.notes.say("newer-format", entry.value.span, {"number": number, "format": FORMAT})

    def _head(self) -> tuple[dict[str, Any], tuple[tuple[str, Any], ...]]:
        self.spans["blueprint"] = self.root.span
        where = Where(self.notes, self.survey.ids, _Head(self.survey.title))
        structure = frozenset(("footlights", *NAMED, "phases", "links", *LISTED))
        values, more = self._fields(where, "blueprint", _table(Blueprint), self.root, structure)
        if self.root.get("title") is None:
            start = self.root.span
            where.say("missing-title", "title", start._replace(end=start.start), severity="warning")
        return values, more

    def _elements(self, collection: str) -> Collection[Any]:
        found = (self._element(draft) for draft in self.survey.drafts[collection])
        return Collection(element for element in found if element is not None)

    def _element(self, draft: Draft) -> Any:
        collection, kind = draft.collection, COLLECTIONS[draft.collection]
        text = f"{collection}/{draft.id}"
        self.spans[text] = draft.span
        if draft.explicit:
            self.explicit.append(text)
        where = Where(self.notes, self.survey.ids, draft)
        more: tuple[tuple[str, Any], ...] = ()
        values: dict[str, Any] = {}
        if isinstance(draft.node, Map):
            skipped = self.survey.skipped[collection]
            if collection == "links" and draft.parent is not None:
                skipped = skipped | {"to", "card", "step"}
            values, more = self._fields(where, text, _table(kind), draft.node, skipped)
        elif not is_empty(draft.node):
            values = self._short(where, draft)
        elif draft.named and collection != "lanes":
            values = {next(field.name for field in fields_of(kind) if field.title): draft.id}
        values |= self._belonging(where, draft)
        if not self._complete(where, draft, values):
            return None
        return kind(id=draft.id, **values, more=more)

    def _fields(
        self, where: Where, address: str, table: dict[str, Field], node: Map, structure: frozenset[str]
    ) -> tuple[dict[str, Any], tuple[tuple[str, Any], ...]]:
        values: dict[str, Any] = {}
        more: list[tuple[str, Any]] = []
        spans = self.spans
        for key, value in pairs_of(node):
            word = key.value
            if word in structure:
                continue
            end = value.end if isinstance(value, Scalar) else value.span.end
            spans[f"{address}#{word}"] = Span(key.start, max(key.end, end), key.line, key.column)
            field = table.get(word)
            if field is None:
                self._unknown(where, key, [*table, *sorted(structure)])
                more.append((word, plain_value(value)))
                continue
            found = read_field(where, field, value)
            if found is not None:
                values[field.name] = found
        return values, tuple(more)

    def _unknown(self, where: Where, key: Scalar, known: list[str]) -> None:
        slug = "unknown-in-step" if where.subject.kind == "step" else "unknown-field"
        where.say(slug, key.value, key.span, severity="warning", exists=listed(self.notes.ordered(key.value, known)))

    def _short(self, where: Where, draft: Draft) -> dict[str, Any]:
        """What a single text says of an element: its title; of a link, where it leads."""
        if draft.collection == "links":
            return {}
        if draft.collection == "marks" and isinstance(draft.node, Scalar) and truth_in(draft.node):
            return {}
        field = _table(COLLECTIONS[draft.collection])[title_key(draft.collection)]
        value = read_field(where, field, draft.node)
        return {field.name: value} if value is not None else {}

    def _belonging(self, where: Where, draft: Draft) -> dict[str, Any]:
        """The fields that say what an element belongs to, which the file says by where it stands."""
        parent = draft.parent
        if draft.collection == "steps" and parent is not None:
            return {"phase": parent.id}
        if draft.collection == "cards" and parent is not None:
            return {"step": parent.id, "lane": draft.slot}
        if draft.collection == "marks" and parent is not None:
            return {"on": str(parent.address), "kind": draft.slot}
        if draft.collection == "links" and parent is not None:
            return {"source": parent.id, **self._target(where, draft)}
        if draft.collection == "agreements":
            return self._agreed(where, draft)
        return {}

    def _target(self, where: Where, draft: Draft) -> dict[str, Any]:
        entry = draft.entry("card", "step", "to")
        node = draft.node if isinstance(draft.node, Scalar) else entry.value if entry is not None else None
        if node is None:
            return {}
        if entry is not None:
            self.spans[f"{draft.address}#to"] = entry.key.span._replace(end=entry.value.span.end)
        found = read_field(where, _table(Link)["to"], node)
        return {"target": found} if found is not None else {}

    def _agreed(self, where: Where, draft: Draft) -> dict[str, Any]:
        assert isinstance(draft.node, Map)  # the survey lets no other through
        entries = {entry.key.value: entry for entry in pairs_of(draft.node) if entry.key.value in AGREEMENT_KINDS}
        if len(entries) != 1:
            where.say("agreement-kind", "", draft.span)
        if not entries:
            return {"kind": AGREEMENT_KINDS[0]}
        word, entry = next(iter(entries.items()))
        self.spans[f"{draft.address}#title"] = entry.key.span._replace(end=max(entry.key.span.end, entry.value.span.end))
        title = None
        if not (isinstance(entry.value, Scalar) and truth_in(entry.value)):
            title = read_field(where, _table(COLLECTIONS["agreements"])["title"]._replace(key=word), entry.value)
        return {"kind": word, "title": title}

    def _complete(self, where: Where, draft: Draft, values: dict[str, Any]) -> bool:
        """Note what is missing or does not go together; False when the element can't be without it."""
        if draft.collection == "lanes":
            self._role(where, draft, values)
        for field in _REQUIRED.get(draft.collection, ()):
            if values.get(field.name, "") == "" and (field.name in values or not self._stands(draft, field)):
                where.say("missing-field", "", draft.span, missing=field.key)
        if draft.collection == "cards" and "until" in values and self.step_at[values["until"]] < self.step_at[values["step"]]:
            where.say("until-before", "until", _value(draft, "until").span, value=values.pop("until"))
        return not (draft.collection == "links" and not ("source" in values and "target" in values))

    def _stands(self, draft: Draft, field: Field) -> bool:
        """Whether something stands in the field that was found wrong, so that it need not be called missing as well."""
        if draft.collection == "links" and field.key == "to":
            return isinstance(draft.node, Scalar) or draft.entry("card", "step", "to") is not None
        return draft.entry(field.key) is not None

    def _role(self, where: Where, draft: Draft, values: dict[str, Any]) -> None:
        if draft.id not in ROLES:
            return
        if values.get("role", draft.id) != draft.id:
            where.say("role-of-lane", "role", _value(draft, "role").span, id=draft.id, role=values["role"])
        values["role"] = draft.id


def _value(draft: Draft, key: str) -> Node:
    entry = draft.entry(key)
    return entry.value if entry is not None else draft.node


#: The fields that an element of a collection can't do without.
_REQUIRED = {name: tuple(field for field in fields_of(kind) if field.required) for name, kind in COLLECTIONS.items()}
_TABLES: dict[type, dict[str, Field]] = {}


def _table(kind: type) -> dict[str, Field]:
    """The fields of a kind by their keys in the file."""
    if kind not in _TABLES:
        _TABLES[kind] = {field.key: field for field in fields_of(kind)}
    return _TABLES[kind]
