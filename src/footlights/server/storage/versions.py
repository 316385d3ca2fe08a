"""Versions, history, and a document as it was."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, delete, func, insert, select

from footlights.live import Snapshot, Who, checksum, merge, verifies
from footlights.model import FootlightsError

from .database import now
from .reading import entries_behind, entries_of, head_of, newest_snapshot, plain
from .rows import HistoryRow, Page, VersionRow
from .tables import DOCUMENTS, VERSIONS, VOLUMES
from .thinning import superfluous
from .volumes import grouped, row_groups, told_people

__all__ = ["add_version", "list_history", "list_versions", "state_at", "thin_versions", "version_state"]

_SHOWN = ("document", "number", "name", "kind", "seq", "made_at", "made_by", "note")


def list_versions(connection: Connection, id: str, after: str | None, limit: int) -> Page[VersionRow]:
    """A page of versions, newest first."""
    t = VERSIONS.c
    wanted = select(*(t[name] for name in _SHOWN)).where(t.document == id).order_by(t.number.desc()).limit(limit + 1)
    if after is not None:
        wanted = wanted.where(t.number < _whole(after))
    found = [VersionRow(*row) for row in connection.execute(wanted)]
    return Page(found[:limit], str(found[limit - 1].number) if len(found) > limit else None)


def add_version(connection: Connection, id: str, name: str, kind: str, who: Who, state: bytes | None, seq: int, note: str) -> VersionRow:
    """Keep a state (None: only that this was it, the log has the rest); its number is one more than the last one's."""
    if kind not in {"named", "auto", "safety"}:
        raise FootlightsError(f"{kind!r} is no kind of version", "named, auto or safety")
    connection.execute(select(DOCUMENTS.c.id).where(DOCUMENTS.c.id == id).with_for_update())  # two at once get two numbers
    t = VERSIONS.c
    number = (connection.scalar(select(func.max(t.number)).where(t.document == id)) or 0) + 1
    row = VersionRow(id, number, name, kind, seq, now(), who.name, note)
    connection.execute(
        insert(VERSIONS).values(
            document=id, number=number, name=name, kind=kind, seq=seq, made_at=row.made_at, made_by=who.name, made_by_id=who.id, note=note,
            checksum=checksum(id, number, state or b""), data=state or b"",
        )
    )  # fmt: skip
    return row


def thin_versions(connection: Connection, id: str) -> list[int]:
    """Take away a few of the versions that were kept by themselves and are not needed any more; gives their numbers.

    What they held is in the log all the same.
    """
    t = VERSIONS.c
    rows = [VersionRow(*row) for row in connection.execute(select(*(t[name] for name in _SHOWN)).where(t.document == id))]
    found = superfluous(rows, datetime.now(UTC))
    if found:
        connection.execute(delete(VERSIONS).where(t.document == id, t.number.in_(found)))
    return found


def version_state(connection: Connection, id: str, number: int) -> bytes:
    """The state that a version holds. Raises FootlightsError when there is none, or it is not what was kept."""
    t = VERSIONS.c
    found = connection.execute(select(t.seq, t.data, t.checksum).where(t.document == id, t.number == number)).first()
    if found is None:
        raise FootlightsError(f"there is no version {number}", "the list of versions has the numbers")
    if checksum(id, number, plain(found.data)) != plain(found.checksum):
        raise FootlightsError(f"version {number} is damaged", "an older version may help; `footlights restore` brings back a whole backup")
    return plain(found.data) or state_at(connection, id, found.seq)


def state_at(connection: Connection, id: str, seq: int) -> bytes:
    """The document as it was after entry `seq`, as one update: the state nearest before it, and the entries since."""
    if not 0 <= seq <= head_of(connection, id):
        raise FootlightsError(f"there is no entry {seq}", "the history has the numbers")
    base: Snapshot | None = newest_snapshot(connection, id, seq, [])
    t = VERSIONS.c
    nearest = select(t.seq, t.number, t.data, t.checksum).where(t.document == id, t.seq <= seq, func.length(t.data) > 0)
    nearest = nearest.order_by(t.seq.desc(), t.number.desc())
    if base is not None:
        nearest = nearest.where(t.seq > base.seq)
    for kept_seq, number, data, kept in connection.execute(nearest.limit(3)):
        if checksum(id, number, plain(data)) == plain(kept):
            base = Snapshot(kept_seq, plain(data), b"")
            break
    rows = entries_behind(connection, id, base.seq if base else 0, seq, [])
    return merge([*([base.update] if base else []), *(row.update for row in rows if verifies(id, row))])


def list_history(connection: Connection, id: str, after: str | None, limit: int) -> Page[HistoryRow]:
    """A page of who worked when, newest first."""
    t = VOLUMES.c
    lines: list[HistoryRow] = []
    for people in connection.scalars(select(t.people).where(t.document == id).order_by(t.first)):
        lines += told_people(people)
    lines += row_groups(entries_of(connection, id, 0, None))
    start = _whole(after) if after is not None else 0
    told = grouped(lines)
    return Page(told[start : start + limit], str(start + limit) if start + limit < len(told) else None)


def _whole(after: str) -> int:
    if not after.isdigit() or len(after) > 15:
        raise FootlightsError(f"{after!r} is no place in this list", "leave `after` out, or take it from the page before")
    return int(after)
