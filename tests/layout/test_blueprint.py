"""What a picture shows: rows, lines, heads, links, times, the table, in the language asked for."""

import pytest

from footlights.drawing import Path, TextLine
from footlights.layout import lay_out
from footlights.measures import path_time
from footlights.model import (
    Actor,
    Blueprint,
    Card,
    Collection,
    Duration,
    FootlightsError,
    Link,
    Mark,
    Persona,
    Phase,
    Step,
    Time,
    Translations,
    arranged,
)
from tests.layout.faults import arrow_points, groups_of, text_boxes


def blueprint(**more: object) -> Blueprint:
    steps = Collection([Step("calls", "report", does=Translations((("en", "Calls"), ("nl", "Belt"))), time=Time(work=Duration(3, "min"))),
                        Step("waits", "report", title="Waits", time=None)])  # fmt: skip
    cards = [Card("answer", "calls", "frontstage", does="Answers", by=("desk",)), Card("log", "calls", "backstage", does="Logs")]
    phases = Collection([Phase("report", title="Report", need="Be heard"), Phase("later", title="Later")])
    base = {"title": "Help", "language": "en", "phases": phases,
            "steps": steps, "cards": Collection(cards), "actors": Collection([Actor("desk", name="Service desk")])}  # fmt: skip
    return arranged(Blueprint(**{**base, **more}))  # type: ignore[arg-type]


def said(drawing: object, kind: str) -> str:
    return " ".join(text for group in groups_of(drawing, kind) for text, _ in text_boxes(group))  # type: ignore[arg-type]


def test_rows_and_lines_with_their_names() -> None:
    drawing = lay_out(blueprint())
    assert [group.label for group in groups_of(drawing, "lane")] == ["Customer", "Front stage", "Back stage"]
    assert [group.label for group in groups_of(drawing, "sep")] == ["Line of interaction", "Line of visibility"]


def test_a_journey_shows_what_stands_above_the_line_of_interaction() -> None:
    drawing = lay_out(blueprint(), "journey")
    assert [group.label for group in groups_of(drawing, "lane")] == ["Customer"]
    assert groups_of(drawing, "sep") == []


def test_labels_and_texts_speak_the_language_asked_for() -> None:
    drawing = lay_out(blueprint(), language="nl")
    assert "Klant" in [group.label for group in groups_of(drawing, "lane")]
    assert "Belt" in said(drawing, "card")
    assert "(wacht)" in said(drawing, "card")


def test_the_documents_own_words_take_the_place_of_ours() -> None:
    drawing = lay_out(blueprint(vocabulary=(("frontstage", "In the shop"), ("interaction", "The counter"))))
    assert "In the shop" in [group.label for group in groups_of(drawing, "lane")]
    assert "The counter" in [group.label for group in groups_of(drawing, "sep")]


def test_an_empty_phase_has_its_place() -> None:
    drawing = lay_out(blueprint())
    assert [group.label for group in groups_of(drawing, "phase")] == ["Report", "Later"]
    assert drawing.columns == (("1. Calls", "Report"), ("2. Waits", "Report"), ("", "Later"))


def test_an_empty_blueprint_invites() -> None:
    assert said(lay_out(Blueprint()), "invitation") == "Nothing here yet"


def test_links_drawn_and_implied_look_different_and_a_loop_is_dashed() -> None:
    links = Collection([Link("l", "log", "answer", "loop", when="No number", share=0.2), Link("m", "calls", "log", "agreement")])
    arrows = {dict(group.facts)["kind"]: group.items[0] for group in groups_of(lay_out(blueprint(links=links)), "arrow")}
    assert {"loop", "agreement", "next", "chain"} == set(arrows)
    loop, both, chain = arrows["loop"], arrows["agreement"], arrows["chain"]
    assert isinstance(loop, Path)
    assert isinstance(both, Path)
    assert isinstance(chain, Path)
    assert loop.dash
    assert both.arrowhead == "both"
    assert chain.stroke != loop.stroke
    assert said(lay_out(blueprint(links=links)), "label") == "No number · 20\N{NO-BREAK SPACE}%"


def test_a_straight_way_is_straight() -> None:
    step = next(group for group in groups_of(lay_out(blueprint()), "arrow") if dict(group.facts)["kind"] == "next")
    (x1, y1), (x2, y2) = arrow_points(step)
    assert y1 == y2
    assert x1 < x2


def test_marks_are_said_by_letter_and_word() -> None:
    marks = Collection([Mark("f", "cards/log", "fail"), Mark("w", "cards/answer", "wait", title="Queue")])
    cards = said(lay_out(blueprint(marks=marks)), "card")
    for told in ("F", "Fail point", "W", "Queue"):
        assert told in cards


def test_times_are_shown_when_they_are_worked_out_and_unknown_is_said() -> None:
    made = blueprint()
    assert groups_of(lay_out(made), "station") == []
    drawing = lay_out(made, times=path_time(made))
    assert [group.label for group in groups_of(drawing, "station")] == ["work 3 min", "unknown"]
    assert "Total: at least" in said(drawing, "lane")


def test_the_table_says_the_same() -> None:
    drawing = lay_out(blueprint())
    rows = {row.head: row.cells for row in drawing.rows}
    assert rows["Front stage"] == (("Answers; by Service desk",), (), ())
    assert rows["Customer"][1] == ("(waits)",)


def test_provenance_never_hides_that_nobody_looked() -> None:
    assert lay_out(blueprint(state="as-is"), claims=(3, 4)).provenance == (
        "As it is  ·  not reviewed yet  ·  75 % of 4 claims assumed  ·  made with footlights"
    )


@pytest.mark.parametrize(("view", "zoom", "named"), [("jorney", "normal", "views: blueprint, journey"), ("journey", "huge", "zoom levels")])
def test_a_view_that_does_not_exist_names_those_that_do(view: str, zoom: str, named: str) -> None:
    with pytest.raises(FootlightsError, match=named):
        lay_out(blueprint(), view, zoom=zoom)


def test_the_overview_counts() -> None:
    drawing = lay_out(blueprint(), zoom="overview")
    assert [text for group in groups_of(drawing, "count") for text, _ in text_boxes(group)] == ["1", "1"]
    assert groups_of(drawing, "arrow") == []


def test_personas_are_named_beside_their_curve() -> None:
    from footlights.model import Feeling

    steps = Collection([Step("s", "report", does="Calls", feels=(Feeling(None, 1.0),))])
    drawing = lay_out(blueprint(steps=steps, cards=Collection(), personas=Collection([Persona("a", name="Ann"), Persona("b", name="Ben")])))
    lane = next(group for group in groups_of(drawing, "lane") if group.label == "Emotion")
    assert {"Ann", "Ben"} <= {text for item in lane.items if isinstance(item, TextLine) for _, text in item.lines}


@pytest.mark.parametrize(
    ("title", "size", "whole"), [("Report", 13.0, True), ("Support hand-over", 11.0, True), ("Report it to whom?" * 3, 11.0, False)]
)
def test_the_name_of_a_narrow_phase_gets_smaller_before_it_is_cut(title: str, size: float, whole: bool) -> None:
    phases = Collection([Phase("report", title=title)])
    drawing = lay_out(blueprint(phases=phases, steps=Collection([Step("calls", "report", does="Calls")]), cards=Collection([])))
    [name] = [item for group in groups_of(drawing, "phase") for item in group.items if isinstance(item, TextLine) and item.bold]
    assert (name.size, name.lines[0][1] == title) == (size, whole)
