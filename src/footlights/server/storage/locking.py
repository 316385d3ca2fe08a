"""One process at a time on one SQLite file: a lock that the system takes back when its holder dies, however it dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from footlights.model import FootlightsError

__all__ = ["Lock"]


class Lock:
    """A lock on a file beside the database. Raises FootlightsError when another process holds it."""

    def __init__(self, database: Path) -> None:
        path = database.with_name(database.name + ".lock")
        try:
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError as trouble:
            raise FootlightsError(f"{path} can't be made: {trouble.strerror}", "look at the folder's permissions and room") from trouble
        try:
            _take(self._descriptor)
        except OSError:
            holder = os.pread(self._descriptor, 20, 0).decode("ascii", "replace").strip() if hasattr(os, "pread") else ""
            os.close(self._descriptor)
            by = f" (process {holder})" if holder.isdigit() else ""
            raise FootlightsError(
                f"another footlights{by} works on {database} already",
                "stop that one first, or use PostgreSQL: there several processes can share one database",
            ) from None
        os.ftruncate(self._descriptor, 0)
        os.write(self._descriptor, f"{os.getpid()}\n".encode())

    def release(self) -> None:
        """Let others in. The file stays: whoever deletes it could let two in at once."""
        os.close(self._descriptor)


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, 1 << 30, os.SEEK_SET)  # a byte far behind the number, so that the number can be read
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
