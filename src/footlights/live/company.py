"""The people in a room, what each shows of themselves, and everybody being told of it at a steady pace."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable, Callable, Sequence

from .frames import Garbled, awareness_frame
from .limits import Limits
from .log import Who
from .member import Connection, May, Member
from .presence import Presence, State

__all__ = ["Company"]

_TELL_S = 0.2  # between two words about presence to the other processes


class Company:
    """Who is here. `tell` lets the other processes know what is shown here."""

    def __init__(self, limits: Limits, tell: Callable[[bytes], Awaitable[None]]) -> None:
        self._limits = limits
        self._tell = tell
        self._members: dict[int, Member] = {}
        self._numbers = itertools.count(1)
        self._presence = Presence()
        self._ticking = False
        self._telling: asyncio.Task[None] | None = None

    def __len__(self) -> int:
        return len(self._members)

    @property
    def people(self) -> tuple[Who, ...]:
        """Each once, in the order they came."""
        return tuple(dict.fromkeys(member.who for member in self._members.values()))

    @property
    def states(self) -> list[State]:
        """What everybody shows."""
        return self._presence.states

    def come(self, connection: Connection, may: May, who: Who) -> Member:
        """Somebody comes in."""
        member = Member(next(self._numbers), connection, may, who, self._limits)
        self._members[member.number] = member
        return member

    def go(self, member: Member) -> None:
        """Somebody has gone."""
        self._members.pop(member.number, None)
        self._presence.leave(member.number)
        self._tick_soon()

    def send(self, frames: Sequence[bytes], but: Member | None = None) -> None:
        """Send frames to everybody but one."""
        for member in self._members.values():
            if member is not but:
                for frame in frames:
                    member.put(frame)

    def send_away(self, code: int) -> None:
        """End every connection with a close code."""
        for member in list(self._members.values()):
            member.end(code)

    # --- what they show of themselves ------------------------------------------------------------------

    def hear(self, member: Member, body: bytes) -> None:
        """What a member shows: it is passed on at the next tick, unless it comes too fast or is too large."""
        if len(body) <= self._limits.awareness and member.moves.take(1):
            self._presence.hear(member.number, member.who, body)
            self._tick_soon()

    def hear_others(self, body: bytes) -> None:
        """What people show who are here through other processes."""
        try:
            self._presence.hear_others("others", body)
        except Garbled:
            return
        self._tick_soon()

    def show(self, member: Member) -> None:
        """Let a member see what everybody shows."""
        others = self._presence.everybody()
        if others is not None:
            member.put(awareness_frame(others))

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
            await self._tell(ours)
