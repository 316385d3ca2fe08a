"""Opening from the log: nothing in the log keeps a document shut, and what can't be used is kept and told."""

from __future__ import annotations

import asyncio
import sys

import pytest

from footlights.live import CannotSave, Limits, Room, Row, Shared, Snapshot, checksum, merge
from footlights.live import opening as opening_module
from footlights.live.opening import opened, survives
from tests.live.memory import ADA, MemoryLog, Peer
from tests.live.updates import honest


def row(seq: int, update: bytes, kept: bytes | None = None) -> Row:
    return Row(seq, update, ADA, "2026-11-22T10:00:00Z", kept or checksum("board", seq, update))


def writes(count: int, client: int = 7) -> list[bytes]:
    shared = Shared(client=client)
    return [shared.change(lambda s, n=n: s.map("cards").__setitem__(f"k{client}-{n}", n)) for n in range(count)]


def log_of(*rows: Row) -> MemoryLog:
    log = MemoryLog()
    log.rows["board"], log.heads["board"] = list(rows), rows[-1].seq if rows else 0
    return log


async def test_an_empty_log_is_an_empty_document() -> None:
    found = await opened(MemoryLog(), "board")
    assert (found.seq, found.tail, found.troubles) == (0, 0, ())


async def test_a_damaged_entry_is_set_aside_and_all_that_does_not_need_it_opens() -> None:
    mine, theirs = writes(3), writes(3, client=8)
    log = log_of(*(row(2 * n + 1, u) for n, u in enumerate(mine)), *(row(2 * n + 2, u) for n, u in enumerate(theirs)))
    log.rows["board"].sort()
    log.rows["board"][2] = row(3, b"\x00" + mine[1][1:], log.rows["board"][2].checksum)
    found = await opened(log, "board")
    assert set(found.shared.keys("cards")) == {"k7-0", "k8-0", "k8-1", "k8-2"}
    assert [(one.seq, "not what was written" in one.what, "is missing" in one.what) for one in found.troubles] == [
        (3, True, False),
        (5, False, True),
    ]
    assert found.seq == 6
    assert log.aside["board"][0][3] == b"\x00" + mine[1][1:], "its bytes are kept"
    again = await opened(log, "board")
    assert again.troubles == found.troubles


async def test_a_gap_in_the_log_is_told() -> None:
    updates = writes(2) + writes(2, client=8)
    found = await opened(log_of(row(1, updates[0]), row(2, updates[1]), row(6, updates[2]), row(7, updates[3])), "board")
    assert len(list(found.shared.keys("cards"))) == 4
    assert [one.what for one in found.troubles] == ["entries 3 to 5 are not there"]
    log = log_of(row(1, updates[0]))
    log.heads["board"] = 9
    found = await opened(log, "board")
    assert ([one.what for one in found.troubles], found.seq) == (["entries 2 to 9 are not there"], 9)


async def test_a_damaged_snapshot_is_set_aside_and_the_entries_are_used() -> None:
    updates = writes(4)
    log = log_of(*(row(n, u) for n, u in enumerate(updates, 1)))
    log.snapshots["board"] = Snapshot(3, merge(updates[:3])[:-1], b"wrong")
    found = await opened(log, "board")
    assert set(found.shared.keys("cards")) == {f"k7-{n}" for n in range(4)}
    assert [one.what for one in found.troubles] == ["it is not what was written: the disk or somebody's hand has changed it"]


@pytest.fixture
def poisoned(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """An update that ends the process which takes it in: here that it does so is arranged, for we know of none that does."""
    poison = Shared(client=66).change(lambda s: s.map("cards").__setitem__("POISON", 1))

    async def arranged(updates: list[bytes]) -> bool:
        return not any(b"POISON" in update for update in updates)

    monkeypatch.setattr(opening_module, "survives", arranged)
    return poison


async def test_an_entry_that_ended_the_process_is_found_and_set_aside(poisoned: bytes) -> None:
    updates = writes(9)
    rows = [row(n, u) for n, u in enumerate([*updates[:5], poisoned, *updates[5:]], 1)]
    log = log_of(*rows)
    log.marks["board"] = "somebody who never came back"
    found = await opened(log, "board")
    assert set(found.shared.keys("cards")) == {f"k7-{n}" for n in range(9)}
    assert [tuple(one) for one in found.troubles] == [(6, "reading it ended the process")]
    assert log.aside["board"][0][3] == poisoned
    assert log.marks["board"] is None


async def test_a_snapshot_that_ended_the_process_gives_way_to_the_entries(poisoned: bytes) -> None:
    updates = writes(3)
    log = log_of(*(row(n, u) for n, u in enumerate(updates, 1)))
    bad = merge([*updates, poisoned])
    log.snapshots["board"] = Snapshot(3, bad, checksum("board", 3, bad))
    log.marks["board"] = "somebody who never came back"
    found = await opened(log, "board")
    assert len(list(found.shared.keys("cards"))) == 3
    assert [one.seq for one in found.troubles] == [3]


async def test_without_the_mark_nothing_is_tried_out(poisoned: bytes) -> None:
    log = log_of(row(1, poisoned))
    assert (await opened(log, "board")).troubles == ()


async def test_a_trial_tells_what_lives_from_what_dies(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, updates = honest(1)
    assert await survives([whole, *updates, b"garbage is refused, and that is fine"])
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert not await survives([whole])
    monkeypatch.undo()
    monkeypatch.setattr(opening_module, "_TRIAL_S", 0.001)
    assert not await survives([whole])


async def test_a_room_whose_document_stumbles_reads_its_log_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    log = MemoryLog()
    room = Room("board", log, settings=Limits(retry=0.01))
    await room.open()
    ada = Peer(room)
    await ada.settled()
    ada.put("a")
    await ada.settled()

    def stumble(_: bytes) -> None:
        raise RuntimeError("as if the library had panicked")

    monkeypatch.setattr(room.shared, "apply", stumble)
    ada.put("b")
    await ada.wire.closed.wait()
    assert ada.code == 1012
    refused = Peer(room)
    await refused.wire.closed.wait()
    assert refused.code == 1012, "not while it is read anew"
    async with asyncio.timeout(20):
        while room._ledger.reading:  # noqa: ASYNC110 - nothing tells when it is done
            await asyncio.sleep(0.02)
    again = Peer(room)
    await again.settled()
    await again.until(lambda: again.keys() == {"a", "b"})
    assert room.projection.shared is room.shared
    seq = await room.change(lambda shared: shared.change(lambda s: s.map("cards").__setitem__("c", 1)), ADA)
    assert seq == 3
    for peer in (ada, refused, again):
        await peer.leave()
    await room.close()


async def test_a_log_that_is_away_keeps_the_room_shut_and_says_why() -> None:
    class Away(MemoryLog):
        async def mark_opening(self, document: str, mark: str | None) -> str | None:
            raise CannotSave("database-away")

    room = Room("board", Away())
    with pytest.raises(CannotSave) as caught:
        await room.open()
    assert caught.value.why == "database-away"


async def test_what_others_write_while_it_opens_is_not_taken_for_a_gap() -> None:
    mine, theirs = writes(2), writes(2, client=8)
    log = log_of(row(1, mine[0]), row(2, mine[1]))

    class Meanwhile(MemoryLog):
        async def read(self, document: str, after: int = 0) -> tuple[Snapshot | None, list[Row]]:
            found = await super().read(document, after)
            self.rows["board"] = [*self.rows["board"][:2], row(3, theirs[0]), row(4, theirs[1])]
            self.heads["board"] = 4
            return found

    log.__class__ = Meanwhile
    found = await opened(log, "board")
    assert (found.seq, found.troubles) == (2, ())
    room = Room("board", log)
    log.__class__ = MemoryLog
    await room.open()
    assert len(set(room.shared.keys("cards"))) == 4
    await room.close()
