"""P19 in short: a busy board stays small and quick to open, and while it is busy it is compacted."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import time
from pathlib import Path

import pytest

from footlights.live import Limits, Room
from footlights.server.storage import open_store
from tests.durability.serving import LONG
from tests.live.memory import ADA, BOB, Peer


@pytest.mark.slow
@pytest.mark.timeout(3600 if LONG else 120)
async def test_a_board_that_is_dragged_about_all_day_opens_quickly(tmp_path: Path) -> None:
    moves = 1_000_000 if LONG else 6_000
    path = tmp_path / "store.sqlite"
    store = await open_store(f"sqlite:///{path}")
    await store.create("board", "Board", b"", ADA)
    chance = random.Random(1)
    room = Room("board", store.log, settings=Limits(updates_per_s=1e9, bytes_per_s=1e12, queue=1 << 30))
    await room.open()
    ada, bob = Peer(room), Peer(room, BOB)
    await ada.settled()
    await bob.settled()
    for number in range(moves):
        (ada if number % 2 else bob).put(f"c{chance.randrange(100)}", ["step", "lane", f"a{chance.randrange(1000)}"])
        if number % 200 == 199:
            await ada.settled()
            await bob.settled()
    await ada.until(lambda: ada.shared.read("cards") == bob.shared.read("cards"), 60)
    expected = ada.shared.read("cards")
    await ada.leave()
    await bob.leave()
    await room.close()
    with sqlite3.connect(path) as database:
        (waiting,) = database.execute("select count(*) from entries").fetchone()
        (snapshots,) = database.execute("select count(*) from snapshots").fetchone()
        (size,) = database.execute("select length(data) from snapshots order by seq desc").fetchone()
        (packed,) = database.execute("select sum(length(data)) from volumes").fetchone()
    database.close()
    assert waiting < 20, "the rest is packed"
    assert snapshots <= 14
    assert size < moves * 24 + 20_000, "bytes for each move in the snapshot"
    assert packed < moves * 60 + 20_000, "bytes for each move in the history"
    again = Room("board", store.log)
    began = time.perf_counter()
    await again.open()
    took = time.perf_counter() - began
    assert took < 2.0 if LONG else took < 1.0
    assert again.shared.read("cards") == expected
    await again.close()
    await store.close()


async def test_rooms_that_open_and_close_leave_nothing_behind(tmp_path: Path) -> None:
    import gc
    import weakref

    store = await open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    await store.create("board", "Board", b"", ADA)
    left = []
    for _ in range(5):
        room = Room("board", store.log)
        await room.open()
        assert room.projection is not None
        peer = Peer(room)
        await peer.settled()
        await peer.leave()
        await room.close()
        left.append(weakref.ref(room.shared))
        del room, peer
    await asyncio.sleep(0)
    gc.collect()
    assert [one() for one in left].count(None) >= 4, "a closed room's document must go"
    await store.close()
