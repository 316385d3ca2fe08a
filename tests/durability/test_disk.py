"""P3 (the server's part), P4: when the disk is full, edits are refused loudly, nothing is damaged, and it goes on by itself afterwards."""

from __future__ import annotations

import asyncio
import marshal
import resource
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import footlights
from footlights.live import CannotSave, Limits, Room
from footlights.server.storage import open_store, sqlite
from tests.durability.editor import ROOT, Editor, fresh
from tests.durability.serving import LONG, Server
from tests.live.memory import ADA, BOB, Peer

FREE = (resource.RLIM_INFINITY, resource.RLIM_INFINITY) if sys.platform == "linux" else (0, 0)


def compiled() -> list[Path]:
    """Our own modules as Python keeps them, compiled."""
    return [*Path(footlights.__file__).parent.rglob(f"*.{sys.implementation.cache_tag}.pyc")]


def half_modules() -> list[Path]:
    """Those that Python can't read any more."""

    def is_whole(path: Path) -> bool:
        try:
            marshal.loads(path.read_bytes()[16:])
        except EOFError:
            return False
        return True

    return [path for path in compiled() if not is_whole(path)]


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can take the room away from a process that runs")
async def test_a_full_disk_is_told_loses_nothing_and_passes(tmp_path: Path) -> None:
    async with Server(tmp_path) as server:
        url = server.make()
        ada, bob = (Editor(url, server.header, name) for name in ("ada", "bob"))
        for _ in range(20):
            await ada.mark()
        await ada.settled()
        for path in compiled():
            path.unlink()  # what the server imports only when it is asked for it, it has to compile
        for round_ in range(5 if LONG else 2):
            # no file may grow beyond this, nor be written to behind it: as if the disk had no room left
            resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (2048, resource.RLIM_INFINITY))
            before = set(ada.saved)
            for _ in range(10):
                await ada.mark(300)
            await ada.until(lambda round_=round_: len(ada.said("cannot-save")) > round_)
            assert ada.said("cannot-save")[-1]["why"] == "disk-full"
            await bob.until(lambda round_=round_: len(bob.said("cannot-save")) > round_)
            await asyncio.sleep(1.2)
            assert ada.saved == before, "nothing is acknowledged that isn't written"
            assert bob.marks == before, "nor seen by anybody"
            assert (await asyncio.to_thread(server.ask, "GET", "/api/documents/board"))["title"] == "Board", "reading goes on"
            assert server.running
            resource.prlimit(server.pid, resource.RLIMIT_FSIZE, FREE)
            await ada.settled()
            await bob.until(lambda: bob.marks == ada.sent)
            await ada.until(lambda round_=round_: len(ada.said("can-save")) > round_)
        await asyncio.to_thread(server.end)  # and by kill -9: what is on the disk is whole
        assert not half_modules(), "modules that were imported while there was no room"
        await asyncio.to_thread(server.start)
        assert set((await fresh(url, server.header)).keys(ROOT)) == ada.sent
        await ada.leave()
        await bob.leave()


async def test_the_last_of_the_room_is_left_for_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """P4: less than 200 MB free, and nothing is added any more; what is there can be opened and read, and it goes on by itself."""
    free = 10 << 30
    monkeypatch.setattr(sqlite, "_LOOK_S", 0.0)
    monkeypatch.setattr(sqlite.shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    store = await open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    await store.create("board", "Board", b"", ADA)
    room = Room("board", store.log, settings=Limits(retry=0.01))
    await room.open()
    ada, bob = Peer(room), Peer(room, BOB)
    ada.put("one", 1)
    await ada.settled()
    free = (200 << 20) - 1
    ada.put("two", 2)
    await ada.until(lambda: any(message["t"] == "cannot-save" and message["why"] == "disk-full" for message in ada.messages))
    assert "two" not in bob.shared.keys("cards")
    with pytest.raises(CannotSave):
        await store.create("second", "Second", b"", ADA)
    with pytest.raises(CannotSave):
        await store.add_version("board", "now", "named", ADA, None, 1)
    other = Room("board", store.log)
    await other.open()
    assert list(other.shared.keys("cards")) == ["one"], "it can be opened and read"
    await other.close()
    free = 200 << 20
    await bob.until(lambda: "two" in bob.shared.keys("cards"))
    await ada.settled()
    assert any(message["t"] == "can-save" for message in bob.messages)
    await ada.leave()
    await bob.leave()
    await room.close()
    await store.close()


def test_how_much_is_left_can_be_said_when_the_server_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Limits.chosen().free == 200 << 20
    monkeypatch.setenv("FOOTLIGHTS_LIMITS", "free=0")
    assert Limits.chosen().free == 0
