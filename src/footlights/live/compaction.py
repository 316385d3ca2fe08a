"""Snapshots of a document's log: when one is due, and how it is made without anybody having to wait."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import Protocol

from .condensing import condensed
from .frames import Garbled, read_vector
from .known import Known
from .limits import Limits
from .log import CannotSave, Log, Snapshot, checksum, seal
from .shared import Shared, Unreadable

__all__ = ["Compaction", "keep_known"]

logger = logging.getLogger("footlights.live")

#: A busy room waits so long between two snapshots, or until there are so many times the usual number of entries.
_BUSY_S, _BUSY = 30.0, 4
_GOODBYE_S = 5.0  # a server that is asked to stop has ten seconds
_SOME = 20  # rows that are worth a snapshot when the room closes


class Written(Protocol):
    """A document and its log: what is committed, and the clocks of that and of what is on its way in."""

    id: str
    log: Log
    seq: int

    @property
    def shared(self) -> Shared:
        """What is committed."""
        ...

    @property
    def vector(self) -> dict[int, int]:
        """The clocks of what is known."""
        ...

    @property
    def known(self) -> Known | None:
        """What is known; None when it may not be what the log says."""
        ...


class Compaction:
    """Puts the entries of one document together as a snapshot, every so often; commits go on meanwhile."""

    def __init__(self, written: Written, limits: Limits) -> None:
        self.tail = 0  # entries since the last snapshot
        self._of = written
        self._every = limits.compact_every
        self._last = -_BUSY_S  # when, by the loop's clock
        self._running: asyncio.Task[None] | None = None

    def begin_if_due(self) -> None:
        """Every so many entries, in a busy room at longer intervals."""
        now = asyncio.get_running_loop().time()
        busy = now < self._last + _BUSY_S and self.tail < _BUSY * self._every
        if self.tail >= self._every and not busy and (self._running is None or self._running.done()):
            self._last = now
            self._running = asyncio.create_task(self._compact(), name=f"snapshot of {self._of.id}")

    async def close(self, *, well: bool) -> None:
        """Wait for the one that is being made; when all is `well`, leave one behind if there is enough for it. Not for long, though."""
        try:
            async with asyncio.timeout(_GOODBYE_S):
                if self._running is not None:
                    await asyncio.gather(self._running, return_exceptions=True)
                if self.tail >= _SOME and well:
                    await self._compact()
        except TimeoutError:
            logger.warning("%s closes without a new snapshot, its entries stay as they are", self._of.id)

    async def _compact(self) -> None:
        """Put the entries so far together, from what stands in the log and never from the document."""
        of = self._of
        seq, tail, vector, known = of.seq, self.tail, read_vector(of.shared.state_vector()), of.known
        if vector != of.vector:
            return  # something is on its way in: next time
        try:
            snapshot, rows = await of.log.read(of.id)
            if snapshot is None or snapshot.seq < seq:  # else another process was quicker
                updates = ([snapshot.update] if snapshot else []) + [row.update for row in rows if row.seq <= seq]
                update = await condensed(updates, vector)
                if await of.log.compact(of.id, update, seq) and known is not None:
                    await keep_known(of.log, of.id, seq, update, known, vector)
        except (CannotSave, Garbled, Unreadable) as trouble:  # the entries are safe; only reading them again takes longer
            logger.warning("no snapshot of %s, its entries stay as they are: %s", of.id, trouble)
        self.tail -= tail


async def keep_known(log: Log, document: str, seq: int, update: bytes, known: Known, vector: Mapping[int, int]) -> None:
    """Keep what was known when the clocks were those of this snapshot, packed in a thread. Raises CannotSave."""

    def packed() -> tuple[bytes, bytes]:
        data = known.packed(vector)
        return data, seal(document, Snapshot(seq, update, checksum(document, seq, update)), data)

    await log.keep_known(document, seq, *await asyncio.to_thread(packed))
