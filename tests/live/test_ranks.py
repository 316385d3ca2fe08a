"""Ranks are those of npm's `fractional-indexing`, byte for byte, and bring any order about with few changes."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlights.live import is_rank, rank_between, ranked, ranks_between

SMALLEST, LARGEST = "A" + "0" * 26, "z" * 27

#: From the tests of the npm package: below, above, between.
KNOWN = (
    (None, None, "a0"), (None, "a0", "Zz"), (None, "Zz", "Zy"), ("a0", None, "a1"), ("a1", None, "a2"), ("a0", "a1", "a0V"),
    ("a1", "a2", "a1V"), ("a0V", "a1", "a0l"), ("Zz", "a0", "ZzV"), ("Zz", "a1", "a0"), (None, "Y00", "Xzzz"), ("bzz", None, "c000"),
    ("a0", "a0V", "a0G"), ("a0", "a0G", "a08"), ("b125", "b129", "b127"), ("a0", "a1V", "a1"), ("Zz", "a01", "a0"),
    (None, "a0V", "a0"), (None, "b999", "b99"), (None, SMALLEST + "1", SMALLEST + "0V"), ("z" * 26 + "y", None, LARGEST),
    (LARGEST, None, LARGEST + "V"),
)  # fmt: skip
KNOWN_ROWS = (
    (None, None, "a0 a1 a2 a3 a4"),
    ("a4", None, "a5 a6 a7 a8 a9 aA aB aC aD aE"),
    (None, "a0", "Zv Zw Zx Zy Zz"),
    ("a0", "a2", "a04 a08 a0G a0K a0O a0V a0Z a0d a0l a0t a1 a14 a18 a1G a1O a1V a1Z a1d a1l a1t"),
)


@pytest.mark.parametrize(("low", "high", "between"), KNOWN)
def test_the_vectors_of_the_npm_package(low: str | None, high: str | None, between: str) -> None:
    assert rank_between(low, high) == between


@pytest.mark.parametrize(("low", "high", "row"), KNOWN_ROWS)
def test_the_rows_of_the_npm_package(low: str | None, high: str | None, row: str) -> None:
    assert ranks_between(low, high, len(row.split())) == row.split()


@pytest.mark.parametrize(
    ("low", "high"), [(None, SMALLEST), ("a00", None), ("a00", "a1"), ("0", "1"), ("a1", "a0"), ("a0", "a0"), ("", None), ("a0é", None)]
)
def test_what_the_npm_package_refuses(low: str | None, high: str | None) -> None:
    with pytest.raises(ValueError):
        rank_between(low, high)


def test_what_is_no_rank() -> None:
    assert [
        value for value in ("", "a", "a00", "0", "-1", "é0", SMALLEST, 3, None, ["a0"], "a0 ", "a0" + "V" * 5000) if is_rank(value)
    ] == []
    assert all(is_rank(rank) for rank in ("a0", "Zz", "a0V", "b00", "zzzzzzzzzzzzzzzzzzzzzzzzzzzV"))


def test_three_hundred_inserts_in_one_spot_stay_short() -> None:
    low, high = "a0", "a1"
    for number in range(300):
        between = rank_between(low, high)
        assert low < between < high
        low, high = (between, high) if number % 2 else (low, between)
    assert len(between) < 60


@given(st.randoms(use_true_random=False))
def test_ranks_fall_between_wherever_they_are_wanted(rng: random.Random) -> None:
    row: list[str] = []
    for _ in range(40):
        at = rng.randint(0, len(row))
        row[at:at] = ranks_between(row[at - 1] if at else None, row[at] if at < len(row) else None, rng.randint(1, 3))
    assert row == sorted(set(row))
    assert all(is_rank(rank) for rank in row)


RANKS = st.one_of(st.sampled_from(("a0", "a1", "a1V", "a2", "Zz", "", "bad rank", "a00")), st.none(), st.integers())


@given(st.permutations([f"k{number}" for number in range(8)]), st.lists(RANKS, min_size=8, max_size=8))
def test_any_order_can_be_had_from_any_ranks(order: list[str], ranks: list[object]) -> None:
    found = ranked(order, {f"k{number}": rank for number, rank in enumerate(ranks)})
    assert sorted(order, key=lambda key: (found[key], key)) == order
    assert all(is_rank(rank) for rank in found.values())


def test_those_in_order_keep_their_ranks() -> None:
    current = {"a": "a0", "b": "a1", "c": "a2", "d": "a3"}
    assert ranked(["a", "b", "c", "d"], current) == current
    moved = ranked(["b", "c", "d", "a"], current)
    assert {key: rank for key, rank in moved.items() if rank != current[key]} == {"a": "a4"}
    put = ranked(["a", "x", "b", "c", "d"], current)
    assert put == {**current, "x": "a0V"}


def test_between_two_equal_ones_the_following_make_room() -> None:
    current = {"a": "a0", "b": "a0", "c": "a0", "d": "a1"}
    assert ranked(["a", "b", "c", "d"], current) == current
    found = ranked(["a", "x", "b", "c", "d"], current)
    assert found["a"], found["d"] == ("a0", "a1")
    assert sorted(found, key=lambda key: (found[key], key)) == ["a", "x", "b", "c", "d"]
