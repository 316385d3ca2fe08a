"""The sentences about changes: the same ones in every language, with the same places to fill, for every field there is."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from footlights.model import COLLECTIONS, Blueprint, fields_of
from footlights.words import LANGUAGES, choice, told
from footlights.words.changes_en import CHANGES as ENGLISH
from footlights.words.changes_en import CHOICES as ENGLISH_CHOICES

KINDS = (*COLLECTIONS.values(), Blueprint)


def places(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_sentences_with_the_same_places(language: str) -> None:
    module = import_module(f"footlights.words.changes_{language}")
    assert set(module.CHANGES) == set(ENGLISH)
    assert {key for key in ENGLISH if places(module.CHANGES[key]) != places(ENGLISH[key])} == set()
    assert set(module.CHOICES) == set(ENGLISH_CHOICES)
    assert {key for key, text in {**module.CHANGES, **module.CHOICES}.items() if not text.strip() or "!" in text} == set()


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_nothing_was_left_in_english(language: str) -> None:
    said = import_module(f"footlights.words.changes_{language}").CHANGES
    assert {key for key, text in said.items() if text == ENGLISH[key] and re.search(r"[a-z] [a-z]", text)} == set()


def test_every_field_and_every_word_that_can_be_chosen_has_its_name() -> None:
    assert {field.key for kind in KINDS for field in fields_of(kind)} <= {key.removeprefix("field.") for key in ENGLISH}
    assert {value for kind in KINDS for field in fields_of(kind) if field.shape == "choice" for value in field.choices} <= set(
        ENGLISH_CHOICES
    )
    nouns = {kind.__name__.lower() for kind in KINDS}
    assert {f"{form}.{noun}" for form in ("what", "one", "many") for noun in nouns} <= set(ENGLISH)


def test_a_sentence_takes_its_facts() -> None:
    assert (
        told("change.moved-above", "nl-BE", name="'X'", line="de zichtbaarheidslijn") == "'X' naar boven de zichtbaarheidslijn verplaatst"
    )
    assert choice("doing", "es") == "en curso"
    assert choice("a word of their own", "nl") == "a word of their own"
    with pytest.raises(KeyError):
        told("no-such-sentence")
