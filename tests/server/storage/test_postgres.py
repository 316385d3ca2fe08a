"""What only PostgreSQL has: several processes, which hear of each other, and can do without hearing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from footlights.live import Entry, Limits, News, Room, Who, seals
from footlights.server.storage import Store, open_store
from footlights.server.storage import postgres as module
from tests.live.memory import ADA, BOB, Peer
from tests.support.postgres import Database, Postgres


@pytest.fixture
async def two(fresh_database: Database) -> AsyncIterator[tuple[Store, Store]]:
    """Two stores on one database, opened at once: one of them makes the tables."""
    first, second = await asyncio.gather(open_store(fresh_database.plain), open_store(fresh_database.url))
    await first.create("board", "Board", b"", ADA)
    yield first, second
    await first.close()
    await second.close()


async def rooms(two: tuple[Store, Store]) -> tuple[Room, Room]:
    one, other = (Room("board", store.log, settings=Limits(compact_every=15)) for store in two)
    await one.open()
    await other.open()
    return one, other


async def test_people_of_two_processes_see_each_other_and_their_work(two: tuple[Store, Store]) -> None:
    one, other = await rooms(two)
    ada, bob = Peer(one), Peer(other, BOB)
    await ada.settled()
    await bob.settled()
    for number in range(20):
        ada.put(f"a{number}")
        bob.put(f"b{number}")
        await asyncio.sleep(0.002)
    ada.put("large", "x" * 20_000)  # more than fits into a message
    await ada.until(lambda: len(ada.keys()) == 41, 10)
    await bob.until(lambda: len(bob.keys()) == 41, 10)
    await ada.settled()
    await bob.settled()
    assert one.seq == other.seq == 41
    ada.say(7, 1, {"at": {"address": "cards/a1"}})
    await bob.until(lambda: bob.presence.get(7, {}).get("user") == {"id": "ada", "name": "Ada"}, 10)
    await ada.leave()
    await bob.leave()
    await one.close()
    await other.close()
    snapshot, rows = await two[0].log.read("board")
    assert snapshot is not None, "and one of them put the entries together"
    assert seals("board", snapshot), "and kept what it knew of them"
    assert (rows[-1].seq if rows else snapshot.seq) == 41


async def test_without_a_single_message_the_poll_brings_the_news(two: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_POLL_S", 0.1)
    monkeypatch.setattr(module.Postgres, "_heard", lambda *_: None)
    second = await open_store(two[0]._database.plain)  # type: ignore[attr-defined]  # listens with the deaf ear
    room, other = Room("board", second.log), Room("board", two[1].log)
    await room.open()
    await other.open()
    ada, bob = Peer(room), Peer(other, BOB)
    await ada.settled()
    await bob.settled()
    bob.put("b")
    await ada.until(lambda: ada.keys() == {"b"}, 10)
    for peer in (ada, bob):
        await peer.leave()
    await room.close()
    await other.close()
    await second.close()


async def test_two_processes_may_keep_what_they_know_at_once(two: tuple[Store, Store]) -> None:
    await two[0].log.append("board", [Entry(b"\0\0", ADA)])
    await two[0].log.compact("board", b"\0\0", 1)
    await asyncio.gather(*(store.log.keep_known("board", 1, b"%d" % n, b"seal") for n in range(10) for store in two))
    snapshot, _ = await two[0].log.read("board")
    assert snapshot is not None
    assert snapshot.known in {b"%d" % n for n in range(10)}


async def test_numbers_have_no_gaps_however_many_processes_write(two: tuple[Store, Store]) -> None:
    who = Who("x", "X")
    await two[0].create("second", "Second", b"", who)
    lasts = await asyncio.gather(
        *(store.log.append(id, [Entry(b"\0\0", who)] * 3) for _ in range(30) for store in two for id in ("board", "second"))
    )
    assert sorted(lasts) == sorted([*range(3, 181, 3)] * 2)
    for id in ("board", "second"):
        assert [row.seq for row in (await two[0].log.read(id))[1]] == list(range(1, 181))


async def test_a_connection_that_is_cut_is_made_anew(two: tuple[Store, Store], postgres: Postgres, fresh_database: Database) -> None:
    heard: list[News] = []
    end = two[1].log.subscribe("board", heard.append, lambda _: None)
    postgres.do(
        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()",
        database=fresh_database,
    )
    for _ in range(100):
        try:
            assert await two[0].log.append("board", [Entry(b"\0\0", ADA)]) == 1
            break
        except module.CannotSave as away:
            assert away.why == "database-away"
            await asyncio.sleep(0.05)
    async with asyncio.timeout(10):
        while not heard:  # noqa: ASYNC110 - a list tells nobody
            await asyncio.sleep(0.05)
    assert heard[-1].last == 1
    assert (await two[1].document("board")) is not None
    end()


async def test_a_commit_waits_for_the_disk_whatever_the_server_is_set_to(two: tuple[Store, Store]) -> None:
    database = two[0]._database
    assert isinstance(database, module.Postgres)
    await two[0].log.append("board", [Entry(b"\0\0", ADA)])
    assert database._writer is not None
    assert await database._writer.fetchval("show synchronous_commit") == "on"
    assert await database.read(lambda connection: connection.exec_driver_sql("show synchronous_commit").scalar()) == "on"
