"""Characters that the shipped font lacks get a safe width."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest

from footlights.typeset import width
from footlights.typeset.unlisted import BLOCKS, unlisted_advance


@pytest.mark.parametrize(
    ("char", "em"),
    [
        ("漢", 1.0),
        ("あ", 1.0),
        ("、", 1.0),
        ("Ａ", 1.0),
        ("한", 1.0),
        ("\u3000", 1.0),
        ("ع", 0.62),
        ("ש", 0.62),
        ("😀", 1.3),
        ("⚡", 1.3),
        ("→", 1.0),
        ("✓", 1.0),
        ("க", 1.2),
        ("क", 0.7),
        ("ก", 0.7),
        ("\ud800", 0.7),
        ("\u200b", 0.0),
        ("\u200d", 0.0),
        ("\u00ad", 0.0),
        ("\u0301", 0.0),
        ("\u3099", 0.0),
        ("\x07", 0.0),
        ("\n", 0.0),
    ],
)
def test_one_character(char: str, em: float) -> None:
    assert width(char, 100) == pytest.approx(100 * em)


def test_an_accented_letter_is_no_narrower_than_its_letter() -> None:
    assert unlisted_advance("\u1f7c", {"\u03c9": 850}) == 850  # omega with grave


def test_every_character_has_a_width_and_none_is_negative() -> None:
    widths = {unlisted_advance(chr(code), {}) for code in range(0, sys.maxunicode + 1, 7)}
    assert min(widths) == 0
    assert max(widths) <= 1500


def test_blocks_do_not_overlap() -> None:
    assert all(first <= last for first, last, _ in BLOCKS)
    assert all(block[1] < after[0] for block, after in pairwise(BLOCKS))
