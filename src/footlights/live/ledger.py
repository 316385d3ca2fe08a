"""A document and its log: everything that becomes part of it goes this way, and nothing is seen before it is committed."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from .admission import Admission
from .compaction import Compaction
from .frames import UPDATE, ours_frame, sync_frame
from .known import FRESH, Known
from .limits import Limits
from .log import CannotSave, Entry, Log, News, Row, SetAside, Who
from .member import RESTART, Member
from .opening import Opened, opened
from .shared import Shared, merge
from .structure import read_update

__all__ = ["Ledger", "Pending"]

T = TypeVar("T")

logger = logging.getLogger("footlights.live")

#: Sends frames to everybody but one; ends everybody's connection with a code.
Broadcast = Callable[[Sequence[bytes], Member | None], None]
Farewell = Callable[[int], None]


class Pending(NamedTuple):
    """What waits for the next commit: an update (b"" for a frame that changed nothing) and whom to tell."""

    update: bytes
    fresh: bool  # all of it was unknown: such updates can be merged without leaving gaps
    who: Who
    member: Member | None
    acknowledge: int
    done: asyncio.Future[int] | None = None


class Ledger:
    """The document of one room. `shared` and `seq` are what is committed; `admission` also knows what waits for its commit."""

    shared: Shared

    def __init__(
        self, id: str, log: Log, limits: Limits, broadcast: Broadcast, farewell: Farewell, changed: Callable[[int, tuple[Who, ...]], None]
    ) -> None:
        self.id = id
        self.log = log
        self.seq = 0
        self.size = 0  # of the document, in bytes; never less than it really is
        self.held = 0  # bytes that wait
        self.troubles: tuple[SetAside, ...] = ()
        self.why: str | None = None  # while it can't be saved
        self.reading = False  # anew, because something went wrong: nobody can come in
        self._doubled = False  # two processes let in the same item: what this one knows of it may not be what came into the log first
        self.times_read = 0  # from the log; each time `shared` is another one
        self._limits = limits
        self._broadcast = broadcast
        self._farewell = farewell
        self._changed = changed
        self.admission = Admission()
        self._compaction = Compaction(self, limits)
        self._pending: list[Pending] = []
        self._news: deque[News] = deque()
        self._wake = asyncio.Event()
        self._settled = asyncio.Event()
        self._settled.set()
        self._work: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Read the document from the log, and begin to commit. Raises CannotSave."""
        self._begin(await opened(self.log, self.id))
        self._work = asyncio.create_task(self._working(), name=f"room {self.id}")
        self._wake.set()  # what others wrote meanwhile may wait already

    def _begin(self, found: Opened) -> None:
        self.shared, self.admission.known = found.shared, found.known
        self.seq, self.size, self._compaction.tail = found.seq, found.size, found.tail
        self.troubles = found.troubles
        self._doubled = False
        self.times_read += 1

    async def close(self) -> None:
        """Commit what waits, and leave a snapshot behind if there is enough for one."""
        try:
            await asyncio.wait_for(self.settle(), self._limits.patience)
        except TimeoutError:
            logger.error("room %s closes with unsaved updates, which nobody was told are saved", self.id)
        if self._work is not None:
            self._work.cancel()
            await asyncio.gather(self._work, return_exceptions=True)
        await self._compaction.close(well=self.why is None)

    async def settle(self) -> None:
        """Wait until all that has been taken is committed."""
        await self._settled.wait()

    @property
    def vector(self) -> dict[int, int]:
        """The clocks of all that was let in, committed or not."""
        return self.admission.known.vector

    @property
    def known(self) -> Known | None:
        """What is known of the document, to be kept; None when another process may know something else of an item."""
        return None if self._doubled else self.admission.known

    def room_for(self, more: int) -> bool:
        """The size is only ever added to; look how big the document really is before saying no."""
        self.size = len(self.shared.update_since(None))
        return self.size + more <= self._limits.state

    def queue(self, pending: Pending) -> None:
        """Let an admitted update wait for the next commit."""
        self._pending.append(pending)
        self.held += len(pending.update)
        self._settled.clear()
        self._wake.set()

    # --- committing ------------------------------------------------------------------------------------

    async def _working(self) -> None:
        """Commit what waits, and take in what other processes have committed, one after the other."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                while self._pending or self._news:
                    if self._news:
                        await self._catch_up()
                    if self._pending:
                        await self._commit()
                self._settled.set()
                self._compaction.begin_if_due()
            except Exception:
                logger.exception("room %s stumbled; its document is read anew", self.id)
                await self._start_over()

    async def _commit(self) -> None:
        batch, self._pending = self._pending, []
        entries = [Entry(pending.update, pending.who) for pending in batch if pending.update]
        if entries:
            last = await self._patiently(lambda: self.log.append(self.id, entries))
            await self._fill(last - len(entries))
            self.seq = max(self.seq, last)
            self._compaction.tail += len(entries)
            self._apply(batch)
        self.held -= sum(len(pending.update) for pending in batch)
        saved: dict[Member, int] = {}
        for pending in batch:
            if pending.member is not None:
                saved[pending.member] = max(pending.acknowledge, saved.get(pending.member, 0))
            if pending.done is not None and not pending.done.done():
                pending.done.set_result(self.seq)
        for member, number in saved.items():
            if number > 0:
                member.say(t="saved", n=number, seq=self.seq)
        if entries:
            self._changed(self.seq, tuple(dict.fromkeys(entry.who for entry in entries)))

    async def _patiently(self, act: Callable[[], Awaitable[T]]) -> T:
        """Try until it works. While it doesn't, everybody knows, and nothing is told to be saved."""
        while True:
            try:
                done = await act()
            except CannotSave as trouble:
                self._cannot(trouble)
                await asyncio.sleep(self._limits.retry)
            else:
                self._can()
                return done

    def _apply(self, batch: Iterable[Pending]) -> None:
        """Committed: into the document, and out to everybody."""
        written = [pending for pending in batch if pending.update]
        for pending in written:
            self.shared.apply(pending.update, whole=True)
            self.size += len(pending.update)
        updates = [pending.update for pending in written]
        if all(pending.fresh for pending in written):  # else merging them could leave a gap in the middle
            updates = [merge(updates)]
        authors = {pending.member for pending in written}
        self._broadcast([sync_frame(UPDATE, update) for update in updates], authors.pop() if len(authors) == 1 else None)

    def _cannot(self, trouble: CannotSave) -> None:
        if self.why != trouble.why:
            logger.error("room %s can't save: %s (%s)", self.id, trouble.why, trouble)
            self.why = trouble.why
            self._broadcast((ours_frame({"t": "cannot-save", "why": trouble.why}),), None)

    def _can(self) -> None:
        if self.why is not None:
            logger.warning("room %s can save again", self.id)
            self.why = None
            self._broadcast((ours_frame({"t": "can-save"}),), None)

    async def _start_over(self) -> None:
        """Something went wrong between log and document: the log is right. Who was here comes again, with all that isn't saved yet."""
        for pending in self._pending:
            if pending.done is not None and not pending.done.done():
                pending.done.set_exception(CannotSave("restarted"))
        self._pending, self.held = [], 0
        self.reading = True
        self._farewell(RESTART)
        while self.reading:
            await asyncio.sleep(self._limits.retry)
            try:
                self._begin(await self._patiently(lambda: opened(self.log, self.id, suspicious=True)))
            except Exception:
                logger.exception("room %s can't be read anew", self.id)
            else:
                self.reading = False
        self._settled.set()

    # --- other processes -------------------------------------------------------------------------------

    def hear(self, news: News) -> None:
        """Somebody else has written entries."""
        if news.last > self.seq:
            self._news.append(news)
            self._settled.clear()
            self._wake.set()

    async def _catch_up(self) -> None:
        while self._news:
            news = self._news.popleft()
            if news.last <= self.seq:
                continue
            if news.rows and news.first <= self.seq + 1:
                self._take_rows(news.rows)
            else:
                await self._fill(news.last)

    async def _fill(self, last: int) -> None:
        """Read what others wrote up to `last`, if we lack any of it: a message got lost, or ours overtook it."""
        if last > self.seq:
            _, rows = await self._patiently(lambda: self.log.read(self.id, self.seq))
            self._take_rows([row for row in rows if row.seq <= last])
            self.seq = max(self.seq, last)

    def _take_rows(self, rows: Iterable[Row]) -> None:
        frames: list[bytes] = []
        who: dict[Who, None] = {}
        for row in rows:
            if row.seq <= self.seq:
                continue
            self.seq = row.seq
            self._compaction.tail += 1
            shape = read_update(row.update)
            news = self.admission.known.admit(shape)  # when it doesn't fit, `_working` has the log read anew
            self._doubled |= news != FRESH and bool(shape.clients)
            if news:
                self.shared.apply(row.update, whole=True)
                frames.append(sync_frame(UPDATE, row.update))
                who[row.who] = None
        if frames:
            self._broadcast(frames, None)
            self._changed(self.seq, tuple(who))
