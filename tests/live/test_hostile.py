"""Nothing that a peer can write makes the codec raise, and what it gives can always be written to a file and read again."""

from __future__ import annotations

import json
from typing import Any

import pycrdt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlights.files import dumps, read
from footlights.live import ROOTS, Materialised, Projection, Shared, blueprint_of, encode, give_names, plain, reconcile
from footlights.live.record import table_of
from footlights.model import COLLECTIONS, Blueprint, arranged
from tests.edits.sample import sample

SAMPLE = encode(sample(), client=7)
KEYS = {root: list(there) for root, there in plain(Shared(SAMPLE)).items() if root in COLLECTIONS}
WORDS = sorted({name for root in (*COLLECTIONS, "head") for name in table_of(root)})
NUMBERS = st.one_of(st.integers(-(2**53), 2**53), st.floats(), st.sampled_from((0, 1, -1, 2, 0.5, 1e300, -0.0, 2**60)))
ODD = ("", "~", "a0", "steps/calls", "cards/answer", "frontstage", "emotion", "*", "3 min", "60 %", "nl", "{}", '{"a":1}', "2027-03-01", "x/y/z",
       "en", "fail", "policy", "sla", "true", '{"title":"x","id":3,"x":[{"y":null}]}', '{"x": NaN}', "[" * 50, "\x00", "a" * 300, "steps", "/", "#")  # fmt: skip
SCALARS = st.one_of(st.none(), st.booleans(), NUMBERS, st.sampled_from(ODD), st.text(max_size=5))
JSON = st.recursive(
    SCALARS, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=3), inner, max_size=2)), max_leaves=6
)
NAMES = st.one_of(
    st.sampled_from(("pos", "gone", "id", "more", "does@", "does@nl", "feels/*", "feels/noor", "feels/noor.basis", "feels/noor.source/log",
                     "time.work", "time.source/log", "on/cards/answer", "by/first-line", "effect.reading", "effect.from", "", "@", "/", ".", "@@")),
    st.sampled_from(WORDS),
    st.tuples(st.sampled_from(WORDS), st.sampled_from(("@nl", "@", "/x", "/steps/calls", ".x", ".work", "@no way", "//", "@en"))).map("".join),
    st.text(max_size=4),
)  # fmt: skip
POSES = st.lists(st.one_of(st.sampled_from((*ODD, "calls", "report", "workplace", "answer")), SCALARS), max_size=4)


@st.composite
def writings(draw: Any) -> list[tuple[str, str, str, Any]]:
    """What a peer writes: root, key, entry, value; an empty entry replaces the whole element."""
    found = []
    for _ in range(draw(st.integers(1, 12))):
        root = draw(st.sampled_from(ROOTS))
        key = draw(st.one_of(st.sampled_from(KEYS.get(root) or ("x",)), st.sampled_from(("~new", "x", "", "frontstage", "a/b", "time"))))
        name = draw(NAMES)
        value = draw(POSES) if name == "pos" and draw(st.booleans()) else draw(JSON)
        found.append((root, key, name, value))
    return found


def shape(value: Any, how: int) -> Any:
    """The value as JSON, or as a shared text, list or map."""
    if how == 1:
        return pycrdt.Text(str(value))
    if how == 2 and isinstance(value, list):
        return pycrdt.Array(value)
    if how == 3 and isinstance(value, dict):
        return pycrdt.Map(value)
    return value


def wrote(shared: Shared, written: list[tuple[str, str, str, Any]], hows: list[int]) -> None:
    def act(there: Shared) -> None:
        for (root, key, name, value), how in zip(written, hows * 12, strict=False):
            top = there.map(root)
            assert top is not None
            if root in ("head", "meta"):
                top[name] = shape(value, how)
                continue
            if there.map(root, key) is None:
                top[key] = pycrdt.Map() if how != 4 else shape(value, 0)
            element = there.map(root, key)
            if element is not None:
                element[name] = shape(value, how)

    shared.change(act)


def sound(found: Materialised) -> Blueprint:
    """The blueprint is one that every part of ours can take: a file can hold it."""
    blueprint = found.blueprint
    assert arranged(blueprint) == blueprint
    loaded = read(dumps(blueprint))
    assert loaded.errors == (), loaded.errors
    assert loaded.blueprint == blueprint
    for name in COLLECTIONS:
        names = found.keys.names[name]
        assert set(names.keys) == set(blueprint.collection(name))
        assert {key: id for id, key in names.keys.items()} == names.ids
    return blueprint


@given(writings(), st.lists(st.integers(0, 4), min_size=12, max_size=12))
def test_whatever_a_peer_writes(written: list[tuple[str, str, str, Any]], hows: list[int]) -> None:
    shared = Shared(SAMPLE)
    projection = Projection(shared)
    assert projection.blueprint == sample()
    wrote(shared, written, hows)
    found = blueprint_of(shared)
    blueprint = sound(found)
    assert projection.materialised == found
    # and what is ours can be written over it, exactly
    reconcile(shared, sample(), projection.materialised)
    assert blueprint_of(shared).blueprint == sample()
    assert reconcile(shared, sample()) == b""
    reconcile(shared, blueprint)
    assert blueprint_of(shared).blueprint == blueprint
    give_names(shared)
    assert projection.materialised == blueprint_of(shared)
    sound(projection.materialised)


@pytest.mark.parametrize("root", ROOTS)
def test_a_root_that_is_no_map(root: str) -> None:
    other: Any = pycrdt.Doc()
    other[root] = pycrdt.Array([1.0, "x"])
    shared = Shared(SAMPLE)
    shared.apply(other.get_update())
    assert blueprint_of(shared).blueprint == sample()
    text: Any = pycrdt.Doc()
    text[root] = pycrdt.Text("words")
    shared.apply(text.get_update())
    assert blueprint_of(shared).blueprint == sample()
    assert plain(shared) == plain(Shared(SAMPLE))


def test_values_nested_deeper_than_anybody_reads() -> None:
    deep: Any = "x"
    for _ in range(900):
        deep = [deep]
    shared = Shared(SAMPLE)
    wrote(shared, [("cards", "answer", "mode", deep), ("cards", "answer", "pos", deep), ("steps", "calls", "vocabulary", deep),
                   ("head", "", "languages", deep), ("head", "", "state", deep), ("steps", "calls", "more", json.dumps(deep))], [0])  # fmt: skip
    found = blueprint_of(shared)
    assert "cards/answer" in found.unplaced
    assert found.blueprint.steps["calls"].does == "Calls the service desk"
    assert {trouble.address for trouble in found.troubles} >= {"head", "steps/calls"}


def test_what_is_left_out_is_told() -> None:
    shared = Shared(SAMPLE)
    wrote(shared, [("cards", "answer", "mode", "by magic"), ("steps", "calls", "desired", 9.0), ("cards", "answer", "by/nobody", "a5"),
                   ("cards", "classify", "pos", ["nowhere", "frontstage", "a0"]), ("cards", "assign", "until", "starts"),
                   ("links", "waits--confirms", "pos", ["steps/waits", "steps/gone", "a0"]), ("head", "", "reviewed", "soon")], [0])  # fmt: skip
    found = blueprint_of(shared)
    assert found.unplaced == ("cards/classify", "links/classify--assign", "links/waits--confirms")
    assert [(one.address, one.field) for one in found.troubles] == [
        ("cards/answer", "by"), ("cards/answer", "mode"), ("cards/assign", "until"), ("head", "reviewed"), ("steps/calls", "desired"),
    ]  # fmt: skip
    assert found.blueprint.cards["answer"].by == ("first-line",)
    assert found.blueprint.cards["answer"].mode is None
    assert found.blueprint.cards["assign"].until is None
