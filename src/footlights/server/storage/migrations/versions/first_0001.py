"""The first tables: documents, their heads, entries, snapshots, volumes, versions, and what was set aside."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "documents",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("format", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("sought", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("steps", sa.Integer, nullable=False),
        sa.Column("phases", sa.Integer, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("made_by_id", sa.Text, nullable=False),
        sa.Column("file", sa.Text),
        sa.Column("file_seq", sa.BigInteger),
        sa.Column("gone_at", sa.Text),
        sa.Column("gone_by", sa.Text),
        sa.Column("opening", sa.Text),
    )
    op.create_table(
        "heads",
        _document(),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("changed_at", sa.Text, nullable=False),
        sa.Column("changed_by", sa.Text, nullable=False),
        sa.Column("changed_by_id", sa.Text, nullable=False),
    )
    op.create_table(
        "entries",
        _document(),
        _number("seq"),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who_id", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        *_checked(),
        sqlite_with_rowid=False,
    )
    op.create_table("snapshots", _document(), _number("seq"), sa.Column("at", sa.Text, nullable=False), *_checked())
    op.create_table(
        "volumes",
        _document(),
        _number("first"),
        sa.Column("last", sa.BigInteger, nullable=False),
        sa.Column("people", sa.Text, nullable=False),
        *_checked(),
    )
    op.create_table(
        "versions",
        _document(),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("made_by_id", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        *_checked(),
    )
    op.create_table(
        "set_aside",
        _document(),
        sa.Column("kind", sa.Text, primary_key=True),
        _number("seq"),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_index("documents_by_title", "documents", ["sought"])
    op.create_index("heads_by_change", "heads", ["changed_at", "document"])


def _document() -> sa.Column[str]:
    return sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), primary_key=True, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, primary_key=True, autoincrement=False)


def _checked() -> tuple[sa.Column[bytes], sa.Column[bytes]]:
    return sa.Column("checksum", sa.LargeBinary, nullable=False), sa.Column("data", sa.LargeBinary, nullable=False)
