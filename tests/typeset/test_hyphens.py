"""Words are hyphenated by the dictionary of their language."""

from __future__ import annotations

from itertools import accumulate

import pytest
from pyphen import DataInt  # type: ignore[import-untyped]

from footlights.typeset import hyphens
from footlights.typeset.hyphens import syllables


@pytest.mark.parametrize(
    ("word", "language", "places"),
    [
        ("reserveringsformulier", "nl", {2, 5, 7, 12, 15, 17}),
        ("arbeidsongeschiktheidsverzekering", "nl-BE", {2, 7, 9, 11, 17, 22, 25, 27, 29}),
        ("electroencefalografista", "es", {4, 7, 9, 11, 13, 15, 18, 21}),
        ("acknowledgement", "en_GB", {2, 6, 11}),
        ("(reserveringsformulier)!", "NL", {3, 6, 8, 13, 16, 18}),
    ],
)
def test_known_languages(word: str, language: str, places: set[int]) -> None:
    parts = syllables(word, language)
    assert "".join(parts) == word
    found = set(accumulate(map(len, parts[:-1])))
    # Dictionaries grow and shrink: a hyphen stands between syllables, and there is a choice of places.
    assert found <= places
    assert len(found) >= 2


@pytest.mark.parametrize("language", [None, "", "xx", "tlh", "not a language", "-"])
def test_an_unknown_language_leaves_the_word_whole(language: str | None) -> None:
    assert syllables("reserveringsformulier", language) == ("reserveringsformulier",)


@pytest.mark.parametrize("text", ["", "op", "2026", "x" * 5000, "İİİİİİİİİ", "漢字漢字漢字"])
def test_what_is_no_word_stays_whole(text: str) -> None:
    assert syllables(text, "nl") == (text,)


def test_a_hyphen_that_changes_the_spelling_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    # As Hungarian does: asszonnyal becomes asz-szony-nyal, with letters that the author did not write.
    class Hungarian:
        def positions(self, word: str) -> list[int]:
            assert word == "asszonnyal"
            return [DataInt(2, ("sz=", -1, 1)), DataInt(4), DataInt(6, ("ny=ny", -1, 3))]

    monkeypatch.setattr(hyphens, "_hyphenator", lambda language: Hungarian())
    assert syllables("asszonnyal", "hu") == ("assz", "onnyal")


def test_two_letters_never_end_a_word_alone() -> None:
    assert all(len(syllables(word, "nl")[-1]) >= 3 for word in ("reparatie", "administratie", "situatie"))
