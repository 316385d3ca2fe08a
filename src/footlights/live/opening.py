"""Opening a document from its log, so that nothing in the log can keep it shut.

Every entry is checked before it is used. If the last attempt to open never came to an end, an entry may have brought the process
down: then the entries are tried out in a process of their own first, and the one that ends it is set aside. What is set aside is
kept, and told; the document opens as far as the rest carries it.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from .apart import run_apart
from .compaction import keep_known
from .frames import Garbled, read_vector
from .known import Known, Missing
from .log import CannotSave, Log, Row, SetAside, Snapshot, seals, verifies
from .shared import Shared, Unreadable
from .structure import read_update

__all__ = ["Opened", "opened"]

logger = logging.getLogger("footlights.live")

_TRIAL_S = 30.0
_LARGE = 32 << 10


@dataclass
class Opened:
    """A document as it comes from the log: `seq` of the last entry, how many stand behind the snapshot, and what was set aside."""

    shared: Shared
    known: Known
    seq: int
    tail: int
    size: int
    troubles: tuple[SetAside, ...]


async def opened(log: Log, document: str, suspicious: bool = False) -> Opened:
    """The document as far as its log carries it. Raises CannotSave when the log can't be read or written."""
    before = await log.mark_opening(document, f"{os.getpid()}-{secrets.token_hex(4)}")
    head = await log.head(document)  # before the entries: others may write more meanwhile, and we hear of those
    while True:
        snapshot, rows = await log.read(document)
        if suspicious or before is not None:
            snapshot, rows = await _tried(log, document, snapshot, rows)
        found = Opened(Shared(), Known(), snapshot.seq if snapshot else 0, 0, 0, ())
        if snapshot is None:
            break
        if not suspicious and before is None and await _recalled(document, found, snapshot):
            break
        if await _used(log, document, found, snapshot):
            await _remember(log, document, found, snapshot)
            break  # else the next one is tried, or the entries from the beginning
    for row in rows:
        await _note_gap(log, document, found.seq, row.seq)
        found.seq = row.seq
        if await _used(log, document, found, row):
            found.tail += 1
    await _note_gap(log, document, found.seq, head + 1)
    found.seq = max(head, found.seq)
    await log.mark_opening(document, None)
    found.troubles = tuple(await log.troubles(document))
    return found


async def _note_gap(log: Log, document: str, last: int, next: int) -> None:
    """Entries that should stand between two others and don't (nor were they set aside): say so."""
    if next <= last + 1:
        return
    known = {trouble.seq for trouble in await log.troubles(document)}
    gone = [seq for seq in range(last + 1, min(next, last + 10_000)) if seq not in known]
    if gone:
        await log.set_aside(document, "gap", gone[0], f"entries {gone[0]} to {gone[-1]} are not there", b"")


async def _recalled(document: str, found: Opened, snapshot: Snapshot) -> bool:
    """Take a snapshot in with what was known of it, without reading it item by item; False when that can't be believed.

    Both were written by us, of what had been let in, and a seal ties them together. The clocks have to be those of the document all the
    same, and the deletions are the document's own: to think that something is known which isn't in it would lose that for ever.
    """
    if snapshot.known is None:
        return False
    try:
        known = await asyncio.to_thread(_unpacked, document, snapshot, snapshot.known)
        shared = Shared()
        shared.apply(snapshot.update, whole=True)
        vector = shared.state_vector()
        if read_vector(vector) != known.vector:
            raise Garbled("its clocks are not those of the document")
        known.admit(await asyncio.to_thread(read_update, shared.update_since(vector)))
    except (Garbled, Missing, Unreadable) as trouble:
        logger.warning("%s opens slowly, what was kept of snapshot %d can't be used: %s", document, snapshot.seq, trouble)
        return False
    found.shared, found.known, found.size = shared, known, len(snapshot.update)
    return True


def _unpacked(document: str, snapshot: Snapshot, data: bytes) -> Known:
    if not verifies(document, snapshot) or not seals(document, snapshot):
        raise Garbled("it is not what was written of this snapshot")
    return Known.unpacked(data)


async def _remember(log: Log, document: str, found: Opened, snapshot: Snapshot) -> None:
    """A large snapshot was read item by item: that need not happen again."""
    if len(snapshot.update) > _LARGE:
        with contextlib.suppress(CannotSave):  # next time, then
            await keep_known(log, document, snapshot.seq, snapshot.update, found.known, dict(found.known.vector))


async def _used(log: Log, document: str, found: Opened, kept: Row | Snapshot) -> bool:
    """Take one entry into the document; False when it can't be, and it is set aside."""
    try:
        if not verifies(document, kept):
            raise Garbled("it is not what was written: the disk or somebody's hand has changed it")
        shape = await asyncio.to_thread(read_update, kept.update) if len(kept.update) > _LARGE else read_update(kept.update)
        found.known.admit(shape)
        found.shared.apply(kept.update)
    except (Garbled, Missing, Unreadable) as trouble:
        what = "it builds on an entry that is missing" if isinstance(trouble, Missing) else str(trouble)
        await log.set_aside(document, _kind(kept), kept.seq, what, kept.update)
        return False
    found.size += len(kept.update)
    return True


def _kind(kept: Row | Snapshot) -> str:
    return "entry" if isinstance(kept, Row) else "snapshot"


async def _tried(log: Log, document: str, snapshot: Snapshot | None, rows: list[Row]) -> tuple[Snapshot | None, list[Row]]:
    """What is left when everything that ends a process has been set aside."""
    everything: list[Row | Snapshot] = [*([snapshot] if snapshot else []), *rows]
    kept = [one for one in everything if verifies(document, one)]
    damaged = [row for row in rows if not verifies(document, row)]
    while kept and not await survives([one.update for one in kept]):
        low, high = 0, len(kept)  # the first `low` survive, the first `high` don't
        while high - low > 1:
            middle = (low + high) // 2
            if await survives([one.update for one in kept[:middle]]):
                low = middle
            else:
                high = middle
        killer = kept.pop(low)
        if isinstance(killer, Snapshot):
            await log.set_aside(document, "snapshot", killer.seq, "reading it ended the process", killer.update)
            return await _tried(log, document, *await log.read(document))
        await log.set_aside(document, "entry", killer.seq, "reading it ended the process", killer.update)
    left = [one for one in kept if isinstance(one, Row)]
    return next((one for one in kept if isinstance(one, Snapshot)), None), sorted(left + damaged, key=lambda row: row.seq)


async def survives(updates: Sequence[bytes]) -> bool:
    """Can a process take these in, one after the other, and read the document, within its time and memory?"""
    return await run_apart("footlights.live.trial", updates, _TRIAL_S) is not None
