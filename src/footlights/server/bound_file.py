"""One file and its document: what is typed on the board goes into the file, what changes in the file goes onto the board."""

import asyncio
import logging
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from footlights import files
from footlights.facts import Diagnostic
from footlights.live import Room, Shared, Who, reconcile
from footlights.model import COLLECTIONS, Blueprint, FootlightsError
from footlights.words import LANGUAGES

from .agreed import Agreed, Agreements
from .following import Known, spliced
from .keeping import Keeper
from .merging import Merged, merged
from .threads import apart
from .watching import Glance, Looks, glance, same_file, there

__all__ = ["OUTSIDE", "BoundFile", "FileState"]

logger = logging.getLogger("footlights.server")

#: Whose work it is when a file was changed by another program.
OUTSIDE = Who("file", "The file, changed outside")
#: How often a change is tried again when the file changes under our hands.
_TRIES = 3
#: When so many elements go at once, what was there is kept as a version first.
_MANY = 5


class FileState(NamedTuple):
    """How a file is: ok, conflict (`where` names the copy) or unreadable.

    `why` is for programs. Of two versions: the addresses at which they part, or `comments-lost`. Of a file that can't be read or
    written: `gone`, `folder-gone`, `read-only`, `not-written`, or `faulty`; then `says` has the fault in each of our languages.
    """

    state: str = "ok"
    why: str = ""
    where: str = ""
    says: tuple[tuple[str, str], ...] = ()

    def told(self) -> dict[str, str | dict[str, str]]:
        """The same for a message: what is empty is left out."""
        plain = {"state": self.state, "why": self.why, "where": self.where}
        return {**{name: value for name, value in plain.items() if value}, **({"says": dict(self.says)} if self.says else {})}


class _Look(NamedTuple):
    """What was found at the path: how it looks, its text, and what is wrong when it has none."""

    glance: Glance | None
    text: str | None
    fault: Diagnostic | None = None


class BoundFile:
    """Keeps one file and one document the same; `say` hears of each new state."""

    def __init__(self, agreed: Agreed, agreements: Agreements, keeper: Keeper, say: Callable[["BoundFile"], None]) -> None:
        self.agreed = agreed
        self.state = FileState()
        self.looks = Looks()
        self._agreements = agreements
        self._keeper = keeper
        self._say = say
        self._known = Known(agreed.text)
        self._lock = asyncio.Lock()

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(self.agreed.path)

    @property
    def text(self) -> str | None:
        """The text that both agreed on; None while there is no file."""
        return self._known.text

    async def sync(self, room: Room) -> None:
        """Take what was changed in the file, then write what was changed on the board; says how it went, never raises for a file."""
        async with self._lock:
            for _ in range(_TRIES):
                try:
                    if await self._synced(room):
                        return
                except OSError as trouble:
                    logger.info("a file can't be written: %s", trouble.strerror)
                    self._now(FileState("unreadable", "not-written", self.path.name))
                    return

    async def written_as(self, room: Room, text: str) -> None:
        """The board says what `text` says: let the file have that very text, unless it was changed by somebody else meanwhile."""
        async with self._lock:
            if (await apart(_looked, self.path)).text == self._known.text and _may_write(self.path):
                try:
                    await apart(self._put, text, 0)
                except (FootlightsError, OSError):
                    logger.info("a file could not take a text as it was sent; it follows by operations")
        await self.sync(room)

    async def text_for(self, board: Blueprint) -> str:
        """What the file says, or would say, for this board: its comments and layout kept."""
        async with self._lock:  # the file is perhaps being brought to say this very thing: not twice at once
            return (await apart(spliced, self._known, board))[0]

    def look_at_copy(self) -> None:
        """A conflict is over once somebody has taken its copy away."""
        if self.state.state == "conflict" and not self.path.with_name(self.state.where).exists():
            self._now(FileState())

    def moved(self, path: Path) -> None:
        """The file has another name now."""
        self.agreed = self.agreed._replace(path=str(path))
        self._agreements.keep(self.agreed)

    async def _synced(self, room: Room) -> bool:
        """One round; False when the file changed under our hands and another round is needed."""
        look = await apart(_looked, self.path)
        before = self.agreed.found(look.text)
        if before != self.agreed:
            self.agreed, self._known = before, Known(before.text)
        if look.text is None and (look.glance is not None or look.fault is not None):
            self._now(self._faulty(look.fault))
        elif look.text is None:
            return await self._missing(room)
        elif look.text == self._known.text or await self._taken(room, look.text):
            return await self._follow(room, look)
        self.looks.handle(look.glance)
        return True

    async def _missing(self, room: Room) -> bool:
        """There is no file (yet, or any more): it is followed to its new name, or written when there is something new to be written."""
        renamed = await apart(self._renamed)
        if renamed is not None:
            self.moved(renamed)
            return False
        seq, board = room.seq, room.projection.blueprint
        if board == self._known.blueprint:
            self.looks.handle(None)
            self._now(FileState("unreadable", "gone", self.path.name) if self._known.text is not None else FileState())
            return True
        text = (await apart(spliced, self._known, board))[0]
        if not self.path.parent.is_dir():
            self._now(FileState("unreadable", "folder-gone", self.path.name))
            return True
        return await self._written(text, None, seq)

    async def _taken(self, room: Room, text: str) -> bool:
        """Bring what was changed in the file onto the board; False when the file can't be read, and then all stays as it is."""
        new = Known(text)
        loaded = await apart(lambda: new.source.loaded)
        fresh = [one for one in loaded.errors if one.slug in new.faults - self._known.faults]
        if loaded.blueprint is None or fresh:
            self._now(self._faulty((fresh or loaded.errors)[0]))
            return False
        file = await apart(lambda: new.blueprint)
        if file != self._known.blueprint or self._known.text is None:
            conflicts = await self._onto_board(room, file)
            copy = await apart(self._copied, text) if conflicts else ""
            self._now(FileState("conflict", ", ".join(conflicts[:5]), copy) if conflicts else FileState())
        self._known = new
        # not yet with the room's seq: what the board says beyond this is still to be written
        self.agreed = self.agreed._replace(text=text, next=None, seq=0)
        await apart(self._agreements.keep, self.agreed)
        return True

    async def _onto_board(self, room: Room, file: Blueprint) -> tuple[str, ...]:
        """Merge the file's blueprint into the room as one edit; returns the addresses where both had changed the same."""
        board = room.projection.blueprint
        unknown = self._known.text is None  # what they last agreed on was lost: the file counts, and the board is kept as a version
        base = board if unknown else self._known.blueprint
        ahead: Merged = await apart(merged, base, file, board)
        if ahead.conflicts or (unknown and board.steps) or _lost(board, ahead.blueprint) > _MANY:
            await self._keeper.keep(room, "", "safety", OUTSIDE, f"before {self.path.name} was changed outside")
        outcome = [ahead]

        def write(shared: Shared) -> bytes:
            known = room.projection.materialised  # what the copy says that we are given to change
            now = known.blueprint
            outcome[0] = ahead if now == board else merged(now if unknown else base, file, now)
            return reconcile(shared, outcome[0].blueprint, known)

        await room.change(write, OUTSIDE)
        return outcome[0].conflicts

    async def _follow(self, room: Room, look: _Look) -> bool:
        """Write what the board says beyond what the file does; False when the file changed under our hands."""
        seq, board = room.seq, room.projection.blueprint
        text, lost = await apart(spliced, self._known, board)
        if text == self._known.text:
            self.looks.handle(look.glance)
            if self.agreed.seq != seq:
                self.agreed = self.agreed._replace(seq=seq)
                await apart(self._agreements.keep, self.agreed)
            if self.state.state == "unreadable":
                self._now(FileState())
            return True
        if not _may_write(self.path):
            self.looks.handle(look.glance)
            self._now(FileState("unreadable", "read-only", self.path.name))
            return True
        if lost and self._known.text is not None:
            self._now(FileState("conflict", "comments-lost", await apart(self._copied, self._known.text)))
        return await self._written(text, self._known.text, seq)

    async def _written(self, text: str, before: str | None, seq: int) -> bool:
        try:
            await apart(self._put, text, seq)
        except FootlightsError as trouble:
            if (await apart(_looked, self.path)).text != before:
                return False
            logger.info("a file can't be written: %s", trouble)
            self._now(FileState("unreadable", "not-written", self.path.name))
            return True
        if self.state.state == "unreadable":
            self._now(FileState())
        return True

    def _renamed(self) -> Path | None:
        """The file under its new name in the same folder, when nobody has touched it since; None when it is not there."""
        found = self.looks.last and same_file(self.path.parent, self.looks.last)
        return found if found and str(found) not in self._agreements.all() else None

    def _put(self, text: str, seq: int) -> None:
        """Write the file. What is going to be written is noted first: if we die in between, it is known for ours."""
        before = self._known.text if self.path.exists() else None
        self._agreements.keep(self.agreed._replace(next=text))
        files.save(self.path, text, before)
        self._known = Known(text)
        self.agreed = self.agreed._replace(text=text, next=None, seq=seq)
        self.looks.handle(glance(self.path))
        self._agreements.keep(self.agreed)

    def _copied(self, text: str) -> str:
        """Keep a text beside the file, under a name that says why; returns the name."""
        stem = self.path.name.removesuffix(".yaml").removesuffix(".yml").removesuffix(".blueprint")
        stamp = datetime.now(UTC).astimezone().strftime("%Y%m%d-%H%M%S")
        for number in range(1, 100):
            again = "" if number == 1 else f"-{number}"
            copy = self.path.with_name(f"{stem}.conflict-{stamp}{again}.blueprint.yaml")
            try:
                files.save(copy, text, None)
            except FootlightsError:
                if copy.exists():
                    continue
                aside = self._agreements.aside(copy.name, text)
                logger.warning("a conflict copy could not be kept beside its file; it is in %s", aside)
                return str(aside)
            return copy.name
        return ""

    def _faulty(self, fault: Diagnostic | None) -> FileState:
        """What is wrong with the text of the file."""
        if fault is None:
            return FileState("unreadable", "faulty", self.path.name)
        says = tuple((language, fault.text(language)) for language in LANGUAGES)
        where = ":".join([self.path.name, *(str(number) for number in fault.place[1:3] if number)])
        return FileState("unreadable", "faulty", where, says)

    def _now(self, state: FileState) -> None:
        if state != self.state:
            self.state = state
            self._say(self)


def _looked(path: Path) -> _Look:
    seen = glance(path)
    text, found = files.read_text(path)
    if text is None and not there(path):
        return _Look(None, None)
    return _Look(seen, text, found[0] if text is None and found else None)


def _lost(before: Blueprint, after: Blueprint) -> int:
    """How many elements go."""
    return sum(len(set(before.collection(name)) - set(after.collection(name))) for name in COLLECTIONS)


def _may_write(path: Path) -> bool:
    """May this file be written? One that somebody made read-only is not replaced, though its folder would allow it."""
    try:
        return bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK)
    except OSError:
        return True  # not there yet: the folder decides
