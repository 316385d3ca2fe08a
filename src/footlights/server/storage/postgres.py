"""PostgreSQL: several processes on one database. The log is the truth; what they call out to each other may get lost."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import logging
import secrets
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

import asyncpg  # type: ignore[import-untyped]
from sqlalchemy import Connection, event
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from footlights.live import CannotSave, Entry, Garbled, News, Row, checksum
from footlights.model import FootlightsError

from .database import now
from .volumes import pack, unpack

__all__ = ["Postgres"]

T = TypeVar("T")

logger = logging.getLogger("footlights.server.storage")

CHANNEL = "footlights"
_MOST_PAYLOAD = 7_600  # PostgreSQL takes 8,000 bytes
_MOST_AT_ONCE = 2_000
_POLL_S = 5.0
_AGAIN_S = 0.5
_PATIENCE_S = 20.0


class _Append(NamedTuple):
    document: str
    entries: Sequence[Entry]
    done: asyncio.Future[int]


class _Hearer(NamedTuple):
    news: Callable[[News], None]
    presence: Callable[[bytes], None]


class Postgres:
    """A database that several processes use. `plain` is its address as asyncpg takes it."""

    def __init__(self, plain: str) -> None:
        self.plain = plain
        self.name = secrets.token_hex(6)  # of this process, on the channel
        self.engine = _engine(plain)
        self._appends: list[_Append] = []
        self._wake = asyncio.Event()
        self._hearers: dict[str, list[_Hearer]] = {}
        self._writer: asyncpg.Connection[Any] | None = None
        self._ear: asyncpg.Connection[Any] | None = None
        self._missed = asyncio.Event()
        self._tasks = [
            asyncio.create_task(self._write_all(), name="footlights-writing"),
            asyncio.create_task(self._listen(), name="footlights-listening"),
        ]

    async def read(self, work: Callable[[Connection], T]) -> T:
        """What `work` gives; all that it reads is of one moment."""
        try:
            async with self.engine.connect() as connection:
                quiet = await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
                async with quiet.begin():
                    return await quiet.run_sync(work)
        except (DBAPIError, OSError, TimeoutError) as trouble:
            raise _trouble(trouble) from trouble

    async def write(self, work: Callable[[Connection], T]) -> T:
        """What `work` gives, once what it wrote is durable."""
        try:
            async with self.engine.begin() as connection:
                return await connection.run_sync(work)
        except (DBAPIError, OSError, TimeoutError) as trouble:
            raise _trouble(trouble) from trouble

    def check_room(self) -> None:
        """How much room its disk has is the server's own business: it says so itself when there is none."""

    async def append(self, document: str, entries: Sequence[Entry]) -> int:
        """Write entries, and give the last one's number once they are durable."""
        done: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._appends.append(_Append(document, entries, done))
        self._wake.set()
        return await done

    async def close(self) -> None:
        """Let go of the database."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for connection in (self._writer, self._ear):
            if connection is not None:
                connection.terminate()
        for append in self._appends:
            if not append.done.done():
                append.done.set_exception(CannotSave("gone", "the store is closed"))
        await self.engine.dispose()

    # --- writing -------------------------------------------------------------------------------------

    async def _write_all(self) -> None:
        """Take everything that waits, write it in one transaction, and so on."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._appends:
                appends, self._appends = self._appends[:_MOST_AT_ONCE], self._appends[_MOST_AT_ONCE:]
                await self._write(appends)

    async def _write(self, appends: Sequence[_Append]) -> None:
        try:
            async with asyncio.timeout(_PATIENCE_S):
                if self._writer is None or self._writer.is_closed():
                    self._writer = await _connected(self.plain)
                lasts = await self._appended(self._writer, appends)
        except Exception as trouble:  # noqa: BLE001 - whatever it was, it is not written for certain
            if self._writer is not None and not isinstance(trouble, asyncpg.PostgresError):
                self._writer.terminate()  # who knows what it still does
                self._writer = None
            if len(appends) > 1 and isinstance(trouble, asyncpg.IntegrityConstraintViolationError):
                for append in appends:
                    await self._write([append])
                return
            for append in appends:
                if not append.done.done():
                    append.done.set_exception(_trouble(trouble))
            return
        for append in reversed(appends):  # several of one document follow each other
            if not append.done.done():
                append.done.set_result(lasts[append.document])
            lasts[append.document] -= len(append.entries)

    async def _appended(self, connection: asyncpg.Connection[Any], appends: Sequence[_Append]) -> dict[str, int]:
        """Number, write and call out; the numbers of one document have no gaps, for its row in `heads` is locked until the commit."""
        at = now()
        entries: dict[str, list[Entry]] = {}
        for append in appends:
            entries.setdefault(append.document, []).extend(append.entries)
        lasts: dict[str, int] = {}
        rows: dict[str, list[Row]] = {}
        async with connection.transaction():
            for document in sorted(entries):  # always in the same order: two processes can't wait for each other
                new = entries[document]
                last = await connection.fetchval(
                    "update heads set seq = seq + $2, changed_at = $3, changed_by = $4, changed_by_id = $5"
                    " where document = $1 returning seq",
                    document, len(new), at, new[-1].who.name, new[-1].who.id,
                )  # fmt: skip
                if last is None:
                    raise asyncpg.ForeignKeyViolationError("there is no such document")
                lasts[document] = last
                rows[document] = [
                    Row(seq, entry.update, entry.who, at, checksum(document, seq, entry.update))
                    for seq, entry in enumerate(new, last - len(new) + 1)
                ]
            await connection.executemany(
                "insert into entries (document, seq, at, who_id, who, checksum, data) values ($1, $2, $3, $4, $5, $6, $7)",
                [
                    (document, row.seq, at, row.who.id, row.who.name, row.checksum, row.update)
                    for document, new_rows in rows.items()
                    for row in new_rows
                ],
            )
            for document, new_rows in rows.items():
                await connection.execute("select pg_notify($1, $2)", CHANNEL, self._news(document, new_rows))
        return lasts

    def _news(self, document: str, rows: Sequence[Row]) -> str:
        head = f"news {self.name} {rows[0].seq} {rows[-1].seq} {document}\n"
        if sum(len(row.update) + 80 for row in rows) > _MOST_PAYLOAD:
            return head
        told = base64.b64encode(pack(rows)).decode()
        return head + told if len(head) + len(told) <= _MOST_PAYLOAD else head

    # --- hearing -------------------------------------------------------------------------------------

    def subscribe(self, document: str, news: Callable[[News], None], presence: Callable[[bytes], None]) -> Callable[[], None]:
        """Hear what other processes write in a document, until the answer is called."""
        hearer = _Hearer(news, presence)
        self._hearers.setdefault(document, []).append(hearer)

        def end() -> None:
            with contextlib.suppress(ValueError, KeyError):
                self._hearers[document].remove(hearer)
                if not self._hearers[document]:
                    del self._hearers[document]

        return end

    async def tell(self, document: str, presence: bytes) -> None:
        """Call out who is here, if it is short enough and the connection free."""
        told = f"presence {self.name} 0 0 {document}\n{base64.b64encode(presence).decode()}"
        if len(told) > _MOST_PAYLOAD or self._ear is None or self._ear.is_closed():
            return
        with contextlib.suppress(asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
            await self._ear.execute("select pg_notify($1, $2)", CHANNEL, told)

    async def _listen(self) -> None:
        """Keep a connection that listens; after each new one, and every few seconds, ask for what it may have missed."""
        while True:
            try:
                if self._ear is None or self._ear.is_closed():
                    self._ear = await _connected(self.plain)
                    await self._ear.add_listener(CHANNEL, self._heard)
                await self._poll(self._ear)
                await asyncio.sleep(_POLL_S)
            except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError):
                if self._ear is not None:
                    self._ear.terminate()
                    self._ear = None
                await asyncio.sleep(_AGAIN_S)

    async def _poll(self, connection: asyncpg.Connection[Any]) -> None:
        if self._hearers:
            found = await connection.fetch("select document, seq from heads where document = any($1::text[])", list(self._hearers))
            for document, seq in found:
                self._pass_on(document, News(seq, seq, ()))

    def _heard(self, _connection: object, _pid: int, _channel: str, payload: object) -> None:
        head, _, body = str(payload).partition("\n")
        kind, name, first, last, document = head.split(" ", 4)
        if name == self.name or document not in self._hearers:
            return
        if kind == "presence":
            for hearer in self._hearers[document]:
                hearer.presence(base64.b64decode(body))
            return
        rows: Iterable[Row] = ()
        if body:
            with contextlib.suppress(Garbled, ValueError):
                rows = unpack(base64.b64decode(body))
        self._pass_on(document, News(int(first), int(last), tuple(rows)))

    def _pass_on(self, document: str, news: News) -> None:
        for hearer in list(self._hearers.get(document, ())):
            hearer.news(news)


def _engine(plain: str) -> AsyncEngine:
    engine = create_async_engine(
        plain.replace("postgresql://", "postgresql+asyncpg://", 1),
        pool_size=5, max_overflow=5, pool_pre_ping=True, connect_args={"timeout": _PATIENCE_S},
    )  # fmt: skip

    @event.listens_for(engine.sync_engine, "connect")
    def connected(connection: Any, _: object) -> None:
        cursor = connection.cursor()
        cursor.execute(_CAREFUL)
        cursor.close()
        connection.commit()

    return engine


#: A commit that isn't on the disk yet is no commit, whatever the server's own setting says.
_CAREFUL = "set synchronous_commit to on"


async def _connected(plain: str) -> asyncpg.Connection[Any]:
    connection = await asyncpg.connect(plain, timeout=_PATIENCE_S)
    await connection.execute(_CAREFUL)
    return connection


def _trouble(trouble: BaseException) -> BaseException:
    """What the database said, as ours: it can't save for now, or the request makes no sense."""
    original: BaseException = trouble
    if isinstance(trouble, DBAPIError) and trouble.orig is not None:
        original = trouble.orig.__cause__ or trouble.orig
    if isinstance(original, asyncpg.DiskFullError):
        return CannotSave("disk-full", str(original))
    if isinstance(original, asyncpg.ForeignKeyViolationError):
        return CannotSave("gone", str(original))
    if isinstance(trouble, IntegrityError) or isinstance(original, asyncpg.IntegrityConstraintViolationError):
        return FootlightsError(f"the store refuses this: {original}")
    return CannotSave("database-away", f"{type(original).__name__}: {original}")
