"""Texts change by as little as possible, in characters of any language."""

from __future__ import annotations

import pycrdt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlights.live import Shared
from footlights.live.writing import patch, write, write_text
from tests.properties.strategies import texts

LETTERS = st.text(alphabet="ab é😀\u0301\u200d\n語", max_size=30)


def applied(now: str, changes: list[tuple[int, int, str]]) -> str:
    for start, end, new in reversed(changes):
        now = now[:start] + new + now[end:]
    return now


@given(st.one_of(texts, LETTERS), st.one_of(texts, LETTERS))
def test_a_patch_makes_one_text_of_another(one: str, other: str) -> None:
    assert applied(one, patch(one, other)) == other
    assert applied(other, patch(other, one)) == one


def test_a_patch_leaves_alone_what_stays() -> None:
    assert patch("same", "same") == []
    assert patch("Answers the call", "Answers every call") == [(8, 11, "every")]
    assert patch("one two three four", "One two 3 four.") == [(0, 1, "O"), (8, 13, "3"), (18, 18, ".")]
    assert patch("naïve 😀 end", "naïve 😀😀 end") == [(7, 7, "😀")]
    assert patch("👩‍👩‍👧", "👩‍👩‍👦") == [(4, 5, "👦")]
    long = "word " * 4_000
    assert patch(long, long + "x") == [(len(long), len(long), "x")]


def text_in(shared: Shared, value: str) -> pycrdt.Text:
    there = shared.map("cards")
    assert there is not None
    shared.change(lambda _: there.__setitem__("k", pycrdt.Map({"does": pycrdt.Text(value)})))
    card = shared.map("cards", "k")
    assert card is not None
    found = card["does"]
    assert isinstance(found, pycrdt.Text)
    return found


@given(st.one_of(texts, LETTERS), st.one_of(texts, LETTERS))
def test_a_shared_text_says_what_was_wanted(one: str, other: str) -> None:
    shared = Shared()
    text = text_in(shared, one)
    made = shared.change(lambda _: write_text(text, other))
    assert str(text) == other
    assert (made == b"") == (one == other)


def test_what_others_type_meanwhile_stays() -> None:
    here = Shared()
    text = text_in(here, "Grüßt den Kunden 😀 am Schalter")
    there = Shared(here.update_since(None))
    theirs = there.map("cards", "k")["does"]  # type: ignore[index]
    made = there.change(lambda _: theirs.insert(len("Grüßt den ".encode()), "neuen "))
    here.change(lambda _: write_text(text, "Begrüßt den Kunden 😀 an der Theke"))
    here.apply(made)
    assert str(text) == "Begrüßt den neuen Kunden 😀 an der Theke"


def test_a_text_with_something_else_in_it_is_written_anew() -> None:
    shared = Shared()
    text = text_in(shared, "née")
    shared.change(lambda _: text.insert_embed(1, {"picture": 1}))
    shared.change(lambda _: write_text(text, "né"))
    assert str(text) == "né"


@pytest.mark.parametrize(("now", "wanted", "writes"), [(3, 3.0, False), (True, 1.0, True), (1.0, True, True), (["a"], ["a"], False)])
def test_only_what_differs_is_written(now: object, wanted: object, writes: bool) -> None:
    shared = Shared()
    text_in(shared, "x")
    card = shared.map("cards", "k")
    assert card is not None
    shared.change(lambda _: card.__setitem__("v", now))
    made = shared.change(lambda there: write(card, {"v": now}, {"v": wanted}))
    assert bool(made) == writes
    assert shared.change(lambda there: write(card, {"v": now, "old": 1}, {"v": now})) == b""
