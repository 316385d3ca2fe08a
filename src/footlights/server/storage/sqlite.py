"""SQLite: one process, one thread that writes, each commit on the disk before it counts."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Any, NamedTuple, TypeVar
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import SingletonThreadPool

from footlights.live import CannotSave, Entry, checksum
from footlights.model import FootlightsError

from .database import now

__all__ = ["Sqlite", "engine_of"]

T = TypeVar("T")

logger = logging.getLogger("footlights.server")

_MOST_AT_ONCE = 2_000  # appends in one commit
_READERS = 2
#: When the write-ahead log has about so many pages, they go into the database file. A thread of its own does that, between the
#: commits; only when the log has become several times as long, because it was never quiet, does the writing thread wait for it.
_CHECKPOINT_PAGES, _PATIENCE, _PAGES_A_COMMIT = 2_000, 6, 4
_LOOK_S = 1.0  # between two looks at how much room the disk has


class _Append(NamedTuple):
    document: str
    entries: Sequence[Entry]
    loop: asyncio.AbstractEventLoop
    done: asyncio.Future[int]


class _Work(NamedTuple):
    work: Callable[[Connection], Any]
    loop: asyncio.AbstractEventLoop
    done: asyncio.Future[Any]


def engine_of(path: Path, *, read_only: bool = False) -> Engine:
    """An engine whose transactions begin when we say so, with everything set that durability needs."""
    address = f"file:{quote(str(path.absolute()))}?mode=ro&uri=true" if read_only else str(path)
    engine = create_engine(f"sqlite:///{address}", poolclass=SingletonThreadPool, connect_args={"check_same_thread": False})

    @event.listens_for(engine, "connect")
    def connected(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None
        for setting in () if read_only else (
            "busy_timeout=5000", "journal_mode=wal", "synchronous=full", "foreign_keys=on", "trusted_schema=off",
            "wal_autocheckpoint=0", "cell_size_check=on",
        ):  # fmt: skip
            connection.execute(f"pragma {setting}").close()

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("footlights_begin", "begin"))

    return engine


def _lay_out(path: Path) -> None:
    """Fill the write-ahead log's file with zeros up to the size it will have: to write over what is there takes the disk half as
    long as to make a file grow. SQLite stops reading the log where a frame's checksum fails, so zeros behind it say nothing."""
    wal = path.with_name(path.name + "-wal")
    try:
        with wal.open("r+b") as file:
            there = file.seek(0, os.SEEK_END)
            file.write(bytes(max(0, _CHECKPOINT_PAGES * 4_150 - there)))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        return  # it would only have been quicker


class Sqlite:
    """A database file. What waits to be written goes into one commit, whoever it is from.

    When less than `free` bytes of the disk are left, nothing is added any more; what has to be noted to open a document still is.
    """

    def __init__(self, path: Path, free: int = 0) -> None:
        self.path = path
        self._free = free
        self._looked = -_LOOK_S  # when, by the monotonic clock
        self._full = False
        self.engine = engine_of(path)
        self._jobs: SimpleQueue[_Append | _Work | None] = SimpleQueue()
        self._readers = ThreadPoolExecutor(_READERS, "footlights-reading")
        self._tidying = ThreadPoolExecutor(1, "footlights-tidying")
        self._commits = 0  # since the last look at the write-ahead log
        self._long = False  # the log is so long that it can't wait for a quiet moment
        self._closed = False
        self._writer = threading.Thread(target=self._write_all, name="footlights-writing", daemon=True)
        self._writer.start()

    async def read(self, work: Callable[[Connection], T]) -> T:
        """What `work` gives; all that it reads is of one moment."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._read, work)

    async def write(self, work: Callable[[Connection], T]) -> T:
        """What `work` gives, once what it wrote is on the disk."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()
        self._put(_Work(work, loop, done))
        return await done

    async def append(self, document: str, entries: Sequence[Entry]) -> int:
        """Write entries, and give the last one's number once they are on the disk."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[int] = loop.create_future()
        self._put(_Append(document, entries, loop, done))
        return await done

    def check_room(self) -> None:
        """Raises CannotSave when so little room is left on the disk that nothing more may be added."""
        now_s = time.monotonic()
        if now_s - self._looked >= _LOOK_S:
            self._looked = now_s
            with contextlib.suppress(OSError):  # a disk that doesn't tell may still be written to
                self._full = shutil.disk_usage(self.path.parent).free < self._free
        if self._full:
            raise CannotSave("disk-full", f"less than {self._free >> 20} MB are left on the disk")

    async def close(self) -> None:
        """Write what waits, and let go of the file."""
        self._closed = True
        self._jobs.put(None)
        await asyncio.to_thread(self._writer.join)
        await asyncio.to_thread(self._readers.shutdown)
        await asyncio.to_thread(self._tidying.shutdown)
        self.engine.dispose()

    def _put(self, job: _Append | _Work) -> None:
        if self._closed:
            raise CannotSave("gone", "the store is closed")
        self._jobs.put(job)

    def _read(self, work: Callable[[Connection], T]) -> T:
        try:
            with self.engine.connect() as connection, connection.begin():
                return work(connection)
        except DBAPIError as trouble:
            raise _trouble(trouble) from trouble
        except UnicodeDecodeError as trouble:  # SQLite complains of damage in the damaged bytes themselves
            raise CannotSave("damaged", "the database's own tables can't be read") from trouble

    # --- in the thread that writes -------------------------------------------------------------------

    def _write_all(self) -> None:
        connection: Connection | None = None
        going = True
        while going:
            jobs = [self._jobs.get()]
            while len(jobs) < _MOST_AT_ONCE and not self._jobs.empty():
                jobs.append(self._jobs.get())
            going = None not in jobs
            if connection is None:
                connection = self.engine.connect().execution_options(footlights_begin="begin immediate")
                _lay_out(self.path)
            try:
                self._do(connection, [job for job in jobs if job is not None])
            except Exception as trouble:  # whatever it is, this thread must not end: nobody's work would be saved any more
                logger.exception("writing stumbled")
                for job in jobs:
                    if job is not None:
                        _tell(job, None, CannotSave("database-away", str(trouble)))
        if connection is not None:
            connection.close()

    def _do(self, connection: Connection, jobs: Sequence[_Append | _Work]) -> None:
        appends = [job for job in jobs if isinstance(job, _Append)]
        if appends:
            self._append(connection, appends)
        for job in jobs:
            if isinstance(job, _Work):
                self._work(connection, job)
        self._tidy_soon(connection)

    def _tidy_soon(self, connection: Connection) -> None:
        self._commits += 1
        if self._long:
            self._long = False
            raw = connection.connection.driver_connection  # the connection itself would begin a transaction first
            assert isinstance(raw, sqlite3.Connection)
            with contextlib.suppress(sqlite3.Error):  # what is in the log is safe there
                raw.execute("pragma wal_checkpoint(passive)").close()
        elif self._commits * _PAGES_A_COMMIT >= _CHECKPOINT_PAGES:
            self._commits = 0
            self._tidying.submit(self._tidy)

    def _tidy(self) -> None:
        """Bring what stands in the write-ahead log into the file; each time round there is less that came in meanwhile."""
        try:
            with contextlib.closing(sqlite3.connect(self.path)) as connection:
                pages, done = 1, 0
                for _ in range(3):
                    if pages != done:
                        _, pages, done = connection.execute("pragma wal_checkpoint(passive)").fetchone()
                self._long = pages != done and pages > _PATIENCE * _CHECKPOINT_PAGES
        except sqlite3.Error:
            return  # a full disk, say: what is in the log is safe there

    def _append(self, connection: Connection, appends: Sequence[_Append]) -> None:
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        try:
            self.check_room()
            lasts = _appended(raw, appends)
        except CannotSave as trouble:
            for append in appends:
                _tell(append, None, trouble)
            return
        except sqlite3.Error as trouble:
            if len(appends) > 1:  # one of them may be the cause: each on its own
                for append in appends:
                    self._append(connection, [append])
                return
            _tell(appends[0], None, _trouble(trouble))
            return
        for loop in {append.loop for append in appends}:
            told = [(append.done, last) for append, last in zip(appends, lasts, strict=True) if append.loop is loop]
            try:
                loop.call_soon_threadsafe(_resolve, told)
            except RuntimeError:  # that loop has ended; what it asked for is written all the same
                continue

    def _work(self, connection: Connection, job: _Work) -> None:
        try:
            with connection.begin():
                result = job.work(connection)
        except DBAPIError as trouble:
            _tell(job, None, _trouble(trouble))
        except BaseException as trouble:  # noqa: BLE001 - it belongs to whoever asked
            _tell(job, None, trouble)
        else:
            _tell(job, result, None)


def _appended(raw: sqlite3.Connection, appends: Sequence[_Append]) -> list[int]:
    """All of them in one commit; the number of the last entry of each."""
    at, lasts = now(), []
    raw.execute("begin immediate")
    try:
        for document, entries, _, _ in appends:
            head = raw.execute("select seq from heads where document = ?", (document,)).fetchone()
            if head is None:
                raise sqlite3.IntegrityError("there is no such document")
            first, who = head[0] + 1, entries[-1].who
            raw.executemany(
                "insert into entries (document, seq, at, who_id, who, checksum, data) values (?, ?, ?, ?, ?, ?, ?)",
                [
                    (document, seq, at, entry.who.id, entry.who.name, checksum(document, seq, entry.update), entry.update)
                    for seq, entry in enumerate(entries, first)
                ],
            )
            lasts.append(head[0] + len(entries))
            raw.execute(
                "update heads set seq = ?, changed_at = ?, changed_by = ?, changed_by_id = ? where document = ?",
                (lasts[-1], at, who.name, who.id, document),
            )
        raw.execute("commit")
    except BaseException:
        if raw.in_transaction:
            raw.execute("rollback")
        raise
    return lasts


def _resolve(told: Sequence[tuple[asyncio.Future[int], int]]) -> None:
    for done, last in told:
        if not done.done():
            done.set_result(last)


def _tell(job: _Append | _Work, result: Any, trouble: BaseException | None) -> None:
    def tell() -> None:
        if job.done.done():
            return
        if trouble is None:
            job.done.set_result(result)
        else:
            job.done.set_exception(trouble)

    try:
        job.loop.call_soon_threadsafe(tell)
    except RuntimeError:  # that loop has ended
        return


_WHYS = {sqlite3.SQLITE_FULL: "disk-full", sqlite3.SQLITE_READONLY: "read-only-disk", sqlite3.SQLITE_CORRUPT: "damaged"}


def _trouble(trouble: DBAPIError | sqlite3.Error) -> BaseException:
    """What the database said, as ours: it can't save for now, or the request makes no sense."""
    original = trouble.orig if isinstance(trouble, DBAPIError) else trouble
    if isinstance(original, sqlite3.IntegrityError):
        if "no such document" in str(original):
            return CannotSave("gone", str(original))
        return FootlightsError(f"the store refuses this: {original}")
    code = getattr(original, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_IOERR:  # a write cut short by a limit of the system or a full disk says this too
        return CannotSave("disk-full", str(original))
    return CannotSave(_WHYS.get(code, "database-away"), str(original))
