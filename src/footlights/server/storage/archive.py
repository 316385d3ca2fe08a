"""Backups: everything of one moment in a ZIP of our own form, the same for either database, checked whole before it is believed.

In it: `tables/NAME.jsonl`, a row a line (bytes as base64), and `manifest.json` with the versions and each file's size, rows and SHA-256.
What is known of snapshots is left out: it is made again from them. So an archive of any version so far has the same tables.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, LargeBinary, Table, func, insert, select

from footlights.live import FORMAT
from footlights.model import FootlightsError

from .database import now
from .schema import REVISIONS, newest
from .tables import DOCUMENTS, TABLES

__all__ = ["pour", "read_archive", "write_archive"]

ARCHIVE = 1
_MOST = 64 << 30  # all files of an archive together
_MOST_RATIO = 1_200  # DEFLATE can't do more than 1,032
_MOST_LINE = 256 << 20
_BATCH = 500


class Contents:
    """An archive that was found whole: its manifest, and the rows of its tables."""

    def __init__(self, archive: zipfile.ZipFile, manifest: dict[str, Any]) -> None:
        self._archive = archive
        self.manifest = manifest

    def rows(self, table: Table) -> Iterator[dict[str, Any]]:
        """The rows of a table."""
        binary = {column.name for column in table.columns if isinstance(column.type, LargeBinary)}
        with self._archive.open(_name(table)) as file:
            for line in _lines(file):
                row = json.loads(line)
                yield {key: base64.b64decode(value) if key in binary else value for key, value in row.items()}


def write_archive(connection: Connection, out: Path) -> int:
    """Write all tables, as this transaction sees them; the number of documents. The file appears when it is whole."""
    unfinished = out.with_name(out.name + ".unfinished")
    tables: dict[str, dict[str, Any]] = {}
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
            for table in TABLES:
                tables[table.name] = _write_table(connection, archive, table)
            manifest = {"footlights-backup": ARCHIVE, "made_at": now(), "schema": newest(), "format": FORMAT, "tables": tables}
            archive.writestr("manifest.json", json.dumps(manifest, indent=1))
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(out)
    except OSError as trouble:
        raise FootlightsError(f"{out} can't be written: {trouble.strerror}", "look at the folder's permissions and room") from trouble
    finally:
        unfinished.unlink(missing_ok=True)
    return int(tables["documents"]["rows"])


def _write_table(connection: Connection, archive: zipfile.ZipFile, table: Table) -> dict[str, Any]:
    count, size, sum_ = 0, 0, hashlib.sha256()
    with archive.open(_name(table), "w", force_zip64=True) as file:
        found = connection.execution_options(yield_per=_BATCH).execute(select(table).order_by(*table.primary_key.columns))
        for row in found.mappings():
            told = {key: _told(value) for key, value in row.items()}
            line = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
            file.write(line)
            sum_.update(line)
            count, size = count + 1, size + len(line)
    return {"rows": count, "size": size, "sha256": sum_.hexdigest()}


def _told(value: Any) -> Any:
    return base64.b64encode(value).decode() if isinstance(value, (bytes, memoryview)) else value


@contextmanager
def read_archive(path: Path) -> Iterator[Contents]:
    """An archive, every byte of it checked. Raises FootlightsError when it is not whole, or not one of ours."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield Contents(archive, _checked(archive, path))
    except (
        zipfile.BadZipFile,
        OSError,
        EOFError,
        ValueError,
        KeyError,
        TypeError,
        NotImplementedError,
        RuntimeError,
        _zlib_error(),
    ) as trouble:
        if isinstance(trouble, OSError) and trouble.strerror:
            raise FootlightsError(f"{path} can't be read: {trouble.strerror}", "is the name right?") from trouble
        raise _bad(path, "it is damaged, or no archive") from trouble


def _checked(archive: zipfile.ZipFile, path: Path) -> dict[str, Any]:
    infos = archive.infolist()
    wanted = {"manifest.json", *map(_name, TABLES)}
    if len(infos) != len(wanted) or {info.filename for info in infos} != wanted:
        raise _bad(path, "it has other files than a backup has")
    if sum(info.file_size for info in infos) > _MOST or any(info.file_size > _MOST_RATIO * (info.compress_size + 100) for info in infos):
        raise _bad(path, "what is packed in it is far larger than a backup would be")
    if archive.getinfo("manifest.json").file_size > 1 << 20:
        raise _bad(path, "its manifest is too large")
    manifest: dict[str, Any] = json.loads(archive.read("manifest.json"))
    if manifest["footlights-backup"] != ARCHIVE or manifest["schema"] not in REVISIONS or manifest["format"] > FORMAT:
        raise FootlightsError(
            f"{path} was made by another version of footlights", "restore it with that one, and let this one bring the database up to date"
        )
    for table in TABLES:
        said, sum_, count = manifest["tables"][table.name], hashlib.sha256(), 0
        with archive.open(_name(table)) as file:
            for line in _lines(file):
                sum_.update(line)
                count += 1
        if sum_.hexdigest() != said["sha256"] or count != said["rows"]:
            raise _bad(path, f"{table.name} are not what was backed up")
    return manifest


def pour(connection: Connection, contents: Contents) -> int:
    """Put an archive's rows into the tables, which must be empty; the number of documents. Raises FootlightsError."""
    if connection.scalar(select(func.count()).select_from(DOCUMENTS)):
        raise FootlightsError("this database has documents already", "restore into a new one, and start footlights with that")
    for table in TABLES:
        names = set(table.columns.keys())
        batch: list[dict[str, Any]] = []
        for row in contents.rows(table):
            if row.keys() != names:
                raise FootlightsError(
                    f"the archive's {table.name} have other columns than ours", "it was made by another version of footlights"
                )
            batch.append({**row, "opening": None} if table is DOCUMENTS else row)
            if len(batch) == _BATCH:
                connection.execute(insert(table), batch)
                batch = []
        if batch:
            connection.execute(insert(table), batch)
    return int(connection.scalar(select(func.count()).select_from(DOCUMENTS)) or 0)


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    read: Callable[[int], bytes] = file.readline
    while line := read(_MOST_LINE):
        if not line.endswith(b"\n"):
            raise ValueError("a line is cut off")
        yield line


def _name(table: Table) -> str:
    return f"tables/{table.name}.jsonl"


def _bad(path: Path, why: str) -> FootlightsError:
    return FootlightsError(f"{path} can't be restored: {why}", "nothing was changed; use another backup")


def _zlib_error() -> type[Exception]:
    import zlib

    return zlib.error
