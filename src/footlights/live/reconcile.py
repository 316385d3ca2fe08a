"""A shared document made to say what a blueprint says, by writing only what differs."""

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

from pycrdt import Map

from footlights.edits import Operation, apply_all, scope_of
from footlights.model import COLLECTIONS, ROLES, Blueprint, Collection, arranged

from .assembly import TIED, Materialised, Records, assembled
from .keys import Keys, Names, is_id, namespace, new_key, readable
from .meeting import begin
from .placing import look_for_keys, places_of, spelt_place
from .projection import blueprint_of
from .ranks import ranked, ranks_between
from .record import head_of, language_of, record_of, spelt_more, table_of
from .shapes import grouped, read_value
from .shared import FORMAT, Shared
from .spelling import spelt, spelt_field
from .writing import fresh_map, write

__all__ = ["encode", "reconcile", "settled", "take"]


def encode(blueprint: Blueprint, client: int | None = None) -> bytes:
    """A fresh shared document that says what a blueprint says, as one update; the same bytes for the same `client`.

    Only for documents that have no history yet: a document that lives is reconciled, or everything would stand there twice.
    """
    shared = Shared(client=client)
    return reconcile(shared, blueprint)


def settled(blueprint: Blueprint) -> Blueprint:
    """The blueprint as a shared document gives it back: arranged, pointers in their short form, nothing that says nothing.

    Compare this with what is read from a document, not the blueprint of a file itself.
    """
    blueprint = arranged(blueprint)
    ids = {name: {id: id for id in blueprint.collection(name)} for name in COLLECTIONS}
    keys = Keys({name: Names(found, found) for name, found in ids.items()})
    look = look_for_keys(keys)
    own = blueprint.language or "en"
    raw: dict[str, Any] = spelt("head", blueprint, "", look, own)
    records: Records = {"head": {"": head_of(raw)}}
    for name in COLLECTIONS:
        ranks = ranks_between(None, None, len(blueprint.collection(name)))
        records[name] = {}
        for (id, element), rank in zip(blueprint.collection(name).items(), ranks, strict=True):
            pos = [*spelt_place(name, element, look), rank]
            records[name][id] = record_of(name, id, {**spelt(name, element, id, look, own), "pos": pos}, own)
    return assembled(records).blueprint


def reconcile(shared: Shared, blueprint: Blueprint, known: Materialised | None = None) -> bytes:
    """Write what differs, so that the document says what the blueprint says; returns the update, b"" when nothing differs.

    `known` is what the document says now, where somebody has that at hand. Elements keep their keys by their ids; what is
    not in the blueprint is marked as gone, and what stands nowhere is left alone.
    """
    wanted = arranged(blueprint)
    return shared.change(lambda there: _bring(there, wanted, known or blueprint_of(there)))


def take(shared: Shared, operations: Sequence[Operation], known: Materialised | None = None) -> bytes:
    """Apply operations to the shared document; returns the update. `known` is what it says now, where somebody has that.

    Raises FootlightsError as `edits.apply` does, and then nothing is written.
    """
    known = known or blueprint_of(shared)
    after = apply_all(known.blueprint, operations)
    return shared.change(lambda there: _bring(there, after, known))


def _bring(shared: Shared, wanted: Blueprint, known: Materialised) -> None:
    for _ in range(3):
        shifted = _Pass(shared, wanted, known).run()
        if not shifted or not (known.unplaced or known.troubles):
            return
        # what stood nowhere may have found a place in what came back: that was not asked for
        known = blueprint_of(shared)
        if known.blueprint == wanted:
            return


class _Pass:
    """One comparison of a document with the blueprint it should say, and the writing of what differs."""

    def __init__(self, shared: Shared, wanted: Blueprint, known: Materialised) -> None:
        self.shared, self.wanted, self.known = shared, wanted, known
        #: Nobody has this document yet: its elements may live under their ids.
        self.fresh = not shared.read("meta")
        self.own = wanted.language or "en"
        was = language_of(shared.read("head"))
        self.was_own = was if was != self.own else ""
        self.keys, self.new = self._keys()
        self.look = look_for_keys(self.keys)
        self.spaces: set[str] = set()
        self.begun = 0
        self.shifted = bool(self.was_own)

    def run(self) -> bool:
        """Write all that differs; returns whether anything came, went or moved, so that others may stand or point again."""
        if self.fresh:
            write(self._map("meta"), {}, {"format": float(FORMAT)})
        self._write_fields("head", "", self.known.blueprint, self.wanted)
        for name in COLLECTIONS:
            before, after = self.known.blueprint.collection(name), self.wanted.collection(name)
            if before is after and not self.was_own:
                continue
            for id in before:
                if id not in after:
                    self._map(name, self.known.keys.key(name, id) or "")["gone"] = True
                    self.shifted = True
                    self.spaces.add(namespace(name))
            positions = self._positions(name, before, after)
            for id, element in after.items():
                key = self.keys.key(name, id) or ""
                if key in self.new[name]:
                    self._create(name, key, element, positions[id])
                    self.shifted = True
                    self.spaces.add(namespace(name))
                    continue
                if id in positions:
                    self._map(name, key)["pos"] = positions[id]
                    self.shifted = True
                if before[id] is not element or self.was_own:
                    self._write_fields(name, key, before[id], element)
        self._keep_ids()
        return self.shifted

    def _map(self, root: str, key: str | None = None) -> Any:
        found = self.shared.map(root, None if root == "head" else key)
        assert found is not None
        return found

    def _keys(self) -> tuple[Keys, dict[str, set[str]]]:
        """The key of every wanted element: its own where it has one, else its id where that is free, else a new one."""
        names: dict[str, Names] = {}
        new: dict[str, set[str]] = {}
        needed = self._needed()
        for name in COLLECTIONS:
            wanted = self.wanted.collection(name)
            if wanted is self.known.blueprint.collection(name):
                names[name], new[name] = self.known.keys.names.get(name, Names({}, {})), set()
                continue
            names[name], new[name] = Names({}, {}), set()
            for id in wanted:
                key = self.known.keys.key(name, id)
                if key is None:
                    key = id if is_id(name, id, id) and self._free(name, id) and (name, id) not in needed else new_key()
                    new[name].add(key)
                names[name].keys[id], names[name].ids[key] = key, id
        return Keys(names), new

    def _free(self, collection: str, key: str) -> bool:
        """Whether an element may live under this key: it did before, or nobody else can be putting another one there now."""
        there = self.shared.read_element(collection, key)
        if there is not None:
            return there.get("gone") is True
        return (self.fresh or (collection == "lanes" and key in ROLES)) and not self.shared.holds(collection, key)

    def _needed(self) -> set[tuple[str, str]]:
        """What elements that stand nowhere would stand on: under such a key nothing comes back, or they would as well."""
        found = set()
        for address in self.known.unplaced:
            name, _, key = address.partition("/")
            place, _ = places_of(name, (self.shared.read_element(name, key) or {}).get("pos"))
            for value in place or ():
                collection, slash, rest = value.partition("/")
                found |= {(collection, rest)} if slash else {(each, value) for each in ("phases", "steps", "lanes")}
        return found

    def _positions(self, name: str, before: Collection[Any], after: Collection[Any]) -> dict[str, list[str]]:
        """The `pos` of every element that is new, or stands elsewhere, or not in its order."""
        found: dict[str, list[str]] = {}
        old = _rows(before)
        for scope, wanted in _rows(after).items():
            there, here = set(old.get(scope, ())), set(wanted)
            same = [id for id in old.get(scope, ()) if id in here] == wanted
            if same and all(self._place(name, before[id]) == self._place(name, after[id]) for id in wanted if before[id] is not after[id]):
                continue
            ranks = {id: self._rank(name, id) for id in wanted if id in there}
            # the order of links is that of their ends: new ones come last
            row = sorted(wanted, key=lambda id: (id not in ranks, ranks.get(id, ""))) if name == "links" else wanted
            keyed = {self.keys.key(name, id) or "": id for id in row}
            new = ranked(list(keyed), {key: ranks.get(id) for key, id in keyed.items()})
            for key, id in keyed.items():
                place = self._place(name, after[id])
                if ranks.get(id) != new[key] or id not in before or place != self._place(name, before[id]):
                    found[id] = [*place, new[key]]
        return found

    def _place(self, name: str, element: Any) -> tuple[str, ...]:
        return spelt_place(name, element, self.look)

    def _rank(self, name: str, id: str) -> str:
        there = self.shared.read_element(name, self.known.keys.key(name, id) or "") or {}
        return places_of(name, there.get("pos"))[1]

    def _create(self, name: str, key: str, element: Any, pos: list[str]) -> None:
        there = self.shared.read_element(name, key)
        entries = {**spelt(name, element, key, self.look, self.own, there), "pos": pos}
        if there is None and not self.fresh and name == "lanes" and key in ROLES:
            # a role's own row may be declared by several people at once
            begin(self.shared.doc, name, None, key, Map)
            there = self.shared.read_element(name, key)
        if there is None:
            self._map(name)[key] = fresh_map(entries)
        else:
            ours = {"pos", "gone", "id", "more"}
            now = {entry: value for group, rests in grouped(there).items() for rest, value in rests.items()
                   if (entry := group + rest) in ours or group in table_of(name)}  # fmt: skip
            write(self._map(name, key), now, entries, partial(self._begin, name, key))

    def _write_fields(self, name: str, key: str, before: Any, after: Any) -> None:
        raw: dict[str, dict[str, Any]] | None = None
        for entry, field in table_of(name).items():
            old, new = getattr(before, field.name), getattr(after, field.name)
            if old == new and type(old) is type(new) and not (self.was_own and field.shape == "text" and old):
                continue
            if raw is None:
                raw = grouped(self.shared.read(name) if name == "head" else self.shared.read_element(name, key) or {})
            now = raw.get(entry, {})
            wanted = spelt_field(name, entry, new, self.look, now, self.own, self.was_own)
            # an empty text is no text, and 3 minutes are 3 min: where the same is said already, nothing is written
            said, would = (read_value(field, entries, self.own, _nobody) for entries in (now, _rests(wanted, entry)))
            if self.was_own or said != would:
                self.shifted = self.shifted or field.name in TIED.get(name, ())
                write(self._map(name, key), {entry + rest: value for rest, value in now.items()}, wanted, partial(self._begin, name, key))
        if before.more != after.more:
            there = self._map(name, key)
            write(there, {"more": there.get("more")} if "more" in there else {}, {"more": spelt_more(after.more)} if after.more else {})

    def _begin(self, name: str, key: str, entry: str) -> None:
        """A text that others may be beginning too; when many are begun at once that is left to chance, for each costs a copy."""
        if self.begun < _MEETINGS:
            self.begun += 1
            begin(self.shared.doc, name, None if name == "head" else key, entry)

    def _keep_ids(self) -> None:
        """Where ids came or went, give those with a number behind it for good the id they have now: it may become free without."""
        for name in COLLECTIONS:
            if namespace(name) not in self.spaces:
                continue
            for id, key in self.keys.names[name].keys.items():
                if not _NUMBERED.search(id) or readable(name, key, None) == id:
                    continue
                there = self.shared.read_element(name, key) or {}
                if there.get("id") != id:
                    self._map(name, key)["id"] = id


def _rows(elements: Collection[Any]) -> dict[tuple[str, ...], list[str]]:
    """The ids of siblings, in order, by what makes them siblings."""
    found: dict[tuple[str, ...], list[str]] = {}
    for id, element in elements.items():
        found.setdefault(scope_of(element), []).append(id)
    return found


#: So many texts are begun in one pass so that they meet those of others.
_MEETINGS = 10
#: An id that may have got its number because another element had it first.
_NUMBERED = re.compile(r"-\d+$")


def _nobody(what: str) -> None:
    """Nobody is told."""


def _rests(entries: dict[str, Any], name: str) -> dict[str, Any]:
    return {entry[len(name) :]: value for entry, value in entries.items()}
