"""Our one port to pycrdt: a shared document, and what it can do for us."""

import json
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import count
from typing import Any, TypeVar

from pycrdt import Doc, Map, Text, TransactionEvent, get_update, merge_updates

from footlights.model import COLLECTIONS, FootlightsError

__all__ = ["ANYTHING", "FORMAT", "ROOTS", "Shared", "Touched", "Unreadable", "merge"]

#: The number of the shared document's format, under `format` in the root `meta`.
FORMAT = 1
#: The roots that are ours: one a collection, the blueprint's own fields, and what the document says of itself.
ROOTS = (*COLLECTIONS, "head", "meta")
#: What changed: collections with the keys of their elements; ("head", "") for the blueprint's own fields.
Touched = frozenset[tuple[str, str]]
#: In the place of a collection and key: anything may have changed.
ANYTHING = ("", "")
_FLAT = ("head", "meta")
#: Updates that are merged in one go: twice as many would take four times as long.
_AT_ONCE = 32
T = TypeVar("T")


class Unreadable(FootlightsError):  # noqa: N818 - the name that rooms and servers know it by
    """Bytes that are no update of a shared document."""

    def __init__(self) -> None:
        super().__init__("these bytes are no update of a shared document", "send what a Yjs document gives as an update")


def merge(updates: Sequence[bytes]) -> bytes:
    """One update that says what all of them say, those whose predecessors are missing included; an empty one for none.

    Compact a log with this, never with a document's own state: that leaves out what waits for its predecessors.
    """
    if not updates:
        return b"\x00\x00"
    while len(updates) > _AT_ONCE:  # neighbours first: what comes out is the same to the byte
        updates = [merge(updates[start : start + _AT_ONCE]) for start in range(0, len(updates), _AT_ONCE)]
    return _caught(lambda: updates[0] if len(updates) == 1 else bytes(merge_updates(*updates)))


class Shared:
    """A shared document of ours. All that is read or written of it goes through here."""

    def __init__(self, update: bytes | None = None, *, client: int | None = None) -> None:
        self.doc: Doc[Any] = Doc(client_id=client)
        #: True once a change failed halfway: what stands here may be more than what was told. Load it anew.
        self.broken = False
        self._roots: dict[str, Map[Any]] = {name: self.doc.get(name, type=Map) for name in ROOTS}
        self._watchers: dict[int, Callable[[Touched], None]] = {}
        self._numbers = count()
        self._subscriptions: list[Any] = []
        self._touched: set[tuple[str, str]] = set()
        self._changing = False
        self._late: list[bytes] = []
        if update is not None:
            self.apply(update)

    def apply(self, update: bytes, *, whole: bool = False) -> None:
        """Take in what another copy of the document did; the same update twice does nothing. Raises Unreadable.

        `whole`: it is known that nothing is missing that it builds on, so that needn't be looked for.
        """
        gaps = bool(self._late)
        _caught(lambda: self.doc.apply_update(update))
        if not whole and self._lacks_for(update):
            self._late.append(update)
        if self._late:
            self._catch_up()
        self._tell(gaps)

    @property
    def waiting(self) -> bool:
        """Whether something that was applied waits for an update that has not come yet."""
        return bool(self._late)

    def _lacks_for(self, update: bytes) -> bool:
        """Whether part of an update is not in the document yet, since what it builds on isn't."""
        left = _caught(lambda: get_update(update, self.doc.get_state()))
        return left[:1] not in (b"", b"\0")  # it begins with the number of clients that have something in it

    def _catch_up(self) -> None:
        """Try again what waits. pycrdt tries too, but gives up on some of it when much came in another order (0.14.13)."""
        while True:
            before = self.doc.get_state()
            _caught(partial(self.doc.apply_update, merge(self._late)))
            self._late = [update for update in self._late if self._lacks_for(update)]
            if not self._late or self.doc.get_state() == before:
                return

    def state_vector(self) -> bytes:
        """How much of everybody's work is in here, as Yjs writes it."""
        return bytes(self.doc.get_state())

    def update_since(self, vector: bytes | None) -> bytes:
        """What another copy lacks that has this state vector; everything for None. Raises Unreadable for no vector.

        Good for answering a peer, not for compacting: what waits for its predecessors is not in it (`merge` keeps it).
        """
        return _caught(lambda: bytes(self.doc.get_update(vector)))

    def change(self, act: Callable[["Shared"], object], origin: object = None) -> bytes:
        """Let `act` write in one transaction; returns the update that it made, b"" when it changed nothing.

        A change within a change belongs to the outer one, which returns it all. When `act` raises, what it had written
        stays and `broken` is set.
        """
        if self._changing:
            act(self)
            return b""
        made: list[bytes] = []

        def keep(event: TransactionEvent) -> None:
            made.append(bytes(event.update))

        subscription = self.doc.observe(keep)
        self._changing = True
        try:
            with self.doc.transaction(origin=origin):
                act(self)
        except BaseException:
            self.broken = bool(made)
            raise
        finally:
            self._changing = False
            self.doc.unobserve(subscription)
        self._tell()
        return merge(made) if made else b""

    def watch(self, callback: Callable[[Touched], None]) -> Callable[[], None]:
        """Have `callback` told what changed, after each change and each applied update; returns what ends that."""
        if not self._subscriptions:
            # only the set is held from within pycrdt: so a document that nobody holds any more can go
            self._subscriptions = [root.integrated.observe_deep(_noter(name, self._touched)) for name, root in self._roots.items()]
        number = next(self._numbers)
        self._watchers[number] = callback

        def unwatch() -> None:
            if self._watchers.pop(number, None) is not None and not self._watchers:
                for subscription in self._subscriptions:
                    subscription.drop()
                self._subscriptions = []
                self._touched.clear()

        return unwatch

    def read(self, root: str) -> dict[str, Any]:
        """All that stands under a root as plain values, texts as strings; what can't be read is left out."""
        try:
            found: dict[str, Any] = json.loads(str(self._roots[root]))
        except (ValueError, RecursionError):
            return {key: value for key in self.keys(root) if (value := self._read_one(root, key)) is not None}
        return found

    def elements(self, collection: str) -> dict[str, dict[str, Any]]:
        """All elements of a collection as plain values; what stands there and is no element is left out."""
        found = self.read(collection)
        with self.doc.transaction():
            return {key: entries for key, entries in found.items() if isinstance(entries, dict) and self.map(collection, key) is not None}

    def read_element(self, root: str, key: str) -> dict[str, Any] | None:
        """One element as plain values; None when it is not there or is no element."""
        if key not in self._roots[root]:
            return None
        found = self._read_one(root, key)
        return found if isinstance(found, dict) else None

    def _read_one(self, root: str, key: str) -> Any:
        value = self._roots[root][key]
        if isinstance(value, Text):
            return str(value)
        if not isinstance(value, Map):
            return value if root in _FLAT else None
        try:
            return json.loads(str(value))
        except (ValueError, RecursionError):
            return None

    def keys(self, root: str) -> Iterable[str]:
        """The keys under a root."""
        return list(self._roots[root].keys())

    def holds(self, root: str, key: str) -> bool:
        """Whether anything stands under a key of a root."""
        return key in self._roots[root]

    def map(self, root: str, key: str | None = None) -> Map[Any] | None:
        """The map of an element, or a root itself for None; None when it is not there or something else stands there."""
        if key is None:
            return self._roots[root]
        try:
            found = self._roots[root][key]
        except KeyError:
            return None
        return found if isinstance(found, Map) else None

    def _tell(self, gaps: bool = False) -> None:
        if self._watchers and (gaps or self._late):
            # what stands behind a gap in somebody's work is there, but pycrdt says nothing of its changes
            self._touched.add(ANYTHING)
        if not self._touched:
            return
        touched = frozenset(self._touched)
        self._touched.clear()
        for callback in list(self._watchers.values()):
            callback(touched)


def _noter(root: str, touched: set[tuple[str, str]]) -> Callable[[Any], None]:
    def note(events: Any) -> None:
        for event in events:
            path = event.path
            if root in _FLAT:
                touched.add((root, ""))
            elif path:
                touched.add((root, str(path[0])))
            else:
                touched.update((root, key) for key in event.keys)

    return note


def _caught(act: Callable[[], T]) -> T:
    """What `act` gives; Unreadable when pycrdt refuses or panics (a panic is no Exception)."""
    try:
        return act()
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as trouble:
        if isinstance(trouble, (ValueError, TypeError, RuntimeError)) or type(trouble).__name__ == "PanicException":
            raise Unreadable from None
        raise
