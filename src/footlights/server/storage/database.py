"""A database as the store needs it: work is a plain function of a connection, done in one transaction, on whatever database it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol, TypeVar

from sqlalchemy import Connection

__all__ = ["Database", "now"]

T = TypeVar("T")


class Database(Protocol):
    """SQLite or PostgreSQL. Trouble with the database itself comes out as CannotSave."""

    async def read(self, work: Callable[[Connection], T]) -> T:
        """What `work` gives; all that it reads is of one moment."""
        ...

    async def write(self, work: Callable[[Connection], T]) -> T:
        """What `work` gives, once what it wrote is durable; nothing is written when it raises."""
        ...

    async def close(self) -> None:
        """Let go of it."""
        ...


def now() -> str:
    """The moment, in UTC, to the millisecond; for showing, never for putting in order."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
