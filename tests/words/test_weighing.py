"""The words about what stands behind what, outages and priorities: the same ones in every language, with the same places."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from footlights.words import LANGUAGES, weighed
from footlights.words.weighing_en import WEIGHING as ENGLISH


def places(text: str) -> list[str]:
    return sorted(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same(language: str) -> None:
    said = import_module(f"footlights.words.weighing_{language}").WEIGHING
    assert set(said) == set(ENGLISH)
    assert {key for key in said if places(said[key]) != places(ENGLISH[key])} == set()
    assert {key for key, text in said.items() if not text.strip() or "!" in text} == set()


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_nothing_was_left_in_english(language: str) -> None:
    said = import_module(f"footlights.words.weighing_{language}").WEIGHING
    same = {
        key for key, text in said.items() if text == ENGLISH[key] and len(re.findall(r"[^\W\d_]{3,}", re.sub(r"\{\w+\}", "", text))) > 1
    }
    assert same == set()


def test_a_sentence_takes_its_facts() -> None:
    assert weighed("behind.of", "nl-BE", n=2, all=4) == "2 van 4"
    with pytest.raises(KeyError):
        weighed("no-such-sentence")
