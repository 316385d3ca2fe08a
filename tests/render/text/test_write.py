"""Plain text: everything in the order in which it is read, no wider than a terminal."""

from __future__ import annotations

from unicodedata import east_asian_width

import pytest

from footlights.layout import lay_out
from footlights.model import Blueprint
from footlights.render import render
from footlights.render.texts import one_line
from tests.render.sample import hostile
from tests.render.telling import made, telling


@pytest.mark.parametrize("language", ["en", "nl"])
def test_all_that_the_picture_says_is_there_in_order(language: str) -> None:
    written = made(telling("A text that is rather long, so that it has to be put on more than a single line of the page"), "txt", language)
    text = one_line(written.artifact.data.decode())
    drawing = written.picture.drawing
    for row in drawing.rows:
        for cell in row.cells:
            assert all(one_line(each) in text for each in cell)
    places = [text.index(step) for step, _ in drawing.columns]
    assert places == sorted(places)
    assert drawing.provenance.replace("  ", " ") in text


def test_lines_fit_and_a_step_says_its_lanes() -> None:
    lines = made(telling("word " * 60, "語" * 30 + " " + "語" * 30), "txt").artifact.data.decode().splitlines()
    assert max(sum(2 if east_asian_width(char) in "WF" else 1 for char in line) for line in lines) <= 78
    assert "Step 1. Asks" in lines
    assert "  Physical evidence: A letter" in lines
    assert "  - Thinks: “Who can help?”" in lines
    assert "- Answers → Keeps the books (leads to, if it is known · 60\u00a0%)" in lines


def test_no_control_characters_and_no_boxes() -> None:
    text = render(hostile(), "txt").data.decode()
    assert all(char.isprintable() or char == "\n" for char in text)
    assert not any("\u2500" <= char <= "\u257f" for char in text)


def test_an_empty_blueprint_says_so() -> None:
    assert "Nothing here yet" in render(lay_out(Blueprint(title="New")), "txt").data.decode()
