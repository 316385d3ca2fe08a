"""What `footlights new` writes: every template, in every language, reads without a fault and draws without one."""

import pytest

import footlights as fl
from footlights.layout import VIEWS
from footlights.model import View
from footlights.templates import NAMES, template
from footlights.words import LANGUAGES
from tests.layout.faults import faults_of


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_template_reads_and_draws_without_a_fault(name: str, language: str) -> None:
    document = fl.loads(template(name, language))
    assert document.diagnostics == ()
    assert document.blueprint.language == language
    for view in VIEWS:
        if view != "role" or document.blueprint.actors:
            role = next(iter(document.blueprint.actors)) if view == "role" else None
            assert faults_of(document.draw(View(shows=view, role=role)).drawing) == []


def test_templates_differ_by_language_and_fall_back_to_english() -> None:
    assert len({template("journey", language) for language in LANGUAGES}) == len(LANGUAGES)
    assert template("journey", "nl-BE") == template("journey", "nl")
    assert template("journey", "fr") == template("journey", "en")
    with pytest.raises(KeyError):
        template("jorney", "en")
