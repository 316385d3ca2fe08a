"""The port to pycrdt: updates, what is refused, who is told what, and that nothing is held that nobody holds."""

from __future__ import annotations

import gc
import weakref
from typing import Any

import pycrdt
import pytest

from footlights.live import Projection, Shared, Unreadable, merge, plain
from footlights.live.shared import ANYTHING


def put(key: str, **entries: Any) -> Any:
    def act(shared: Shared) -> None:
        cards = shared.map("cards")
        assert cards is not None
        cards[key] = pycrdt.Map({name: pycrdt.Text(value) if name == "does" else value for name, value in entries.items()})

    return act


def test_a_change_returns_the_update_it_made_and_nothing_for_nothing() -> None:
    here, there = Shared(), Shared()
    made = here.change(put("k", does="Answers", pos=["s", "frontstage", "a0"]))
    there.apply(made)
    assert plain(here) == plain(there)
    assert plain(here)["cards"] == {"k": {"does": "Answers", "pos": ["s", "frontstage", "a0"]}}
    assert here.change(lambda _: None) == b""
    assert here.state_vector() == there.state_vector()


def test_a_change_within_a_change_belongs_to_the_outer_one() -> None:
    here = Shared()
    inner: list[bytes] = []
    made = here.change(lambda shared: inner.append(shared.change(put("k", does="A"))))
    assert inner == [b""]
    assert "k" in plain(Shared(made))["cards"]


def test_a_change_that_fails_halfway_is_told() -> None:
    here = Shared()

    def act(shared: Shared) -> None:
        put("k", does="A")(shared)
        raise LookupError("halfway")

    with pytest.raises(LookupError):
        here.change(act)
    assert here.broken
    fine = Shared()
    with pytest.raises(LookupError):
        fine.change(lambda _: (_ for _ in ()).throw(LookupError("before anything")))
    assert not fine.broken


def test_the_same_update_twice_and_in_any_order() -> None:
    here = Shared()
    first = here.change(put("k", does="A"))
    second = here.change(lambda shared: shared.map("cards", "k")["does"].insert(1, "é"))  # type: ignore[index]
    there = Shared(second)
    assert plain(there)["cards"] == {}
    there.apply(first)
    there.apply(first)
    assert plain(there) == plain(here)


@pytest.mark.parametrize("bytes_", [b"", b"\x01\x02\x03", b"\xff" * 20, b"<html>", b"\x01"])
def test_bytes_that_are_no_update_are_refused(bytes_: bytes) -> None:
    here = Shared()
    made = here.change(put("k", does="A"))
    before = plain(here)
    with pytest.raises(Unreadable):
        here.apply(bytes_)
    assert plain(here) == before
    with pytest.raises(Unreadable):
        merge([made, bytes_])
    with pytest.raises(Unreadable):
        here.update_since(b"\xff\xff")


def test_merging_keeps_what_waits_for_its_predecessors() -> None:
    here = Shared()
    updates = [here.change(put("k", does="a"))]
    for number, letter in enumerate("bcdef", 1):
        updates.append(here.change(lambda shared, n=number, x=letter: shared.map("cards", "k")["does"].insert(n, x)))  # type: ignore[misc]
    late = Shared(merge(updates[2:]))
    assert plain(late)["cards"] == {}
    compacted = merge([merge(updates[2:]), merge(updates[:2])])
    assert plain(Shared(compacted))["cards"]["k"]["does"] == "abcdef"
    assert merge([updates[0]]) == updates[0]
    Shared(merge([]))


def test_a_watcher_hears_which_elements_changed() -> None:
    here, heard = Shared(), []
    unwatch = here.watch(heard.append)
    here.change(put("k", does="A", pos=["s", "l", "a0"]))
    here.change(put("other", does="B"))
    here.change(lambda shared: shared.map("cards", "k")["does"].insert(1, "x"))  # type: ignore[index]
    here.change(lambda shared: shared.map("head").__setitem__("title", pycrdt.Text("T")))
    here.change(lambda _: None)
    other = Shared(here.update_since(None))
    here.apply(other.change(lambda shared: shared.map("cards").__delitem__("other")))  # type: ignore[union-attr]
    assert [set(each) for each in heard] == [{("cards", "k")}, {("cards", "other")}, {("cards", "k")}, {("head", "")}, {("cards", "other")}]
    unwatch()
    here.change(put("k2", does="A"))
    assert len(heard) == 5


def test_one_callback_may_watch_twice_and_each_ends_by_itself() -> None:
    here, heard = Shared(), []
    here.watch(heard.append)
    unwatch = here.watch(heard.append)
    here.change(put("k", does="A"))
    unwatch()
    unwatch()
    here.change(put("k2", does="A"))
    assert len(heard) == 3


def test_a_document_that_nobody_holds_is_let_go_of_watched_or_not() -> None:
    gone = []
    for _ in range(3):
        here = Shared()
        here.change(put("k", does="A" * 1000))
        here.watch(lambda touched: None)
        projection = Projection(here)
        assert projection.blueprint.title is None
        gone += [weakref.ref(here), weakref.ref(here.doc), weakref.ref(projection)]
        del here, projection
    gc.collect()
    assert [each() for each in gone] == [None] * 9


def test_what_is_not_ours_is_left_alone() -> None:
    here = Shared()
    with here.doc.transaction():
        other = here.doc.get("comments", type=pycrdt.Map)
        other["x"] = 1.0
    here.change(put("k", does="A", colour="red"))
    assert "comments" not in plain(here)
    copy = Shared(here.update_since(None))
    assert copy.doc.get("comments", type=pycrdt.Map)["x"] == 1.0
    assert plain(copy)["cards"]["k"]["colour"] == "red"


def test_while_something_waits_anything_may_have_changed() -> None:
    """pycrdt shows what stands behind a gap, but says nothing of its changes."""
    here = Shared()
    updates = [here.change(put(f"k{number}", does="A")) for number in range(3)]
    there, heard = Shared(), []
    projection = Projection(there)
    there.watch(heard.append)
    there.apply(updates[2])
    assert there.waiting
    there.apply(updates[0])
    assert there.waiting
    there.change(lambda shared: shared.map("cards", "k0")["does"].insert(0, "x"))  # type: ignore[index]
    assert all(ANYTHING in each for each in heard)
    assert len(heard) == 3
    there.apply(updates[1])
    assert not there.waiting
    assert ANYTHING in heard[-1]
    here.apply(there.update_since(here.state_vector()))
    there.apply(here.change(lambda shared: shared.map("cards", "k2")["does"].insert(0, "y")))  # type: ignore[index]
    assert heard[-1] == {("cards", "k2")}
    assert plain(here) == plain(there)
    assert projection.materialised == Projection(here).materialised
