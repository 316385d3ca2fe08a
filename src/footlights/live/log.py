"""The log: what every room writes before anybody hears of it, and what it is opened from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

__all__ = ["CannotSave", "Entry", "Log", "News", "Row", "SetAside", "Snapshot", "Who", "checksum", "seal", "seals", "verifies"]


class Who(NamedTuple):
    """Who did it: an id that stays and a name to show."""

    id: str
    name: str


class Entry(NamedTuple):
    """One update to be written, and whose it is."""

    update: bytes
    who: Who


class Row(NamedTuple):
    """One update as it stands in the log. `at` is UTC, ISO 8601, and only for showing: order is by `seq`."""

    seq: int
    update: bytes
    who: Who
    at: str
    checksum: bytes


class Snapshot(NamedTuple):
    """The whole document as it was after entry `seq`, as one update.

    `known` is what a room knew of it, packed, if that was kept, and `seal` ties the two together (`seals`).
    """

    seq: int
    update: bytes
    checksum: bytes
    known: bytes | None = None
    seal: bytes = b""


class SetAside(NamedTuple):
    """Something in the log that could not be used; its bytes are kept. `seq` is that of the entry or the snapshot."""

    seq: int
    what: str


class News(NamedTuple):
    """Somebody else's entries: `first` to `last`, the rows themselves if they came along (else they are to be read)."""

    first: int
    last: int
    rows: tuple[Row, ...]


class CannotSave(Exception):  # noqa: N818 - what it is, not that it is an error
    """The log can't be written to for now; `why` is a word for the wire: disk-full, database-away, refused, gone."""

    def __init__(self, why: str, detail: str = "") -> None:
        super().__init__(detail or why)
        self.why = why


class Log(Protocol):
    """Append-only, gapless and durable. Implementations: SQLite and PostgreSQL in `server.storage`."""

    async def append(self, document: str, entries: Sequence[Entry]) -> int:
        """Write entries so that they survive a power cut, and only then give the last one's seq.

        Entries of one call get consecutive numbers. Raises CannotSave; nothing is written then, or (when a connection
        broke in the middle of it) all of it: to write the same entries again does no harm.
        """
        ...

    async def read(self, document: str, after: int = 0) -> tuple[Snapshot | None, list[Row]]:
        """The newest snapshot that verifies (only when `after` is 0) and the rows behind it, in order, damaged ones included."""
        ...

    async def head(self, document: str) -> int:
        """The seq of the last entry; 0 when there is none. Raises CannotSave when it can't be known."""
        ...

    async def compact(self, document: str, snapshot: bytes, seq: int) -> bool:
        """Keep `snapshot` as the state after `seq` and put the rows up to there away; False when somebody else is at it."""
        ...

    async def keep_known(self, document: str, seq: int, known: bytes, seal: bytes) -> None:
        """Keep what is known of the newest snapshot, packed, instead of what was kept before; `read` gives it with that snapshot.

        It only makes opening quicker: nothing is kept when there is a newer snapshot by now. Raises CannotSave.
        """
        ...

    async def mark_opening(self, document: str, mark: str | None) -> str | None:
        """Note who is about to open a document (None: it is open), and give the note that stood there before."""
        ...

    async def set_aside(self, document: str, kind: str, seq: int, what: str, data: bytes) -> None:
        """Keep the bytes of an entry or a snapshot (`kind`) that can't be used, with what is wrong; it isn't read again."""
        ...

    async def troubles(self, document: str) -> list[SetAside]:
        """What was set aside, oldest first."""
        ...

    def subscribe(self, document: str, hear: Callable[[News], None], presence: Callable[[bytes], None]) -> Callable[[], None]:
        """Hear of other processes' entries (messages may get lost) and presence; the answer ends it."""
        ...

    async def tell(self, document: str, presence: bytes) -> None:
        """Let other processes know who is here; may get lost, and does nothing where there is one process."""
        ...


def checksum(document: str, seq: int, update: bytes) -> bytes:
    """Sixteen bytes that tell whether an entry is whole and stands in its own place."""
    return hashlib.blake2b(b"%s/%d/%s" % (document.encode(), seq, update), digest_size=16).digest()


def verifies(document: str, kept: Row | Snapshot) -> bool:
    """Is this row or snapshot as it was written?"""
    return checksum(document, kept.seq, kept.update) == kept.checksum


def seal(document: str, snapshot: Snapshot, known: bytes) -> bytes:
    """Sixteen bytes that tie what is known to the very snapshot it was known of."""
    stands = b"%s/%d/%s/" % (document.encode(), snapshot.seq, snapshot.checksum)
    return hashlib.blake2b(stands + known, digest_size=16, person=b"known").digest()


def seals(document: str, snapshot: Snapshot) -> bool:
    """Is what is known of this snapshot as it was written, and of this very one?"""
    return snapshot.known is not None and seal(document, snapshot, snapshot.known) == snapshot.seal
