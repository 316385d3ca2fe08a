"""P14: hostile clients hurt only themselves. Against the real server: it lives, stays small, and honest people go on."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from footlights.live import Shared, merge
from footlights.live.frames import OURS, STEP1, SYNC, UPDATE, awareness_frame, read_frame, sync_frame, written_bytes, written_number
from tests.durability.editor import Editor
from tests.durability.serving import LONG, Server
from tests.live.updates import honest, mutated

MUTATIONS = 10_000 if LONG else 150
SEEDS = 10 if LONG else 2


async def strange(line: ClientConnection, kind: str, chance: random.Random) -> None:
    """One kind of bad manners."""
    if kind == "huge":
        await line.send(sync_frame(UPDATE, os.urandom(3 << 20)))
    elif kind == "many":
        for _ in range(5_000):
            await line.send(sync_frame(UPDATE, b"\x00\x00"))
    elif kind == "questions":
        for _ in range(2_000):
            await line.send(sync_frame(STEP1, b"\x00"))
    elif kind == "presence":
        for clock in range(2_000):
            raw = b'{"x":"' + b"y" * 40_000 + b'"}'
            body = written_number(1) + written_number(chance.randrange(2**32)) + written_number(clock) + written_bytes(raw)
            await line.send(awareness_frame(body))
    elif kind == "text":
        await line.send("words")
    elif kind == "vectors":
        await line.send(sync_frame(STEP1, b"\xff\xff\x03" + os.urandom(500)))
    elif kind == "pieces":  # as many items as fit
        count = 500_000
        await line.send(sync_frame(UPDATE, b"\x01" + written_number(count) + b"\x05\x00" + b"\x00\x01" * count + b"\x00"))
    elif kind == "never-ending":
        await line.send(chunk async for chunk in endless())
    elif kind == "garbage":
        for _ in range(100):
            await line.send(os.urandom(chance.randrange(1, 400)))
    else:
        raise AssertionError(kind)


async def endless():  # type: ignore[no-untyped-def]
    for _ in range(200):
        yield bytes(100_000)


KINDS = ("huge", "many", "questions", "presence", "text", "vectors", "pieces", "never-ending", "garbage")


@pytest.mark.slow
@pytest.mark.timeout(900 if LONG else 120)
@pytest.mark.skipif(sys.platform != "linux", reason="the server's memory is read from /proc")
async def test_bad_manners_end_with_who_has_them(tmp_path: Path) -> None:
    chance = random.Random(14)
    async with Server(tmp_path) as server:
        url = server.make()
        ada, bob = (Editor(url, server.header, name) for name in ("ada", "bob"))
        await ada.mark(5000)
        await ada.settled()
        before = server.memory()
        for kind in [*KINDS * (5 if LONG else 1)]:
            with contextlib.suppress(WebSocketException, OSError, TimeoutError):
                async with asyncio.timeout(20), connect(url, additional_headers=server.header, max_size=None, compression=None) as line:
                    await strange(line, kind, chance)
                    await asyncio.wait_for(line.wait_closed(), 1 if kind == "presence" else 5)
            assert server.running, kind
            mark = await ada.mark()
            began = time.monotonic()
            await bob.until(lambda mark=mark: mark in bob.marks, 5)
            assert time.monotonic() - began <= 5, kind
        deaf = [await connect(url, additional_headers=server.header, compression=None, max_queue=1) for _ in range(5)]
        for _ in range(40):  # they never read
            await ada.mark(20_000)
            await asyncio.sleep(0.02)
        await bob.until(lambda: ada.sent <= bob.marks)
        for line in deaf:
            line.transport.abort()
        assert server.memory() - before < 300 << 20
        assert ada.codes == bob.codes == []
        await ada.leave()
        await bob.leave()


def shown(shared: Shared) -> str:
    """What stands there, as text: some of what strangers write (NaN) is not equal to itself."""
    return json.dumps([shared.read("cards"), shared.read("sources")], sort_keys=True)


async def answers(url: str, header: dict[str, str], updates: list[bytes]) -> list[str]:
    """What the server says to each: saved, refused, or that it lacks something. Who was refused connects anew."""
    told: list[str] = []
    while len(told) < len(updates):
        await asyncio.sleep(0.02)  # the server doesn't let anybody knock much faster
        async with connect(url, additional_headers=header, max_size=None, compression=None) as line:
            frames = 0
            while len(told) < len(updates) and (not told or frames == 0 or told[-1] == "saved"):
                await line.send(sync_frame(UPDATE, updates[len(told)]))
                frames += 1
                told.append(await _answer(line, frames))
    return told


async def _answer(line: ClientConnection, number: int) -> str:
    asked = 0
    while True:
        data = await asyncio.wait_for(line.recv(), 20)
        assert isinstance(data, bytes)
        frame = read_frame(data)
        if frame.kind == SYNC and frame.step == STEP1:
            asked += 1
            if number > 1 or asked > 1:  # the first one is a greeting
                return "missing"
        elif frame.kind == OURS:
            message = json.loads(frame.body)
            if message["t"] == "refused" or (message["t"] == "saved" and message["n"] == number):
                return str(message["t"])


@pytest.mark.slow
@pytest.mark.timeout(7200 if LONG else 120)
async def test_mutated_updates_kill_nobody_and_poison_nothing(tmp_path: Path) -> None:
    async with Server(tmp_path, limits="updates_per_s=100000 bytes_per_s=1e9") as server:
        url, other = server.make("board"), server.make("other")
        ada, bob = (Editor(url, server.header, name) for name in ("ada", "bob"))
        far = Editor(other, server.header, "far")
        await far.mark()
        await far.settled()
        whole, updates = honest(1)
        await ada.synced.wait()
        ada.shared.apply(whole)
        await ada._send(whole, set(), UPDATE)
        answered: Counter[str] = Counter()
        for seed in range(SEEDS):
            chance = random.Random(seed)
            base = [whole, *updates * 2]
            for answer in await answers(url, server.header, [mutated(chance, chance.choice(base)) for _ in range(MUTATIONS)]):
                answered[answer] += 1
            assert server.running
            mark = await ada.mark()
            await bob.until(lambda mark=mark: mark in bob.marks, 5)
        assert answered["refused"] > MUTATIONS * SEEDS // 4, "the server looked at them"
        assert answered["saved"], "a server that takes nothing proves nothing"
        assert answered.total() == MUTATIONS * SEEDS
        assert far.codes == [], "the other room noticed nothing"
        await ada.settled()
        await bob.until(lambda: shown(bob.shared) == shown(ada.shared))
        await asyncio.to_thread(server.end)
        await asyncio.to_thread(server.start)  # and what was let through opens again
        fresh_one = Editor(url, server.header, "fresh")
        await fresh_one.synced.wait()
        assert shown(fresh_one.shared) == shown(ada.shared)
        assert shown(Shared(merge([fresh_one.shared.update_since(None)]))) == shown(ada.shared)
        for editor in (ada, bob, far, fresh_one):
            await editor.leave()
