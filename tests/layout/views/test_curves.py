"""The feelings of several people together: where they stand, what is said beside them, and nothing where nobody said anything."""

from itertools import pairwise

import pytest

from footlights import api
from footlights.drawing import Drawing, TextLine
from footlights.layout import lay_out
from footlights.layout.curves import NAME_STEP, spread
from footlights.model import Blueprint, View
from tests.layout.faults import faults_of, groups_of
from tests.layout.views.small import SMALL

FELT: Blueprint = api.loads("""
footlights: 1
title: A visit
personas: {ann: Ann, ben: Ben}
phases:
- title: In
  steps:
  - {does: Comes in, feels: {ann: 2, ben: -2}, thinks: What a welcome}
  - {does: Waits, feels: {ann: -2, ben: -2}, thinks: Nobody sees me, desired: 5, actual: 2, moment-of-truth: 3}
- title: Out
  steps:
  - {does: Goes, feels: {ann: 0, ben: 2}, expects: A hand}
""").blueprint


def curves(**wishes: object) -> Drawing:
    return lay_out(FELT, View(shows="curves", **wishes))  # type: ignore[arg-type]


def said(drawing: Drawing, kind: str) -> list[str]:
    return [group.label for group in groups_of(drawing, kind)]


def test_the_names_stand_where_the_curves_end_and_apart() -> None:
    ann, ben = groups_of(curves(), "name")
    assert (ann.label, ben.label) == ("Ann", "Ben")
    assert ann.box is not None
    assert ben.box is not None
    assert ann.box[1] > ben.box[1]  # at the end Ben feels better, so he stands higher


def test_names_that_would_lie_on_each_other_are_spread() -> None:
    places = spread([100.0, 100.0, 101.0], [NAME_STEP] * 3, 0.0, 300.0)
    assert all(low - high >= NAME_STEP - 0.01 for high, low in pairwise(sorted(places)))
    assert max(abs(place - 100) for place in places) <= 2 * NAME_STEP + 1


def test_it_tells_faces_levels_thoughts_moments_and_expectations() -> None:
    drawing = curves()
    assert "Ann: very good (+2)" in said(drawing, "face")
    assert "Ben: very bad (−2)" in said(drawing, "face")
    assert any("Nobody sees me" in text for text in said(drawing, "quote"))
    assert any("A hand" in text for text in said(drawing, "expectation"))
    assert len(said(drawing, "truth")) == 1
    assert len(said(drawing, "level")) == 1
    assert said(drawing, "card") == []


def test_only_the_people_who_are_asked_for() -> None:
    assert said(curves(personas=("ben",)), "name") == ["Ben"]


def test_the_table_says_the_same_in_words() -> None:
    texts = " ".join(text for row in curves().rows for text in (row.head, *(said for cell in row.cells for said in cell)))
    for word in ("Ann", "Ben", "Nobody sees me", "A hand"):
        assert word in texts


def test_where_nobody_said_what_they_feel_it_invites() -> None:
    (invitation,) = groups_of(lay_out(SMALL, "curves"), "invitation")
    assert any(isinstance(item, TextLine) for item in invitation.items)


@pytest.mark.parametrize("zoom", ["overview", "normal", "detail"])
@pytest.mark.parametrize("language", ["en", "nl", "es"])
def test_nothing_lies_on_anything(zoom: str, language: str) -> None:
    assert faults_of(lay_out(FELT, View(shows="curves", zoom=zoom), language=language)) == []
