"""The files of this server: found, bound to documents, watched, and followed when they are renamed."""

import asyncio
import logging
import secrets
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from footlights import files
from footlights.facts import Diagnostic
from footlights.live import Room, Who, encode
from footlights.model import Blueprint, FootlightsError, slug

from .agreed import Agreed, Agreements
from .bound_file import OUTSIDE, BoundFile
from .keeping import Keeper
from .problems import ProblemError, debugging
from .storage import DocumentRow, Store
from .threads import apart
from .watching import Glance, blueprint_files, glance, is_folder, real, there

__all__ = ["Binding", "facts_of", "new_id"]

logger = logging.getLogger("footlights.server")

#: Seconds between two looks at the files, and how many looks there are for each at the folder.
_PACE_S, _FOLDER_EVERY = 0.3, 5

Entered = Callable[[str], AbstractAsyncContextManager[Room]]


def new_id(title: str) -> str:
    """A document's id: readable as far as its title goes, and told apart by chance."""
    stem = "".join(char for char in slug(title) if char.isascii() and (char.isalnum() or char == "-")).strip("-")
    return f"{stem[:40].strip('-') or 'blueprint'}-{secrets.token_hex(4)}"


def facts_of(blueprint: Blueprint, otherwise: str = "") -> dict[str, Any]:
    """What the list of documents shows of a blueprint."""
    return {
        "title": blueprint.say(blueprint.title) or otherwise,
        "language": blueprint.language or "en",
        "steps": len(blueprint.steps),
        "phases": len(blueprint.phases),
    }


class Binding:
    """All that is bound: files, and the blueprints in folders. New documents become files where the first of them is."""

    def __init__(self, target: Path, home: Path, store: Store, keeper: Keeper, entered: Entered, say: Callable[[BoundFile], None]) -> None:
        self._targets: list[Path] = []
        self.folder = target if is_folder(target) else target.parent
        self._store = store
        self._keeper = keeper
        self._entered = entered
        self._say = say
        self._agreements = Agreements(home / "bound")
        self._bound: dict[str, BoundFile] = {}
        self._faulty: dict[Path, Glance | None] = {}

    @property
    def documents(self) -> list[str]:
        """The ids of all bound documents."""
        return list(self._bound)

    def of(self, id: str) -> BoundFile | None:
        """The file of a document; None when it has none here."""
        return self._bound.get(id)

    def name_of(self, bound: BoundFile) -> str:
        """A file's name for people: from the folder that was opened, or the whole path for one that is elsewhere."""
        folder = Path(real(self.folder))
        name = bound.path.relative_to(folder) if bound.path.is_relative_to(folder) else bound.path
        return name.as_posix()

    async def add(self, target: Path) -> dict[Path, tuple[Diagnostic, ...]]:
        """Bind a file or a folder, and bring files and documents together again.

        Returns the files that can't be read, with why. A file that is not there yet is written once something is typed.
        """
        known = self._agreements.all()
        refused: dict[Path, tuple[Diagnostic, ...]] = {}
        for path in await apart(blueprint_files, target) if is_folder(target) else [target]:
            if self.at(path) is not None:
                continue
            if not is_folder(target) and not there(path):
                await self._awaited(path, known)
            else:
                faults = await self._adopted(path, known)
                if faults:
                    refused[path] = faults
        if target not in self._targets:
            self._targets.append(target)
        return refused

    def at(self, path: Path) -> BoundFile | None:
        """What is bound at a path; None when nothing is."""
        where = real(path)
        return next((bound for bound in self._bound.values() if bound.agreed.path == where), None)

    async def _awaited(self, path: Path, known: dict[str, Agreed]) -> None:
        """A file that is not there: its document waits for it, and it is written once something is typed."""
        agreed = known.get(real(path))
        if agreed is None or await self._store.document(agreed.document) is None:
            agreed = await self._documented(real(path), None, Blueprint())
        await self._bind(agreed)

    async def _adopted(self, path: Path, known: dict[str, Agreed]) -> tuple[Diagnostic, ...]:
        """Bind a file that is there; gives its faults when it can't be."""
        where = real(path)
        agreed = known.get(where)
        if agreed is None or await self._store.document(agreed.document) is None:
            text, found = await apart(files.read_text, path)
            loaded = await apart(files.read, text or "", str(path)) if text is not None else None
            faults = found if loaded is None else loaded.errors
            if loaded is None or loaded.blueprint is None or faults:
                self._faulty[path] = glance(path)
                return tuple(faults) or found
            agreed = await self._documented(where, text, loaded.blueprint)
        self._faulty.pop(path, None)
        await self._bind(agreed)
        return ()

    async def _documented(self, where: str, text: str | None, blueprint: Blueprint, id: str = "", who: Who = OUTSIDE) -> Agreed:
        """A new document for a file. The agreement is noted last: without it the next start would only find a document too many."""
        stem = Path(where).name.partition(".")[0]
        id = id or new_id(stem)
        await self._store.create(id, who=who, update=encode(blueprint), file=where, **facts_of(blueprint, stem))
        agreed = Agreed(where, id, text, seq=1)
        await apart(self._agreements.keep, agreed)
        return agreed

    async def _bind(self, agreed: Agreed) -> None:
        bound = self._bound[agreed.document] = BoundFile(agreed, self._agreements, self._keeper, self._say)
        row = await self._store.document(agreed.document)
        if row is not None and row.gone_at is not None:
            await self._store.revive(agreed.document, OUTSIDE)
        text, _ = await apart(files.read_text, bound.path)
        if agreed.next is None and text == agreed.text and row is not None and row.seq == agreed.seq:
            bound.looks.handle(glance(bound.path))
            return
        async with self._entered(agreed.document) as room:
            await bound.sync(room)

    async def make(self, text: str, blueprint: Blueprint, who: Who, id: str | None) -> DocumentRow:
        """A new document, as a new file in the folder, named after its title."""
        title = blueprint.say(blueprint.title)
        path = await apart(_new_file, self.folder, title, text)
        agreed = await self._documented(real(path), text, blueprint, id or new_id(title), who)
        await self._bind(agreed)
        row = await self._store.document(agreed.document)
        assert row is not None
        return row

    async def watch(self) -> None:
        """Look at the files every now and then, for as long as the server runs."""
        looks = 0
        while True:
            await asyncio.sleep(_PACE_S)
            looks += 1
            for bound, seen in await apart(self._glances):
                if bound.looks.changed(seen):
                    await self._changed(bound)
            if looks % _FOLDER_EVERY == 0:
                for bound in self._bound.values():
                    bound.look_at_copy()
                for folder in [target for target in self._targets if is_folder(target)]:
                    await self._look_around(folder)

    def _glances(self) -> list[tuple[BoundFile, Glance | None]]:
        return [(bound, glance(bound.path)) for bound in list(self._bound.values())]

    async def _changed(self, bound: BoundFile) -> None:
        try:
            async with self._entered(bound.agreed.document) as room:
                await bound.sync(room)
        except Exception as trouble:  # one file in trouble must not keep us from watching the others
            logger.warning("a file could not be followed: %s", type(trouble).__name__, exc_info=debugging(trouble))
            bound.looks.handle(glance(bound.path))

    async def _look_around(self, folder: Path) -> None:
        """Bind what is new in a folder; a new file with the text of one that is gone is that one under another name."""
        bound_paths = {bound.agreed.path for bound in self._bound.values()}
        for path in await apart(blueprint_files, folder):
            if real(path) in bound_paths or (path in self._faulty and self._faulty[path] == glance(path)):
                continue
            text, _ = await apart(files.read_text, path)
            moved = [one for one in self._bound.values() if text is not None and one.text == text and not there(one.path)]
            try:
                if moved:
                    moved[0].moved(Path(real(path)))
                    await self._changed(moved[0])
                else:
                    await self._adopted(path, self._agreements.all())
            except Exception as trouble:
                logger.warning("a new file could not be taken in: %s", type(trouble).__name__, exc_info=debugging(trouble))


def _new_file(folder: Path, title: str, text: str) -> Path:
    """A file that was not there before, with this text; raises ProblemError when the folder takes none."""
    stem = slug(title) or "blueprint"
    for number in range(1, 1000):
        path = folder / f"{stem if number == 1 else f'{stem}-{number}'}.blueprint.yaml"
        if there(path):
            continue
        try:
            files.save(path, text, None)
        except FootlightsError as trouble:
            if path.exists():
                continue
            raise ProblemError("cannot-save", str(trouble), trouble.hint) from None
        return path
    raise ProblemError("cannot-save", "The folder has a thousand files of that name.")
