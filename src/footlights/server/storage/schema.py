"""The version of the tables: brought up to ours when it is older, and left alone when it is newer."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, func, inspect, select, text

from footlights.live import FORMAT
from footlights.model import FootlightsError

from .tables import DOCUMENTS

__all__ = ["REVISIONS", "check_not_newer", "migrate", "newest", "revision_of"]


#: The steps that `migrations` has, oldest first. Alembic knows them too, but loading it takes memory that only a migration is worth.
REVISIONS = ("0001", "0002")


def newest() -> str:
    """The version that we know."""
    return REVISIONS[-1]


def revision_of(connection: Connection) -> str | None:
    """The version of the tables that are there; None when there are none. Raises FootlightsError for somebody else's tables."""
    there = set(inspect(connection).get_table_names())
    if "alembic_version" in there:
        found = connection.scalar(text("select version_num from alembic_version"))
        if found is not None:
            return str(found)
    if "documents" in there:
        raise FootlightsError("this database has tables that are not ours", "give footlights a database of its own")
    return None


def check_not_newer(connection: Connection) -> str | None:
    """The version that is there. Raises FootlightsError, with nothing written, when a newer footlights made it."""
    found = revision_of(connection)
    if found is not None and found not in REVISIONS:
        raise _newer(f"its tables are version {found}")
    if found is not None:  # every version of the tables says of each document which format it has
        format = connection.scalar(select(func.max(DOCUMENTS.c.format)))
        if format is not None and format > FORMAT:
            raise _newer(f"it has documents of format {format}")
    return found


def migrate(connection: Connection) -> None:
    """Bring the tables up to our version, in the transaction that is open."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _newer(what: str) -> FootlightsError:
    return FootlightsError(f"this database was made by a newer footlights: {what}", "start that one; this one has left everything as it is")
