"""What the editor is told of the house is all that the house knows; and its messages say the same in every language."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import webmodel
from footlights.drawing import ICONS, THEMES
from footlights.model import COLLECTIONS, Blueprint, fields_of
from footlights.words import LANGUAGES, word

WEB = Path(__file__).resolve().parent.parent.parent / "web"
SETTINGS = json.loads((WEB / "project.inlang" / "settings.json").read_text("utf-8"))
AREAS = [Path(pattern).stem for pattern in SETTINGS["plugin.inlang.messageFormat"]["pathPattern"]]


def test_every_field_of_every_collection_is_there() -> None:
    told = webmodel.model()
    for kind in (Blueprint, *COLLECTIONS.values()):
        for field in fields_of(kind):
            assert f'{{ name: "{field.name}", key: "{field.key}", shape: "{field.shape}", choices: ' in told
    for name in COLLECTIONS:
        assert f'\n  "{name}": {{\n' in told
    assert "(Object." not in told
    assert 'structure: ["step", "lane"]' in told


@pytest.mark.parametrize(
    ("constant", "name"),
    [
        ("ROLES", "Role"),
        ("MARK_KINDS", "MarkKind"),
        ("BASES", "Basis"),
        ("CHANNEL_CLASSES", "ChannelClass"),
        ("LINES", "Line"),
        ("STATES", "State"),
    ],
)
def test_each_list_has_a_type_for_one_of_its_words(constant: str, name: str) -> None:
    assert f"\nexport type {name} = (typeof {constant})[number];\n" in webmodel.model()


def test_every_colour_has_its_token_in_each_theme() -> None:
    told = webmodel.tokens()
    assert set(THEMES["light"].colours) == set(THEMES["dark"].colours) == set(THEMES["contrast"].colours)
    for token, colour in THEMES["light"].colours.items():
        assert told.count(f"--{token}: ") == 4
        assert f"  --{token}: {colour};" in told


def test_every_icon_is_there() -> None:
    assert webmodel.icons().count("\n  ") == len(ICONS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_craft_s_words_are_those_of_the_pictures(language: str) -> None:
    said = json.loads(webmodel.craft(language)())
    assert said["lane_evidence"] == word("lane.evidence", language)
    assert said["line_internal_interaction"] == word("line.internal-interaction", language)
    assert said["feeling_minus_2"] == word("feeling.-2", language)
    assert "page_zoom" not in said
    for key in re.findall(r"m\.(\w+)", webmodel.craft_words()):
        assert key in said


def test_the_fonts_of_the_page_are_those_that_are_shipped() -> None:
    named = re.findall(r"url\('([^']+)'\)", webmodel.fonts())
    files = {(WEB / "src" / "app" / name).resolve() for name in named}
    assert files == set((WEB.parent / "src" / "footlights" / "typeset" / "fonts").glob("*.woff2"))


def messages(language: str, area: str) -> dict[str, str]:
    found: dict[str, str] = json.loads((WEB / "messages" / language / f"{area}.json").read_text("utf-8"))
    return found


def places(said: object) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", json.dumps(said)))


def test_the_editor_speaks_the_languages_of_the_house() -> None:
    assert SETTINGS["locales"] == list(LANGUAGES)
    for language in LANGUAGES:
        assert {path.stem for path in (WEB / "messages" / language).glob("*.json")} == {*AREAS, "findings", "help"}


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_each_field_is_explained_in_every_language(language: str) -> None:
    """The explanations are no messages: they are fetched by language when somebody first asks."""
    ours, theirs = (json.loads((WEB / "messages" / each / "help.json").read_text("utf-8")) for each in ("en", language))
    assert set(theirs) == set(ours)
    assert all(theirs.values())


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_each_message_is_said_in_every_language_with_the_same_places(area: str, language: str) -> None:
    ours, theirs = messages("en", area), messages(language, area)
    assert set(theirs) == set(ours)
    assert {key for key in ours if places(ours[key]) != places(theirs[key])} == set()
    assert {key for key, said in theirs.items() if not said} == set()


def test_no_message_has_the_name_of_another() -> None:
    """Of two with one name the second would be said, without a word of warning."""
    named = [key for area in AREAS for key in messages("en", area)]
    assert sorted(key for key in set(named) if named.count(key) > 1) == []
    assert [key for key in named if not re.fullmatch(r"[a-z][a-z0-9_]*", key)] == []


def test_nothing_is_loaded_from_elsewhere_to_compile_them() -> None:
    assert [module for module in SETTINGS["modules"] if not module.startswith("./node_modules/")] == []
