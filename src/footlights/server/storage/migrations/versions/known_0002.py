"""A table for what was known of each document's newest snapshot. It is empty at first: a document fills it as it is opened or worked on."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "known",
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), primary_key=True, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("seal", sa.LargeBinary, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
