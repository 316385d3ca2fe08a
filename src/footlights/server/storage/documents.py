"""Documents in the database: the list, making them, describing them, putting them away."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, and_, insert, or_, select, update

from footlights.live import FORMAT, Who, checksum
from footlights.model import FootlightsError

from .database import now
from .rows import DocumentRow, Page
from .tables import DOCUMENTS, ENTRIES, HEADS

__all__ = ["create", "describe", "document_row", "list_documents", "mark_gone"]

_FACTS = frozenset({"title", "language", "steps", "phases", "file", "file_seq"})


def _rows() -> Select[Any]:
    d, h = DOCUMENTS.c, HEADS.c
    return select(
        d.id, d.title, d.language, d.steps, d.phases, d.made_at, d.made_by, h.changed_at, h.changed_by, h.seq, d.file, d.file_seq, d.gone_at
    ).join(HEADS, h.document == d.id)


def document_row(connection: Connection, id: str) -> DocumentRow | None:
    """One document, put away or not; None when there is none."""
    found = connection.execute(_rows().where(DOCUMENTS.c.id == id)).first()
    return DocumentRow(*found) if found is not None else None


def list_documents(connection: Connection, search: str, after: str | None, limit: int, gone: bool) -> Page[DocumentRow]:
    """A page of documents whose title has `search` in it, the newest change first."""
    d, h = DOCUMENTS.c, HEADS.c
    wanted = _rows().where(d.gone_at.is_not(None) if gone else d.gone_at.is_(None))
    if search.strip():
        wanted = wanted.where(d.sought.contains(search.strip().casefold(), autoescape=True))
    if after is not None:
        moment, _, id = after.partition(" ")
        wanted = wanted.where(or_(h.changed_at < moment, and_(h.changed_at == moment, d.id > id)))
    found = [DocumentRow(*row) for row in connection.execute(wanted.order_by(h.changed_at.desc(), d.id).limit(limit + 1))]
    last = found[limit - 1] if len(found) > limit else None
    return Page(found[:limit], f"{last.changed_at} {last.id}" if last is not None else None)


def create(connection: Connection, id: str, title: str, data: bytes, who: Who, more: dict[str, Any]) -> DocumentRow:
    """A new document whose first entry is `data` (none for b""). Raises FootlightsError when there is one of this id."""
    _known(more)
    if document_row(connection, id) is not None:
        raise FootlightsError(f"there is a document {id} already", "leave the id out, and one is made")
    at, facts = now(), {"language": "en", "steps": 0, "phases": 0, "file": None, "file_seq": None, **more}
    connection.execute(
        insert(DOCUMENTS).values(
            id=id, format=FORMAT, title=title, sought=title.casefold(), made_at=at, made_by=who.name, made_by_id=who.id, **facts
        )
    )
    connection.execute(insert(HEADS).values(document=id, seq=1 if data else 0, changed_at=at, changed_by=who.name, changed_by_id=who.id))
    if data:
        connection.execute(
            insert(ENTRIES).values(document=id, seq=1, at=at, who_id=who.id, who=who.name, checksum=checksum(id, 1, data), data=data)
        )
    made = document_row(connection, id)
    assert made is not None
    return made


def describe(connection: Connection, id: str, facts: dict[str, Any]) -> None:
    """Note what the list shows of a document; what isn't given stays."""
    _known(facts)
    if "title" in facts:
        facts = {**facts, "sought": str(facts["title"]).casefold()}
    if facts:
        connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.id == id).values(**facts))


def mark_gone(connection: Connection, id: str, who: Who | None) -> None:
    """Put a document away, or bring it back (None). Nothing of it is deleted."""
    values = {"gone_at": now(), "gone_by": who.name} if who is not None else {"gone_at": None, "gone_by": None}
    connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.id == id).values(**values))


def _known(facts: dict[str, Any]) -> None:
    strange = facts.keys() - _FACTS
    if strange:
        raise FootlightsError(f"the list of documents has no {', '.join(sorted(strange))}", f"it has {', '.join(sorted(_FACTS))}")
