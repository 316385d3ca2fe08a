"""What changes a document's log apart from appending: snapshots, volumes, and what is set aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, text, update

from footlights.live import checksum

from .database import now
from .reading import Unusable, entries_of
from .tables import DOCUMENTS, ENTRIES, SET_ASIDE, SNAPSHOTS, VOLUMES
from .volumes import pack, people_of

__all__ = ["keep_aside", "keep_known", "keep_snapshot", "mark_opening", "packed", "thinned"]


#: Both databases understand this; two processes that open the same document may do it at once.
_REPLACE_KNOWN = text(
    "insert into known (document, seq, seal, data) values (:document, :seq, :seal, :data) "
    "on conflict (document) do update set seq = excluded.seq, seal = excluded.seal, data = excluded.data"
)


class Volume(NamedTuple):
    """Entries packed, ready to be kept."""

    first: int
    last: int
    people: str
    data: bytes


def packed(connection: Connection, document: str, seq: int) -> Volume | None:
    """The entries up to `seq` that are in no volume yet, packed; None when there are none. Nothing is written yet."""
    rows = entries_of(connection, document, 0, seq)
    return Volume(rows[0].seq, rows[-1].seq, people_of(rows), pack(rows)) if rows else None


def keep_snapshot(connection: Connection, document: str, data: bytes, seq: int, volume: Volume | None) -> bool:
    """Keep a snapshot, and a volume of the entries that it holds instead of these; False when there is one as new already."""
    t = SNAPSHOTS.c
    newest = connection.scalar(select(func.max(t.seq)).where(t.document == document)) or 0
    if newest >= seq:
        return False
    if volume is not None:
        connection.execute(
            insert(VOLUMES).values(document=document, checksum=checksum(document, volume.first, volume.data), **volume._asdict())
        )
    connection.execute(delete(ENTRIES).where(ENTRIES.c.document == document, ENTRIES.c.seq <= seq))
    connection.execute(insert(SNAPSHOTS).values(document=document, seq=seq, at=now(), checksum=checksum(document, seq, data), data=data))
    for old in thinned(list(connection.scalars(select(t.seq).where(t.document == document).order_by(t.seq.desc())))):
        connection.execute(delete(SNAPSHOTS).where(t.document == document, t.seq == old))
    return True


def keep_known(connection: Connection, document: str, seq: int, known: bytes, seal: bytes) -> None:
    """Keep what is known of the snapshot of `seq`, if that is the newest, instead of what was kept before."""
    newest = connection.scalar(select(func.max(SNAPSHOTS.c.seq)).where(SNAPSHOTS.c.document == document))
    if newest == seq:
        connection.execute(_REPLACE_KNOWN, {"document": document, "seq": seq, "seal": seal, "data": known})


def thinned(newest_first: Sequence[int]) -> list[int]:
    """Which snapshots may go: of those behind the newest two, the oldest stays of each age, and an age is twice the one before."""
    if len(newest_first) < 3:
        return []
    newest, second = newest_first[0], newest_first[1]
    oldest_of = {((newest - seq) // max(1, newest - second)).bit_length(): seq for seq in newest_first[2:]}
    return [seq for seq in newest_first[2:] if seq not in oldest_of.values()]


def keep_aside(connection: Connection, document: str, unusable: Sequence[Unusable]) -> None:
    """Note what can't be used; what was noted before stays as it was."""
    t = SET_ASIDE.c
    for one in unusable:
        known = select(t.seq).where(t.document == document, t.kind == one.kind, t.seq == one.seq)
        if connection.execute(known).first() is None:
            connection.execute(
                insert(SET_ASIDE).values(document=document, kind=one.kind, seq=one.seq, at=now(), what=one.what, data=one.data)
            )


def mark_opening(connection: Connection, document: str, mark: str | None) -> str | None:
    """Set the mark, give the one before."""
    before = connection.scalar(select(DOCUMENTS.c.opening).where(DOCUMENTS.c.id == document))
    connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.id == document).values(opening=mark))
    return before
