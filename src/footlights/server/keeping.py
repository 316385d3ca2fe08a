"""Versions kept by themselves: from time to time while people work, and before whatever can't be taken back key by key."""

import time
from collections.abc import Callable
from typing import NamedTuple

from footlights.live import Room, Who

from .storage import Store, VersionRow

__all__ = ["ENTRIES", "OURSELVES", "PAUSE_S", "Keeper"]

#: After so many entries of the log, or so long while there are any, a version is kept.
ENTRIES, PAUSE_S = 200, 600.0
#: Who keeps the automatic versions, gives ids and follows files.
OURSELVES = Who("footlights", "Footlights")


class _Last(NamedTuple):
    """The entry and the moment (of our own clock) of the newest version."""

    seq: int
    at: float


class Keeper:
    """Keeps versions, and knows when the next automatic one is due."""

    def __init__(self, store: Store, clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._clock = clock
        self._last: dict[str, _Last] = {}

    async def keep(self, room: Room, name: str, kind: str, who: Who, note: str = "") -> VersionRow:
        """A version of a room as it is now."""
        seq = room.seq
        # a copy of the whole board every few minutes would fill the disk: the log has what automatic versions hold
        state = None if kind == "auto" else await self._store.state_at(room.id, seq)
        row = await self._store.add_version(room.id, name, kind, who, state, seq, note)
        self._last[room.id] = _Last(seq, self._clock())
        return row

    async def keep_if_due(self, room: Room) -> bool:
        """Keep an automatic version when enough was changed since the newest one, or long enough ago; True when it was.

        Of the older ones those that are not needed any more go then.
        """
        last = self._last.get(room.id)
        if last is None:
            page = await self._store.versions(room.id, limit=1)
            # the pause is counted from the first change that we see
            last = self._last[room.id] = _Last(page.items[0].seq if page.items else 0, self._clock())
        due = room.seq - last.seq >= ENTRIES or (room.seq > last.seq and self._clock() - last.at >= PAUSE_S)
        if due:
            await self.keep(room, "", "auto", OURSELVES)
            await self._store.thin_versions(room.id)
        return due

    def forget(self, id: str) -> None:
        """The room is closed: what is needed is asked for anew."""
        self._last.pop(id, None)

    async def version(self, id: str, number: int) -> VersionRow | None:
        """The version of a number; None when there is none."""
        return next((one for one in await self._near(id, number) if one.number == number), None)

    async def before(self, id: str, number: int) -> VersionRow | None:
        """The version before a number; None for the first."""
        return next((one for one in await self._near(id, number) if one.number < number), None)

    async def _near(self, id: str, number: int) -> list[VersionRow]:
        """A few versions from `number` down, newest first."""
        return list((await self._store.versions(id, after=str(number + 1), limit=2)).items)
