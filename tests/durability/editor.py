"""An editor without a screen: it types, keeps what isn't acknowledged, and comes back when the line breaks."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
from collections.abc import Callable
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from footlights.live import Shared
from footlights.live.frames import AWARENESS, OURS, STEP1, STEP2, SYNC, UPDATE, read_frame, sync_frame

__all__ = ["Editor", "fresh"]

ROOT = "sources"  # any of the document's own collections would do


class Editor:
    """Marks are keys that nobody else writes. `sent` left this editor, `saved` were acknowledged, `seen` came from others."""

    def __init__(self, url: str | Callable[[], str], header: dict[str, str], name: str = "editor") -> None:
        self._url = url if callable(url) else lambda: url
        self._header = header
        self.name = name
        self.shared = Shared()
        self.sent: set[str] = set()
        self.saved: set[str] = set()
        self.messages: list[dict[str, Any]] = []
        self.codes: list[int | None] = []
        self.synced = asyncio.Event()
        self.online = True
        self._numbers = itertools.count()
        self._frames: list[set[str]] = []  # the marks in each frame of this connection that isn't acknowledged
        self._acknowledged = 0
        self._line: ClientConnection | None = None
        self._task = asyncio.create_task(self._stay(), name=name)
        self._heard = asyncio.Event()

    async def mark(self, size: int = 0) -> str:
        """Write a mark, and send it if there is a line."""
        name = f"{self.name}-{next(self._numbers)}"
        update = self.shared.change(lambda shared: shared.map(ROOT).__setitem__(name, "x" * size if size else 1))  # type: ignore[union-attr]
        self.sent.add(name)
        await self._send(update, {name}, UPDATE)
        return name

    async def drag(self, card: str, pos: list[str]) -> None:
        """Move a card, as often as you like."""
        await self._send(self.shared.change(lambda shared: shared.map("cards").__setitem__(card, pos)), set(), UPDATE)  # type: ignore[union-attr]

    async def _send(self, update: bytes, marks: set[str], step: int) -> None:
        if self._line is None or not self.synced.is_set():
            return
        self._frames.append(marks)
        with contextlib.suppress(WebSocketException, OSError):
            await self._line.send(sync_frame(step, update))

    @property
    def marks(self) -> set[str]:
        """All marks that this editor's document has."""
        return set(self.shared.keys(ROOT))

    async def until(self, true: Callable[[], bool], seconds: float = 20.0) -> None:
        """Wait until something holds."""
        async with asyncio.timeout(seconds):
            while not true():
                self._heard.clear()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._heard.wait(), 0.1)

    async def settled(self, seconds: float = 20.0) -> None:
        """Wait until everything that was sent is acknowledged."""
        await self.until(lambda: self.synced.is_set() and self.sent <= self.saved, seconds)

    async def leave(self) -> None:
        """Throw this editor away, with whatever it still has."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _stay(self) -> None:
        while True:
            if self.online:
                with contextlib.suppress(WebSocketException, OSError, TimeoutError):
                    async with connect(self._url(), additional_headers=self._header, max_size=None, compression=None) as line:
                        await self._talk(line)
            self.synced.clear()
            self._line = None
            await asyncio.sleep(0.05)

    async def _talk(self, line: ClientConnection) -> None:
        self._line, self._frames, self._acknowledged = line, [], 0
        try:
            await line.send(sync_frame(STEP1, self.shared.state_vector()))
            async for data in line:
                assert isinstance(data, bytes)
                await self._hear(line, data)
                self._heard.set()
                if not self.online:
                    return
        finally:
            self.codes.append(line.close_code)

    async def _hear(self, line: ClientConnection, data: bytes) -> None:
        frame = read_frame(data)
        if frame.kind == SYNC and frame.step == STEP1:
            # everything that isn't acknowledged goes along with this, whatever happened to it before
            self._frames.append(set(self.sent))
            await line.send(sync_frame(STEP2, self.shared.update_since(frame.body)))
        elif frame.kind == SYNC:
            self.shared.apply(frame.body)
            if frame.step == STEP2:
                self.synced.set()
                unsent = self.sent - self.saved
                if unsent:  # written between our step 1 and now
                    await self._send(self.shared.update_since(None), set(self.sent), UPDATE)
        elif frame.kind == OURS:
            message = json.loads(frame.body)
            self.messages.append(message)
            if message["t"] == "saved":
                for marks in self._frames[self._acknowledged : message["n"]]:
                    self.saved |= marks
                self._acknowledged = max(self._acknowledged, message["n"])
        else:
            assert frame.kind == AWARENESS

    def said(self, t: str) -> list[dict[str, Any]]:
        """The messages of one kind."""
        return [message for message in self.messages if message["t"] == t]


async def fresh(url: str, header: dict[str, str]) -> Shared:
    """The document as somebody gets it who comes for the first time."""
    editor = Editor(url, header, "fresh")
    try:
        async with asyncio.timeout(20):
            await editor.synced.wait()
        return editor.shared
    finally:
        await editor.leave()
