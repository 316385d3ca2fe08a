"""Reading a document's log: the newest snapshot that verifies, and every entry behind it, wherever it stands."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, select

from footlights.live import Garbled, Row, SetAside, Snapshot, Who, checksum, verifies

from .tables import ENTRIES, HEADS, KNOWN, SET_ASIDE, SNAPSHOTS, VOLUMES
from .volumes import unpack

__all__ = [
    "Found", "Unusable", "entries_behind", "entries_of", "head_of", "newest_snapshot", "plain", "read_log", "set_aside_of", "with_known",
]  # fmt: skip


class Unusable(NamedTuple):
    """Something found damaged while reading, to be set aside."""

    kind: str
    seq: int
    what: str
    data: bytes


class Found(NamedTuple):
    """What was read, and what was found damaged on the way."""

    snapshot: Snapshot | None
    rows: list[Row]
    damaged: list[Unusable]


def read_log(connection: Connection, document: str, after: int, until: int | None = None) -> Found:
    """The log behind `after`; for 0 from the newest snapshot (not later than `until`) that is whole."""
    damaged: list[Unusable] = []
    snapshot = newest_snapshot(connection, document, until, damaged) if after == 0 else None
    rows = entries_behind(connection, document, snapshot.seq if snapshot else after, until, damaged)
    return Found(snapshot, rows, damaged)


def newest_snapshot(connection: Connection, document: str, until: int | None, damaged: list[Unusable]) -> Snapshot | None:
    """The newest snapshot that verifies and was not set aside; damaged ones are noted."""
    t, aside = SNAPSHOTS.c, _aside(connection, document, "snapshot")
    numbers = select(t.seq).where(t.document == document).order_by(t.seq.desc())
    if until is not None:
        numbers = numbers.where(t.seq <= until)
    for seq in connection.scalars(numbers):
        if seq in aside:
            continue
        data, kept = connection.execute(select(t.data, t.checksum).where(t.document == document, t.seq == seq)).one()
        snapshot = Snapshot(seq, plain(data), plain(kept))
        if verifies(document, snapshot):
            return snapshot
        damaged.append(Unusable("snapshot", seq, "a snapshot is not what was written", snapshot.update))
    return None


def with_known(connection: Connection, document: str, snapshot: Snapshot) -> Snapshot:
    """The snapshot with what was known of it, if that was kept; whether it is whole is for the reader to see."""
    t = KNOWN.c
    found = connection.execute(select(t.data, t.seal).where(t.document == document, t.seq == snapshot.seq)).first()
    return snapshot if found is None else snapshot._replace(known=plain(found[0]), seal=plain(found[1]))


def entries_behind(connection: Connection, document: str, after: int, until: int | None, damaged: list[Unusable]) -> list[Row]:
    """Every entry behind `after` that was not set aside, in order, from the volumes and from the entries themselves."""
    aside = _aside(connection, document, "entry")
    rows = {row.seq: row for row in _from_volumes(connection, document, after, damaged) if row.seq not in aside}
    rows |= {row.seq: row for row in entries_of(connection, document, after, until)}
    return [rows[seq] for seq in sorted(rows) if until is None or seq <= until]


def entries_of(connection: Connection, document: str, after: int, until: int | None) -> list[Row]:
    """The entries that no snapshot has taken in yet, without those that were set aside, in order."""
    t, aside = ENTRIES.c, _aside(connection, document, "entry")
    found = select(t.seq, t.data, t.who_id, t.who, t.at, t.checksum).where(t.document == document, t.seq > after).order_by(t.seq)
    if until is not None:
        found = found.where(t.seq <= until)
    return [
        Row(seq, plain(data), Who(id, name), at, plain(kept))
        for seq, data, id, name, at, kept in connection.execute(found)
        if seq not in aside
    ]


def _from_volumes(connection: Connection, document: str, after: int, damaged: list[Unusable]) -> list[Row]:
    t, aside = VOLUMES.c, _aside(connection, document, "volume")
    rows: list[Row] = []
    for first, data, kept in connection.execute(
        select(t.first, t.data, t.checksum).where(t.document == document, t.last > after).order_by(t.first)
    ):
        try:
            if checksum(document, first, plain(data)) != plain(kept):
                raise Garbled("a volume of entries is not what was written")
            rows += [row for row in unpack(plain(data)) if row.seq > after]
        except (Garbled, UnicodeDecodeError) as trouble:
            if first not in aside:
                damaged.append(Unusable("volume", first, str(trouble), plain(data)))
    return rows


def head_of(connection: Connection, document: str) -> int:
    """The number of the last entry; 0 when there is none."""
    return int(connection.scalar(select(HEADS.c.seq).where(HEADS.c.document == document)) or 0)


def set_aside_of(connection: Connection, document: str) -> list[SetAside]:
    """What was set aside, in order."""
    t = SET_ASIDE.c
    found = select(t.seq, t.what).where(t.document == document).order_by(t.seq, t.kind)
    return [SetAside(seq, what) for seq, what in connection.execute(found)]


def plain(value: object) -> bytes:
    """What stands in a column of bytes; a damaged file, or somebody's hand, may have put something else there."""
    return bytes(value) if isinstance(value, (bytes, bytearray, memoryview)) else str(value).encode("utf-8", "replace")


def _aside(connection: Connection, document: str, kind: str) -> set[int]:
    t = SET_ASIDE.c
    return set(connection.scalars(select(t.seq).where(t.document == document, t.kind == kind)))
