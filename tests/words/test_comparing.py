"""What is said of two blueprints beside each other: the same sentences in every language, with the same places to fill."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from footlights.words import LANGUAGES
from footlights.words.comparing_en import COMPARING as ENGLISH


def places(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_sentences_with_the_same_places(language: str) -> None:
    said = import_module(f"footlights.words.comparing_{language}").COMPARING
    assert set(said) == set(ENGLISH)
    assert {key for key in ENGLISH if places(said[key]) != places(ENGLISH[key])} == set()
    assert {key for key, text in said.items() if not text.strip() or "!" in text} == set()


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_nothing_was_left_in_english(language: str) -> None:
    said = import_module(f"footlights.words.comparing_{language}").COMPARING
    assert {key for key, text in said.items() if text == ENGLISH[key] and re.search(r"[a-z] [a-z]", text)} == set()
