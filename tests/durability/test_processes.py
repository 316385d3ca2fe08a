"""P7, P8: several processes on one PostgreSQL never part a document, and PostgreSQL may go away and come back."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from footlights.live import Who
from footlights.model import FootlightsError
from footlights.server.storage import open_store
from tests.durability.editor import ROOT, Editor, fresh
from tests.durability.serving import LONG, Server
from tests.support.postgres import Database, Postgres, running_postgres

ADA = Who("ada", "Ada")


async def typing(editor: Editor, pace_s: float) -> None:
    while True:
        await editor.mark()
        await asyncio.sleep(pace_s)


@pytest.mark.slow
@pytest.mark.timeout(400 if LONG else 120)
async def test_two_processes_never_part_a_document(tmp_path: Path, fresh_database: Database) -> None:
    """P7. One is killed, its people move to the other; one is stopped dead for a while, and wakes up with old news."""
    one, two = (Server(tmp_path / name, fresh_database.plain) for name in ("one", "two"))
    await asyncio.gather(asyncio.to_thread(one.start), asyncio.to_thread(two.start))  # both make the tables; one of them does
    one.make()
    place = {"home": one}
    here = [Editor(lambda: place["home"].socket(), one.header, f"h{number}") for number in range(3)]  # noqa: PLW0108 - home moves
    there = [Editor(two.socket(), two.header, f"t{number}") for number in range(3)]
    everyone = [*here, *there]
    hands = [asyncio.create_task(typing(editor, 0.02)) for editor in everyone]
    try:
        await there[0].until(lambda: len(there[0].marks & here[0].sent) > 20)  # they see each other's work
        await asyncio.to_thread(one.end, signal.SIGKILL)
        place["home"] = two
        await here[0].until(here[0].synced.is_set, 15)
        await asyncio.sleep(0.5)
        await asyncio.to_thread(one.start)
        place["home"] = one
        for editor in here:
            editor.online = False
        await asyncio.sleep(0.3)
        for editor in here:
            editor.online = True
        await here[0].until(here[0].synced.is_set, 15)
        two.process.send_signal(signal.SIGSTOP)  # type: ignore[union-attr]
        await asyncio.sleep(60 if LONG else 1.5)
        two.process.send_signal(signal.SIGCONT)  # type: ignore[union-attr]
        await asyncio.sleep(0.5)
    finally:
        for hand in hands:
            hand.cancel()
        await asyncio.gather(*hands, return_exceptions=True)
    for editor in everyone:
        await editor.settled(60)
    sent = set().union(*(editor.sent for editor in everyone))
    for editor in everyone:
        await editor.until(lambda editor=editor: editor.marks == sent)
        await editor.leave()
    for server in (one, two):
        assert set((await fresh(server.socket(), server.header)).keys(ROOT)) == sent
        await asyncio.to_thread(server.end)
    assert len(sent) > 200
    store = await open_store(fresh_database.plain)
    _, rows = await store.log.read("board", 1)
    assert [row.seq for row in rows] == list(range(2, 2 + len(rows))), "no number is missing or there twice"
    assert await store.doctor() == []
    await store.close()


@pytest.fixture
def safe_postgres() -> Iterator[Postgres]:
    """A server of its own that writes as carefully as in real life, to be crashed."""
    with running_postgres(safe=True) as server:
        yield server


@pytest.mark.slow
@pytest.mark.pg
@pytest.mark.timeout(900 if LONG else 120)
async def test_postgresql_may_crash_and_come_back(tmp_path: Path, safe_postgres: Postgres) -> None:
    """P8."""
    database = safe_postgres.create()
    async with Server(tmp_path, database.plain) as server:
        url = server.make()
        editors = [Editor(url, server.header, f"e{number}") for number in range(3)]
        hands = [asyncio.create_task(typing(editor, 0.03)) for editor in editors]
        for round_ in range(10 if LONG else 1):
            await asyncio.sleep(0.7)
            await asyncio.to_thread(safe_postgres.stop, "immediate")
            await editors[0].until(lambda round_=round_: len(editors[0].said("cannot-save")) > round_, 5)
            held = set(editors[0].saved)
            await asyncio.sleep(20 if LONG else 1.0)
            assert editors[0].saved == held, "nothing is acknowledged while the database is away"
            await asyncio.to_thread(safe_postgres.start)
            await editors[0].until(lambda round_=round_: len(editors[0].said("can-save")) > round_, 10)
        for hand in hands:
            hand.cancel()
        await asyncio.gather(*hands, return_exceptions=True)
        for editor in editors:
            await editor.settled()
            assert editor.codes == [], "nobody's connection broke"
        sent = set().union(*(editor.sent for editor in editors))
        assert set((await fresh(url, server.header)).keys(ROOT)) == sent
        assert server.running
        for editor in editors:
            await editor.leave()


async def test_a_second_process_on_a_sqlite_file_is_refused_in_plain_words(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'store.sqlite'}"
    first = await open_store(address)
    await first.create("board", "Board", b"", ADA)
    with pytest.raises(FootlightsError, match="another footlights") as refused:
        await open_store(address)
    assert "PostgreSQL" in refused.value.hint
    await first.close()
    again = await open_store(address)
    assert await again.document("board") is not None
    await again.close()
