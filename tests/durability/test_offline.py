"""P6, P6b (without the browser): who was away with five hundred edits brings them all, however much was compacted meanwhile."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest
from pycrdt import Map, Text

from footlights.live import Shared
from tests.durability.editor import ROOT, Editor, fresh
from tests.durability.serving import Server


@pytest.mark.slow
async def test_two_who_were_away_bring_everything_in_either_order(tmp_path: Path) -> None:
    async with Server(tmp_path, limits="compact_every=40 updates_per_s=2000") as server:
        url = server.make()
        here, one, two = (Editor(url, server.header, name) for name in ("here", "one", "two"))
        for editor in (here, one, two):
            await editor.mark()
            await editor.settled()
        await here.until(lambda: len(here.marks) == 3)
        for first, second in ((one, two), (two, one)):
            for away in (one, two):
                away.online = False
            before = len(here.sent)
            for number in range(250):
                await here.mark()
                await one.mark()
                await two.mark()
                if number % 25 == 0:
                    await asyncio.sleep(0.05)
            await here.settled()
            await asyncio.to_thread(server.end)  # and while they were away the server died, twice
            await asyncio.to_thread(server.start)
            for back in (first, second):
                began = time.monotonic()
                back.online = True
                await back.settled()
                assert time.monotonic() - began < 5
            assert len(here.sent) - before == 250
        everything = here.sent | one.sent | two.sent
        for editor in (here, one, two):
            await editor.until(lambda editor=editor: editor.marks == everything)
            await editor.leave()
        assert len(everything) == 1503
        shared = await fresh(url, server.header)
        assert set(shared.keys(ROOT)) == everything, "each once: keys can't be there twice"


@pytest.mark.slow
async def test_edited_here_and_deleted_there_is_recoverable(tmp_path: Path) -> None:
    async with Server(tmp_path) as server:
        url = server.make()
        ada, bob = (Editor(url, server.header, name) for name in ("ada", "bob"))
        await ada.synced.wait()
        await bob.synced.wait()

        def card(shared: Shared) -> None:
            shared.map("cards")["~c"] = Map({"pos": ["calls", "front", "a0"], "does": Text("Answers")})  # type: ignore[index]

        await ada._send(ada.shared.change(card), set(), 2)
        await bob.until(lambda: "~c" in bob.shared.keys("cards"))
        bob.online = False
        bob.shared.change(lambda s: s.map("cards", "~c")["does"].insert(7, " the phone"))
        bob.shared.change(lambda s: s.map("cards", "~c").__setitem__("pos", ["calls", "back", "a5"]))
        await ada._send(ada.shared.change(lambda s: s.map("cards", "~c").__setitem__("gone", True)), set(), 2)
        await asyncio.sleep(0.2)
        bob.online = True
        await ada.until(lambda: ada.shared.read("cards")["~c"]["does"] == "Answers the phone")
        assert ada.shared.read("cards")["~c"] == {"pos": ["calls", "back", "a5"], "does": "Answers the phone", "gone": True}
        await ada.leave()
        await bob.leave()
