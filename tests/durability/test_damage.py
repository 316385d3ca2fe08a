"""P20: whatever is damaged in the store, the newest state that verifies opens, what is missing is said, and no board is shown empty."""

from __future__ import annotations

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from footlights.live import CannotSave, Entry, Room, Shared, Who, merge
from footlights.live.compaction import keep_known
from footlights.live.known import Known
from footlights.live.structure import read_update
from footlights.model import FootlightsError
from footlights.server.storage import open_store
from tests.durability.serving import LONG

ADA, BOB = Who("ada", "Ada"), Who("bob", "Bob")
TABLES = {"entries": "seq", "snapshots": "seq", "volumes": "first", "known": "seq"}


@pytest.fixture
async def whole(tmp_path: Path) -> Path:
    """A board with three snapshots, what was known of the last, three volumes and a tail, by two people who don't build on each other."""
    path = tmp_path / "whole.sqlite"
    store = await open_store(f"sqlite:///{path}")
    await store.create("board", "Board", b"", ADA)
    ada, bob = Shared(client=1), Shared(client=2)
    updates: list[bytes] = []
    for number in range(50):
        shared, who = (ada, ADA) if number % 2 else (bob, BOB)
        updates.append(shared.change(lambda s, n=number: s.map("cards").__setitem__(f"k{n}", "x" * 30)))
        await store.log.append("board", [Entry(updates[-1], who)])
        if number in {14, 29, 39}:
            await store.log.compact("board", merge(updates), number + 1)
            known = Known()
            known.admit(read_update(merge(updates)))
            await keep_known(store.log, "board", number + 1, merge(updates), known, known.vector)
    await store.close()
    return path


async def look(path: Path) -> tuple[int, list[str], int]:
    """How many cards there are, what is said to be wrong when it opens, and how much the doctor finds."""
    store = await open_store(f"sqlite:///{path}")
    try:
        room = Room("board", store.log)
        await room.open()
        cards, told = len(list(room.shared.keys("cards"))), [one.what for one in room.troubles]
        seq = await room.change(lambda shared: shared.change(lambda s: s.map("cards").__setitem__("new", 1)), ADA)
        assert seq == room.seq == 51, "and it can be worked on"
        await room.close()
        return cards, told, len(await store.doctor())
    finally:
        await store.close()


async def test_any_one_damaged_row_leaves_everything_that_does_not_need_it(whole: Path, tmp_path: Path) -> None:
    assert await look(_copy(whole, tmp_path)) == (50, [], 0)
    with sqlite3.connect(whole) as database:
        rows = [(table, key) for table, name in TABLES.items() for (key,) in database.execute(f"select {name} from {table}")]
    database.close()
    assert len(rows) == 10 + 3 + 3 + 1
    for table, key in rows:
        path = _copy(whole, tmp_path)
        with sqlite3.connect(path) as database:
            database.execute(
                f"update {table} set data = cast(substr(data, 1, length(data) - 4) || x'00112233' as blob) where {TABLES[table]} = ?",
                (key,),
            )
        database.close()
        cards, told, _ = await look(path)
        newest = max(k for t, k in rows if t == "snapshots")
        if table == "entries":  # it, and what the same person wrote after it
            assert 40 <= cards < 50, (table, key)
            assert any("not what was written" in one for one in told)
        else:
            assert cards == 50, (table, key)
            assert bool(told) == (table == "snapshots" and key == newest), (table, key, told)


async def test_entries_that_were_deleted_are_missed(whole: Path, tmp_path: Path) -> None:
    path = _copy(whole, tmp_path)
    with sqlite3.connect(path) as database:
        database.execute("delete from entries where seq in (45, 46)")
    database.close()
    cards, told, found = await look(path)
    assert 40 <= cards < 50
    assert any("entries 45 to 46 are not there" in one for one in told)
    assert found


async def test_with_every_snapshot_damaged_the_volumes_have_it_all(whole: Path, tmp_path: Path) -> None:
    path = _copy(whole, tmp_path)
    with sqlite3.connect(path) as database:
        database.execute("update snapshots set data = x'00'")
    database.close()
    cards, told, _ = await look(path)
    assert (cards, len(told)) == (50, 3)


@pytest.mark.parametrize(
    "damage",
    [
        "data = cast(substr(data, 1, length(data) - 4) || x'00112233' as blob)",
        "data = x''",
        "data = 'a text'",
        "seal = x'00'",
        "seq = 30",
        "seq = 7",
        "document = 'desk'",
    ],
)
async def test_what_was_known_costs_only_time_when_it_is_damaged(
    whole: Path, tmp_path: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    path = _copy(whole, tmp_path)
    store = await open_store(f"sqlite:///{path}")
    await store.create("desk", "Desk", b"", ADA)
    await store.log.append("desk", [Entry(Shared(client=3).change(lambda s: s.map("cards").__setitem__("d", 1)), ADA)])
    await store.log.compact("desk", (await store.log.read("desk"))[1][0].update, 1)
    await store.close()
    with sqlite3.connect(path) as database:
        assert database.execute(f"update known set {damage}").rowcount == 1
        if damage.startswith("document"):
            database.execute("update known set seq = 1")
    database.close()
    store = await open_store(f"sqlite:///{path}")
    room = Room("desk" if damage.startswith("document") else "board", store.log)
    await room.open()
    assert (len(list(room.shared.keys("cards"))), room.troubles) == ((1 if damage.startswith("document") else 50), ())
    assert ("opens slowly" in caplog.text) == (not damage.startswith("seq")), "an older snapshot's isn't even looked at"
    await room.close()
    found = await store.doctor()
    assert [one.mended for one in found] == ([] if damage.startswith("seq") else [True])
    assert await store.doctor() == [], "it is gone, and made again when there is the next snapshot"
    await store.close()


async def test_the_damaged_bytes_are_kept(whole: Path, tmp_path: Path) -> None:
    path = _copy(whole, tmp_path)
    with sqlite3.connect(path) as database:
        database.execute("update entries set data = x'0bad' where seq = 44")
    database.close()
    await look(path)
    with sqlite3.connect(path) as database:
        assert (44, b"\x0b\xad") in list(database.execute("select seq, data from set_aside where kind = 'entry'"))
    database.close()


async def test_a_flipped_byte_anywhere_in_the_file_is_noticed_or_harmless(whole: Path, tmp_path: Path) -> None:
    """The file itself this time. What is in the list (title, times) has no checksum; the board and its log have."""
    data, chance = whole.read_bytes(), random.Random(20)  # noqa: ASYNC240
    noticed = 0
    for _ in range(1000 if LONG else 60):
        flipped = bytearray(data)
        flipped[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path = _copy(whole, tmp_path)
        path.write_bytes(flipped)
        try:
            cards, told, found = await look(path)
        except (FootlightsError, CannotSave):
            noticed += 1
            continue
        assert cards == 50 or told or found, "silent"
        assert cards > 0 or told, "an empty board, and nothing said"
        noticed += bool(told or found)
    assert noticed > (50 if LONG else 1)


def _copy(whole: Path, tmp_path: Path) -> Path:
    path = tmp_path / "damaged.sqlite"
    for left in tmp_path.glob("damaged.sqlite*"):
        left.unlink()
    shutil.copy(whole, path)
    return path


@pytest.mark.parametrize("words", [b"CREATE TABLE documents", b"CREATE TABLE alembic_version", b"CREATE TABLE entries"])
async def test_a_table_of_tables_that_is_no_utf8_any_more_is_said(whole: Path, tmp_path: Path, words: bytes) -> None:
    """Found by flipping bytes: SQLite then complains in words that Python can't decode."""
    data = bytearray(whole.read_bytes())  # noqa: ASYNC240
    at = data.find(words)
    assert at > 0
    data[at + 2] = 0xCE
    path = _copy(whole, tmp_path)
    path.write_bytes(data)
    with pytest.raises((FootlightsError, CannotSave)):
        await look(path)
