"""The room: what goes in is checked, committed, and only then seen by anybody."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from pycrdt import Map, Text

from footlights.live import CannotSave, Limits, Room, Shared, merge
from footlights.live.frames import STEP1, sync_frame
from tests.live.memory import ADA, BOB, MemoryLog, Peer, Process


@pytest.fixture
def log() -> MemoryLog:
    return MemoryLog()


@pytest.fixture
async def room(log: MemoryLog) -> AsyncIterator[Room]:
    room = Room("board", log)
    await room.open()
    yield room
    await room.close()


async def test_what_one_types_the_others_see_and_it_is_acknowledged(room: Room, log: MemoryLog) -> None:
    ada, bob = Peer(room), Peer(room, BOB)
    await ada.settled()
    number = ada.put("a")
    await ada.until(lambda: ada.saved == number)
    await bob.until(lambda: bob.keys() == {"a"})
    assert [row.who for row in log.rows["board"]] == [ADA]
    assert room.seq == 1
    assert ada.updates == 0, "nobody hears their own"
    assert ada.messages[0] | {"client": "", "version": ""} == {
        "t": "hello", "client": "", "seq": 0, "may": "edit", "name": "Ada", "format": 1, "version": "",
    }  # fmt: skip
    await ada.leave()
    await bob.leave()


async def test_nothing_is_seen_or_acknowledged_before_it_is_committed(room: Room, log: MemoryLog) -> None:
    ada, bob = Peer(room), Peer(room, BOB)
    await ada.settled()
    await bob.settled()
    log.pause = asyncio.Event()
    number = ada.put("a")
    await asyncio.sleep(0.05)
    late = Peer(room, BOB)
    await late.synced.wait()
    assert (ada.saved < number, bob.keys(), late.keys(), set(room.shared.keys("cards")), room.seq) == (True, set(), set(), set(), 0)
    log.pause.set()
    await ada.until(lambda: ada.saved == number)
    await bob.until(lambda: bob.keys() == {"a"})
    await late.until(lambda: late.keys() == {"a"})
    for peer in (ada, bob, late):
        await peer.leave()


async def test_a_frame_that_changes_nothing_is_acknowledged_and_not_written(room: Room, log: MemoryLog) -> None:
    ada = Peer(room)
    await ada.settled()
    ada.put("a")
    await ada.settled()
    whole = ada.shared.update_since(None)
    ada.update(whole)
    ada.update(b"\x00\x00")
    await ada.settled()
    assert len(log.rows["board"]) == 1
    again = Peer(room)  # its step 2 brings what everybody has
    await again.settled()
    assert len(log.rows["board"]) == 1
    await ada.leave()
    await again.leave()


async def test_many_at_once_go_into_few_commits(room: Room, log: MemoryLog) -> None:
    peers = [Peer(room, BOB) for _ in range(5)]
    for peer in peers:
        await peer.settled()
    before = log.appends
    for number, peer in enumerate(peers):
        for count in range(20):
            peer.put(f"{number}-{count}")
    for peer in peers:
        await peer.settled()
        await peer.until(lambda peer=peer: len(peer.keys()) == 100)
    assert log.appends - before < 30
    assert [row.seq for row in log.rows["board"]] == list(range(1, 101))
    for peer in peers:
        await peer.leave()


async def test_what_builds_on_something_missing_waits_for_the_rest(room: Room) -> None:
    ada, bob = Peer(room), Peer(room, BOB)
    await ada.settled()
    held = ada.shared.change(lambda shared: shared.map("cards").__setitem__("a", Map({"title": Text("x")})))
    ada.shared.change(lambda shared: shared.map("cards", "a")["title"].insert(1, "y"))
    number = ada.update(ada.shared.change(lambda shared: shared.map("cards", "a").__setitem__("b", 2)))
    await ada.until(lambda: ada.sent > number)  # the room asked for the rest, and got it
    await ada.settled()
    await bob.until(lambda: bob.shared.read("cards") == {"a": {"title": "xy", "b": 2.0}})
    assert held
    await ada.leave()
    await bob.leave()


async def test_an_acknowledgement_never_covers_a_frame_that_waits(room: Room, log: MemoryLog) -> None:
    ada = Peer(room)
    await ada.settled()
    first = ada.saved
    lost = ada.shared.change(lambda shared: shared.map("cards").__setitem__("lost", 1))
    late = ada.shared.change(lambda shared: shared.map("cards").__setitem__("late", 1))
    ada.answers = False
    hole = ada.update(late)
    other = Shared()
    ada.update(other.change(lambda shared: shared.map("cards").__setitem__("other", 1)))
    await ada.until(lambda: set(room.shared.keys("cards")) == {"other"})
    await asyncio.sleep(0.05)
    assert ada.saved < hole
    ada.answers = True
    ada.hear(sync_frame(STEP1, b"\x00"))
    await ada.settled()
    assert set(room.shared.keys("cards")) == {"other", "lost", "late"}
    assert first < hole
    assert lost
    await ada.leave()


async def test_who_may_only_look_changes_nothing(room: Room, log: MemoryLog) -> None:
    ada, guest = Peer(room), Peer(room, BOB, "view")
    await ada.settled()
    ada.put("a")
    await ada.settled()
    await guest.until(lambda: guest.keys() == {"a"})
    looking = Peer(room, BOB, "view")
    await looking.settled()  # its step 2 brought nothing: all is well
    guest.put("b")
    await guest.until(lambda: bool(guest.said("refused")))
    assert guest.said("refused")[0]["why"] == "read-only"
    assert guest.code is None
    guest.put("c")
    await guest.wire.closed.wait()
    assert guest.code == 4403
    assert set(room.shared.keys("cards")) == {"a"}
    assert len(log.rows["board"]) == 1
    for peer in (ada, guest, looking):
        await peer.leave()


@pytest.mark.parametrize(
    ("frame", "code", "why"),
    [
        (b"", 4400, "unreadable"),
        (b"\x00", 4400, "unreadable"),
        (b"\x00\x02\x05abc", 4400, "unreadable"),
        (b"\x00\x02\x03abc", 4400, "unreadable"),
        (b"\x00\x00\x03abc", 4400, "unreadable"),
        (b"\x00\x07\x00", 4400, "unreadable"),
        (b"\x00\x02" + b"\x81\x80\x40" + bytes(1 << 20), 4413, "too-large"),
    ],
)
async def test_a_frame_that_is_no_good_ends_only_its_own_connection(room: Room, frame: bytes, code: int, why: str) -> None:
    ada, bad = Peer(room), Peer(room, BOB)
    await ada.settled()
    await bad.settled()
    bad.send(frame)
    await bad.wire.closed.wait()
    await bad.until(lambda: bool(bad.said("refused")))
    assert (bad.code, bad.said("refused")[-1]["why"]) == (code, why)
    ada.put("a")
    await ada.settled()
    await ada.leave()
    await bad.leave()


async def test_unknown_kinds_of_frames_are_let_pass(room: Room) -> None:
    ada = Peer(room)
    ada.send(b"\x63abc")
    ada.send(b"\x02\x00\x00")
    ada.send(b"\x04\x02{}")
    ada.put("a")
    await ada.settled()
    assert ada.code is None
    await ada.leave()


async def test_who_sends_too_fast_is_let_go(log: MemoryLog) -> None:
    room = Room("board", log, settings=Limits(updates_per_s=10, burst=2))
    await room.open()
    ada = Peer(room)
    await ada.synced.wait()
    for number in range(30):
        ada.put(f"k{number}")
    await ada.wire.closed.wait()
    assert ada.code == 4429
    again = Peer(room)
    await again.synced.wait()
    assert 5 <= len(again.keys()) <= 20
    await ada.leave()
    await again.leave()
    await room.close()


async def test_who_does_not_read_is_let_go_and_costs_no_more_than_its_queue(log: MemoryLog) -> None:
    room = Room("board", log, settings=Limits(queue=100_000, updates_per_s=1e6, bytes_per_s=1e9))
    await room.open()
    ada, slow = Peer(room), Peer(room, BOB, most=1)
    slow._tasks[1].cancel()  # it hears nothing any more
    await ada.settled()
    for number in range(50):
        ada.put(f"k{number}", "x" * 10_000)
    await ada.settled()
    await asyncio.wait_for(slow.wire.closed.wait(), 8)
    assert slow.code == 4408
    assert room.members == 1
    await ada.leave()
    await room.close()


async def test_a_full_room_lets_nobody_else_in(log: MemoryLog) -> None:
    room = Room("board", log, settings=Limits(connections=1))
    await room.open()
    ada, bob = Peer(room), Peer(room, BOB)
    await bob.wire.closed.wait()
    assert bob.code == 4429
    await ada.leave()
    await bob.leave()
    await room.close()


async def test_a_document_grows_to_its_limit_and_no_further(log: MemoryLog) -> None:
    room = Room("board", log, settings=Limits(state=20_000))
    await room.open()
    ada = Peer(room)
    await ada.settled()
    ada.put("a", "x" * 15_000)
    await ada.settled()
    ada.put("b", "x" * 15_000)
    await ada.wire.closed.wait()
    assert ada.said("refused")[-1]["why"] == "full"
    assert set(room.shared.keys("cards")) == {"a"}
    await ada.leave()
    await room.close()


async def test_while_it_cannot_save_everybody_is_told_and_nothing_is_lost(log: MemoryLog) -> None:
    room = Room("board", log, settings=Limits(retry=0.02))
    await room.open()
    ada, bob = Peer(room), Peer(room, BOB)
    await ada.settled()
    await bob.settled()
    log.trouble = "disk-full"
    number = ada.put("a")
    await bob.until(lambda: bob.said("cannot-save") != [])
    assert bob.said("cannot-save") == [{"t": "cannot-save", "why": "disk-full"}]
    await asyncio.sleep(0.1)
    assert len(ada.said("cannot-save")) == 1
    assert ada.saved < number
    assert bob.keys() == set()
    with pytest.raises(CannotSave):
        await room.change(lambda shared: shared.change(lambda s: s.map("cards").__setitem__("c", 1)), BOB)
    late = Peer(room, BOB)
    await late.until(lambda: late.said("cannot-save") != [])
    log.trouble = None
    await ada.settled()
    await bob.until(lambda: bob.keys() == {"a"} and bob.said("can-save") != [])
    for peer in (ada, bob, late):
        await peer.leave()
    await room.close()


async def test_a_change_of_the_servers_own_goes_the_same_way(room: Room, log: MemoryLog) -> None:
    ada = Peer(room)
    await ada.settled()
    seq = await room.change(lambda shared: shared.change(lambda s: s.map("cards").__setitem__("c", 1)), BOB)
    assert (seq, room.seq, log.rows["board"][0].who) == (1, 1, BOB)
    await ada.until(lambda: ada.keys() == {"c"})

    def fails(shared: Shared) -> bytes:
        shared.change(lambda s: s.map("cards").__setitem__("half", 1))
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await room.change(fails, BOB)
    assert set(room.shared.keys("cards")) == {"c"}
    assert await room.change(lambda _: b"", BOB) == 1
    for number in range(5):
        await room.change(lambda shared, number=number: shared.change(lambda s: s.map("cards").__setitem__(f"d{number}", 1)), BOB)
    assert len(set(room.shared.keys("cards"))) == 6
    assert len(Shared(room.shared.update_since(None)).state_vector()) < 20, "one client for all of the server's changes"
    await ada.leave()


async def test_a_busy_room_is_compacted_and_opens_again_the_same(log: MemoryLog) -> None:
    room = Room("board", log, settings=Limits(compact_every=10))
    await room.open()
    ada = Peer(room)
    await ada.settled()
    for number in range(55):
        ada.put(f"k{number}")
        await ada.settled()
    assert log.snapshots["board"].seq >= 50, "ten, and then four times as many because it is busy"
    before = room.shared.update_since(None)
    await ada.leave()
    await room.close()
    again = Room("board", log)
    await again.open()
    assert again.seq == 55
    assert again.shared.read("cards") == Shared(before).read("cards")
    await again.close()


async def test_the_projection_follows_what_is_committed(room: Room) -> None:
    assert not room.projection.blueprint.cards
    ada = Peer(room)
    await ada.settled()

    def act(shared: Shared) -> None:
        shared.map("phases")["p"] = Map({"pos": ["a0"], "title": Text("Buy")})  # type: ignore[index]

    ada.update(ada.shared.change(act))
    await ada.settled()
    assert list(room.projection.blueprint.phases) == ["p"]
    await ada.leave()


async def test_two_processes_hear_of_each_other_and_fill_gaps(log: MemoryLog) -> None:
    one, two = Room("board", Process(log)), Room("board", Process(log))
    await one.open()
    await two.open()
    ada, bob = Peer(one), Peer(two, BOB)
    await ada.settled()
    await bob.settled()
    ada.put("a")
    await bob.until(lambda: bob.keys() == {"a"})
    log.lose_news = True
    ada.put("b")
    await ada.settled()
    await asyncio.sleep(0.02)
    assert bob.keys() == {"a"}
    bob.put("c")  # its commit shows that one is missing between
    await bob.settled()
    await bob.until(lambda: bob.keys() == {"a", "b", "c"})
    assert (two.seq, one.seq) == (3, 2)
    log.lose_news = False
    bob.put("d")
    await ada.until(lambda: ada.keys() == {"a", "b", "c", "d"})
    assert one.seq == two.seq == 4
    for thing in (ada, bob):
        await thing.leave()
    await one.close()
    await two.close()


async def test_merging_the_log_gives_what_people_saw(room: Room, log: MemoryLog) -> None:
    ada, bob = Peer(room), Peer(room, BOB)
    await ada.settled()
    await bob.settled()
    for number in range(30):
        ada.put(f"k{number % 7}", number)
        bob.put(f"k{number % 5}", -number)
    await ada.settled()
    await bob.settled()
    await ada.until(lambda: ada.shared.read("cards") == bob.shared.read("cards"))
    assert Shared(merge([row.update for row in log.rows["board"]])).read("cards") == ada.shared.read("cards")
    await ada.leave()
    await bob.leave()
