"""A room: one shared document, the people in it, and the one way by which anything becomes part of it.

An update is read and checked, then written to the log, and only when it is safe there does it reach the document, the other people
and, as an acknowledgement, the one who sent it. So whatever anybody has seen, a crash can't take away.
"""

from __future__ import annotations

import asyncio
import functools
import logging
import secrets
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from footlights.model import FootlightsError

from .company import Company
from .frames import STEP1, Garbled, ours_frame, sync_frame
from .hearing import Hearing
from .known import FRESH, NOTHING, Missing
from .ledger import Ledger, Pending
from .limits import Limits
from .log import CannotSave, Log, SetAside, Who
from .member import RESTART, TOO_FAST, Connection, May, Member
from .presence import State
from .projection import Projection
from .shared import FORMAT, Shared

__all__ = ["Room"]

logger = logging.getLogger("footlights.live")

_version = functools.cache(version)  # it is read from a file each time


class Room:
    """One document, live. Open it first; then people join, and the server changes it, until it is closed."""

    def __init__(
        self, id: str, log: Log, *, settings: Limits | None = None, on_change: Callable[[int, tuple[Who, ...]], None] | None = None
    ) -> None:
        self.id = id
        self._limits = settings or Limits.chosen()
        self._company = Company(self._limits, lambda presence: log.tell(id, presence))
        self._ledger = Ledger(id, log, self._limits, self._company.send, self.send_away, on_change or (lambda *_: None))
        self._hearing = Hearing(self._ledger, self._company, self._limits)
        self._changing = asyncio.Lock()
        self._client = (0, 0)  # whose the server's own changes are, and since which reading of the log
        self._closed = False
        self._projection: Projection | None = None
        self._unsubscribe: Callable[[], None] = lambda: None

    async def open(self) -> None:
        """Read the document from the log, and begin. What can't be used is set aside and named in `troubles`. Raises CannotSave."""
        self._unsubscribe = self._ledger.log.subscribe(self.id, self._ledger.hear, self._company.hear_others)
        try:
            await self._ledger.open()
        except BaseException:
            self._unsubscribe()
            raise

    async def close(self) -> None:
        """Write what has been sent, let everybody go, and leave a snapshot behind."""
        self._closed = True
        self.send_away(RESTART)
        await self._ledger.close()
        self._unsubscribe()

    async def settle(self) -> None:
        """Wait until all that has been taken is committed."""
        await self._ledger.settle()

    # --- what stands here ----------------------------------------------------------------------------

    @property
    def shared(self) -> Shared:
        """The document; only what is committed is in it. To be read: `change` writes."""
        return self._ledger.shared

    @property
    def seq(self) -> int:
        """The number of the last entry that is in the document."""
        return self._ledger.seq

    @property
    def troubles(self) -> tuple[SetAside, ...]:
        """What of the log could not be used when it was opened."""
        return self._ledger.troubles

    @property
    def why(self) -> str | None:
        """Why nothing can be saved just now; None when all is well."""
        return self._ledger.why

    @property
    def projection(self) -> Projection:
        """The blueprint, kept fresh; only what is committed is in it."""
        if self._projection is None or self._projection.shared is not self.shared:
            self._projection = Projection(self.shared)
        return self._projection

    @property
    def people(self) -> tuple[Who, ...]:
        """Who is in the room through this process, each once, in the order they came."""
        return self._company.people

    @property
    def states(self) -> list[State]:
        """What everybody shows of themselves: where they are, whether they type."""
        return self._company.states

    @property
    def members(self) -> int:
        """How many connections there are."""
        return len(self._company)

    # --- the server's own changes --------------------------------------------------------------------

    async def change(self, fn: Callable[[Shared], bytes], who: Who) -> int:
        """Have `fn` change a copy of the document and return the update it made; give the seq it is committed as.

        When `fn` raises or returns nothing, nothing has happened. Raises CannotSave when it isn't committed in time.
        """
        async with self._changing:
            if self.why is not None or self._closed or self._ledger.reading:
                raise CannotSave(self.why or "closed")
            copy = Shared(self.shared.update_since(None), client=self._own_client())
            update = fn(copy)
            if not update:
                return self.seq
            done: asyncio.Future[int] = asyncio.get_running_loop().create_future()
            try:
                news = await self._ledger.admission.admit(update, None)
            except (Garbled, Missing) as trouble:
                raise FootlightsError(
                    f"this change doesn't fit the document: {trouble}", "that is a fault of ours: please report it"
                ) from None
            if news == NOTHING:
                return self.seq
            self._ledger.queue(Pending(update, news == FRESH, who, None, 0, done))
            try:
                return await asyncio.wait_for(asyncio.shield(done), self._limits.patience)
            except TimeoutError:
                raise CannotSave(self._ledger.why or "slow") from None

    # --- people --------------------------------------------------------------------------------------

    async def join(self, connection: Connection, may: May, who: Who) -> None:
        """Speak with one client until its connection ends."""
        closed = self._closed or self._ledger.reading
        if closed or len(self._company) >= self._limits.connections:
            await connection.close(RESTART if closed else TOO_FAST)
            return
        member = self._company.come(connection, may, who)
        self._greet(member)
        sending = asyncio.create_task(member.deliver())
        listening = asyncio.create_task(self._hearing.listen(member))
        try:
            await asyncio.wait({sending, listening, member.over}, return_when=asyncio.FIRST_COMPLETED)
            if member.ending is not None:
                await member.ended(sending)
        finally:
            self._company.go(member)
            sending.cancel()
            listening.cancel()
            results = await asyncio.gather(sending, listening, return_exceptions=True)
            for trouble in results:
                if isinstance(trouble, Exception) and not isinstance(trouble, (OSError, RuntimeError)):
                    logger.error("a connection to %s broke", self.id, exc_info=trouble)

    def _greet(self, member: Member) -> None:
        member.say(
            t="hello", client=str(member.number), seq=self.seq, may=member.may, name=member.who.name, format=FORMAT,
            version=_version("footlights"),
        )  # fmt: skip
        if self.why is not None:
            member.say(t="cannot-save", why=self.why)
        member.put(sync_frame(STEP1, self.shared.state_vector()))
        self._company.show(member)

    def _own_client(self) -> int:
        """One client for all of the server's changes, as long as the document was read from the log only once."""
        if self._client[1] != self._ledger.times_read:
            self._client = (secrets.randbits(32), self._ledger.times_read)
        return self._client[0]

    def tell(self, **message: Any) -> None:
        """Send one of our own messages to everybody."""
        self._company.send((ours_frame(message),))

    def send_away(self, code: int) -> None:
        """End every connection with a close code."""
        self._company.send_away(code)
