"""No picture has a fault: neither those of random blueprints nor, in tests/golden, those of the examples."""

import pytest

from footlights.drawing import Drawing, Group, Rect, TextLine
from footlights.layout import VIEWS, ZOOMS, lay_out
from footlights.measures import path_time
from footlights.model import View
from tests.layout.faults import arrow_points, faults_of, groups_of
from tests.layout.generated import generated


def drawn(seed: int, view: str = "blueprint", zoom: str = "normal") -> Drawing:
    blueprint = generated(seed)
    looked = View(shows=view, role=next(iter(blueprint.actors)) if view == "role" else None)
    return lay_out(blueprint, looked, zoom=zoom, times=path_time(blueprint))


@pytest.mark.parametrize("first", range(0, 200, 20))
def test_two_hundred_random_blueprints_have_no_fault(first: int) -> None:
    for seed in range(first, first + 20):
        assert faults_of(drawn(seed)) == [], f"seed {seed}"


@pytest.mark.parametrize(("view", "zoom"), [(view, zoom) for view in VIEWS for zoom in ZOOMS if (view, zoom) != ("blueprint", "normal")])
def test_every_view_and_zoom_has_no_fault(view: str, zoom: str) -> None:
    for seed in range(300, 320):
        assert faults_of(drawn(seed, view, zoom)) == [], f"seed {seed}"


def test_every_card_and_every_link_is_shown() -> None:
    for seed in range(40):
        blueprint, picture = generated(seed), drawn(seed)
        shown = {group.address for group in groups_of(picture, "card")}
        assert shown == {f"cards/{id}" for id in blueprint.cards} | {f"steps/{id}" for id in blueprint.steps}
        assert {group.address for group in groups_of(picture, "arrow")} >= {f"links/{id}" for id in blueprint.links}


def test_the_same_blueprint_gives_the_same_drawing() -> None:
    assert drawn(7) == drawn(7)


def _with(groups: list[Group]) -> Drawing:
    return drawn(3)._replace(groups=tuple(groups), width=400.0, height=300.0)


def _card(id: str, x: float, y: float, text: str = "ok") -> Group:
    return Group("card", (Rect(x, y, 80, 40), TextLine(x + 4, ((y + 20, text),), 12.0)), f"cards/{id}", text, (x, y, 80, 40))


def test_the_checker_sees_planted_faults() -> None:
    """The faults above would be found: each kind is planted once."""
    from footlights.drawing import Path

    one, two = _card("one", 10, 10), _card("two", 200, 10)
    across = Group("arrow", (Path("M90 30H200"),), "links/a", "", None, (("from", "one"), ("to", "two")))
    assert faults_of(_with([one, two, across])) == []
    assert {fault.kind for fault in faults_of(_with([one, _card("two", 50, 20)]))} == {"cards overlap"}
    assert {fault.kind for fault in faults_of(_with([_card("one", 10, 10, "far too long for this"), two]))} == {"text outside its card"}
    assert {fault.kind for fault in faults_of(_with([one, two, _card("between", 110, 10), across]))} == {"arrow through a card"}
    loose = across._replace(items=(Path("M90 80H200"),))
    assert {fault.kind for fault in faults_of(_with([one, two, loose]))} == {"arrow does not touch its card"}
    label = Group("label", (), "", "if", (60.0, 20.0, 50.0, 14.0))
    assert "label over a card" in {fault.kind for fault in faults_of(_with([one, two, label]))}
    label = label._replace(box=(150.0, 24.0, 45.0, 14.0))
    assert {fault.kind for fault in faults_of(_with([one, two, across, label]))} == {"label over an arrowhead"}
    assert arrow_points(across) == [(90.0, 30.0), (200.0, 30.0)]
