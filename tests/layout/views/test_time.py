"""True time: columns as wide as the time they take."""

from itertools import combinations
from math import log10
from pathlib import Path

import pytest

from footlights import api
from footlights.drawing import Drawing, Rect, TextLine
from footlights.drawing import Path as Line
from footlights.facts import StationTime
from footlights.layout import lay_out
from footlights.layout.scale import Span, decades, scale_of
from footlights.measures import path_time
from footlights.model import Blueprint, View
from tests.layout.faults import arrow_points, faults_of, groups_of, text_boxes
from tests.layout.views.small import SMALL, texts

EXAMPLES = Path(__file__).parents[3] / "examples"


def with_times(*times: str, phases: int = 1) -> Blueprint:
    """A step for each time, "" for one without; as many steps in each of the phases."""
    steps = [f"{{id: s{number}, does: Goes on{f', time: {time}' if time else ''}}}" for number, time in enumerate(times)]
    each = len(steps) // phases
    parts = [f"- {{id: p{at}, steps: [{', '.join(steps[at * each : (at + 1) * each])}]}}" for at in range(phases)]
    return api.loads("footlights: 1\ntitle: Timed\nphases:\n" + "\n".join(parts) + "\n").blueprint


def drawn(blueprint: Blueprint, *, log: bool = False, zoom: str = "normal", language: str = "en", **wishes: object) -> Drawing:
    view = View(shows="time", scale="logarithmic" if log else None, zoom=zoom, **wishes)  # type: ignore[arg-type]
    return lay_out(blueprint, view, language=language, times=path_time(blueprint))


def widths(drawing: Drawing) -> list[float]:
    """The width of every step's head, which is that of its column."""
    return [group.box[2] for group in groups_of(drawing, "step") if group.box]


def ticks(drawing: Drawing) -> list[tuple[str, float]]:
    """The named ticks of the axis, with how far each stands from where the axis begins, in px."""
    [scale] = groups_of(drawing, "scale")
    named = [(item.lines[0][1], item.x) for item in scale.items if isinstance(item, TextLine) and not item.bold and item.lines[0][1] != "?"]
    return [(name, round(x - named[0][1], 1)) for name, x in named]


def test_a_linear_scale_by_hand() -> None:
    """1, 2 and 10 minutes: two cards each, 6 x 130 px for 780 s, is a px a second; the others would make it wider."""
    drawing = drawn(with_times("1 min", "2 min", "", "10 min"))
    assert widths(drawing) == [130, 130, 130, 600]
    assert ticks(drawing) == [("0", 0), ("1 min", 60), ("2 min", 120), ("3 min", 180), *((f"{n} min", n * 60 + 14) for n in range(4, 14))]
    [scale] = groups_of(drawing, "scale")
    bars = [item for item in scale.items if isinstance(item, Rect) and item.fill == "work"]
    assert [bar.width for bar in bars] == [60, 120, 600]
    # what is unknown lies between them, and nothing of the axis runs through it
    [box] = [item for item in scale.items if isinstance(item, Rect) and item.dash]
    assert (box.x - 1, box.width + 2) == (bars[1].x + 120, 14)
    assert bars[2].x == bars[1].x + 120 + 14
    start = bars[0].x
    axis = next(item.d for item in scale.items if isinstance(item, Line) and item.stroke == "ink" and "H" in item.d)
    assert [piece.split("H")[1] for piece in axis.split("M")[1:]] == [f"{start + 180:g}", f"{start + 794:g}"]


def test_guides_run_beside_each_other_where_a_column_is_to_scale_and_part_where_it_is_wider() -> None:
    drawing = drawn(with_times("1 min", "2 min", "", "10 min"))
    [scale] = groups_of(drawing, "scale")
    guides = [item for item in scale.items if isinstance(item, Line) and item.stroke == "faint"]
    shifts = []
    for guide in guides:
        left, right = (
            [tuple(map(float, point.split())) for point in piece.split("L")] for piece in guide.d.removeprefix("M").split("M")
        )  # fmt: skip
        shifts.append(round((right[1][0] - right[0][0]) - (left[1][0] - left[0][0])))
    assert shifts == [70, 10, 116, 0]


def test_a_logarithmic_scale_by_hand() -> None:
    """10 minutes and 1,000: it starts at a minute, a quarter or less of the shortest, so a tenfold is a card."""
    drawing = drawn(with_times("10 min", "1000 min"), log=True)
    assert widths(drawing) == [130, 390]
    first, second = ticks(drawing)[:1], ticks(drawing)
    begins = second[[name for name, _ in second].index("1 min", 1)][1]
    assert first == [("1 min", 0)]
    own = {name: round(x - begins, 1) for name, x in second[2:]}
    assert own["10 min"] == 130
    assert own["1 h"] == pytest.approx(130 * log10(60), abs=0.1)
    assert own["10 h"] == pytest.approx(130 * log10(600), abs=0.1)
    assert "Logarithmic: every tenfold is as wide; each column starts at 1 min" in texts(groups_of(drawing, "scale")[0])


def span(seconds: float | None) -> Span:
    return Span(StationTime("s", seconds), seconds, unknown=int(seconds is None))


@pytest.mark.parametrize(
    ("times", "per"),
    [
        # the shortest is a card wide; the longest five; all together two each
        ((60.0, 90.0), 1 / 60), ((10.0, 10.0, 10.0, 10.0, 100.0), 5 / 100), ((1.0, 10.0, 10.0), 6 / 21), ((None, 0.0, 60.0), 1 / 60),
    ],
)  # fmt: skip
def test_how_wide_a_second_is(times: tuple[float | None, ...], per: float) -> None:
    scale = scale_of([None, *map(span, times)])
    assert scale is not None
    assert scale.per == pytest.approx(per)


@pytest.mark.parametrize(
    ("times", "start"),
    [((4 * 86400.0,), 86400), ((3 * 86400.0,), 3600), ((240.0, 300.0), 60), ((239.0,), 1), ((4.0, 16.0), 1), ((4.0, 86400.0), 0.1), ((0.2,), 0.01)],
)  # fmt: skip
def test_where_a_logarithmic_scale_starts(times: tuple[float, ...], start: float) -> None:
    scale = scale_of([*map(span, times)], logarithmic=True)
    assert scale is not None
    assert scale.start == pytest.approx(start)
    assert scale.reach(min(times)) == pytest.approx(1)
    assert scale.reach(max(times)) <= 5
    assert scale.reach(0) == scale.reach(start / 2) == 0


def test_ticks_of_a_logarithmic_axis() -> None:
    assert decades(60, 1200) == [(60 * count, 0) for count in range(2, 10)] + [(600, 1), (1200, 0)]
    assert [time for time, grade in decades(1, 90000) if grade == 2] == [60, 3600, 86400]


@pytest.mark.parametrize("log", [False, True])
def test_what_is_unknown_is_a_box_and_never_zero(log: bool) -> None:
    drawing = drawn(with_times("5 min", "", "5 min"), log=log)
    assert [group.label for group in groups_of(drawing, "station")] == ["work 5 min", "time unknown", "work 5 min"]
    assert [text for text, _ in text_boxes(groups_of(drawing, "scale")[0])].count("?") == 1
    [row] = [row for row in drawing.rows if row.head == "Time"]
    assert row.cells == (("work 5 min",), ("unknown",), ("work 5 min",))


def test_wait_is_hatched_and_a_standard_has_a_dashed_edge() -> None:
    blueprint = with_times("{work: 5 min, wait: 5 min}", "{standard: 10 min}")
    drawing = drawn(blueprint)
    [scale] = groups_of(drawing, "scale")
    work, wait, standard = (item for item in scale.items if isinstance(item, Rect))
    assert (work.fill, wait.stroke, standard.stroke, standard.dash) == ("work", "wait", "standard", "3 2")
    assert (work.width, wait.width, standard.width) == (65, 64, 129)
    assert any(isinstance(item, Line) and item.stroke == "wait" and "L" in item.d for item in scale.items)
    [legend] = groups_of(drawing, "legend")
    for told in ("Work", "Wait", "Standard, where nothing else is known"):
        assert told in texts(legend)
    assert "wider" not in texts(legend)


def test_a_folded_phase_takes_the_time_of_all_its_steps() -> None:
    blueprint = with_times("2 min", "", "8 min", "10 min", phases=2)
    drawing = drawn(blueprint, folded_phases=("p0",))
    [fold] = groups_of(drawing, "fold")
    assert fold.box is not None
    # 2, 8 and 10 minutes: two cards each is three tenths of a card a minute, and what is unknown takes its 14 px
    assert [group.label for group in groups_of(drawing, "station")] == ["work 2 min, time unknown", "work 8 min", "work 10 min"]
    assert widths(drawing) == [312, 390]
    assert fold.box[2] == 0.6 * 130 + 14


def test_the_scale_is_the_first_row_and_can_be_hidden() -> None:
    blueprint = with_times("5 min", "")
    assert [group.label for group in groups_of(drawn(blueprint), "lane")] == ["Time", "Customer"]
    hidden = drawn(blueprint, hidden=("time",))
    assert [group.label for group in groups_of(hidden, "lane")] == ["Customer"]
    folded = drawn(blueprint, folded_lanes=("time",))
    assert not groups_of(folded, "scale")
    assert not groups_of(folded, "station")


@pytest.mark.parametrize(
    ("language", "said"), [("en", "No times known yet"), ("nl", "Nog geen tijden bekend"), ("es", "no se conoce ningún")]
)
def test_without_times_it_says_how_to_add_them(language: str, said: str) -> None:
    drawing = drawn(SMALL, language=language)
    [invitation] = groups_of(drawing, "invitation")
    assert said in invitation.label
    assert "time: 10 min" in invitation.label
    assert set(widths(drawing)) == {130}
    assert faults_of(drawing) == []
    assert not groups_of(drawing, "scale")


def test_times_of_nothing_are_no_scale() -> None:
    drawing = drawn(with_times("0 min", "0 min"))
    assert [group.label for group in groups_of(drawing, "station")] == ["work 0 s", "work 0 s"]
    assert not groups_of(drawing, "scale")
    assert not groups_of(drawing, "invitation")


@pytest.mark.parametrize(("name", "language"), [("it-incident", "en"), ("fibre-installation", "nl"), ("library-card", "es")])
@pytest.mark.parametrize("zoom", ["overview", "normal", "detail"])
def test_examples_have_no_fault(name: str, language: str, zoom: str) -> None:
    blueprint = api.load(EXAMPLES / f"{name}.blueprint.yaml").blueprint
    for log in (False, True):
        drawing = drawn(blueprint, log=log, zoom=zoom, language=language)
        assert faults_of(drawing) == []
        [scale] = groups_of(drawing, "scale")
        for (one, here), (two, there) in combinations(text_boxes(scale), 2):
            apart = here[2] <= there[0] or there[2] <= here[0] or here[3] <= there[1] or there[3] <= here[1]
            assert apart, f"{one} over {two}"
        lane = groups_of(drawing, "lane")[0]
        assert lane.box is not None
        bottom = lane.box[1] + lane.box[3]
        assert all(y >= bottom for arrow in groups_of(drawing, "arrow") for _, y in arrow_points(arrow))
