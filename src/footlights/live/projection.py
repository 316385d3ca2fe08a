"""A shared document as a blueprint: read whole, or kept fresh by reading again only what changed."""

import dataclasses
import weakref
from typing import Any

from footlights.model import COLLECTIONS, Blueprint, Collection, fields_of

from .assembly import BACKWARD, Assembly, Materialised, Records, assembled, element_of, feeling_in_order, frame, head_values
from .placing import look_for_ids
from .record import Record, head_of, language_of, record_of
from .shared import ANYTHING, Shared, Touched

__all__ = ["Projection", "blueprint_of", "records_of"]


def blueprint_of(shared: Shared) -> Materialised:
    """What a shared document says, whole. Never raises, whatever others wrote: what is impossible is left out and listed."""
    return assembled(records_of(shared)).materialised()


def records_of(shared: Shared) -> Records:
    """The record of every element of a shared document, and that of its head."""
    head = shared.read("head")
    own = language_of(head)
    found: Records = {"head": {"": head_of(head)}}
    for name in COLLECTIONS:
        found[name] = {key: record_of(name, key, raw, own) for key, raw in shared.elements(name).items()}
    return found


class Projection:
    """What a shared document says, always: it listens to the document, and reads anew only what was touched.

    Nothing is worked out before somebody asks. `close` ends the listening; a projection that nobody holds ends by itself.
    """

    def __init__(self, shared: Shared) -> None:
        self.shared = shared
        self._stale: set[tuple[str, str]] = set()
        self._records: Records | None = None
        self._assembly: Assembly | None = None
        self._told: Materialised | None = None
        self._unwatch = shared.watch(_noting(weakref.ref(self)))
        weakref.finalize(self, self._unwatch)

    @property
    def blueprint(self) -> Blueprint:
        """The blueprint as it is now."""
        return self.materialised.blueprint

    @property
    def materialised(self) -> Materialised:
        """The blueprint as it is now, with its keys, what stands nowhere and what was left out."""
        if self._stale or self._told is None:
            self._told = self._fresh().materialised()
        return self._told

    def close(self) -> None:
        """Listen no longer; what was read stays readable."""
        self._unwatch()

    def note(self, touched: Touched) -> None:
        """Remember what has to be read again."""
        self._stale |= touched

    def _fresh(self) -> Assembly:
        stale, self._stale = self._stale, set()
        records, before = self._records, self._assembly
        if records is None or before is None or ANYTHING in stale or len(stale) > 500:
            return self._whole()
        changed: list[tuple[str, Record]] = []
        whole = False
        own = language_of(self.shared.read("head")) if ("head", "") in stale else records["head"][""].values.get("language") or "en"
        for root, key in sorted(stale):
            if root != "head" and root not in COLLECTIONS:
                continue
            old = records[root].get(key)
            new = self._read(root, key, own)
            if new is None:
                records[root].pop(key, None)
            else:
                records[root][key] = new
            if old is None or new is None or frame(root, old) != frame(root, new):
                whole = True
            elif not new.gone:
                changed.append((root, new))
        if ("head", "") in stale and own != (before.blueprint.language or "en"):
            return self._whole()
        self._assembly = assembled(records) if whole else _changed(before, changed)
        return self._assembly

    def _whole(self) -> Assembly:
        self._records = records_of(self.shared)
        self._assembly = assembled(self._records)
        return self._assembly

    def _read(self, root: str, key: str, own: str) -> Record | None:
        if root == "head":
            return head_of(self.shared.read("head"))
        raw = self.shared.read_element(root, key)
        return None if raw is None else record_of(root, key, raw, own)


_EMPTY_HEAD = {field.name: getattr(Blueprint, field.name) for field in fields_of(Blueprint)}


def _noting(projection: "weakref.ref[Projection]") -> Any:
    def note(touched: Touched) -> None:
        found = projection()
        if found is not None:
            found.note(touched)

    return note


def _changed(before: Assembly, records: list[tuple[str, Record]]) -> Assembly:
    """The assembly after elements changed in nothing that others depend on."""
    blueprint, keys = before.blueprint, before.keys
    look = look_for_ids(keys)
    faults = dict(before.faults)
    new: dict[str, dict[str, Any]] = {}
    for root, record in records:
        if root == "head":
            blueprint = dataclasses.replace(blueprint, **_EMPTY_HEAD | head_values(record, keys), more=record.more)
            faults["head", ""] = record.faults
            continue
        if keys.id(root, record.key) is None:
            continue  # it stands nowhere
        element, told = element_of(root, record, keys, look)
        if root == "steps":
            element = feeling_in_order(element, {id: number for number, id in enumerate(blueprint.personas)})
        if root == "cards" and element.until != blueprint.cards[element.id].until:
            element = element._replace(until=None)
            told = (*told, BACKWARD)
        new.setdefault(root, {})[element.id] = element
        faults.pop((root, record.key), None)
        if told:
            faults[root, record.key] = told
    collections: dict[str, Any] = {
        root: Collection(elements.get(old.id, old) for old in blueprint.collection(root).values()) for root, elements in new.items()
    }
    return before._replace(blueprint=dataclasses.replace(blueprint, **collections), faults=faults)
