"""What is known of a document, packed: the same in every process and Python, and refused when anything about it is off."""

from __future__ import annotations

import asyncio
import hashlib
import zlib

import pytest

from footlights.live import CannotSave, Entry, Garbled, Limits, Room, Shared, Snapshot, checksum, merge
from footlights.live import opening as opening_module
from footlights.live.known import MIXED, NOTHING, Known
from footlights.live.log import seal, seals
from footlights.live.opening import opened
from footlights.live.sequences import SEQUENCES_END, Sequences
from footlights.live.structure import read_update
from tests.live.memory import ADA, BOB, MemoryLog, Peer, Process
from tests.live.updates import honest

SALT = bytes(range(32))


def edits(seed: int) -> list[bytes]:
    whole, more = honest(seed)
    return [whole, *more]


def known_of(*updates: bytes, salt: bytes | None = None) -> Known:
    known = Known(salt)
    for update in updates:
        known.admit(read_update(update))
    return known


def inner(known: Known) -> tuple[object, ...]:
    return known.vector, known._starts, known._tags, known._sequences.salt


def test_a_sequence_has_the_same_number_whatever_the_python() -> None:
    """The numbers stand here as they were reckoned by hand from the rule: BLAKE2 and whole numbers only."""

    def keyed(purpose: bytes, data: bytes) -> int:
        return int.from_bytes(hashlib.blake2b(data, digest_size=8, key=SALT, person=purpose).digest(), "little")

    prime = 2**61 - 1
    client, clock, root = (keyed(b"factor", name) % prime for name in (b"client", b"clock", b"root"))
    expected = (2**53 - 1) * client + (2**31 - 1) * clock + keyed(b"word", "ä".encode())
    sequences = Sequences(SALT)
    assert sequences.number((2**53 - 1, 2**31 - 1), "ä", 1, 16) == (expected % prime % 2**48) << 10 | 16 << 5 | 1 << 4 | 1 << 2
    assert sequences.number("cards", None, 0, 0) == (keyed(b"word", b"cards") * root % prime % 2**48) << 10
    assert sequences.number("cards", "c1", 0, 0) == 207090784557124624
    assert sequences.number((7, 3), "c1", 1, 1) == 260680286880627764
    assert Sequences().number("cards", "c1", 0, 0) != Sequences().number("cards", "c1", 0, 0), "each document has a salt of its own"


def test_places_that_differ_have_numbers_that_differ() -> None:
    sequences = Sequences()
    words = [None, "", "a", "b", "ab"]
    places = [(parent, key) for parent in ("a", "b", (1, 2), (2, 1), (1, 1), (2**52, 0)) for key in words]
    numbers = {sequences.number(parent, key, 2, 3) for parent, key in places}
    assert len(numbers) == len(places)
    assert all(0 <= number < SEQUENCES_END and not number & 3 for number in numbers)
    for number in range(25_000):  # more words than are remembered
        sequences.number("cards", f"k{number}", 0, 0)
    assert numbers == {sequences.number(parent, key, 2, 3) for parent, key in places}


def test_what_is_packed_comes_back_and_goes_on_the_same() -> None:
    updates = edits(5)
    for cut in (1, 6, len(updates) - 1):
        known = known_of(*updates[:cut])
        back = Known.unpacked(known.packed(known.vector))
        assert inner(back) == inner(known)
        back.admit(read_update(Shared(merge(updates[:cut])).update_since(None)))  # its deletions
        for update in updates[cut:]:
            assert back.admit(read_update(update)) == known.admit(read_update(update))
        assert inner(back) == inner(known)


def test_it_is_packed_as_it_was_at_a_moment() -> None:
    """What was let in since, and isn't in the snapshot, is not in it: so nobody has to wait until it is packed."""
    updates = edits(6)
    known = known_of(*updates[:7], salt=SALT)
    then, vector = known.packed(known.vector), dict(known.vector)
    for update in updates[7:]:
        known.admit(read_update(update))
    assert known.packed(vector) == then
    assert known.packed({}) == Known(SALT).packed({})


def test_the_bytes_are_these() -> None:
    shared = Shared(client=7)
    known = known_of(shared.change(lambda s: s.map("cards").__setitem__("c1", 1)), salt=SALT)
    packed = known.packed(known.vector)
    number = 207090784557124624
    body = SALT + b"\x01\x07\x01\x01" + bytes(4) + number.to_bytes(8, "little")
    assert packed.startswith(b"known 1\n")
    assert zlib.decompress(packed[8:]) == body


def written(*parts: bytes) -> bytes:
    return b"known 1\n" + zlib.compress(b"".join(parts), 1)


def test_anything_off_is_refused() -> None:
    one = (1024).to_bytes(8, "little")
    assert Known.unpacked(written(SALT, b"\x01\x07\x02\x01", bytes(4), one)).vector == {7: 2}
    for bad in (
        b"", b"known 2\n" + written(SALT, b"\x00")[8:], b"known 1\n", b"known 1\nxyz",
        written(SALT[:9]), written(SALT), written(SALT, b"\x00\x00"), written(SALT, b"\x00") + b"\x00", written(SALT, b"\x00")[:-1],
        written(SALT, b"\x01\x07\x02\x00"),  # a client with a clock and no runs
        written(SALT, b"\x01\x07\x02\x01", bytes(4), one[:7]),
        written(SALT, b"\x01\x07\x02\x01", b"\x01\0\0\0", one),  # it doesn't begin at the beginning
        written(SALT, b"\x01\x07\x02\x02", bytes(4), b"\x02\0\0\0", one, one),  # it begins behind the clock
        written(SALT, b"\x01\x07\x09\x03", bytes(4), b"\x02\0\0\0", b"\x02\0\0\0", one, one, one),
        written(SALT, b"\x02", (b"\x07\x02\x01" + bytes(4) + one) * 2),  # the same client twice
        written(SALT, b"\x01\x07\x02\x01", bytes(4), b"\xfe" + b"\xff" * 7),
        written(SALT, b"\x01\x07\x02\x01", bytes(4), SEQUENCES_END.to_bytes(8, "little")),
    ):  # fmt: skip
        with pytest.raises(Garbled):
            Known.unpacked(bad)


def test_no_byte_can_be_changed_or_left_out() -> None:
    known = known_of(*edits(7))
    packed = known.packed(known.vector)
    stands = Snapshot(3, b"update", checksum("board", 3, b"update"), packed)
    stands = stands._replace(seal=seal("board", stands, packed))
    assert seals("board", stands)
    for at in range(len(packed)):
        assert not seals("board", stands._replace(known=packed[:at] + bytes((packed[at] ^ 1,)) + packed[at + 1 :]))
        assert not seals("board", stands._replace(known=packed[:at]))
        with pytest.raises(Garbled):
            Known.unpacked(packed[:at])
    assert not seals("desk", stands)
    assert not seals("board", stands._replace(seq=4))
    assert not seals("board", stands._replace(checksum=checksum("board", 3, b"another")))
    assert not seals("board", stands._replace(known=None))


# --- opening with it -----------------------------------------------------------------------------


async def worked_on(log: MemoryLog, moves: int = 60) -> None:
    """A room with texts, deletions and overwritten values that leaves a snapshot."""
    room = Room("board", log, settings=Limits(compact_every=20))
    await room.open()
    ada, bob = Peer(room), Peer(room, BOB)
    await ada.settled()
    for number in range(moves):
        (ada if number % 2 else bob).put(f"c{number % 7}", ["step", "lane", f"a{number}"])
        await ada.settled()
        await bob.settled()
    await ada.leave()
    await bob.leave()
    await room.close()


@pytest.fixture
def items_read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many items each update had that was read item by item on opening."""
    counted: list[int] = []

    def reading(data: bytes, most: int | None = None) -> object:
        shape = read_update(data, most)
        counted.append(sum(map(len, shape.clients.values())))
        return shape

    monkeypatch.setattr(opening_module, "read_update", reading)
    return counted


async def test_a_room_opens_from_what_was_known_without_reading_the_snapshot(items_read: list[int]) -> None:
    log = MemoryLog()
    await worked_on(log)
    snapshot = log.snapshots["board"]
    assert seals("board", snapshot)
    items_read.clear()
    quick = await opened(log, "board")
    assert sum(items_read) <= 40, "the deletions, and the few rows behind it"
    log.snapshots["board"] = snapshot._replace(known=None, seal=b"")
    items_read.clear()
    slow = await opened(log, "board")
    assert sum(items_read) >= 60
    assert quick.shared.update_since(None) == slow.shared.update_since(None)
    assert (quick.known.vector, quick.known._gone, quick.known._starts) == (slow.known.vector, slow.known._gone, slow.known._starts)
    assert (quick.seq, quick.tail, quick.size, quick.troubles) == (slow.seq, slow.tail, slow.size, slow.troubles)


async def test_what_does_not_fit_the_snapshot_is_not_believed(items_read: list[int], caplog: pytest.LogCaptureFixture) -> None:
    log = MemoryLog()
    await worked_on(log)
    snapshot = log.snapshots["board"]
    assert snapshot.known is not None
    right = await opened(log, "board")
    strangers = known_of(*edits(8))
    other = strangers.packed(strangers.vector)
    cut = right.known.packed(dict(list(right.known.vector.items())[:1]))
    bad = [
        snapshot._replace(known=snapshot.known[:-1] + b"\x00"),
        snapshot._replace(known=b""),
        snapshot._replace(known=other),
        snapshot._replace(known=other, seal=seal("board", snapshot, other)),  # sealed, and of another document all the same
        snapshot._replace(known=cut, seal=seal("board", snapshot, cut)),
        snapshot._replace(known=b"known 2\n", seal=seal("board", snapshot, b"known 2\n")),
        snapshot._replace(seal=seal("desk", snapshot, snapshot.known)),
    ]
    for one in bad:
        log.snapshots["board"] = one
        items_read.clear()
        caplog.clear()
        found = await opened(log, "board")
        assert max(items_read) >= 60
        assert "opens slowly" in caplog.text
        assert found.shared.update_since(None) == right.shared.update_since(None)
        assert (found.known.vector, found.troubles) == (right.known.vector, ())


async def test_a_damaged_snapshot_is_set_aside_also_where_something_was_known_of_it() -> None:
    log = MemoryLog()
    await worked_on(log)
    snapshot = log.snapshots["board"]
    log.snapshots["board"] = snapshot._replace(update=snapshot.update[:-1] + b"\x07")
    found = await opened(log, "board")
    assert [one.seq for one in found.troubles] == [snapshot.seq]
    assert len(list(found.shared.keys("cards"))) == 7, "from the entries"


async def test_after_a_fall_the_snapshot_is_read_item_by_item(items_read: list[int]) -> None:
    log = MemoryLog()
    await worked_on(log)
    items_read.clear()
    await opened(log, "board", suspicious=True)
    assert max(items_read) >= 60


async def test_a_large_snapshot_is_read_item_by_item_once(items_read: list[int]) -> None:
    log, big = MemoryLog(), Shared(client=9)
    for number in range(8_000):
        big.change(lambda s, n=number: s.map("cards").__setitem__(f"c{n % 40}", f"value {n}"))
    state = big.update_since(None)
    await log.append("board", [Entry(state, ADA)])
    await log.compact("board", state, 1)
    await opened(log, "board")
    assert max(items_read) > 2_000
    items_read.clear()
    await opened(log, "board")
    assert max(items_read) == 0
    assert seals("board", log.snapshots["board"])


async def test_what_cannot_be_kept_is_done_without() -> None:
    class Full(MemoryLog):
        async def keep_known(self, document: str, seq: int, known: bytes, seal: bytes) -> None:
            raise CannotSave("disk-full")

    log = Full()
    await worked_on(log)
    assert log.snapshots["board"].known is None
    assert len(list((await opened(log, "board")).shared.keys("cards"))) == 7


async def test_a_deletion_on_its_way_in_is_not_taken_for_known() -> None:
    """It may never be written: who sends it again must not be told that it is."""
    log, shared = MemoryLog(), Shared(client=9)
    updates = [shared.change(lambda s, n=n: s.map("cards").__setitem__(f"c{n}", n)) for n in range(5)]
    deletion = shared.change(lambda s: s.map("cards").__delitem__("c3"))
    await log.append("board", [Entry(update, ADA) for update in updates])
    known = known_of(*updates, deletion)
    stands = Snapshot(5, merge(updates), checksum("board", 5, merge(updates)))
    data = known.packed(known.vector)
    log.snapshots["board"] = stands._replace(known=data, seal=seal("board", stands, data))
    found = await opened(log, "board")
    assert found.known.admit(read_update(deletion)) != NOTHING
    assert found.known.admit(read_update(deletion)) == NOTHING


async def test_what_two_processes_let_in_twice_is_read_again_before_it_is_kept() -> None:
    """One item sent to both, with different places: whose came into the log first counts, and this process may know the other's."""
    log = MemoryLog()
    one, two = Process(log), Process(log)
    rooms = [Room("board", process, settings=Limits(compact_every=20)) for process in (one, two)]
    for room in rooms:
        await room.open()
    ada, bob = Peer(rooms[0]), Peer(rooms[1], BOB)
    await ada.settled()
    await bob.settled()
    ada.put("c1", 1)
    await ada.settled()
    await bob.until(lambda: "c1" in bob.shared.read("cards"))
    update = ada.shared.change(lambda s: s.map("cards").__setitem__("c2", 2))
    rooms[1]._ledger.admission.admit_now(update, None)  # the second knows it, and the first writes it
    await log.append("board", [Entry(update, ADA)], one)
    await asyncio.sleep(0)
    await rooms[1]._ledger.settle()
    assert rooms[1]._ledger.known is None
    assert rooms[0]._ledger.known is not None
    for peer in (ada, bob):
        await peer.leave()
    for room in rooms:
        await room.close()


def test_an_update_with_something_known_in_it_is_mixed_after_unpacking_too() -> None:
    updates = edits(9)
    known = known_of(*updates[:-1])
    back = Known.unpacked(known.packed(known.vector))
    assert back.admit(read_update(merge(updates))) == MIXED


def test_what_was_kept_says_the_same_as_the_snapshot_read_item_by_item() -> None:
    """Where an item stands by the one is where it stands by the other; of what was collected, only the kept one still knows."""
    compared = 0
    for seed in range(40):
        updates, shared = edits(seed), Shared()
        for update in updates:
            shared.apply(update)
        gone = shared.change(lambda s: [s.map("cards").__delitem__(key) for key in sorted(s.keys("cards"))[:2]])
        known = known_of(*updates, gone)
        kept = Known.unpacked(known.packed(known.vector))
        read = known_of(shared.update_since(None))
        assert kept.vector == read.vector
        pairs = {(kept._tag((client, at)), read._tag((client, at))) for client, end in kept.vector.items() for at in range(end)}
        stand = {(one >> 2, two >> 2) for one, two in pairs if two != -1}
        assert len({one for one, _ in stand}) == len({two for _, two in stand}) == len(stand), "one place by the one is one by the other"
        assert {(one & 3, two & 3) for one, two in pairs if two != -1} <= {(0, 0), (1, 1), (2, 2), (1, 3), (2, 3), (0, 3)}
        compared += len(stand)
    assert compared > 500
