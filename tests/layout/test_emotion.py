"""The curve goes through every face, never swings beyond them, and says what it rests on."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from footlights.drawing import Path
from footlights.layout import lay_out
from footlights.layout.emotion import smooth
from footlights.model import Blueprint, Collection, Feeling, Persona, Phase, Step, arranged
from tests.layout.faults import groups_of


@given(st.lists(st.integers(-200, 200), min_size=2, max_size=20))
def test_a_curve_never_swings_beyond_its_points(levels: list[int]) -> None:
    points = [(100.0 * number, float(level)) for number, level in enumerate(levels)]
    slopes = smooth(points)
    for number, ((x1, y1), (x2, y2)) in enumerate(pairwise(points)):
        third = (x2 - x1) / 3
        for handle in (y1 + slopes[number] * third, y2 - slopes[number + 1] * third):
            assert min(y1, y2) - 1e-9 <= handle <= max(y1, y2) + 1e-9


def journey(*feels: tuple[Feeling, ...]) -> Blueprint:
    steps = Collection(Step(f"s{n}", "p", does="x", feels=feel) for n, feel in enumerate(feels))
    people = Collection([Persona("a", name="Ann"), Persona("b", name="Ben")])
    return arranged(Blueprint(phases=Collection([Phase("p")]), steps=steps, personas=people))


def dashes(blueprint: Blueprint, name: str) -> list[str]:
    curve = next(group for group in groups_of(lay_out(blueprint, "journey"), "emotion") if group.label == name)
    return [item.dash for item in curve.items if isinstance(item, Path)]


def test_assumed_is_dashed_and_measured_is_solid() -> None:
    blueprint = journey((Feeling("a", 1, "measured"),), (Feeling("a", 2, "observed"),), (Feeling("a", 0, "assumed"),))
    assert dashes(blueprint, "Ann") == ["", "6 4"]


def test_a_step_without_a_feeling_is_a_gap_and_looks_like_one() -> None:
    blueprint = journey((Feeling("a", 1, "measured"),), (), (Feeling("a", 2, "measured"),))
    assert dashes(blueprint, "Ann") == ["1.5 5"]


def test_what_everyone_feels_counts_for_a_persona_without_a_feeling_of_its_own() -> None:
    blueprint = journey((Feeling(None, 1), Feeling("b", -2)), (Feeling(None, 0),))
    faces = [group.label for group in groups_of(lay_out(blueprint, "journey"), "face")]
    assert faces == ["Ann: good (+1)", "Ann: neutral (0)", "Ben: very bad (−2)", "Ben: neutral (0)"]
