"""The width of a text adds up."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlights.typeset import width

FAMILY = "👨\u200d👩\u200d👧\u200d👦"


def test_an_empty_text_has_no_width() -> None:
    assert width("", 12) == 0


def test_width_is_the_sum_of_advances_times_the_size() -> None:
    assert width("Te", 1000) == 556 + 564  # as in the font, without the kerning of T and e
    assert width("Te", 12) == pytest.approx(12 * 1.12)
    assert width("Te", 12, bold=True) > width("Te", 12)


def test_words_and_the_spaces_between_them_add_up() -> None:
    whole = width("de  klant belt ", 1000)
    assert whole == pytest.approx(sum(width(part, 1000) for part in ("de", "klant", "belt")) + 4 * 260)


@pytest.mark.parametrize("word", ["cliënt", "café", "ďábel", "Ἀθήνα", "한국", "がぎ"])
def test_accents_written_apart_take_no_room(word: str) -> None:
    apart = unicodedata.normalize("NFD", word)
    assert apart != word
    assert width(apart, 1000) >= width(word, 1000)
    assert width(apart, 1000) == pytest.approx(width(word, 1000), rel=0.05)


def test_a_sign_asked_to_be_an_emoji_is_as_wide_as_one() -> None:
    assert width("1\ufe0f\u20e3", 1000) == 1300
    assert width("❤\ufe0f", 1000) == 1300
    assert width("❤", 1000) == 1000


def test_emoji_that_join_count_each_as_some_systems_draw_them_apart() -> None:
    assert width(FAMILY, 1000) == 4 * 1300


@given(st.text(), st.text(), st.booleans())
def test_texts_side_by_side_are_as_wide_as_both(left: str, right: str, bold: bool) -> None:
    assert width(f"{left} {right}", 1000, bold=bold) == pytest.approx(
        width(left, 1000, bold=bold) + width(" ", 1000, bold=bold) + width(right, 1000, bold=bold)
    )
