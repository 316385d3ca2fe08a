"""The Mermaid text: which diagram, what stands in it, and that no text is taken for Mermaid's own."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footlights import api
from footlights.layout import lay_out
from footlights.model import Blueprint, Card, Collection, Feeling, Link, Persona, Phase, Step
from footlights.render import render
from footlights.render.mermaid.escape import coded, named, worded
from footlights.render.mermaid.flow import MOST_ARROWS, MOST_TEXT
from tests.layout.generated import generated
from tests.render.sample import HOSTILE, long, wide


def small(*feelings: Feeling, title: str = "Calls") -> Blueprint:
    return Blueprint(
        title="Lost keys", personas=Collection([Persona("ann", name="Ann, 40"), Persona("bo")]), phases=Collection([Phase("now", title="Now: at once")]),
        steps=Collection([Step("calls", "now", title=title, does="Calls for help", feels=feelings), Step("waits", "now")]),
        cards=Collection([Card("answers", "calls", "frontstage", does='Answers "hello"'), Card("leaflet", "calls", "evidence", does="Leaflet")]),
        links=Collection([Link("l1", "answers", "waits", when="busy", share=0.2), Link("l2", "waits", "calls", kind="loop"), Link("l3", "answers", "calls", kind="agreement")]),
    )  # fmt: skip


def text_of(blueprint: Blueprint, view: str = "blueprint") -> str:
    return api.draw(blueprint, view).to("mmd").decode()


def test_a_journey_has_sections_tasks_scores_and_people() -> None:
    text = text_of(small(Feeling("ann", 2.0), Feeling(None, -1.0)), "journey")
    assert "\njourney\n" in text and "  section Now#58; at once\n" in text
    assert "    1. Calls: 4: Ann#44; 40, bo\n" in text  # the mean of 2 and -1 is half, and half goes up
    assert "    2. waits: 3\n" in text


@pytest.mark.parametrize(("level", "score"), [(-2, 1), (-1, 2), (-0.5, 3), (0, 3), (0.4, 3), (1, 4), (2, 5), (9, 5)])
def test_a_score_is_three_and_the_feeling(level: float, score: int) -> None:
    assert f"1. Calls: {score}: " in text_of(small(Feeling(None, level)), "journey")


def test_steps_without_a_feeling_are_told_of() -> None:
    assert "2 steps have no feeling" in " ".join(api.draw(small(), "journey").artifact("mmd").notes)


def test_lanes_hold_their_cards_and_arrows_their_kind() -> None:
    text = text_of(small())
    assert text.count("\n  subgraph ") == text.count("\n  end\n") == 3
    names = dict(re.findall(r'^    (c\d+)\["(.*?)"\]', text, re.MULTILINE))
    by_text = {said: name for name, said in names.items()}
    answers, calls, waits = by_text["Answers #34;hello#34;"], by_text["Calls for help"], by_text["waits"]
    assert f'  {answers} -->|"busy · 20 #37;"| {waits}\n' in text
    assert f'  {waits} -.->|"loop"| {calls}\n' in text
    assert f"  {answers} <--> {calls}\n" in text
    assert "classDef frontstage" in text


def test_where_it_comes_from_stands_in_a_comment() -> None:
    assert re.search(r"^%% .*made with footlights$", text_of(small()), re.MULTILINE)


def test_up_to_sixty_cards_stand_in_lanes() -> None:
    assert "\nswimlane-beta LR\n" in render(wide(60, 10), "mmd").data.decode()


def test_a_larger_one_has_a_frame_per_phase_and_says_the_rows_by_colour() -> None:
    made = api.draw(long(20, 4)).artifact("mmd")
    text = made.data.decode()
    assert "\nflowchart LR\n" in text
    assert text.count("\n  subgraph p") == 4
    rows = text[text.index("subgraph rows") : text.index("\n  end\n")]
    assert len(re.findall(r"^    r\d+\[", rows, re.MULTILINE)) == 5
    assert len(re.findall(r"^    c\d+\[", text, re.MULTILINE)) == 100
    # what no arrow joins, as evidence, stays with its step
    ties = dict(re.findall(r"^  (c\d+) ~~~ (c\d+)$", text, re.MULTILINE))
    assert len(ties) == 20
    assert "--phases" in " ".join(made.notes)


@pytest.mark.parametrize(("steps", "cards", "head", "only"), [(250, 3, "s0", "their steps"), (900, 1, "p0", "only the phases")])
def test_what_mermaid_would_refuse_has_less_in_it(steps: int, cards: int, head: str, only: str) -> None:
    made = api.draw(long(steps, cards)).artifact("mmd")
    text = made.data.decode()
    assert len(text) <= MOST_TEXT and text.count("-->") <= MOST_ARROWS
    assert f' {head}["' in text and "classDef" not in text
    assert only in " ".join(made.notes)


def test_even_the_phases_may_be_too_many() -> None:
    columns = tuple((f"Step {number}", f"Phase {number}") for number in range(1200))
    made = render(wide(1200, 1200)._replace(columns=columns), "mmd")
    assert made.data.decode().count("-->") == MOST_ARROWS
    assert "the first 501 of 1200" in " ".join(made.notes)


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_no_text_holds_a_sign_of_mermaids(text: str) -> None:
    for said in (coded(text), worded(text), named(text)):
        assert said and "\n" not in said
        assert not re.search(r'["{}\[\]|<>&`*_~\\$@:%^=]', re.sub(r"#\d+;", "", said))
        assert re.sub(r"#\d+;", "", said).count("#") == 0
    assert "," not in named(text)


@pytest.mark.parametrize("text", ["end", "End of it", "section 3", "title deeds", "accTitle", "journey"])
def test_a_text_is_no_statement(text: str) -> None:
    assert re.match(r"#\d+;", worded(text))


@pytest.mark.parametrize(
    ("text", "said"), [("1. One", "1#46; One"), ("- One", "#45; One"), ("www.a.nl", "www#46;a.nl"), ("", " "), ("3.5 l", "3#46;5 l")]
)
def test_no_text_is_markdown(text: str, said: str) -> None:
    assert coded(text) == said


def test_hostile_texts_stay_on_their_line() -> None:
    drawing = lay_out(generated(3))._replace(title=HOSTILE, provenance=HOSTILE)
    lines = render(drawing, "mmd").data.decode().splitlines()
    assert sum("alert" in line for line in lines) == 3 and not any("%%{" in line for line in lines)
