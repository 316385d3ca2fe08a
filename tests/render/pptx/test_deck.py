"""Which slides a large blueprint gets: all that can be read, up to as many as somebody will turn, and none with nothing on it."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from footlights import api
from footlights.picture import Picture
from footlights.render import Artifact
from footlights.render.pptx import deck
from footlights.words import noted
from tests.bench.grown import grown

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
CARDS = 150


@cache
def picture() -> Picture:
    return api.draw(grown(CARDS), language="en")


@cache
def read() -> Artifact:
    """The deck as it should be."""
    return picture().artifact("pptx")


def slides_of(made: Artifact) -> list[Any]:
    return list(Presentation(BytesIO(made.data)).slides)


def sizes(slide: Any) -> list[float]:
    """Sizes in points; the one letter of a mark's sign is a picture."""
    runs = slide.shapes._spTree.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}r")
    return [int(run[0].get("sz")) / 100 for run in runs if run[0].get("sz") and len(run[-1].text) > 1]


def cards_on(slide: Any) -> set[str]:
    named = slide.shapes._spTree.iter("{http://schemas.openxmlformats.org/presentationml/2006/main}cNvPr")
    return {name.get("name") for name in named if re.fullmatch("cards/[^ #]+", name.get("name"))}


def test_all_of_a_large_blueprint_can_be_read_and_is_there() -> None:
    made = read()
    overview, *slides = slides_of(made)
    assert made.notes == ()
    assert len(slides) > 15
    assert min(min(sizes(slide)) for slide in slides) >= 7
    assert min(sizes(overview)) < 7
    assert set().union(*map(cards_on, slides)) == {f"cards/{id}" for id in grown(CARDS).cards}
    titles = [slide.shapes.title.text for slide in slides]
    assert len(set(titles)) == len(titles)


def test_a_deck_that_would_be_too_long_is_smaller_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = len(slides_of(read()))
    monkeypatch.setattr(deck, "_LONGEST", 10)
    made = picture().artifact("pptx")
    _, *slides = slides_of(made)
    assert 4 < len(slides) <= 10
    assert set().union(*map(cards_on, slides)) == {f"cards/{id}" for id in grown(CARDS).cards}
    [note] = made.notes
    told = int(re.findall(r"\d+", note)[0])
    assert wanted <= told <= wanted + 10, "counted before those with nothing on them go"
    assert f"there are {len(slides) + 1} with smaller" in note
    assert "--phases" in noted(note, "nl")
    assert noted(note, "es").startswith("demasiado")


def test_tags_of_arrows_go_where_cards_are_too_small_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    def tags(slides: list[Any]) -> int:
        return sum(shape.name.startswith(("to ", "from ")) for slide in slides for shape in slide.shapes)

    assert tags(slides_of(read())) > 20
    monkeypatch.setattr(deck, "_LONGEST", 4)
    slides = slides_of(picture().artifact("pptx"))
    assert tags(slides) == 0
    assert "goes on to" in "".join(slide.notes_slide.notes_text_frame.text for slide in slides)


def test_no_slide_has_nothing_on_it() -> None:
    drawn = api.draw(api.load(EXAMPLES / "library-card.blueprint.yaml").blueprint, "time", language="en")
    for slide in slides_of(drawn.artifact("pptx")):
        names = [shape.name for shape in slide.shapes]
        standing = [name for name in names if re.match("cards/|steps/[^ #]+$", name)]
        assert standing or "lanes/emotion" in names, slide.shapes.title.text
