"""A log that forgets when the test ends, and connections that are two queues: what a room needs, without a disk or a network."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from typing import Any

from footlights.live import CannotSave, Entry, News, Row, SetAside, Shared, Snapshot, Who, checksum
from footlights.live.frames import (
    AWARENESS,
    OURS,
    STEP1,
    STEP2,
    SYNC,
    UPDATE,
    awareness_frame,
    read_bytes,
    read_frame,
    read_number,
    sync_frame,
    written_bytes,
    written_number,
)  # fmt: skip

ADA = Who("ada", "Ada")
BOB = Who("bob", "Bob")


class MemoryLog:
    """Keeps everything in memory, as a log must; `trouble` makes it refuse, `pause` makes it wait."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {}
        self.snapshots: dict[str, Snapshot] = {}
        self.heads: dict[str, int] = {}
        self.aside: dict[str, list[tuple[str, int, str, bytes]]] = {}
        self.marks: dict[str, str | None] = {}
        self.hearers: dict[str, list[tuple[object, Callable[[News], None]]]] = {}
        self.trouble: str | None = None
        self.pause: asyncio.Event | None = None
        self.appends = 0
        self.lose_news = False

    async def append(self, document: str, entries: Sequence[Entry], author: object = None) -> int:
        await asyncio.sleep(0)
        if self.pause is not None:
            await self.pause.wait()
        if self.trouble is not None:
            raise CannotSave(self.trouble)
        self.appends += 1
        first = self.heads.get(document, 0) + 1
        new = [
            Row(seq, entry.update, entry.who, "2026-11-22T10:00:00Z", checksum(document, seq, entry.update))
            for seq, entry in enumerate(entries, first)
        ]
        self.rows.setdefault(document, []).extend(new)
        self.heads[document] = new[-1].seq
        for owner, hear in self.hearers.get(document, []):
            if owner is not author and not self.lose_news:
                hear(News(first, new[-1].seq, tuple(new)))
        return new[-1].seq

    async def read(self, document: str, after: int = 0) -> tuple[Snapshot | None, list[Row]]:
        aside = {seq for kind, seq, _, _ in self.aside.get(document, []) if kind == "entry"}
        snapshot = self.snapshots.get(document) if after == 0 else None
        if snapshot is not None and ("snapshot", snapshot.seq) in [one[:2] for one in self.aside.get(document, [])]:
            snapshot = None  # it keeps every row
        since = snapshot.seq if snapshot else after
        return snapshot, [row for row in self.rows.get(document, []) if row.seq > since and row.seq not in aside]

    async def head(self, document: str) -> int:
        return self.heads.get(document, 0)

    async def compact(self, document: str, snapshot: bytes, seq: int) -> bool:
        self.snapshots[document] = Snapshot(seq, snapshot, checksum(document, seq, snapshot))
        return True

    async def keep_known(self, document: str, seq: int, known: bytes, seal: bytes) -> None:
        snapshot = self.snapshots[document]
        if snapshot.seq == seq:
            self.snapshots[document] = snapshot._replace(known=known, seal=seal)

    async def mark_opening(self, document: str, mark: str | None) -> str | None:
        before, self.marks[document] = self.marks.get(document), mark
        return before

    async def set_aside(self, document: str, kind: str, seq: int, what: str, data: bytes) -> None:
        if (kind, seq) not in [one[:2] for one in self.aside.setdefault(document, [])]:
            self.aside[document].append((kind, seq, what, data))

    async def troubles(self, document: str) -> list[SetAside]:
        return [SetAside(seq, what) for _, seq, what, _ in self.aside.get(document, [])]

    def subscribe(self, document: str, hear: Callable[[News], None], presence: Callable[[bytes], None]) -> Callable[[], None]:
        return lambda: None

    async def tell(self, document: str, presence: bytes) -> None:
        return None


class Process:
    """One server process's view of a shared MemoryLog: it hears of what the others write."""

    def __init__(self, log: MemoryLog) -> None:
        self.log = log

    def __getattr__(self, name: str) -> Any:
        return getattr(self.log, name)

    async def append(self, document: str, entries: Sequence[Entry]) -> int:
        return await self.log.append(document, entries, self)

    def subscribe(self, document: str, hear: Callable[[News], None], presence: Callable[[bytes], None]) -> Callable[[], None]:
        mine = (self, hear)
        self.log.hearers.setdefault(document, []).append(mine)
        return lambda: self.log.hearers[document].remove(mine)


class Wire:
    """A connection with two ends; this is the server's, `client` speaks from the other."""

    def __init__(self, most: int = 10_000) -> None:
        self.to_server: asyncio.Queue[bytes | None] = asyncio.Queue()
        self.to_client: asyncio.Queue[bytes] = asyncio.Queue(most)
        self.code: int | None = None
        self.closed = asyncio.Event()

    async def send(self, data: bytes) -> None:
        await self.to_client.put(data)

    async def receive(self) -> bytes | None:
        return await self.to_server.get()

    async def close(self, code: int) -> None:
        self.code = code
        self.closed.set()


class Peer:
    """A client with a document of its own: it applies what it hears and counts what it sends."""

    def __init__(self, room: Any, who: Who = ADA, may: Any = "edit", most: int = 10_000) -> None:
        self.wire = Wire(most)
        self.shared = Shared()
        self.messages: list[dict[str, Any]] = []
        self.presence: dict[int, Any] = {}
        self.sent = self.updates = 0
        self.saved = 0
        self.answers = True  # the room's step 1
        self.synced = asyncio.Event()
        self._news = asyncio.Event()
        self._tasks = [asyncio.ensure_future(room.join(self.wire, may, who)), asyncio.ensure_future(self._read())]
        self.send(sync_frame(STEP1, self.shared.state_vector()))

    @property
    def code(self) -> int | None:
        return self.wire.code

    def send(self, frame: bytes) -> None:
        self.wire.to_server.put_nowait(frame)

    def update(self, update: bytes) -> int:
        """Send an update; its number."""
        self.sent += 1
        self.send(sync_frame(UPDATE, update))
        return self.sent

    def put(self, key: str, value: object = 1, root: str = "cards") -> int:
        """Set a value, and send that; the frame's number."""

        def act(shared: Shared) -> None:
            shared.map(root)[key] = value  # type: ignore[index]

        return self.update(self.shared.change(act))

    def say(self, client: int, clock: int, state: object) -> None:
        """Send presence."""
        raw = json.dumps(state).encode()
        self.send(awareness_frame(written_number(1) + written_number(client) + written_number(clock) + written_bytes(raw)))

    async def _read(self) -> None:
        while True:
            self.hear(await self.wire.to_client.get())
            self._news.set()

    def hear(self, data: bytes) -> None:
        """Take in one frame."""
        frame = read_frame(data)
        if frame.kind == SYNC and frame.step == STEP1:
            if not self.answers:
                return
            self.sent += 1
            self.send(sync_frame(STEP2, self.shared.update_since(frame.body)))
        elif frame.kind == SYNC:
            self.updates += frame.step == UPDATE
            self.shared.apply(frame.body)
            if frame.step == STEP2:
                self.synced.set()
        elif frame.kind == OURS:
            message = json.loads(frame.body)
            self.messages.append(message)
            if message["t"] == "saved":
                assert message["n"] >= self.saved, "acknowledgements go up"
                self.saved = message["n"]
        elif frame.kind == AWARENESS:
            count, at = read_number(frame.body, 0)
            for _ in range(count):
                client, at = read_number(frame.body, at)
                _, at = read_number(frame.body, at)
                raw, at = read_bytes(frame.body, at)
                self.presence[client] = json.loads(raw)

    async def until(self, true: Callable[[], bool], seconds: float = 5.0) -> None:
        """Wait until something holds; fails when it doesn't come to."""
        async with asyncio.timeout(seconds):
            while not true():
                self._news.clear()
                try:
                    await asyncio.wait_for(self._news.wait(), 0.05)
                except TimeoutError:
                    continue

    async def settled(self) -> None:
        """Wait until everything that was sent is acknowledged."""
        await self.synced.wait()
        await self.until(lambda: self.saved == self.sent)

    def said(self, t: str) -> list[dict[str, Any]]:
        """The messages of one kind that were heard."""
        return [message for message in self.messages if message["t"] == t]

    def keys(self, root: str = "cards") -> set[str]:
        """What stands under a root."""
        return set(self.shared.keys(root))

    async def leave(self) -> None:
        """Hang up."""
        self.wire.to_server.put_nowait(None)
        await asyncio.wait(self._tasks[:1], timeout=5)
        for task in self._tasks:
            task.cancel()
        results = await asyncio.gather(*self._tasks, return_exceptions=True)
        for result in results:
            if isinstance(result, Exception):
                raise result
