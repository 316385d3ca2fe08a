"""Where an address stands: its field, its element, what that stands in, the title."""

from __future__ import annotations

import pytest

from footlights.files import places_of, read
from footlights.model import Address

TEXT = """\
footlights: 1
title: A shine
phases:
- id: sit
  title: Sit
  steps:
  - id: sits-down
    does: Sits down
    moment-of-truth: 3
    frontstage:
    - id: brush
      does: Brushes the shoes
    fail: [{id: scratch, says: A scratch}]
"""


def shown(address: str, text: str = TEXT) -> str:
    """The piece of text that an address points at."""
    (place,) = places_of(read(text), text, "a.yaml", [Address.parse(address)])
    assert (place.file, place.end_line) == ("a.yaml", place.line)
    return text.splitlines()[place.line - 1][place.column - 1 : place.end_column - 1]


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("steps/sits-down#moment_of_truth", "moment-of-truth: 3"),
        ("steps/sits-down#actual", "id: sits-down"),  # not written: its step
        ("cards/brush", "id: brush"),  # of several lines the first
        ("cards/brush#by", "id: brush"),
        ("phases/sit#title", "title: Sit"),
        ("blueprint", "title: A shine"),
        ("blueprint#owner", "title: A shine"),
        ("lanes/frontstage", "title: A shine"),  # a row that nobody declared
        ("cards/nowhere", "title: A shine"),
        ("nothing/at-all#x", "title: A shine"),
    ],
)
def test_the_place(address: str, there: str) -> None:
    assert shown(address) == there


def test_without_a_title_it_is_the_first_line() -> None:
    text = "phases: []\n"
    (place,) = places_of(read(text), text, "a.yaml", [Address("blueprint")])
    assert (place.line, place.column) == (1, 1)


def test_lines_are_those_of_editors() -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    (place,) = places_of(read(text), text, "a.yaml", [Address("cards", "brush", "does")])
    assert (place.line, place.column, place.end_column) == (12, 7, 30)
