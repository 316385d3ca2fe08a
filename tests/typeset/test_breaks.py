"""Where a line may break inside a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlights.typeset.breaks import after_signs, word_parts


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("klant", "klant"),
        ("en/of", "en/ of"),
        ("in-/uitchecken", "in-/ uitchecken"),
        ("front-stage–backstage—line", "front- stage– backstage— line"),
        ("e-mail", "e-mail"),
        ("T-shirt", "T-shirt"),
        ("COVID-19", "COVID-19"),
        ("2026-11-22", "2026-11-22"),
        ("24/7", "24/7"),
        ("09:00–17:00", "09:00– 17:00"),
        ("--force", "--force"),
        ("—hola", "—hola"),
        ("(and/)", "(and/)"),
        ("https://example.com/path", "https:// example.com/ path"),
        ("non\u2011breaking", "non\u2011breaking"),
        ("nul\u200bbreedte", "nul\u200b breedte"),
        ("漢字", "漢 字"),
        ("終わり。次", "終 わ り。 次"),
        ("「はい」と", "「は い」 と"),
        ("データ", "デー タ"),
        ("100円です", "100円 で す"),
        ("Webサイト", "Web サ イ ト"),
        ("か\u3099き", "か\u3099 き"),
        ("예약을", "예약을"),
        ("👍👍", "👍👍"),
        ("10\u00a0km/u\u00a0", "10\u00a0km/ u\u00a0"),
    ],
)
def test_places(word: str, expected: str) -> None:
    assert " ".join(part.text for part in word_parts(word)) == expected
    assert not any(part.soft for part in word_parts(word))


def test_a_hyphen_shows_only_at_a_soft_hyphen() -> None:
    assert word_parts("\u00addonau\u00addampf-schiff\u00ad") == (
        ("donau", True),
        ("dampf-", False),
        ("schiff", False),
    )


def test_a_soft_hyphen_does_not_part_an_accent_from_its_letter() -> None:
    assert word_parts("cafe\u00ad\u0301s") == (("cafe\u0301s", False),)


def test_a_word_of_soft_hyphens_has_no_parts() -> None:
    assert word_parts("\u00ad\u00ad") == ()
    assert word_parts("") == ()


def test_signs_part_what_would_not_fit_otherwise() -> None:
    assert after_signs("2026-11-22") == ["2026-", "11-", "22"]
    assert after_signs("www.example.com?a=b") == ["www.", "example.", "com?", "a=", "b"]
    assert after_signs("-\u0301a") == ["-\u0301a"]
    assert after_signs("abc") == ["abc"]


@given(st.text(st.characters(exclude_characters=" ")))
def test_the_parts_are_the_word_without_soft_hyphens(word: str) -> None:
    assert "".join(part.text for part in word_parts(word)) == word.replace("\u00ad", "")
    assert "".join(after_signs(word)) == word
