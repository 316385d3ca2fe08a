"""A projection is always what reading the whole document would give, and reads no more than was touched."""

from __future__ import annotations

import random
from typing import Any

import pycrdt
import pytest

from footlights.edits import Put, apply_all, remove, set_field
from footlights.live import Projection, Shared, blueprint_of, encode, take
from footlights.live import projection as room
from footlights.model import Address
from tests.edits.sample import sample
from tests.edits.wishes import some_blueprint, some_edit


@pytest.mark.parametrize("seed", range(15))
def test_it_is_what_reading_the_whole_gives(seed: int) -> None:
    rng = random.Random(seed)
    shared = Shared(encode(some_blueprint(rng, 25)))
    projection = Projection(shared)
    for _ in range(12):
        for _ in range(rng.randint(1, 3)):
            known = blueprint_of(shared)
            take(shared, some_edit(known.blueprint, rng)[1], known)
        assert projection.materialised == blueprint_of(shared)


def test_only_what_was_touched_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = Shared(encode(sample()))
    projection = Projection(shared)
    assert projection.blueprint == sample()
    read: list[str] = []
    real = room.record_of
    monkeypatch.setattr(room, "record_of", lambda root, key, raw, own: read.append(f"{root}/{key}") or real(root, key, raw, own))
    take(shared, set_field(sample(), "cards/answer#mode", "manual"), projection.materialised)
    card: Any = shared.map("cards", "classify")
    shared.change(lambda _: card["does"].insert(0, "x"))
    assert read == []
    before = projection.blueprint
    assert sorted(read) == ["cards/answer", "cards/classify"]
    assert before.cards["classify"].does == "xClassifies"
    assert projection.blueprint is before
    assert before.steps is projection.materialised.blueprint.steps
    # what others depend on makes it look at everything, but reads no more
    read.clear()
    take(shared, remove(before, "cards/classify"), projection.materialised)
    assert "classify" not in projection.blueprint.cards
    assert set(read) == {"cards/classify", "links/classify--assign"}


def test_the_head_and_its_language() -> None:
    shared = Shared(encode(sample()))
    projection = Projection(shared)
    assert projection.blueprint == sample()
    head: Any = shared.map("head")
    shared.change(lambda _: head["title"].insert(0, "A"))
    assert projection.blueprint.title == "AMy laptop will not start"
    shared.change(lambda _: head.__setitem__("title@nl", pycrdt.Text("Titel")))
    shared.change(lambda _: head.__setitem__("language", "nl"))
    assert projection.materialised == blueprint_of(shared)
    shared.change(lambda _: head.__setitem__("language", "not a language"))
    assert projection.materialised == blueprint_of(shared)
    assert projection.blueprint.language is None


def test_one_that_was_closed_listens_no_longer() -> None:
    shared = Shared(encode(sample()))
    projection = Projection(shared)
    assert projection.blueprint == sample()
    projection.close()
    take(shared, (Put(Address("cards", "answer", "mode"), "manual"),))
    assert projection.blueprint == sample()
    assert Projection(shared).blueprint == apply_all(sample(), (Put(Address("cards", "answer", "mode"), "manual"),))
