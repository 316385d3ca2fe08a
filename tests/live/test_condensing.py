"""Snapshots: small, and never anything less than the log says."""

from __future__ import annotations

import random
import time

import pytest
from pycrdt import Map, Text

from footlights.live import Garbled, Shared, condensing, merge
from footlights.live.condensing import condensed
from footlights.live.frames import read_vector
from tests.live.updates import honest


def quarrel(seed: int) -> list[bytes]:
    """Two people who overwrite and delete each other's work, now and then in touch."""
    chance = random.Random(seed)
    whole, updates = honest(seed)
    log = [whole, *updates]
    people = [Shared(merge(log), client=5), Shared(merge(log), client=6)]
    for number in range(80):
        one, other = people if number % 2 else reversed(people)

        def act(shared: Shared, number: int = number) -> None:
            cards = shared.map("cards")
            assert cards is not None
            what = chance.random()
            if what < 0.7:
                cards[f"m{chance.randrange(6)}"] = ["a", number]
            elif what < 0.85:
                del cards[chance.choice(sorted(cards.keys()))]
            else:
                cards[f"t{number}"] = Map({"t": Text("abc")})

        log.append(one.change(act))
        if chance.random() < 0.5:
            other.apply(one.update_since(other.state_vector()))
    return log


@pytest.mark.parametrize("seed", range(15))
@pytest.mark.parametrize("large", [100_000, 0], ids=["here", "apart"])
async def test_a_snapshot_says_what_the_log_says(seed: int, large: int, monkeypatch: pytest.MonkeyPatch) -> None:
    if not large and seed > 1:
        return  # a process each: two will do
    monkeypatch.setattr(condensing, "_LARGE", large)
    log = quarrel(seed)
    whole = Shared(merge(log))
    state = await condensed(log, read_vector(whole.state_vector()))
    assert Shared(state).read("cards") == whole.read("cards")
    assert Shared(state).state_vector() == whole.state_vector()
    assert len(state) < len(merge(log))
    late = Shared(client=9)
    late.apply(log[0])
    edit = late.change(lambda s: s.map("cards", "c1")["title"].insert(0, "late"))
    for document in (whole, (again := Shared(state))):
        document.apply(edit)
    assert again.read("cards") == whole.read("cards"), "who was away meanwhile can still write"


async def test_a_value_set_thousands_of_times_is_kept_once() -> None:
    shared = Shared(client=1)
    log = [shared.change(lambda s, n=n: s.map("cards").__setitem__("a", ["step", "lane", n])) for n in range(2000)]
    state = await condensed(log, read_vector(shared.state_vector()))
    assert len(state) < 200
    assert len(merge(log)) > 40_000


@pytest.mark.parametrize("large", [100_000, 0], ids=["here", "apart"])
async def test_a_log_with_a_gap_gives_no_snapshot(large: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document leaves out what waits for its predecessors: compacted from that, three entries would be gone."""
    monkeypatch.setattr(condensing, "_LARGE", large)
    shared = Shared(client=1)
    log = [shared.change(lambda s, n=n: s.map("cards").__setitem__(f"k{n}", n)) for n in range(5)]
    with pytest.raises(Garbled):
        await condensed([*log[:1], *log[2:]], read_vector(shared.state_vector()))


async def test_a_long_days_entries_are_soon_put_together() -> None:
    """To merge them all at once would take the square of their number: from some thousand on, a busy board never got a snapshot."""
    one, other = Shared(client=1), Shared(client=2)
    updates = []
    for number in range(12_000):
        here, there = (one, other) if number % 2 else (other, one)
        updates.append(here.change(lambda shared, n=number: shared.map("cards").__setitem__(f"c{n % 100}", n)))  # type: ignore[misc,union-attr]
        there.apply(updates[-1], whole=True)
    began = time.perf_counter()
    found = await condensed(updates, read_vector(one.state_vector()))
    assert time.perf_counter() - began < 20, "half a second, on a machine that has nothing else to do"
    assert Shared(found).read("cards") == one.read("cards")


async def test_what_no_other_document_can_take_in_is_not_kept() -> None:
    """A deletion that a stranger made up: the document that took it in writes an item whose parent is no type (pycrdt 0.14.13)."""
    whole, more = honest(457)
    updates = [whole, *more[:6], bytes.fromhex("000299d785830c0208010a0ec6dfc2f90f01030d")]
    live = Shared()
    for update in updates:
        live.apply(update, whole=True)
    again = Shared(await condensed(updates, read_vector(live.state_vector())))
    assert again.state_vector() == live.state_vector()
    assert again.read("cards") == live.read("cards")
