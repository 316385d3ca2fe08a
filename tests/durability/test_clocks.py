"""P9: what order things are in, and what they are, has nothing to do with what any clock says."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from footlights.live import Limits, Room, Shared
from footlights.server.storage import open_store
from tests.live.memory import ADA, BOB, Peer

STEPS = [
    "2026-11-22T10:00:00.000Z",
    "2026-11-22T09:00:00.000Z",
    "2026-11-23T09:00:00.000Z",
    "2026-11-22T11:00:00.000Z",
    "1999-01-01T00:00:00.000Z",
]


async def test_clocks_that_jump_change_nothing_but_what_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = itertools.cycle(STEPS)
    for module in ("sqlite", "documents", "writing", "versions"):
        monkeypatch.setattr(f"footlights.server.storage.{module}.now", lambda: next(clock))
    store = await open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    await store.create("board", "Board", b"", ADA)
    for round_ in range(3):
        room = Room("board", store.log, settings=Limits(compact_every=7))
        await room.open()
        ada, bob = Peer(room), Peer(room, BOB)
        await ada.settled()
        await bob.settled()
        for number in range(15):
            ada.put("same", f"{round_}-{number}")
            await ada.settled()
            await bob.until(lambda number=number, round_=round_, bob=bob: bob.shared.read("cards")["same"] == f"{round_}-{number}")
        await ada.leave()
        await bob.leave()
        await room.close()
        again = Room("board", store.log)
        await again.open()
        assert again.shared.read("cards") == {"same": f"{round_}-14"}
        assert again.seq == 15 * (round_ + 1)
        await again.close()
    for seq in range(1, 46):
        assert Shared(await store.state_at("board", seq)).read("cards") == {"same": f"{(seq - 1) // 15}-{(seq - 1) % 15}"}
    assert sum(line.entries for line in (await store.history("board")).items) == 45
    await store.close()
