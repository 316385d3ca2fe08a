"""The log of a room, on either database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from sqlalchemy import Connection, text

from footlights.live import Entry, News, Row, SetAside, Snapshot

from .database import Database
from .reading import Unusable, head_of, read_log, set_aside_of, with_known
from .writing import keep_aside, keep_known, keep_snapshot, mark_opening, packed

__all__ = ["Appending", "StoreLog"]


class Appending(Database, Protocol):
    """A database that can also append entries, in one commit with whatever else waits."""

    async def append(self, document: str, entries: Sequence[Entry]) -> int:
        """Write entries; the last one's number once they are durable."""
        ...

    def check_room(self) -> None:
        """Raises CannotSave when so little room is left that nothing more may be added."""
        ...


class StoreLog:
    """A log on SQLite: there is one process, so nobody else's entries are ever heard of."""

    def __init__(self, database: Appending) -> None:
        self._database = database
        self.append = database.append

    async def read(self, document: str, after: int = 0) -> tuple[Snapshot | None, list[Row]]:
        """The newest snapshot that verifies (only when `after` is 0) and the rows behind it."""
        found = await self._database.read(lambda connection: read_log(connection, document, after))
        if found.damaged:
            await self._database.write(lambda connection: keep_aside(connection, document, found.damaged))
        if found.snapshot is None:
            return None, found.rows
        snapshot = found.snapshot
        return await self._database.read(lambda connection: with_known(connection, document, snapshot)), found.rows

    async def head(self, document: str) -> int:
        """The seq of the last entry; 0 when there is none."""
        return await self._database.read(lambda connection: head_of(connection, document))

    async def compact(self, document: str, snapshot: bytes, seq: int) -> bool:
        """Keep a snapshot and pack the entries it holds; False when somebody else is at it, or has been."""
        volume = await self._database.read(lambda connection: packed(connection, document, seq))
        return await self._database.write(
            lambda connection: _alone(connection, document) and keep_snapshot(connection, document, snapshot, seq, volume)
        )

    async def keep_known(self, document: str, seq: int, known: bytes, seal: bytes) -> None:
        """Keep what is known of the newest snapshot instead of what was kept before; not when there is a newer one by now."""
        self._database.check_room()  # it can be made again
        await self._database.write(lambda connection: keep_known(connection, document, seq, known, seal))

    async def mark_opening(self, document: str, mark: str | None) -> str | None:
        """Note who is about to open a document (None: it is open), and give the note that stood there before."""
        return await self._database.write(lambda connection: mark_opening(connection, document, mark))

    async def set_aside(self, document: str, kind: str, seq: int, what: str, data: bytes) -> None:
        """Keep the bytes of what can't be used; it isn't read again."""
        await self._database.write(lambda connection: keep_aside(connection, document, [Unusable(kind, seq, what, data)]))

    async def troubles(self, document: str) -> list[SetAside]:
        """What was set aside, in order."""
        return await self._database.read(lambda connection: set_aside_of(connection, document))

    def subscribe(self, document: str, hear: Callable[[News], None], presence: Callable[[bytes], None]) -> Callable[[], None]:
        """There is nobody else to be heard."""
        heard = getattr(self._database, "subscribe", None)
        return heard(document, hear, presence) if heard is not None else lambda: None

    async def tell(self, document: str, presence: bytes) -> None:
        """There is nobody else to be told."""
        told = getattr(self._database, "tell", None)
        if told is not None:
            await told(document, presence)


def _alone(connection: Connection, document: str) -> bool:
    """On PostgreSQL: does no other process work on this document's snapshot just now? The lock ends with the transaction."""
    if connection.dialect.name != "postgresql":
        return True
    return bool(connection.scalar(text("select pg_try_advisory_xact_lock(hashtextextended(:document, 8473))"), {"document": document}))
