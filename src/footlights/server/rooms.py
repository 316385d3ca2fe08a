"""The rooms of this server: opened when somebody comes, kept while they are used, closed when they have been empty a while."""

import asyncio
import ctypes
import logging
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from footlights.live import Limits as RoomLimits
from footlights.live import Room

from .problems import ProblemError
from .settings import Limits
from .storage import Store

__all__ = ["Rooms"]

logger = logging.getLogger("footlights.server")


class _Held:
    """One room, how many are using it, and since when nobody is (by the loop's clock)."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.users = 0
        self.idle_since = 0.0


class Rooms:
    """Opens, keeps and closes rooms.

    `on_change` hears of every committed change, `on_close` of every room that was closed, both with the document's id.
    """

    def __init__(self, store: Store, limits: Limits, on_change: Callable[[str], None], on_close: Callable[[str], None]) -> None:
        self._store = store
        self._limits = limits
        self._on_change = on_change
        self._on_close = on_close
        self._held: dict[str, _Held] = {}
        self._opening: dict[str, asyncio.Lock] = {}
        self._closed = False
        self._room_limits = RoomLimits.chosen()

    def __len__(self) -> int:
        return len(self._held)

    def there(self, id: str) -> Room | None:
        """The room of a document when it is open; None else."""
        held = self._held.get(id)
        return held.room if held is not None else None

    @asynccontextmanager
    async def entered(self, id: str) -> AsyncIterator[Room]:
        """The room of a document, opened when it was not; it stays open as long as somebody is in here.

        Raises ProblemError when there is no such document, or too many rooms are in use.
        """
        held = await self._taken(id)
        try:
            yield held.room
        finally:
            held.users -= 1
            held.idle_since = asyncio.get_running_loop().time()

    async def _taken(self, id: str) -> _Held:
        if id not in self._held:
            row = await self._store.document(id)
            if row is None or row.gone_at is not None:
                raise ProblemError("no-such-document", "It may have been removed, or the link is not whole.")
        async with self._opening.setdefault(id, asyncio.Lock()):
            held = self._held.get(id)
            if held is None:
                held = await self._opened(id)
            held.users += 1  # before anybody else gets a turn, so that it isn't swept away
            return held

    async def _opened(self, id: str) -> _Held:
        if self._closed:
            raise ProblemError("busy", "The server is stopping.", headers={"Retry-After": "5"})
        if len(self._held) >= self._limits.rooms:
            await self._sweep(0.0)
        if len(self._held) >= self._limits.rooms:
            raise ProblemError("busy", "Too many documents are open at once.", headers={"Retry-After": "30"})
        room = Room(id, self._store.log, settings=self._room_limits, on_change=lambda *_: self._on_change(id))
        await room.open()
        held = self._held[id] = _Held(room)
        return held

    async def sweep(self) -> None:
        """Every few seconds, for as long as the server runs: close the rooms that nobody has used for a while."""
        while True:
            await asyncio.sleep(min(5.0, self._limits.idle_s))
            try:
                await self._sweep(self._limits.idle_s)
            except Exception as trouble:  # noqa: BLE001 - a room that won't close must not keep the others open
                logger.warning("a room could not be closed: %s", type(trouble).__name__)

    async def _sweep(self, idle_s: float) -> None:
        now = asyncio.get_running_loop().time()
        closed = 0
        for id, held in list(self._held.items()):
            if held.users == 0 and now - held.idle_since >= idle_s:
                async with self._opening[id]:
                    if held.users == 0 and self._held.get(id) is held:
                        await self._shut(id, held)
                        closed += 1
        if closed:
            _give_memory_back()

    async def shut(self, id: str) -> None:
        """Close a room at once, whoever is in it: its document was put away."""
        async with self._opening.setdefault(id, asyncio.Lock()):
            held = self._held.get(id)
            if held is not None:
                await self._shut(id, held)

    async def _shut(self, id: str, held: _Held) -> None:
        try:
            await held.room.close()
        finally:
            self._held.pop(id, None)
            self._on_close(id)

    async def close(self) -> None:
        """Close every room; what was sent to it is written first. No room opens after this."""
        self._closed = True
        held, self._held = list(self._held.values()), {}
        results = await asyncio.gather(*(one.room.close() for one in held), return_exceptions=True)
        for trouble in results:
            if isinstance(trouble, BaseException):
                logger.error("a room could not be closed: %s", type(trouble).__name__)


def _give_memory_back() -> None:
    """The allocator keeps what a large document used, many times over, unless it is told (glibc only)."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
