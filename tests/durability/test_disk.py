"""P3 (the server's part), P4: when the disk is full, edits are refused loudly, nothing is damaged, and it goes on by itself afterwards."""

from __future__ import annotations

import asyncio
import resource
import sys
from pathlib import Path

import pytest

from tests.durability.editor import ROOT, Editor, fresh
from tests.durability.serving import LONG, Server

FREE = (resource.RLIM_INFINITY, resource.RLIM_INFINITY) if sys.platform == "linux" else (0, 0)


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
        await asyncio.to_thread(server.start)
        assert set((await fresh(url, server.header)).keys(ROOT)) == ada.sent
        await ada.leave()
        await bob.leave()
