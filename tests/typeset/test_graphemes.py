"""No break falls inside what a reader sees as one character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlights.typeset.graphemes import graphemes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("abc", ["a", "b", "c"]),
        ("e\u0301é", ["e\u0301", "é"]),
        ("👨\u200d👩\u200d👧x", ["👨\u200d👩\u200d👧", "x"]),
        ("👍🏽👍", ["👍🏽", "👍"]),
        ("🇳🇱🇪🇸🇬", ["🇳🇱", "🇪🇸", "🇬"]),
        ("1\ufe0f\u20e32", ["1\ufe0f\u20e3", "2"]),
        ("\ud83d\ude00", ["\ud83d\ude00"]),  # two halves that were never put together
        ("\u1112\u1161\u11ab\u1100\u116e", ["\u1112\u1161\u11ab", "\u1100\u116e"]),
        ("क्षि", ["क्षि"]),
        ("น้ำ", ["น้ำ"]),
        ("か\u3099き", ["か\u3099", "き"]),
        ("\u0301a", ["\u0301", "a"]),
        ("🏴\U000e0067\U000e0062\U000e007f!", ["🏴\U000e0067\U000e0062\U000e007f", "!"]),
    ],
)
def test_visible_characters(text: str, expected: list[str]) -> None:
    assert list(graphemes(text)) == expected


@given(st.text(st.characters(exclude_categories=())))
def test_joined_again_they_are_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text
