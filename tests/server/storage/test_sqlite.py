"""SQLite's write-ahead log stays short, however busy it is, and the thread that writes goes on whatever happens in it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from footlights.live import CannotSave, Entry, Who
from footlights.server.storage import open_store, sqlite

ADA = Who("ada", "Ada")


async def test_a_log_that_is_never_quiet_is_brought_into_the_file_between_two_commits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_CHECKPOINT_PAGES", 40)
    path = tmp_path / "store.sqlite"
    store = await open_store(f"sqlite:///{path}")
    await store.create("board", "Board", b"", ADA)
    database: Any = store._database
    database._tidying.submit = lambda _: None  # it never gets a turn
    for number in range(300):
        if number % 50 == 49:
            database._long = True
        assert await store.log.append("board", [Entry(bytes(2000), ADA)]) == number + 1
    for _ in range(500):  # the last of them is brought in behind the answer
        if not database._long:
            break
        await asyncio.sleep(0.01)
    assert not database._long
    wal = await asyncio.to_thread(lambda: path.with_name("store.sqlite-wal").stat().st_size)
    assert wal < 300 * 4_150 * 3 // 2, "three or four pages a commit, but six times they were brought in and it was begun anew"
    await store.close()


async def test_a_fault_in_the_thread_that_writes_costs_one_try(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = await open_store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    await store.create("board", "Board", b"", ADA)

    def stumble(*_: object) -> list[int]:
        raise ZeroDivisionError("a fault of ours")

    with monkeypatch.context() as fault:
        fault.setattr(sqlite, "_appended", stumble)
        with pytest.raises(CannotSave) as refused:
            await store.log.append("board", [Entry(b"\0\0", ADA)])
        assert refused.value.why == "database-away"
    assert await store.log.append("board", [Entry(b"\0\0", ADA)]) == 1
    await store.close()
