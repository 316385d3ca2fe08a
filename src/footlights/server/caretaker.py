"""What follows a change once it is quiet: readable ids, the facts in the list, an automatic version, and the bound file."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial

from footlights.live import Materialised, Room, Shared, give_names
from footlights.model import COLLECTIONS, fields_of

from .binding import Binding, facts_of
from .keeping import OURSELVES, Keeper
from .problems import debugging
from .rooms import Rooms
from .storage import Store

__all__ = ["Caretaker"]

logger = logging.getLogger("footlights.server")

#: Seconds of quiet after which a change is followed up; with new elements that have no id yet, which are named only when
#: nobody is typing them any more; and after which it is not put off any longer, however busy it is.
_QUIET_S, _NAMING_S, _MOST_S = 0.3, 1.0, 1.9
#: How often names are given before the rest has to wait for the next time.
_NAMINGS = 5


class _Round:
    """The changes of one document that are waiting to be followed up."""

    def __init__(self, now: float) -> None:
        self.first = self.last = now
        self.task: asyncio.Task[None] | None = None


class Caretaker:
    """Hears of every committed change and looks after the documents in which there was one."""

    def __init__(self, store: Store, rooms: Rooms, keeper: Keeper, binding: Callable[[], Binding | None]) -> None:
        self._store = store
        self._rooms = rooms
        self._keeper = keeper
        self._binding = binding
        self._rounds: dict[str, _Round] = {}
        self._closed = False

    def heard(self, id: str) -> None:
        """Something was changed in this document just now."""
        now = asyncio.get_running_loop().time()
        waiting = self._rounds.get(id)
        if waiting is not None:
            waiting.last = now
        elif not self._closed:
            waiting = self._rounds[id] = _Round(now)
            waiting.task = asyncio.create_task(self._wait(id, waiting))

    async def _wait(self, id: str, waiting: _Round) -> None:
        """Follow the changes up once it is quiet; what changes meanwhile begins a new round."""
        loop = asyncio.get_running_loop()
        quiet = _QUIET_S
        while True:
            rest = min(waiting.last + quiet, waiting.first + _MOST_S) - loop.time()
            if rest > 0:
                await asyncio.sleep(rest)
                continue
            room = self._rooms.there(id)
            # asked only once it is quiet: in a busy room, to look at a whole board again and again would hold people up
            if quiet == _NAMING_S or loop.time() >= waiting.first + _MOST_S or room is None:
                break
            if not _nameless(await room.projection.refreshed()):
                break
            quiet = _NAMING_S
        self._rounds.pop(id, None)
        await self._look_after(id)

    async def _look_after(self, id: str) -> None:
        try:
            async with self._rooms.entered(id) as room:
                waiting = await self._name(room)
                await self._store.describe(id, **facts_of((await room.projection.refreshed()).blueprint))
                binding = self._binding()
                bound = binding.of(id) if binding is not None else None
                if bound is not None:
                    await bound.sync(room)
                await self._keeper.keep_if_due(room)
            if waiting:
                self.heard(id)
        except Exception as trouble:  # edits are safe in the log; what follows them is tried again at the next
            logger.warning("a document could not be looked after: %s", type(trouble).__name__, exc_info=debugging(trouble))

    async def _name(self, room: Room) -> bool:
        """Give readable ids to what has none yet; True when some have to wait, since somebody is typing there.

        What comes in meanwhile is named as well (who was away brings hundreds of cards), else the file would say it twice:
        first by a name that nobody can read, then by another.
        """
        for _ in range(_NAMINGS):
            nameless, busy = _nameless(await room.projection.refreshed()), busy_in(room)
            if not nameless - busy:
                return bool(nameless)
            await room.change(partial(_given, room, busy), OURSELVES)
        return True

    async def close(self) -> None:
        """Follow up everything that waits, now."""
        self._closed = True
        rounds, self._rounds = self._rounds, {}
        for waiting in rounds.values():
            if waiting.task is not None:
                waiting.task.cancel()
        await asyncio.gather(*(self._look_after(id) for id in rounds))


def _given(room: Room, busy: set[str], shared: Shared) -> bytes:
    return give_names(shared, busy, room.projection.materialised)


def busy_in(room: Room) -> set[str]:
    """The keys of the elements in which somebody is typing just now."""
    found = set[str]()
    for state in room.states:
        value = state.value or {}
        at = value.get("at")
        address = at.get("address") if isinstance(at, dict) else None
        if value.get("typing") and isinstance(address, str):
            found.add(address.rpartition("/")[2])
    return found


def _nameless(told: Materialised) -> set[str]:
    """The keys of the elements that were made in an editor and say something by now, but have no readable id."""
    found = set[str]()
    for name, kind in COLLECTIONS.items():
        titles = [field.name for field in fields_of(kind) if field.title]
        for id, element in told.blueprint.collection(name).items():
            key = told.keys.key(name, id)
            nameless = key is not None and key.startswith("~") and id.endswith(key[1:])
            if key is not None and nameless and (not titles or any(getattr(element, title) for title in titles)):
                found.add(key)
    return found
