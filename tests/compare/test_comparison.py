"""A comparison is said in one line, as calm text, as Markdown and as values, in every language of ours."""

from __future__ import annotations

import json

import pytest

from footlights import edits
from footlights.compare import Comparison, compare
from footlights.edits import apply_all
from footlights.measures import path_time
from footlights.words import LANGUAGES
from tests.compare.test_balance import ONE, OTHER
from tests.compare.to_be import as_is, to_be
from tests.edits.sample import sample


@pytest.fixture(scope="module")
def incident() -> Comparison:
    before, after = as_is(), to_be()
    return compare(before, after, (path_time(before), path_time(after)))


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (
            "en",
            (
                "1 hand-over fewer, 1 fail point without recovery fewer, 1 h less in total, 1 moment of truth lost its owner, "
                "1 moment of truth gained an owner, 1 moment of truth changed hands"
            ),
        ),
        (
            "nl",
            (
                "1 overdracht minder, 1 faalpunt zonder herstel minder, in totaal 1 u korter, 1 moment van de waarheid heeft geen "
                "eigenaar meer, 1 moment van de waarheid kreeg een eigenaar, 1 moment van de waarheid kwam in andere handen"
            ),
        ),
        (
            "es",
            (
                "1 traspaso menos, 1 punto de fallo sin recuperación menos, 1 h menos en total, 1 momento de la verdad se quedó sin "
                "responsable, 1 momento de la verdad ganó un responsable, 1 momento de la verdad cambió de manos"
            ),
        ),
    ],
)
def test_the_headline_says_what_matters(language: str, says: str) -> None:
    assert compare(ONE, OTHER, (path_time(ONE), path_time(OTHER))).headline(language) == says


def test_the_board_stands_first(incident: Comparison) -> None:
    assert incident.headline().startswith(
        "1 phase, 1 step and 2 cards added, 2 steps and 4 cards removed, 'Finds the failing drive' moved above the line of visibility, 2 hand-overs more"
    )


def test_fields_alone_are_summed_up_and_nothing_is_nothing() -> None:
    other = apply_all(sample(), edits.set_field(sample(), "cards/answer#mode", "manual"))
    assert compare(sample(), other).headline() == "'Answers and logs': mode is now manual"
    assert compare(sample(), sample()).headline() == "Nothing changed"
    assert compare(sample(), sample()).text() == "What changed: My laptop will not start\n\nNothing changed."


def test_the_text_has_its_groups_in_order(incident: Comparison) -> None:
    lines = incident.text().splitlines()
    assert lines[:2] == ["What changed: My laptop will not start", "As it is → As it will be"]
    heads = [line for line in lines[4:] if line and not line.startswith(" ")]
    assert [head.split("  ")[0] for head in heads] == [
        "Balance", "Moments of truth: who answers for them", "Promised times", "Added", "Removed", "Moved", "Renamed", "Changed",
    ]  # fmt: skip
    assert "  'Taps the sticker on the lid' lost its owner; it was First line" in lines
    assert "  'Working again the same day': within 4 h, was 8 h" in lines
    assert not any("promised time is now" in line for line in lines)
    figures = [line for line in lines if line.startswith("  Hand-overs")]
    assert [line.split() for line in figures] == [["Hand-overs", "5", "7", "+2"]]


def test_every_change_is_told_once(incident: Comparison) -> None:
    text = incident.text()
    for change in incident.changes:
        if change.address.field != "within":
            assert text.count(f"  {change.text()}\n") + text.endswith(f"  {change.text()}") == 1


def test_markdown_keeps_what_people_wrote_from_being_read_as_marks() -> None:
    other = apply_all(sample(), edits.rename(sample(), "cards/answer", "*A* | <b> [x](y)\n# z"))
    text = compare(sample(), other).markdown()
    assert "\\*A\\* \\| \\<b\\> \\[x\\](y) \\# z" in text
    assert text.startswith("# What changed: My laptop will not start\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_are_json_and_every_language_says_something(incident: Comparison, language: str) -> None:
    values = incident.values(language)
    assert json.loads(json.dumps(values)) == values
    assert values["headline"] == incident.headline(language)
    figures = {each["figure"]: each for each in values["figures"]}
    assert (figures["handover"]["before"], figures["handover"]["after"]) == (5, 7)
    assert figures["time-total"]["at_least"] == {"before": True, "after": True}
    assert [each["kind"] for each in values["owners"]] == ["lost", "gained"]
    assert [(each["address"], each["line"]) for each in values["changes"] if each["kind"] == "moved-above"] == [
        ("cards/diagnose", "visibility")
    ]
    assert "{" not in incident.text(language)
