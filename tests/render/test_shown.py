"""What a drawing shows: the corners of lines, and arrows between cards that are there."""

import pytest

from footlights.layout import lay_out
from footlights.model import Blueprint, Link
from footlights.render.shown import arrow_words, corners, lane_of, plainly, shown
from tests.layout.faults import arrow_points, groups_of
from tests.layout.generated import generated
from tests.render.sample import sample


@pytest.mark.parametrize(
    ("d", "points"),
    [
        ("M1 2H9", [(1, 2), (9, 2)]),
        ("M1 2H4a3 3 0 0 1 6 0H20V9", [(1, 2), (20, 2), (20, 9)]),
        ("M1 2H4H9V2V8", [(1, 2), (9, 2), (9, 8)]),
        ("M0 0H10a3 3 0 0 1 3 3V9", [(0, 0), (13, 0), (13, 9)]),
        ("M0 0L5 5.5", [(0, 0), (5, 5.5)]),
    ],
)
def test_corners_are_those_that_people_see(d: str, points: list[tuple[float, float]]) -> None:
    assert corners(d) == points


def test_every_arrow_of_a_picture_is_found_from_end_to_end() -> None:
    drawing = lay_out(generated(7))
    seen = shown(drawing, None)
    drawn = groups_of(drawing, "arrow")
    assert len(seen.arrows) == len(drawn) > 0
    for arrow, group in zip(seen.arrows, drawn, strict=True):
        points = arrow_points(group)
        assert (arrow.points[0], arrow.points[-1]) == (pytest.approx(points[0]), pytest.approx(points[-1]))
        facts = dict(group.facts)
        assert seen.cards[arrow.source].address.endswith(f"/{facts['from']}") and seen.cards[arrow.target].address.endswith(
            f"/{facts['to']}"
        )


def test_an_arrow_to_nowhere_is_left_out() -> None:
    drawing = sample()
    lost = drawing._replace(groups=tuple(group for group in drawing.groups if group.address != "cards/c0-1"))
    assert len(shown(drawing, None).arrows) == 4 and len(shown(lost, None).arrows) == 2


def test_words_of_a_link() -> None:
    blueprint = Blueprint(language="en")
    assert arrow_words(blueprint, Link("a", when="it rains", share=0.25), "en") == "it rains · 25 %"
    assert arrow_words(blueprint, Link("a", kind="loop"), "nl") == "lus"
    assert arrow_words(blueprint, Link("a"), "en") == ""


def test_plain_text_is_one_line_that_xml_can_hold() -> None:
    assert plainly(" a\n\tb\x00\ud800 c ") == "a b c"


@pytest.mark.parametrize("view", ["blueprint", "journey", "channels", "departments"])
def test_a_card_stands_in_the_lane_that_it_is_drawn_in(view: str) -> None:
    seen = shown(lay_out(generated(7), view), None)
    found = lane_of(seen)
    assert len(found) == len(seen.cards) > 0
    for card, place in zip(seen.cards, found, strict=True):
        top, high = seen.lanes[place].box[1::2]
        assert top <= card.box[1] and card.box[1] + card.box[3] <= top + high
