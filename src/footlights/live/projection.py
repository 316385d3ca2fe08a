"""A shared document as a blueprint: read whole, or kept fresh by reading again only what changed."""

import asyncio
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


#: So many elements changed at once that all is read anew; so many are read in one go.
_MANY, _PIECE = 500, 50


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
        self._own = "en"  # language
        self._behind = False  # the records are read, but not put together yet
        self._refreshing = asyncio.Lock()
        self._unwatch = shared.watch(_noting(weakref.ref(self)))
        weakref.finalize(self, self._unwatch)

    @property
    def blueprint(self) -> Blueprint:
        """The blueprint as it is now."""
        return self.materialised.blueprint

    @property
    def materialised(self) -> Materialised:
        """The blueprint as it is now, with its keys, what stands nowhere and what was left out."""
        if self._stale or self._behind or self._told is None:
            self._told = self._fresh().materialised()
        return self._told

    async def refreshed(self) -> Materialised:
        """As `materialised`; what takes long of a large document is done in pieces, or in a thread, so that others get their turns."""
        async with self._refreshing:
            return await self._refreshed()

    async def _refreshed(self) -> Materialised:
        if self._records is None:
            await self._read_in_pieces()
        if self._stale or self._behind or self._told is None:
            done = self._reread()
            if done is None:
                records = self._records or {}
                self._behind = True
                done = await asyncio.to_thread(assembled, {name: dict(found) for name, found in records.items()})
                if not self._behind or self._records is not records:  # somebody could not wait
                    return self.materialised
                self._behind = False
            self._assembly = done
            self._told = done.materialised()
        return self._told if not self._stale else self.materialised

    def close(self) -> None:
        """Listen no longer; what was read stays readable."""
        self._unwatch()

    def note(self, touched: Touched) -> None:
        """Remember what has to be read again."""
        self._stale |= touched

    def _fresh(self) -> Assembly:
        self._assembly = self._reread() or assembled(self._records or {})
        self._behind = False
        return self._assembly

    def _reread(self) -> Assembly | None:
        """Read again what was touched; None when all has to be put together anew, else the assembly with the changes in it."""
        stale, self._stale = self._stale, set()
        records, before = self._records, self._assembly
        own = self._language(stale)
        if records is None or ANYTHING in stale or len(stale) > _MANY or own != self._own:
            self._records, self._own = records_of(self.shared), own
            return None
        changed: list[tuple[str, Record]] = []
        whole = before is None or self._behind
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
        return None if whole or before is None else _changed(before, changed)

    def _language(self, stale: set[tuple[str, str]]) -> str:
        """The document's own language, by which its texts are read."""
        if self._records is None or ANYTHING in stale or ("head", "") in stale:
            return language_of(self.shared.read("head"))
        return self._own

    async def _read_in_pieces(self) -> None:
        """Read everything for the first time, with turns for others in between; what is touched meanwhile is read again later."""
        self._stale = set()
        head = self.shared.read("head")
        own = language_of(head)
        found: Records = {"head": {"": head_of(head)}}
        for name in COLLECTIONS:
            there = list(self.shared.elements(name).items())
            found[name] = {}
            for start in range(0, len(there), _PIECE):
                await asyncio.sleep(0)
                found[name].update((key, record_of(name, key, raw, own)) for key, raw in there[start : start + _PIECE])
        if self._records is None:  # else somebody could not wait
            self._records, self._own = found, own

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
