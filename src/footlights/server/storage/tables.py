"""The tables, the same on SQLite and PostgreSQL. The first migration makes them; what changes later has a migration of its own."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

__all__ = ["DOCUMENTS", "ENTRIES", "HEADS", "KNOWN", "METADATA", "SET_ASIDE", "SNAPSHOTS", "TABLES", "VERSIONS", "VOLUMES"]

METADATA = MetaData()


def _document(**options: bool) -> Column[str]:
    return Column("document", Text, ForeignKey("documents.id"), nullable=False, **options)  # type: ignore[arg-type]


#: What the list of documents shows; `opening` is set while somebody reads its log.
DOCUMENTS = Table(
    "documents", METADATA,
    Column("id", Text, primary_key=True),
    Column("format", Integer, nullable=False),  # of the shared document
    Column("title", Text, nullable=False),
    Column("sought", Text, nullable=False),  # the title as it is searched: without capitals
    Column("language", Text, nullable=False),
    Column("steps", Integer, nullable=False),
    Column("phases", Integer, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_by_id", Text, nullable=False),
    Column("file", Text),
    Column("file_seq", BigInteger),
    Column("gone_at", Text),
    Column("gone_by", Text),
    Column("opening", Text),
)  # fmt: skip

#: The number of each document's last entry, when it was written and by whom: one row, rewritten with each commit.
HEADS = Table(
    "heads", METADATA,
    _document(primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("changed_by", Text, nullable=False),
    Column("changed_by_id", Text, nullable=False),
)  # fmt: skip

#: The entries since the last snapshot (and those that a snapshot could not take in).
ENTRIES = Table(
    "entries", METADATA,
    _document(primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("who_id", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("checksum", LargeBinary, nullable=False),
    Column("data", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip

#: Whole documents, as they were after an entry: the newest to open from, some older ones to fall back on.
SNAPSHOTS = Table(
    "snapshots", METADATA,
    _document(primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("checksum", LargeBinary, nullable=False),
    Column("data", LargeBinary, nullable=False),
)  # fmt: skip

#: What was known of each document's newest snapshot, packed, so that it opens quickly. It can be made again from the snapshot: whatever is
#: wrong with it, it is left out, and so it is of a backup.
KNOWN = Table(
    "known", METADATA,
    _document(primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("seal", LargeBinary, nullable=False),
    Column("data", LargeBinary, nullable=False),
)  # fmt: skip

#: Entries that a snapshot has taken in, packed; `people` says who worked from when to when, for the history.
VOLUMES = Table(
    "volumes", METADATA,
    _document(primary_key=True),
    Column("first", BigInteger, primary_key=True, autoincrement=False),
    Column("last", BigInteger, nullable=False),
    Column("people", Text, nullable=False),
    Column("checksum", LargeBinary, nullable=False),
    Column("data", LargeBinary, nullable=False),
)  # fmt: skip

VERSIONS = Table(
    "versions", METADATA,
    _document(primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_by_id", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("checksum", LargeBinary, nullable=False),
    Column("data", LargeBinary, nullable=False),
)  # fmt: skip

#: What could not be used, with its bytes: an entry, a snapshot, a volume, or a gap where entries should be.
SET_ASIDE = Table(
    "set_aside", METADATA,
    _document(primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
)  # fmt: skip

Index("documents_by_title", DOCUMENTS.c.sought)
Index("heads_by_change", HEADS.c.changed_at, HEADS.c.document)

#: What a backup holds, in an order in which each finds what it points at.
TABLES = (DOCUMENTS, HEADS, ENTRIES, SNAPSHOTS, VOLUMES, VERSIONS, SET_ASIDE)
