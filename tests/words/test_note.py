"""What is worth telling about an export: the same sentences in every language, with the same places."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from footlights.words import LANGUAGES, Note, noted
from footlights.words.notes_en import NOTES as ENGLISH


def places(text: str) -> list[str]:
    return sorted(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same(language: str) -> None:
    said = import_module(f"footlights.words.notes_{language}").NOTES
    assert set(said) == set(ENGLISH)
    assert {key for key in said if places(said[key]) != places(ENGLISH[key])} == set()
    assert {key for key, text in said.items() if not text.strip() or "!" in text} == set()
    assert language == "en" or {key for key, text in said.items() if text == ENGLISH[key]} == set()


def test_a_note_is_an_english_sentence_that_can_be_said_in_other_languages() -> None:
    note = Note("too-small", page="a4", points=3.5)
    assert note.startswith("on a4 the text is 3.5 points high")
    assert noted(note, "nl-BE").startswith("op a4 is de tekst 3,5 punten hoog")
    assert noted(note) == note
    with pytest.raises(KeyError):
        Note("no-such-note")


def test_another_sentence_stays_as_it_is() -> None:
    assert noted("as it came", "es") == "as it came"
