"""Everything that lives as long as the server does, put together: the store, the rooms, the files, and who looks after them."""

import asyncio
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from footlights import files
from footlights.facts import Diagnostic
from footlights.live import Room, Shared, Who, encode, reconcile
from footlights.model import Blueprint

from .binding import Binding, facts_of, new_id
from .bound_file import BoundFile
from .caretaker import Caretaker
from .drawing import Workshop
from .keeping import Keeper
from .past import at_version
from .problems import ProblemError
from .rooms import Rooms
from .session import Doorkeeper
from .settings import Settings
from .storage import DocumentRow, Page, Store, open_store
from .threads import apart
from .watching import is_folder

__all__ = ["House"]

#: The close code for boards whose document was put away.
_GONE = 4404


class House:
    """The house of one server; `begin` opens its doors and `close` shuts them."""

    store: Store
    rooms: Rooms
    keeper: Keeper

    def __init__(self, settings: Settings, target: Path | None = None) -> None:
        self.settings = settings
        self.doorkeeper = Doorkeeper(settings.token, settings.port)
        self.workshop = Workshop(settings.limits)
        self.binding: Binding | None = None
        #: Files that could not be bound when the server started, with what is wrong with them.
        self.refused: dict[Path, tuple[Diagnostic, ...]] = {}
        self._target = target
        self._tasks: list[asyncio.Task[None]] = []

    async def begin(self) -> None:
        """Open the store, bind the files, and begin to look after both. Raises FootlightsError when the store can't be opened."""
        self.store = await open_store(self.settings.database)
        self.keeper = Keeper(self.store)
        self.rooms = Rooms(self.store, self.settings.limits, self._heard, self.keeper.forget)
        self._caretaker = Caretaker(self.store, self.rooms, self.keeper, lambda: self.binding)
        if self._target is not None:
            self.binding = Binding(self._target, self.settings.home, self.store, self.keeper, self.rooms.entered, self._file_changed)
            self.refused = await self.binding.add(self._target)
            self._tasks.append(asyncio.create_task(self.binding.watch(), name="watching files"))
        self._tasks.append(asyncio.create_task(self.rooms.sweep(), name="sweeping rooms"))

    def _heard(self, id: str) -> None:
        self._caretaker.heard(id)

    async def close(self) -> None:
        """Write what is not written yet, into the log and into the files, and let go of everything."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._caretaker.close()
        await self.rooms.close()
        await self.workshop.close()
        await self.store.close()

    # --- documents -----------------------------------------------------------------------------------

    async def row(self, id: str) -> DocumentRow:
        """What the store knows of a document; raises ProblemError when there is none (or none here, where files are edited)."""
        row = await self.store.document(id) if self._is_here(id) else None
        if row is None:
            raise ProblemError("no-such-document", "It may have been removed, or the link is not whole.")
        return row

    def _is_here(self, id: str) -> bool:
        return self.binding is None or self.binding.of(id) is not None

    async def make(self, text: str, who: Who, id: str | None) -> DocumentRow:
        """A new document that says what a text says; raises ProblemError when its id is taken."""
        blueprint = (await apart(files.read, text)).blueprint or Blueprint()
        if id is not None and await self.store.document(id) is not None:
            raise ProblemError("taken", "Another document has this id.", "Leave it out, and one is made.")
        if self.binding is not None:
            return await self.binding.make(text, blueprint, who, id)
        facts = facts_of(blueprint)
        return await self.store.create(id or new_id(str(facts["title"])), who=who, update=await apart(encode, blueprint), **facts)

    async def write(self, id: str, blueprint: Blueprint, base: int, who: Who, text: str | None = None) -> tuple[int, int]:
        """Make a document say this, if it is still in the state `base`; gives the seq before and after. Raises ProblemError.

        With `text`, a bound file gets this very text.
        """
        async with self.entered(id) as room:

            def act(shared: Shared) -> bytes:
                if room.seq != base:
                    headers = {"ETag": f'"{room.seq}"'}
                    raise ProblemError("stale", "Somebody changed it since you read it.", "Read it again.", headers=headers, seq=room.seq)
                return reconcile(shared, blueprint, room.projection.materialised)

            await room.settle()
            after = await room.change(act, who)
            bound = self.binding.of(id) if self.binding is not None else None
            if bound is not None and text is not None:
                await bound.written_as(room, text)
            return base, after

    async def text(self, id: str) -> tuple[int, str]:
        """A document as YAML, and the state it tells; of a bound document with the comments of its file."""
        async with self.entered(id) as room:
            seq, blueprint = room.seq, room.projection.blueprint
        bound = self.binding.of(id) if self.binding is not None else None
        return seq, await (bound.text_for(blueprint) if bound is not None else apart(files.dumps, blueprint))

    async def restore(self, id: str, number: int, who: Who) -> tuple[int, int, int]:
        """Make a document say what a version says; gives the seq before and after, and the number of the safety version."""
        wanted = (await at_version(self.store, id, number)).blueprint
        async with self.entered(id) as room:
            safety = await self.keeper.keep(room, "", "safety", who, f"before going back to version {number}")
            before = room.seq
            after = await room.change(lambda shared: reconcile(shared, wanted, room.projection.materialised), who)
            return before, after, safety.number

    async def discard(self, id: str, who: Who) -> None:
        """Put a document away, after keeping a version of it; raises ProblemError when it is a file."""
        await self.row(id)
        if self.binding is not None and self.binding.of(id) is not None:
            raise ProblemError("bound-to-a-file", "A file is not deleted from here.", "Delete or move the file itself.")
        async with self.entered(id) as room:
            await self.keeper.keep(room, "", "safety", who, "before it was put away")
            await self.store.discard(id, who)
            room.send_away(_GONE)
        await self.rooms.shut(id)

    async def revive(self, id: str, who: Who) -> None:
        """Bring a document back that was put away."""
        await self.row(id)
        await self.store.revive(id, who)

    async def documents(self, search: str, after: str | None, limit: int, *, gone: bool) -> Page[DocumentRow]:
        """A page of the documents; where files are edited, of theirs."""
        if self.binding is None:
            return await self.store.documents(search=search, after=after, limit=limit, gone=gone)
        rows = [row for id in self.binding.documents if (row := await self.store.document(id)) is not None]
        words = search.casefold()
        fitting = [row for row in rows if not gone and words in row.title.casefold()]
        fitting.sort(key=lambda row: (row.changed_at, row.id), reverse=True)
        start = int(after) if after is not None and after.isdigit() else 0
        more = start + limit < len(fitting)
        return Page(fitting[start : start + limit], str(start + limit) if more else None)

    def entered(self, id: str) -> AbstractAsyncContextManager[Room]:
        """The room of a document, as `Rooms.entered`; raises ProblemError for a document that is none of ours."""
        if not self._is_here(id):
            raise ProblemError("no-such-document", "It may have been removed, or the link is not whole.")
        return self.rooms.entered(id)

    async def open_path(self, path: Path) -> tuple[str, list[str]]:
        """Open another file or folder; gives the page to look at and the ids of its documents. Raises ProblemError."""
        if self.binding is None:
            raise ProblemError("not-found", "This server edits a database, and no files.")
        if not path.is_absolute() or not (is_folder(path) or is_folder(path.parent)):
            raise ProblemError("impossible", "There is no such file, and no folder for it.")
        refused = await self.binding.add(path)
        bound = None if is_folder(path) else self.binding.at(path)
        if bound is None and not is_folder(path):
            faults = refused.get(path, ())
            raise ProblemError("faulty-document", faults[0].text() if faults else "", faults[0].hint() if faults else "")
        return (f"/d/{bound.agreed.document}", [bound.agreed.document]) if bound is not None else ("/", self.binding.documents)

    # --- files ---------------------------------------------------------------------------------------

    def file_of(self, id: str) -> tuple[str | None, str | None]:
        """The name of a document's file and how it is; (None, None) when it has none."""
        bound = self.binding.of(id) if self.binding is not None else None
        return (self.binding.name_of(bound), bound.state.state) if self.binding is not None and bound is not None else (None, None)

    def file_news(self, id: str) -> dict[str, Any] | None:
        """What a newcomer should hear about the file of a document; None when all is well, or there is none."""
        bound = self.binding.of(id) if self.binding is not None else None
        return _told(bound) if bound is not None and bound.state.state != "ok" else None

    def _file_changed(self, bound: BoundFile) -> None:
        room = self.rooms.there(bound.agreed.document)
        if room is not None:
            room.tell(**_told(bound))


def _told(bound: BoundFile) -> dict[str, Any]:
    """The state of a file as a message to the boards of its document."""
    return {"t": "file", **bound.state.told()}
