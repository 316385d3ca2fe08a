"""The store: documents, their logs, versions and history, on SQLite or PostgreSQL."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from footlights.live import CannotSave, Limits, Log, Who
from footlights.model import FootlightsError

from . import documents, versions
from .archive import pour, read_archive, write_archive
from .doctor import examined
from .locking import Lock
from .logs import Appending, StoreLog
from .rows import DocumentRow, Finding, HistoryRow, Page, VersionRow
from .schema import check_not_newer, migrate, newest
from .sqlite import Sqlite, engine_of
from .tables import DOCUMENTS

__all__ = ["Store", "back_up", "open_store", "restore"]

#: Two processes that start at once make or change the tables one after the other.
_MIGRATING = 8_473_001
_QUICK_CHECK = 256 << 20  # larger files take too long to look through at every start; `doctor` does


class Store:
    """Everything that is kept, on one database. Made by `open_store`."""

    def __init__(self, database: Appending, lock: Lock | None = None) -> None:
        self.log: Log = StoreLog(database)
        self._database = database
        self._lock = lock

    async def documents(self, *, search: str = "", after: str | None = None, limit: int = 50, gone: bool = False) -> Page[DocumentRow]:
        """A page of documents whose title has `search` in it, the newest change first; `gone` gives those that were put away."""
        return await self._database.read(lambda connection: documents.list_documents(connection, search, after, limit, gone))

    async def document(self, id: str) -> DocumentRow | None:
        """One document, put away or not; None when there is none."""
        return await self._database.read(lambda connection: documents.document_row(connection, id))

    async def create(self, id: str, title: str, update: bytes, who: Who, **more: Any) -> DocumentRow:
        """A new document whose first entry is `update` (none for b""). Raises FootlightsError when there is one of this id."""
        self._database.check_room()
        return await self._database.write(lambda connection: documents.create(connection, id, title, update, who, more))

    async def describe(self, id: str, **facts: Any) -> None:
        """Note what the list shows: title, language, steps, phases, file, file_seq. What isn't given stays."""
        await self._database.write(lambda connection: documents.describe(connection, id, facts))

    async def discard(self, id: str, who: Who) -> None:
        """Put a document away; nothing of it is deleted."""
        await self._database.write(lambda connection: documents.mark_gone(connection, id, who))

    async def revive(self, id: str, who: Who) -> None:
        """Bring a document back."""
        await self._database.write(lambda connection: documents.mark_gone(connection, id, None))

    async def versions(self, id: str, *, after: str | None = None, limit: int = 50) -> Page[VersionRow]:
        """A page of versions, newest first."""
        return await self._database.read(lambda connection: versions.list_versions(connection, id, after, limit))

    async def add_version(self, id: str, name: str, kind: str, who: Who, state: bytes | None, seq: int, note: str = "") -> VersionRow:
        """Keep a state as a version: named, auto or safety. None: put it together from the log when it is asked for."""
        self._database.check_room()
        return await self._database.write(lambda connection: versions.add_version(connection, id, name, kind, who, state, seq, note))

    async def thin_versions(self, id: str) -> list[int]:
        """Take away a few of the versions that were kept by themselves and are not needed any more; gives their numbers."""
        return await self._database.write(lambda connection: versions.thin_versions(connection, id))

    async def version_state(self, id: str, number: int) -> bytes:
        """The state that a version holds, as one update. Raises FootlightsError when there is none, or it is damaged."""
        return await self._database.read(lambda connection: versions.version_state(connection, id, number))

    async def history(self, id: str, after: str | None = None, limit: int = 50) -> Page[HistoryRow]:
        """A page of who worked when, newest first; a pause of more than five minutes begins a new line."""
        return await self._database.read(lambda connection: versions.list_history(connection, id, after, limit))

    async def state_at(self, id: str, seq: int) -> bytes:
        """The document as it was after entry `seq`, as one update. Raises FootlightsError when there is no such entry."""
        return await self._database.read(lambda connection: versions.state_at(connection, id, seq))

    async def backup(self, out: Path) -> int:
        """Write everything, as it is at one moment, into an archive, while work goes on; the number of documents."""
        return await self._database.read(lambda connection: write_archive(connection, out))

    async def pour(self, archive: Path) -> int:
        """Fill this empty store from an archive, all of it or nothing; the number of documents. Raises FootlightsError."""
        with read_archive(archive) as contents:
            return await self._database.write(lambda connection: pour(connection, contents))

    async def doctor(self) -> list[Finding]:
        """Look at every byte that is kept, set aside what is damaged, and tell what was found."""
        return await self._database.write(examined)

    async def close(self) -> None:
        """Write what waits, and let go."""
        await self._database.close()
        if self._lock is not None:
            self._lock.release()


#: What reading a damaged file may raise: SQLite's own words about it need not be UTF-8 any more.
_DAMAGED = (DBAPIError, UnicodeDecodeError)


async def open_store(url: str) -> Store:
    """The store at `sqlite:///path` or `postgresql://…`, made or brought up to date. Raises FootlightsError."""
    if url.startswith("sqlite:///"):
        return _open_sqlite(Path(unquote(url.removeprefix("sqlite:///"))))
    if url.startswith(("postgresql://", "postgres://", "postgresql+asyncpg://")):
        return await _open_postgres("postgresql://" + url.partition("://")[2])
    raise FootlightsError(f"{_hidden(url)} is no database that we know", "sqlite:///path/to/file, or postgresql://user@host/database")


async def back_up(url: str, out: Path) -> int:
    """Back up a database that another process may be serving; the number of documents. Raises FootlightsError."""
    if not url.startswith("sqlite:///"):
        store = await open_store(url)
        try:
            return await store.backup(out)
        finally:
            await store.close()
    return await asyncio.to_thread(_back_up_sqlite, Path(unquote(url.removeprefix("sqlite:///"))), out)


async def restore(archive: Path, url: str) -> int:
    """Fill an empty (or new) database from an archive, all of it or nothing; the number of documents. Raises FootlightsError."""
    with read_archive(archive):  # a bad one is refused before anything is made
        pass
    store = await open_store(url)
    try:
        return await store.pour(archive)
    except CannotSave as trouble:
        raise FootlightsError(f"the database can't be written: {trouble}", "nothing of the archive is in it") from trouble
    finally:
        await store.close()


def _back_up_sqlite(path: Path, out: Path) -> int:
    if not path.exists():
        raise FootlightsError(f"there is no database {path}", "--database names another")
    engine = engine_of(path)
    try:
        with engine.connect() as connection, connection.begin():
            check_not_newer(connection)
            return write_archive(connection, out)
    except _DAMAGED as trouble:
        raise FootlightsError(f"{path} can't be read: {_said(trouble)}", "is it a database of footlights?") from trouble
    finally:
        engine.dispose()


def _open_sqlite(path: Path) -> Store:
    path.parent.mkdir(parents=True, exist_ok=True)
    found = _look_into(path) if path.exists() and path.stat().st_size else None
    lock = Lock(path)
    try:
        if found is not None and found != newest():
            _copy_before(path, found)
        engine = engine_of(path)
        try:
            with engine.connect() as connection:
                if path.stat().st_size < _QUICK_CHECK and found is not None:
                    said = connection.exec_driver_sql("pragma quick_check(1)").scalar()
                    if said != "ok":
                        raise FootlightsError(f"{path} is damaged: {said}", "restore a backup, or let `sqlite3` recover what is left")
                    connection.rollback()
                if found != newest():
                    writing = connection.execution_options(footlights_begin="begin immediate")
                    with writing.begin():
                        migrate(writing)
        finally:
            engine.dispose()
        return Store(Sqlite(path, Limits.chosen().free), lock)
    except _DAMAGED as trouble:
        lock.release()
        raise FootlightsError(f"{path} can't be used: {_said(trouble)}", "look at the folder's permissions and room") from trouble
    except BaseException:
        lock.release()
        raise


def _said(trouble: Exception) -> str:
    """What the database says is wrong with its file."""
    return str(trouble.orig) if isinstance(trouble, DBAPIError) else "its own tables can't be read"


def _look_into(path: Path) -> str | None:
    """The version of the tables in a file, read without writing a byte."""
    engine = engine_of(path, read_only=True)
    try:
        with engine.connect() as connection:
            return check_not_newer(connection)
    except _DAMAGED as trouble:
        raise FootlightsError(f"{path} is no database, or a damaged one: {_said(trouble)}", "name another with --database") from trouble
    finally:
        engine.dispose()


def _copy_before(path: Path, found: str) -> None:
    """A copy of the file as it was before a migration, beside it."""
    copy = path.with_name(f"{path.name}.before-{newest()}-from-{found}")
    unfinished = copy.with_name(copy.name + ".unfinished")
    with sqlite3.connect(path) as source, sqlite3.connect(unfinished) as target:
        source.backup(target)
    source.close()
    target.close()
    descriptor = os.open(unfinished, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)
    unfinished.replace(copy)


async def _open_postgres(plain: str) -> Store:
    from .postgres import Postgres

    database = Postgres(plain)

    def prepare(connection: Connection) -> None:
        connection.execute(text("select pg_advisory_xact_lock(:key)"), {"key": _MIGRATING})
        if check_not_newer(connection) != newest():
            migrate(connection)

    try:
        await database.write(prepare)
        await database.write(lambda connection: connection.execute(DOCUMENTS.select().limit(0)))
    except CannotSave as trouble:
        await database.close()
        raise FootlightsError(
            f"{_hidden(plain)} can't be reached: {trouble}", "is PostgreSQL running there, and may we come in?"
        ) from trouble
    except BaseException:
        await database.close()
        raise
    return Store(database)


def _hidden(url: str) -> str:
    """An address without its password."""
    parts = urlsplit(url)
    return url.replace(f":{parts.password}@", ":…@") if parts.password else url
