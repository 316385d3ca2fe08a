"""Paths as lines and curves, and the ways of arrows."""

from math import hypot

import pytest

from footlights.drawing import ICONS
from footlights.render.pptx.outline import geometry, outline
from footlights.render.pptx.way import way_of


def test_relative_letters_and_repeated_numbers_become_points_of_the_picture() -> None:
    shape = outline("M1 2l3 0 0 4H1v-1z")
    assert shape.pieces == (("M", (1, 2)), ("L", (4, 2)), ("L", (4, 6)), ("L", (1, 6)), ("L", (1, 5)), ("Z", ()))
    assert shape.box == (1, 2, 4, 6)


def test_a_circle_of_two_arcs_stays_round() -> None:
    shape = outline("M6 1.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 0 0 0-9.6z")
    ends = [points[-2:] for kind, points in shape.pieces if kind == "C"]
    assert len(ends) == 4
    assert all(abs(hypot(x - 6, y - 6) - 4.8) < 1e-9 for x, y in ends)
    assert {(round(x, 6), round(y, 6)) for x, y in ends} == {(6, 1.2), (1.2, 6), (6, 10.8), (10.8, 6)}


def test_every_icon_has_an_outline_inside_its_box() -> None:
    for name, d in ICONS.items():
        left, top, right, bottom = outline(d).box
        assert -0.5 <= left <= right <= 12.5, name
        assert -0.5 <= top <= bottom <= 12.5, name
        assert "<a:pt" in geometry(d, filled=False)


def test_an_arrow_turns_at_its_corners_and_not_at_its_hops() -> None:
    way = way_of("M10 20H40a3 3 0 0 1 6 0H60V80H50")
    assert way is not None
    assert way.corners == ((10, 20), (60, 20), (60, 80), (50, 80))
    assert way.box == (10, 17, 60, 80)
    assert way.geometry().count("<a:arcTo") == 1
    back = way_of("M60 20H46a3 3 0 0 0 -6 0H10")
    assert back is not None
    assert back.corners == ((60, 20), (10, 20))
    assert 'swAng="-10800000"' in back.geometry()


@pytest.mark.parametrize("d", ["", "M1 2", "M1 2C1 2 3 4 5 6", "M1 2H9a3 3 0 0 1 5 5"])
def test_what_is_no_way_of_an_arrow_is_none(d: str) -> None:
    assert way_of(d) is None
