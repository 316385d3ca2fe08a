"""A room: one shared document, the people in it, and the one way by which anything becomes part of it.

An update is read and checked, then written to the log, and only when it is safe there does it reach the document, the other people
and, as an acknowledgement, the one who sent it. So whatever anybody has seen, a crash can't take away.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
import secrets
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Any

from footlights.model import FootlightsError

from .frames import AWARENESS, QUERY, STEP1, STEP2, SYNC, Frame, Garbled, awareness_frame, ours_frame, read_frame, read_vector, sync_frame
from .known import FRESH, NOTHING, Missing
from .ledger import Ledger, Pending
from .limits import Limits
from .log import CannotSave, Log, SetAside, Who
from .member import CANT_SAVE, READ_ONLY, REPLACED, RESTART, TOO_FAST, TOO_LARGE, UNREADABLE, Connection, May, Member
from .presence import Presence, State
from .projection import Projection
from .shared import FORMAT, Shared

__all__ = ["Room"]

logger = logging.getLogger("footlights.live")

_STEP1_COST = 10
_ASKED_OFTEN = 3
_TELL_S = 0.2  # between two words about presence to the other processes


class Room:
    """One document, live. Open it first; then people join, and the server changes it, until it is closed."""

    def __init__(
        self, id: str, log: Log, *, settings: Limits | None = None, on_change: Callable[[int, tuple[Who, ...]], None] | None = None
    ) -> None:
        self.id = id
        self._limits = settings or Limits.chosen()
        self._ledger = Ledger(id, log, self._limits, self._send_all, self.send_away, on_change or (lambda *_: None))
        self._members: dict[int, Member] = {}
        self._numbers = itertools.count(1)
        self._presence = Presence()
        self._changing = asyncio.Lock()
        self._client = (0, 0)  # whose the server's own changes are, and since which reading of the log
        self._ticking = self._closed = False
        self._told_at = 0.0
        self._telling: asyncio.Task[None] | None = None
        self._projection: Projection | None = None
        self._unsubscribe: Callable[[], None] = lambda: None

    async def open(self) -> None:
        """Read the document from the log, and begin. What can't be used is set aside and named in `troubles`. Raises CannotSave."""
        self._unsubscribe = self._ledger.log.subscribe(self.id, self._ledger.hear, self._hear_presence)
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
        return tuple(dict.fromkeys(member.who for member in self._members.values()))

    @property
    def states(self) -> list[State]:
        """What everybody shows of themselves: where they are, whether they type."""
        return self._presence.states

    @property
    def members(self) -> int:
        """How many connections there are."""
        return len(self._members)

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
                news = await self._ledger.admit(update, None)
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
        if closed or len(self._members) >= self._limits.connections:
            await connection.close(RESTART if closed else TOO_FAST)
            return
        member = Member(next(self._numbers), connection, may, who, self._limits)
        self._members[member.number] = member
        self._greet(member)
        sending = asyncio.create_task(member.deliver())
        listening = asyncio.create_task(self._listen(member))
        try:
            await asyncio.wait({sending, listening, member.over}, return_when=asyncio.FIRST_COMPLETED)
            if member.ending is not None:
                await member.ended(sending)
        finally:
            self._members.pop(member.number, None)
            self._presence.leave(member.number)
            self._tick_soon()
            sending.cancel()
            listening.cancel()
            results = await asyncio.gather(sending, listening, return_exceptions=True)
            for trouble in results:
                if isinstance(trouble, Exception) and not isinstance(trouble, (OSError, RuntimeError)):
                    logger.error("a connection to %s broke", self.id, exc_info=trouble)

    def _greet(self, member: Member) -> None:
        member.say(
            t="hello", client=str(member.number), seq=self.seq, may=member.may, name=member.who.name, format=FORMAT,
            version=version("footlights"),
        )  # fmt: skip
        if self.why is not None:
            member.say(t="cannot-save", why=self.why)
        member.put(sync_frame(STEP1, self.shared.state_vector()))
        others = self._presence.everybody()
        if others is not None:
            member.put(awareness_frame(others))

    async def _listen(self, member: Member) -> None:
        while member.ending is None:
            data = await member.connection.receive()
            if data is None:
                return
            if len(data) > self._limits.frame:
                member.refuse(member.taken + 1, "too-large", TOO_LARGE)
                return
            try:
                frame = read_frame(data)
                await self._hear(member, frame)
            except Garbled:
                member.refuse(member.taken + (member.ending is None), "unreadable", UNREADABLE)

    async def _hear(self, member: Member, frame: Frame) -> None:
        if frame.kind == SYNC:
            if frame.step == STEP1:
                self._answer(member, frame.body)
            else:
                await self._take(member, frame)
        elif frame.kind == AWARENESS:
            if len(frame.body) <= self._limits.awareness and member.moves.take(1):
                self._presence.hear(member.number, member.who, frame.body)
                self._tick_soon()
        elif frame.kind == QUERY and member.moves.take(1):
            others = self._presence.everybody()
            if others is not None:
                member.put(awareness_frame(others))

    def _answer(self, member: Member, vector: bytes) -> None:
        """Step 2: what this client lacks."""
        if not member.updates.take(_STEP1_COST):
            member.refuse(member.taken, "too-fast", TOO_FAST)
            return
        read_vector(vector)
        member.put(sync_frame(STEP2, self.shared.update_since(vector)))

    async def _take(self, member: Member, frame: Frame) -> None:
        """An update: check it, and let it wait for the next commit."""
        member.taken += 1
        number, update = member.taken, frame.body
        if not (member.updates.take(1) and member.bytes.take(len(update))):
            member.refuse(number, "too-fast", TOO_FAST)
        elif member.may != "edit":
            await self._take_from_guest(member, number, update)
        elif self._ledger.held + len(update) > self._limits.held:
            member.refuse(number, "full", CANT_SAVE)
        elif self._ledger.size + len(update) > self._limits.state and not self._ledger.room_for(len(update)):
            member.refuse(number, "full", TOO_LARGE)
        else:
            try:
                news = await self._ledger.admit(update, self._limits.pieces)
            except Garbled:
                member.refuse(number, "unreadable", UNREADABLE)
            except Missing:
                self._ask_for_more(member, number, frame.step == STEP2)
            else:
                if frame.step == STEP2:  # all that the client has: nothing is missing any more
                    member.hole, member.asked = None, 0
                acknowledge = number if member.hole is None else member.hole - 1
                self._ledger.queue(Pending(update if news else b"", news == FRESH, member.who, member, acknowledge))

    async def _take_from_guest(self, member: Member, number: int, update: bytes) -> None:
        """Who may only look still answers our step 1; if that brings nothing, all is well."""
        try:
            shape = await self._ledger.shape(update, self._limits.pieces)
        except Garbled:
            member.refuse(number, "unreadable", UNREADABLE)
            return
        if not self._ledger.known.brings(shape):
            member.say(t="saved", n=number, seq=self.seq)
            return
        member.refuse(number, "read-only", READ_ONLY if member.refused else None)
        member.refused = True

    def _ask_for_more(self, member: Member, number: int, was_all: bool) -> None:
        if member.hole is None:
            member.hole = number
        if was_all and member.asked >= _ASKED_OFTEN:  # its copy has gaps of its own: it can't be joined to ours
            member.end(REPLACED)
        elif was_all or not member.asked:
            member.asked += 1
            member.put(sync_frame(STEP1, self.shared.state_vector()))

    def _own_client(self) -> int:
        """One client for all of the server's changes, as long as the document was read from the log only once."""
        if self._client[1] != self._ledger.times_read:
            self._client = (secrets.randbits(32), self._ledger.times_read)
        return self._client[0]

    def tell(self, **message: Any) -> None:
        """Send one of our own messages to everybody."""
        self._send_all((ours_frame(message),))

    def send_away(self, code: int) -> None:
        """End every connection with a close code."""
        for member in list(self._members.values()):
            member.end(code)

    def _send_all(self, frames: Sequence[bytes], but: Member | None = None) -> None:
        for member in self._members.values():
            if member is not but:
                for frame in frames:
                    member.put(frame)

    # --- presence ------------------------------------------------------------------------------------

    def _tick_soon(self) -> None:
        if not self._ticking and self._presence.busy:
            self._ticking = True
            few = len(self._members) < self._limits.many
            asyncio.get_running_loop().call_later(self._limits.tick if few else self._limits.tick_of_many, self._tick)

    def _tick(self) -> None:
        self._ticking = False
        self._presence.forget_silent()
        update = self._presence.tick()
        if update is None:
            return
        frame = awareness_frame(update)
        for member in self._members.values():
            if not member.behind:
                member.put(frame)
        if self._telling is None or self._telling.done():
            self._telling = asyncio.create_task(self._tell_others())

    async def _tell_others(self) -> None:
        """Where there are other processes: say who is here through us, a few times a second at most."""
        await asyncio.sleep(_TELL_S)
        ours = self._presence.ours()
        if ours is not None:
            await self._ledger.log.tell(self.id, ours)

    def _hear_presence(self, body: bytes) -> None:
        try:
            self._presence.hear_others("others", body)
        except Garbled:
            return
        self._tick_soon()
