"""Lengths of time read as people say them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlights.words import LANGUAGES, duration_text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (1e-9, "0.001 s"),
        (0.04, "0.04 s"),
        (1.5, "1.5 s"),
        (9.96, "10 s"),
        (45.4, "45 s"),
        (59.7, "1 min"),
        (125, "2 min 5 s"),
        (3599.7, "1 h"),
        (7500, "2 h 5 min"),
        (86_399, "1 day"),
        (86_400 + 300, "1 day"),
        (5 * 86_400, "5 days"),
        (5 * 86_400 + 4 * 3600, "5 days 4 h"),
        (364.99 * 86_400, "1 year"),
        (400 * 86_400, "1 year 35 days"),
        (-90, "-1 min 30 s"),
    ],
)
def test_in_english(seconds: float, text: str) -> None:
    assert duration_text(seconds, "en") == text


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("nl-BE", ["2 u 5 min", "1 dag", "5 dagen", "1,5 s", "2 jaar"]),
        ("es", ["2 h 5 min", "1 día", "5 días", "1,5 s", "2 años"]),
        ("fr", ["2 h 5 min", "1 day", "5 days", "1.5 s", "2 years"]),
    ],
)
def test_in_other_languages(language: str, texts: list[str]) -> None:
    lengths = (7500, 86_400, 5 * 86_400, 1.5, 730 * 86_400)
    assert [duration_text(seconds, language) for seconds in lengths] == texts


@given(st.floats(0, 1e10, allow_subnormal=False), st.sampled_from(LANGUAGES))
def test_at_most_two_parts_and_none_of_them_zero(seconds: float, language: str) -> None:
    words = duration_text(seconds, language).split()
    assert len(words) in (2, 4)
    assert all(figure.strip("0,.") for figure in words[::2]) or seconds == 0


@pytest.mark.parametrize("seconds", [math.inf, math.nan])
def test_what_is_no_length_is_refused(seconds: float) -> None:
    with pytest.raises(ValueError, match="no length"):
        duration_text(seconds, "en")
