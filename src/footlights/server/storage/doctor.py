"""The doctor: every byte that is kept is looked at, and what is damaged is set aside so that the rest opens."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from footlights.live import Garbled, Shared, Snapshot, Unreadable, checksum, merge, seals, verifies

from .reading import Unusable, entries_of, head_of, plain, read_log, with_known
from .rows import Finding
from .tables import DOCUMENTS, KNOWN, SNAPSHOTS, VERSIONS, VOLUMES
from .volumes import unpack
from .writing import keep_aside

__all__ = ["examined"]


def examined(connection: Connection) -> list[Finding]:
    """What is wrong, document by document; [] when all is well."""
    return [
        finding for id in connection.scalars(select(DOCUMENTS.c.id).order_by(DOCUMENTS.c.id)).all() for finding in _document(connection, id)
    ]


def _document(connection: Connection, id: str) -> list[Finding]:
    damaged = [*_snapshots(connection, id), *_volumes(connection, id), *_entries(connection, id)]
    keep_aside(connection, id, damaged)
    findings = [Finding(id, f"{one.kind} {one.seq}: {one.what}", mended=one.kind == "snapshot") for one in damaged]
    findings += [Finding(id, f"version {number} is not what was kept", mended=False) for number in _versions(connection, id)]
    found = read_log(connection, id, 0)
    if found.snapshot is not None:
        findings += _known(connection, id, found.snapshot)
    expected = found.snapshot.seq if found.snapshot else 0
    for seq in [*(row.seq for row in found.rows), head_of(connection, id) + 1]:
        if seq > expected + 1:
            findings.append(Finding(id, f"entries {expected + 1} to {seq - 1} are not there", mended=False))
        expected = max(expected, seq)
    try:
        Shared(merge([*([found.snapshot.update] if found.snapshot else []), *(row.update for row in found.rows)]))
    except Unreadable:
        findings.append(Finding(id, "what is kept of it can't be put together", mended=False))
    return findings


def _snapshots(connection: Connection, id: str) -> list[Unusable]:
    t = SNAPSHOTS.c
    return [
        Unusable("snapshot", seq, "a snapshot is not what was written", plain(data))
        for seq, data, kept in connection.execute(select(t.seq, t.data, t.checksum).where(t.document == id))
        if checksum(id, seq, plain(data)) != plain(kept)
    ]


def _known(connection: Connection, id: str, newest: Snapshot) -> list[Finding]:
    """What was known of the newest snapshot goes when it is damaged: it is made again from that."""
    snapshot = with_known(connection, id, newest)
    if snapshot.known is None or seals(id, snapshot):
        return []
    connection.execute(delete(KNOWN).where(KNOWN.c.document == id))
    return [Finding(id, f"what was known of snapshot {snapshot.seq} is not what was written", mended=True)]


def _volumes(connection: Connection, id: str) -> list[Unusable]:
    t, damaged = VOLUMES.c, []
    for first, data, kept in connection.execute(select(t.first, t.data, t.checksum).where(t.document == id)):
        try:
            if checksum(id, first, plain(data)) != plain(kept) or not all(verifies(id, row) for row in unpack(plain(data))):
                raise Garbled("a volume of entries is not what was written")
        except (Garbled, UnicodeDecodeError) as trouble:
            damaged.append(Unusable("volume", first, str(trouble), plain(data)))
    return damaged


def _entries(connection: Connection, id: str) -> list[Unusable]:
    return [
        Unusable("entry", row.seq, "an entry is not what was written", row.update)
        for row in entries_of(connection, id, 0, None)
        if not verifies(id, row)
    ]


def _versions(connection: Connection, id: str) -> list[int]:
    t = VERSIONS.c
    return [
        number
        for number, data, kept in connection.execute(select(t.number, t.data, t.checksum).where(t.document == id))
        if checksum(id, number, plain(data)) != plain(kept)
    ]
