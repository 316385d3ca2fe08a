"""The sentences of messages: the same ones in every language, with the same places to fill."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from footlights.words import LANGUAGES, message
from footlights.words.messages_en import MESSAGES as ENGLISH


def places(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_sentences_with_the_same_places(language: str) -> None:
    said = import_module(f"footlights.words.messages_{language}").MESSAGES
    wanted = {key: text for key, text in ENGLISH.items() if not key.endswith(".code")}
    assert {key for key in said if not key.endswith(".code")} == set(wanted)
    assert {key for key in wanted if places(said[key]) != places(wanted[key])} == set()
    assert {key for key, text in said.items() if not text.strip() or "!" in text.replace("with ! ", "").replace(" ! ", "")} == set()


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_nothing_was_left_in_english(language: str) -> None:
    said = import_module(f"footlights.words.messages_{language}").MESSAGES
    same = {key for key, text in said.items() if text == ENGLISH[key] and " " in text}
    assert same == set()


def test_codes_are_stable_and_each_stands_for_one_kind() -> None:
    codes = {key.removesuffix(".code"): text for key, text in ENGLISH.items() if key.endswith(".code")}
    assert len(set(codes.values())) == len(codes)
    assert all(re.fullmatch(r"DOC\d{3}", code) for code in codes.values())
    # a kind keeps its code for ever: a few to notice a shift
    assert codes["file-missing"] == "DOC001"
    assert codes["duplicate-key"] == "DOC035"
    assert codes["unknown-field"] == "DOC060"
    assert codes["unknown-actor"] == "DOC091"
    assert {f"{slug}.hint" for slug in codes} | set(codes) <= set(ENGLISH)


def test_a_sentence_takes_its_facts() -> None:
    assert message("duplicate-key", "nl", name="title", line="3") == '"title" staat twee keer op dezelfde plek; de eerste staat op regel 3.'
    with pytest.raises(KeyError):
        message("no-such-message")
