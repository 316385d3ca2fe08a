"""In which language the command line speaks, and that it has the words."""

from __future__ import annotations

import string

import pytest

from footlights.cli.voice import Voice, counted, shown, spoken_in, system_language
from footlights.words import phrase, phrases_en, phrases_es, phrases_nl


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("other", [phrases_nl.PHRASES, phrases_es.PHRASES], ids=["nl", "es"])
def test_every_phrase_stands_in_every_language_with_the_same_places(other: dict[str, str]) -> None:
    english = phrases_en.PHRASES
    assert set(other) == set(english)
    assert {key: places(text) for key, text in other.items()} == {key: places(text) for key, text in english.items()}
    assert all(text.strip() for text in other.values())
    assert not any("!" in text for text in [*english.values(), *other.values()])


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "nl_BE.UTF-8"}, "nl"),
        ({"LANG": "en_GB", "LC_MESSAGES": "es_ES.UTF-8"}, "es"),
        ({"LANG": "nl_NL", "LC_ALL": "C"}, "en"),
        ({"LANG": "pt_BR.UTF-8"}, "en"),
        ({"LANG": ""}, "en"),
        ({}, "en"),
    ],
)
def test_the_systems_language(environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert system_language(environment) == language


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ([], None),
        (["check", "x"], None),
        (["check", "--language", "nl", "x"], "nl"),
        (["check", "x", "--language=es"], "es"),
        (["check", "--language"], None),
        (["check", "--", "--language", "nl"], None),
    ],
)
def test_the_language_that_was_asked_for(arguments: list[str], language: str | None) -> None:
    assert spoken_in(arguments) == language


def test_a_wish_counts_more_than_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "es_ES.UTF-8")
    assert Voice().language == "es"
    assert Voice("nl-BE").language == "nl"
    assert Voice("fr").language == "en"


def test_counting() -> None:
    assert [counted("error", n, "nl") for n in (0, 1, 2)] == ["0 fouten", "1 fout", "2 fouten"]
    assert phrase("trouble.or", "es") == " o "


def test_what_steers_a_terminal_is_written_out() -> None:
    assert shown("a\x1b[2Jb\nc\u202ed é 日本") == "a\\x1b[2Jb\nc\\u202ed é 日本"
    assert shown("\udcff") == "\\udcff"
