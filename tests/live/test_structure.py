"""Our reader of updates, and what a room knows: sound updates pass, and nothing that passes surprises the library behind it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from pycrdt import Array, Doc, Map, Text, XmlFragment

import footlights
from footlights.live import Garbled, Shared, encode, merge
from footlights.live.frames import read_vector, written_bytes, written_number
from footlights.live.known import FRESH, MIXED, NOTHING, Known, Missing
from footlights.live.structure import read_update
from tests.live.updates import honest, mutated

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.blueprint.yaml"))


def admitted(*updates: bytes) -> Known:
    known = Known()
    for update in updates:
        known.admit(read_update(update))
    return known


def made(act: object, client: int = 1) -> bytes:
    doc = Doc(client_id=client)
    with doc.transaction():
        act(doc)  # type: ignore[operator]
    return bytes(doc.get_update())


@pytest.mark.parametrize("seed", range(20))
def test_what_an_honest_client_makes_is_let_through_in_order(seed: int) -> None:
    whole, updates = honest(seed)
    known, shared = Known(), Shared()
    for update in [whole, *updates]:
        assert known.admit(read_update(update)) == FRESH
        shared.apply(update)
        assert known.vector == read_vector(shared.state_vector())
        assert known.admit(read_update(update)) == NOTHING
        assert not known.brings(read_update(update))
    for everything in (shared.update_since(None), merge([whole, *updates]), merge([*reversed(updates), whole])):
        assert known.admit(read_update(everything)) == NOTHING
        assert admitted(everything).vector == known.vector


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_the_examples_are_let_through(path: Path) -> None:
    update = encode(footlights.load(path).blueprint)
    assert admitted(update).vector == read_vector(Shared(update).state_vector())


def test_an_update_out_of_order_is_missing_something_and_nothing_of_it_is_known() -> None:
    whole, updates = honest(3)
    known = admitted(whole)
    before = dict(known.vector)
    with pytest.raises(Missing):
        known.admit(read_update(updates[-1]))
    assert known.vector == before
    with pytest.raises(Missing):
        Known().admit(read_update(updates[0]))
    for update in updates:
        known.admit(read_update(update))
    assert known.admit(read_update(merge([whole, *updates]))) == NOTHING


def test_a_gap_is_missing_something_even_when_it_is_said_to_be_one() -> None:
    shared = Shared(client=1)
    updates = [shared.change(lambda s, n=n: s.map("cards").__setitem__(f"k{n}", n)) for n in range(4)]
    skipping = merge([updates[0], updates[3]])
    known = Known()
    with pytest.raises(Missing):
        known.admit(read_update(skipping))
    for update in updates[:3]:
        known.admit(read_update(update))
    with pytest.raises(Missing):
        admitted(updates[0]).admit(read_update(skipping))
    assert known.admit(read_update(merge([updates[1], updates[2], updates[3]]))) == MIXED


def test_items_of_two_clients_that_build_on_each_other_are_put_in_order() -> None:
    one, two = Shared(client=1), Shared(client=2)
    one.change(lambda s: s.map("cards").__setitem__("c", Map({"title": Text("")})))
    for number in range(20):
        here, there = (one, two) if number % 2 else (two, one)
        here.apply(there.update_since(here.state_vector()))
        here.change(lambda s: s.map("cards", "c")["title"].insert(0, "x"))
    one.apply(two.update_since(one.state_vector()))
    for client in (one, two):
        assert admitted(client.update_since(None)).vector == read_vector(client.state_vector())


def test_what_was_deleted_long_ago_can_still_be_written_to_without_harm() -> None:
    server, offline = Shared(client=1), Shared(client=2)
    server.change(lambda s: s.map("cards").__setitem__("c", Map({"title": Text("hello")})))
    offline.apply(server.update_since(None))
    late = offline.change(lambda s: s.map("cards", "c")["title"].insert(5, "!"))
    new = offline.change(lambda s: s.map("cards", "c").__setitem__("kind", "x"))
    server.change(lambda s: s.map("cards").__delitem__("c"))
    collected = Shared(server.update_since(None))
    known = admitted(collected.update_since(None))
    for update in (late, new):
        known.admit(read_update(update))
        collected.apply(update)
    assert known.vector == read_vector(collected.state_vector())
    assert collected.read("cards") == {}


def test_a_deletion_alone_is_news_once() -> None:
    shared = Shared(client=1)
    whole = shared.change(lambda s: s.map("cards").__setitem__("c", 1))
    gone = shared.change(lambda s: s.map("cards").__delitem__("c"))
    known = admitted(whole)
    assert known.brings(read_update(gone))
    assert known.admit(read_update(gone)) == FRESH
    assert known.admit(read_update(gone)) == NOTHING
    with pytest.raises(Missing):
        Known().admit(read_update(gone))


def nested(depth: int) -> bytes:
    """Maps within maps, as a hostile client writes them."""
    items = b"\x27\x01\x05cards\x01a\x01" + b"".join(b"\x27\x00\x01" + written_number(n) + b"\x01a\x01" for n in range(depth - 1))
    return b"\x01" + written_number(depth) + b"\x01\x00" + items + b"\x00"


def item(head: bytes, count: int = 1) -> bytes:
    return b"\x01" + written_number(count) + b"\x01\x00" + head + b"\x00"


BAD = {
    "nothing at all": b"",
    "cut off": made(lambda doc: doc.get("cards", type=Map).__setitem__("a", 1))[:-3],
    "something behind it": b"\x00\x00\x00",
    "a number without end": b"\xff" * 30,
    "a client twice": b"\x02" + b"\x01\x01\x00\x00\x01" * 2 + b"\x00",
    "an item of no length": item(b"\x00\x00"),
    "an empty text": item(b"\x04\x01\x01t\x00"),
    "no values": item(b"\x28\x01\x05cards\x01a\x00"),
    "a clock that runs out": b"\x01\x01\x01" + written_number(2**31) + b"\x00\x01\x00",
    "a deletion of nothing": b"\x00\x01\x01\x01\x00\x00",
    "a text that is no text": item(b"\x04\x01\x01t\x02\xff\xfe"),
    "a kind we don't use: binary": item(b"\x23\x01\x05cards\x01a\x01a"),
    "a kind we don't use: JSON": item(b"\x22\x01\x05cards\x01a\x01\x021"),
    "a document in a document": item(b"\x29\x01\x05cards\x01a\x01g\x76\x00"),
    "there is no such kind": item(b"\x2f\x01\x05cards\x01a\x01"),
    "a value of no kind": item(b"\x28\x01\x05cards\x01a\x01\x05"),
    "a value too deep": item(b"\x28\x01\x05cards\x01a\x01" + b"\x75\x01" * 40 + b"\x7e"),
    "a list longer than the frame": item(b"\x28\x01\x05cards\x01a\x01\x75\xff\xff\xff\x7f"),
    "an array": made(lambda doc: doc.get("cards", type=Map).__setitem__("a", Array([1]))),
    "xml": made(lambda doc: doc.get("cards", type=Map).__setitem__("a", XmlFragment())),
    "a format": made(lambda doc: doc.get("t", type=Text).insert(0, "bold", {"b": True})),
    "types nested too deeply": nested(40),
    "itself as its parent": item(b"\x27\x00\x01\x00\x01a\x01"),
    "a text as the parent of a key": item(b"\x07\x01\x01t\x02" + b"\x28\x00\x01\x00\x01a\x01\x7e", 2),
    "a value as a parent": item(b"\x28\x01\x05cards\x01a\x01\x7e" + b"\x28\x00\x01\x00\x01a\x01\x7e", 2),
    "text behind a key": item(b"\x24\x01\x05cards\x01a\x01x"),
    "two values behind one key": item(b"\x28\x01\x05cards\x01a\x02\x7e\x7e"),
    "neighbours from two places": item(b"\x04\x01\x01t\x01x" + b"\x04\x01\x01u\x01y" + b"\xc4\x01\x00\x01\x01\x01z", 3),
    "itself as its neighbour": item(b"\x84\x01\x00\x01z"),
    "the same neighbour twice": item(b"\x04\x01\x01t\x01x" + b"\xc4\x01\x00\x01\x00\x01z", 2),
}


@pytest.mark.parametrize("update", BAD.values(), ids=BAD)
def test_what_is_malformed_is_refused(update: bytes) -> None:
    known = Known()
    with pytest.raises(Garbled):
        known.admit(read_update(update))
    assert known.vector == {}


def test_an_update_of_too_many_pieces_is_refused() -> None:
    update = item(b"\x00\x01" * 1000, 1000)
    assert len(read_update(update, 1000).clients[1]) == 1000
    with pytest.raises(Garbled, match="more items"):
        read_update(update, 999)
    with pytest.raises(Garbled, match="more deletions"):
        read_update(b"\x00\x01\x01\x03" + b"\x00\x01\x02\x01\x04\x01", 2)


def test_foreign_roots_and_values_pass() -> None:
    def act(doc: Doc) -> None:
        doc.get("probe", type=Map).update(
            {"k0": 0, "k1": 1.5, "k2": "x" * 200, "k3": None, "k4": {"a": [True, False, {}]}, "k5": -(2**40), "b": b"raw"}
        )
        doc.get("list", type=Array).extend([1, "two", {"three": 3}])
        doc.get("text", type=Text).insert(0, "plain 😀")

    update = made(act)
    assert admitted(update).vector == read_vector(Shared(update).state_vector())


def test_a_known_item_that_suddenly_stands_elsewhere_is_not_let_through() -> None:
    """Yrs looks for the neighbours before it sees that it knows the item: it would wait for them for ever."""
    whole, _ = honest(1)
    shape = read_update(whole)
    client = next(iter(shape.clients))
    lying = b"\x01\x01" + written_number(client) + b"\x00" + b"\x84\x09\x09" + written_bytes(b"x") + b"\x00"
    with pytest.raises(Missing):
        admitted(whole).admit(read_update(lying))


@pytest.mark.parametrize("seed", range(6))
def test_whatever_gets_through_the_library_takes_without_a_surprise(seed: int) -> None:
    chance = random.Random(seed)
    passed = 0
    for round_ in range(10):
        whole, updates = honest(chance.randrange(10**9))
        for _ in range(60):
            update = mutated(chance, chance.choice([whole, *updates * 2]))
            known, shared = admitted(whole), Shared(whole)
            try:
                known.admit(read_update(update))
            except (Garbled, Missing):
                continue
            passed += 1
            shared.apply(update)
            assert read_vector(shared.state_vector()) == known.vector, f"something waits: {round_} {update.hex()}"
            for root in shared.keys("cards"):
                shared.read_element("cards", root)
            assert Shared(shared.update_since(None)).read("cards") == shared.read("cards")
            assert Shared(merge([whole, update])).read("cards") == shared.read("cards")
    assert passed > 10, "a reader that lets nothing through proves nothing"
