"""P1, P1c: whatever was acknowledged, or seen by anybody else, is there after kill -9; a polite stop loses nothing that was sent."""

from __future__ import annotations

import asyncio
import random
import signal
from pathlib import Path

import pytest

from tests.durability.editor import ROOT, Editor, fresh
from tests.durability.serving import LONG, Server

ROUNDS = 100 if LONG else 4
EDITORS = 8


async def typing(editor: Editor, pace_s: float) -> None:
    while True:
        await editor.mark()
        await asyncio.sleep(pace_s)


@pytest.mark.slow
@pytest.mark.timeout(1800 if LONG else 120)
async def test_nothing_acknowledged_or_seen_is_lost_by_kill_9(tmp_path: Path) -> None:
    """P1. Each round's editors are thrown away, so that nobody heals a loss by bringing it again."""
    chance = random.Random(9)
    server = Server(tmp_path)
    server.start()
    url = server.make()
    acknowledged: set[str] = set()
    sent: set[str] = set()
    slowest = 0.0
    for round_ in range(ROUNDS):
        editors = [Editor(url, server.header, f"r{round_}e{number}") for number in range(EDITORS)]
        hands = [asyncio.create_task(typing(editor, 0.01)) for editor in editors]
        await asyncio.sleep(chance.uniform(0.2, 0.7))
        await asyncio.to_thread(server.end, signal.SIGKILL)
        for hand in hands:
            hand.cancel()
        await asyncio.gather(*hands, return_exceptions=True)
        for editor in editors:
            await editor.leave()
            acknowledged |= editor.saved | (editor.marks - editor.sent)
            sent |= editor.sent
        slowest = max(slowest, await asyncio.to_thread(server.start))
        there = set((await fresh(url, server.header)).keys(ROOT))
        assert not acknowledged - there, f"round {round_}: {len(acknowledged - there)} of {len(acknowledged)} are lost"
        assert not there - sent, "and none was invented"
    assert len(acknowledged) > ROUNDS * 20, "too few to prove anything"
    assert slowest <= (10 if LONG else 30), "the short form may run on a busy machine"
    title = await asyncio.to_thread(server.ask, "GET", "/api/documents/board")
    assert title["seq"] >= len(acknowledged) // EDITORS
    await asyncio.to_thread(server.end)


@pytest.mark.slow
async def test_a_polite_stop_loses_nothing_that_was_sent(tmp_path: Path) -> None:
    """P1c. The editors stay, and bring to the next process what the last one did not acknowledge."""
    server = Server(tmp_path)
    server.start()
    url = server.make()
    editors = [Editor(url, server.header, f"e{number}") for number in range(EDITORS)]
    hands = [asyncio.create_task(typing(editor, 0.01)) for editor in editors]
    stopping = []
    for _ in range(10 if LONG else 2):
        await asyncio.sleep(0.8)
        stopping.append(await asyncio.to_thread(server.end, signal.SIGTERM))
        await asyncio.to_thread(server.start)
    await asyncio.sleep(0.3)
    for hand in hands:
        hand.cancel()
    for editor in editors:
        await editor.settled()
    sent = set().union(*(editor.sent for editor in editors))
    shared = await fresh(url, server.header)
    assert set(shared.keys(ROOT)) == sent
    assert len(sent) > 300
    assert max(stopping) <= 10
    for editor in editors:
        await editor.until(lambda editor=editor: editor.marks == sent)
        await editor.leave()
    await asyncio.to_thread(server.end)
