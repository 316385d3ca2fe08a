"""The slice of one role."""

import pytest

from footlights.layout import lay_out
from footlights.model import FootlightsError, View
from tests.layout.faults import groups_of
from tests.layout.views.small import SMALL, lanes, named, texts


def test_only_what_touches_the_role_is_shown_and_the_rest_is_folded() -> None:
    drawing = lay_out(SMALL, View(shows="role", role="ann"))
    assert set(named(drawing, "card")) == {"brings", "asks", "takes", "answers", "sorts"}
    assert [name for _, name in lanes(drawing)] == ["Customer", "Front stage", "Back stage"]
    assert drawing.columns == (("1. Brings it", "Bring"), ("2. Asks where it is", "Bring"), ("2 steps", "Wait"), ("1 step", "Get"))
    assert [texts(group) for group in groups_of(drawing, "fold")] == ["3–4 2 steps", "5 1 step"]
    assert "Slice of a role: Ann" in texts(groups_of(drawing, "title")[0])


def test_the_work_of_others_before_and_after_a_hand_over_is_dashed() -> None:
    drawing = lay_out(SMALL, View(shows="role", role="ann"))
    dashes = {group.address: group.items[0].dash for group in groups_of(drawing, "card")}  # type: ignore[union-attr]
    assert (dashes["cards/takes"], dashes["cards/sorts"]) == ("", "4 3")


def test_the_journey_goes_on_through_what_is_folded() -> None:
    drawing = lay_out(SMALL, View(shows="role", role="ann"))
    ways = [(dict(arrow.facts)["from"], dict(arrow.facts)["to"]) for arrow in groups_of(drawing, "arrow")]
    assert [way for way in ways if "customer@2" in way] == [("asks", "customer@2"), ("customer@2", "customer@3")]


@pytest.mark.parametrize(("role", "said"), [(None, "whose slice"), ("an", "did you mean ann")])
def test_a_role_that_is_not_there_is_refused_with_the_names_of_those_that_are(role: str | None, said: str) -> None:
    with pytest.raises(FootlightsError) as refused:
        lay_out(SMALL, View(shows="role", role=role))
    assert "ann, bob, cy" in str(refused.value)
    assert said in f"{refused.value} {refused.value.hint}"
