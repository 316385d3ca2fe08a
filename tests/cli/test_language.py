"""In which language a blueprint is told."""

from __future__ import annotations

import pytest

from footlights.cli.language import languages_in, spoken_by
from footlights.cli.voice import Voice
from footlights.model import Blueprint, Collection, FootlightsError, Phase, Translations

PLAIN = Blueprint(title="A")
MIXED = Blueprint(
    title=Translations((("nl", "Een"), ("fr", "Un"))), language="nl", phases=Collection([Phase("p", Translations((("es", "Uno"),)))])
)


def test_the_languages_of_a_blueprint_its_own_first() -> None:
    assert languages_in(PLAIN) == ("en",)
    assert languages_in(MIXED) == ("nl", "fr", "es")
    assert languages_in(Blueprint(language="es", languages=("es", "en"))) == ("es", "en")


@pytest.mark.parametrize(
    ("wished", "told"), [(None, "nl"), ("fr", "fr"), ("fr-CA", "fr-CA"), ("en", "en"), ("es", "es"), ("nl-BE", "nl-BE")]
)
def test_the_wished_one_else_its_own(wished: str | None, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "es_ES.UTF-8")
    assert spoken_by(MIXED, Voice(wished)) == told


def test_the_systems_where_that_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "es_ES.UTF-8")
    assert spoken_by(MIXED, Voice(), fitting=True) == "es"
    assert spoken_by(PLAIN, Voice(), fitting=True) == "en"


def test_a_language_that_nobody_speaks() -> None:
    with pytest.raises(FootlightsError, match="it speaks nl, fr, es"):
        spoken_by(MIXED, Voice("pt"))
