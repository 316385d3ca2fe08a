"""Titles of slides: in their place however long, from the right where they read so, and in full in the notes."""

from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from pptx import Presentation

from footlights.render import render
from footlights.render.pptx.deck import Page
from footlights.render.pptx.title import Title, title_of
from footlights.typeset import width, wrap
from tests.render.sample import sample

ROOM = 1232.0
LONG = "How somebody who has never done it before asks for a thing that nobody knows the name of and still gets it " * 3
RIGHT = "رحلة الضيف في الفندق"


def page(title: str, part: str = "", number: str = "") -> Page:
    anatomy: Any = SimpleNamespace(drawing=SimpleNamespace(language="en"))
    return Page(anatomy, title, 0, 0, 0, 0, (0, 0), (0, 0), part=part, number=number)


def lines(title: Title) -> int:
    return len(wrap(title.text, ROOM, title.size, bold=True, language="en"))


def test_a_short_title_is_20_points_and_a_longer_one_a_little_smaller_on_one_line() -> None:
    assert title_of(page("A hotel", " · Front stage", " (1 of 3)"), ROOM) == Title("A hotel · Front stage (1 of 3)", 26.67)
    longer = title_of(page(LONG[:90]), ROOM)
    assert 21.3 < longer.size < 26.67
    assert width(longer.text, longer.size, bold=True) <= ROOM + 0.1
    assert (longer.text, longer.whole) == (LONG[:90], "")


def test_a_long_title_stands_on_two_lines() -> None:
    found = title_of(page(LONG[:150].strip()), ROOM)
    assert (found.text, found.size, found.whole) == (LONG[:150].strip(), 52 / 3, "")
    assert lines(found) == 2


@pytest.mark.parametrize("title", [LONG, "x" * 300, "字" * 200])
@pytest.mark.parametrize("part", ["", " · Front stage – Support", " · " + LONG])
def test_a_very_long_title_is_cut_but_not_its_number(title: str, part: str) -> None:
    found = title_of(page(title, part, " (12 of 34)"), ROOM)
    assert lines(found) <= 2
    assert found.text.startswith(title[:4])
    assert found.text.endswith(" (12 of 34)")
    assert "…" in found.text
    assert found.whole == title + part + " (12 of 34)"


def made(title: str) -> Any:
    return Presentation(BytesIO(render(sample()._replace(title=title), "pptx").data))


def test_what_was_cut_is_in_the_notes_and_only_then() -> None:
    [slide] = made(LONG).slides
    assert "…" in slide.shapes.title.text
    assert slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt == 13
    assert slide.notes_slide.notes_text_frame.text.startswith(LONG)
    [slide] = made("Short").slides
    assert not slide.notes_slide.notes_text_frame.text.startswith("Short\n")


def test_a_title_that_reads_from_the_right_stands_there_and_so_do_its_notes() -> None:
    for title, side in ((RIGHT, ("r", "1")), (f"Hotel {RIGHT}", (None, None)), (f"12 {RIGHT}", ("r", "1"))):
        [slide] = made(title).slides
        [paragraph] = slide.shapes.title.text_frame.paragraphs
        found = paragraph._p.find("{*}pPr")
        assert ((found.get("algn"), found.get("rtl")) if found is not None else (None, None)) == side
    [slide] = made(RIGHT * 20).slides
    notes = slide.notes_slide.notes_text_frame.paragraphs
    assert notes[0]._p.pPr.get("rtl") == "1"
    assert notes[-1]._p.pPr is None
