"""Texts in one language or several."""

from footlights.model import Translations, languages_of, say

GREETING = Translations((("nl", "Goedemorgen"), ("en", "Good morning"), ("es", "Buenos días")))


def test_a_plain_string_is_itself_in_every_language() -> None:
    assert say("Calls", "nl") == "Calls"
    assert languages_of("Calls") == ()


def test_the_language_asked_for_then_its_base_then_the_default_then_the_first() -> None:
    assert say(GREETING, "es") == "Buenos días"
    assert say(GREETING, "nl-BE") == "Goedemorgen"
    assert say(GREETING, "fr", "en") == "Good morning"
    assert say(GREETING, "fr", "de") == "Goedemorgen"


def test_nothing_is_an_empty_text() -> None:
    assert say(None, "en") == ""
    assert say(Translations(()), "en") == ""


def test_a_translation_is_replaced_in_its_place_or_added() -> None:
    assert GREETING.with_("en", "Hello").entries[1] == ("en", "Hello")
    assert GREETING.with_("fr", "Bonjour").entries[-1] == ("fr", "Bonjour")
    assert languages_of(GREETING) == ("nl", "en", "es")
