"""One connection in a room: what it may do, what it has sent, and what waits to be sent to it."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable
from typing import Any, Literal, Protocol

from .frames import ours_frame
from .limits import Bucket, Limits
from .log import Who

__all__ = ["Connection", "May", "Member"]

May = Literal["edit", "view"]

#: Close codes of ours.
UNREADABLE, NOT_SIGNED_IN, READ_ONLY, GONE, TOO_SLOW, REPLACED = 4400, 4401, 4403, 4404, 4408, 4409
TOO_LARGE, TOO_OLD, TOO_FAST, CANT_SAVE = 4413, 4426, 4429, 4503
RESTART = 1012

_GOODBYE_S = 5.0


class Connection(Protocol):
    """A way to one client; a WebSocket in the server, a pair of queues in a test.

    It may also have `send_now(data) -> bool`: send a frame without waiting, False if that can't be done now. A room that has the same
    for two hundred people spares itself as many tasks so. And `hear_with(hear)`: from now on, when a frame has come in and nothing
    waits to be received before it, call `hear(data) -> bool`; only if that gives False is the frame there to be received.
    """

    async def send(self, data: bytes) -> None:
        """Send one frame; waits while the other side is too slow to take it, raises OSError or RuntimeError when it has gone."""
        ...

    async def receive(self) -> bytes | None:
        """The next frame; None when the connection has ended."""
        ...

    async def close(self, code: int) -> None:
        """End the connection."""
        ...


class Member:
    """A connection that has joined. Frames wait in a queue of limited size: who doesn't keep up is let go, and syncs again later."""

    def __init__(self, number: int, connection: Connection, may: May, who: Who, limits: Limits) -> None:
        self.number = number
        self.connection = connection
        self.may = may
        self.who = who
        self.taken = 0  # frames with updates that came from it
        self.hole: int | None = None  # the first of them that waits for something we don't have
        self.asked = 0  # how often we have asked for that
        self.refused = False
        self.listening = False  # the next frame may be heard the moment it comes
        self.ending: int | None = None
        self.over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.updates = Bucket(limits.updates_per_s, limits.updates_per_s * limits.burst)
        self.bytes = Bucket(limits.bytes_per_s, limits.bytes_per_s * limits.burst)
        self.moves = Bucket(limits.updates_per_s, limits.updates_per_s)
        self._most = limits.queue
        self._waiting: deque[bytes] = deque()
        self._size = 0
        self._wake = asyncio.Event()
        self._idle = False  # nothing waits, and nothing is on its way
        self._send_now: Callable[[bytes], bool] | None = getattr(connection, "send_now", None)
        self._hear_with: Callable[[Callable[[bytes], bool] | None], None] | None = getattr(connection, "hear_with", None)

    @property
    def behind(self) -> bool:
        """Is so much waiting for it that presence had better be left out?"""
        return self._size > self._most // 8

    def put(self, frame: bytes) -> None:
        """Send a frame when its turn comes. When too much waits already, the connection ends instead."""
        if self.ending is not None or (self._idle and self._send_now is not None and self._send_now(frame)):
            return
        self._size += len(frame)
        if self._size > self._most:
            self._waiting.clear()
            self.end(TOO_SLOW)
            return
        self._waiting.append(frame)
        self._idle = False
        self._wake.set()

    def hear_with(self, hear: Callable[[bytes], bool] | None) -> None:
        """Have small frames heard the moment they come in, where the connection can do that; None: no longer."""
        if self._hear_with is not None:
            self._hear_with(hear)

    def say(self, **message: Any) -> None:
        """Send one of our own messages."""
        self.put(ours_frame(message))

    def refuse(self, number: int, why: str, code: int | None) -> None:
        """Say that a frame is not taken, and end the connection with a code (None: not yet)."""
        self.say(t="refused", n=number, why=why)
        if code is not None:
            self.end(code)

    def end(self, code: int) -> None:
        """End the connection once what waits has been sent."""
        if self.ending is None:
            self.ending = code
            self._wake.set()
            self.over.set_result(None)

    async def ended(self, sending: asyncio.Task[None]) -> None:
        """After the last word: give a slow client a moment to take it, then close."""
        with contextlib.suppress(TimeoutError, OSError, RuntimeError):
            await asyncio.wait_for(sending, 0.1 if self.ending == TOO_SLOW else _GOODBYE_S)
        with contextlib.suppress(TimeoutError, OSError, RuntimeError):
            await asyncio.wait_for(self.connection.close(self.ending or RESTART), _GOODBYE_S)

    async def deliver(self) -> None:
        """Send what waits, in order, until the connection is to end."""
        send, waiting = self.connection.send, self._waiting
        while True:
            while waiting:
                frame = waiting.popleft()
                self._size -= len(frame)
                await send(frame)
            if self.ending is not None:
                return
            self._wake.clear()
            self._idle = True
            await self._wake.wait()
