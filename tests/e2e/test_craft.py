"""What makes it a blueprint and not a table: links, feelings, moments of truth, marks, times, and who does it with what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from .company import Company, Document
from .page import Board, expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator


@pytest.fixture
def document(company: Company) -> Document:
    return company.document()


@pytest.fixture
def board(company: Company, document: Document) -> Board:
    return company.board(document)


def pairs(document: Document) -> set[tuple[str, str]]:
    """The ends of all links."""
    return {(link.source, link.target) for link in document.blueprint().links.values()}


def found_below(field: Locator, suggestions: Locator) -> None:
    """What is found stands right under the field it was typed in: a box in a box is placed by the window, too."""
    expect(suggestions).to_be_in_viewport(ratio=1)
    typed, listed = field.bounding_box(), suggestions.bounding_box()
    assert typed is not None
    assert listed is not None
    assert abs(listed["x"] - typed["x"]) < 2
    assert 0 <= listed["y"] - typed["y"] - typed["height"] < 8


def test_a_link_is_drawn_by_keys(board: Board, document: Document) -> None:
    board.card("Shows the status page").click()
    board.press("l")
    expect(board.said(board.word("board_linking"))).to_have_count(1)
    board.press("ArrowDown", "ArrowRight")
    expect(board.card("Plans the route")).to_be_focused()
    board.press("Enter")
    expect(board.said(board.word("board_linked"))).to_have_count(1)
    document.becomes(lambda found: len(found.links) == 2, "the new link")
    assert pairs(document) == {("route", "rings"), ("page", "route")}


def test_escape_leaves_a_link_undrawn(board: Board, document: Document) -> None:
    board.card("Shows the status page").click()
    board.press("l", "ArrowDown", "ArrowRight", "Escape")
    board.press("Enter")
    expect(board.writing).to_have_count(1)
    board.press("Escape")
    board.saved()
    assert len(document.blueprint().links) == 1


def test_a_link_is_drawn_from_a_handle_to_another_card(board: Board, document: Document) -> None:
    card = board.card("Shows the status page")
    card.hover()
    board.drag(card.locator("[data-handle=link]"), board.card("Rings the bell"))
    document.becomes(lambda found: len(found.links) == 2, "the new link")
    assert ("page", "rings") in pairs(document)


def test_a_link_gets_its_kind_and_condition_in_the_panel_and_can_be_taken_away(board: Board, document: Document) -> None:
    board.card("Plans the route").click()
    sheet = board.panel.open().sheet
    links = sheet.locator("details").filter(has_text=board.word("many_links")).first
    links.locator("summary").first.click()
    links.locator("summary").filter(has_text="Rings the bell").click()
    links.get_by_label(board.label("links", "kind"), exact=True).select_option("handover")
    document.becomes(lambda found: found.links["goes"].kind == "handover", "the kind of the link")
    links.get_by_role("button", name=board.word("panels_take_away", what="Rings the bell")).click()
    document.becomes(lambda found: not found.links, "no link any more")


@pytest.mark.parametrize(("key", "level"), [("1", -2), ("2", -1), ("3", 0), ("4", 1), ("5", 2)])
def test_keys_1_to_5_say_how_it_feels(board: Board, document: Document, key: str, level: int) -> None:
    board.customer(2).click(position={"x": 4, "y": 4})
    board.press("ArrowDown", key)
    found = document.becomes(lambda found: found.steps["stays"].feels and found.steps["stays"].feels[0].level == level, f"level {level}")
    assert [step.feels[0].level for step in found.steps.values()] == [1, level, -2]
    word = board.word(f"feeling_{level}".replace("-", "minus_"))
    expect(board.cell("emotion", 2)).to_have_accessible_name(re.compile(word))


def test_a_face_is_dragged_up_the_curve(board: Board, document: Document) -> None:
    face = board.row("emotion").locator(".face").nth(2)
    start = face.bounding_box()
    cell = board.cell("emotion", 3).bounding_box()
    assert start is not None
    assert cell is not None
    mouse = board.page.mouse
    mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    mouse.down()
    mouse.move(start["x"] + start["width"] / 2, cell["y"] + cell["height"] / 2, steps=4)
    mouse.move(start["x"] + start["width"] / 2, cell["y"] + cell["height"] * 0.12, steps=4)
    mouse.up()
    found = document.becomes(lambda found: found.steps["finds"].feels[0].level > 0, "a better feeling")
    assert found.steps["finds"].feels[0].level == 2


def test_delete_takes_a_feeling_away_and_undo_brings_it_back(board: Board, document: Document) -> None:
    board.customer(1).click(position={"x": 4, "y": 4})
    board.press("ArrowDown", "Delete")
    document.becomes(lambda found: not found.steps["looks"].feels, "no feeling")
    board.press("Control+z")
    document.becomes(lambda found: found.steps["looks"].feels, "the feeling again")


def test_m_raises_the_moment_of_truth_grade_by_grade_and_then_takes_it_away(board: Board, document: Document) -> None:
    board.customer(3).click(position={"x": 4, "y": 4})
    expect(board.head(3)).to_have_accessible_name(re.compile(f"{board.word('word_moment_of_truth')} 3"))
    board.press("m")
    expect(board.said(board.word("board_truth", grade=4))).to_have_count(1)
    document.becomes(lambda found: found.steps["finds"].moment_of_truth == 4, "grade 4")
    board.press("m")
    document.becomes(lambda found: found.steps["finds"].moment_of_truth is None, "no moment of truth")
    board.press("m")
    document.becomes(lambda found: found.steps["finds"].moment_of_truth == 1, "grade 1")


def test_f_and_w_mark_a_card_and_take_the_mark_away_again(board: Board, document: Document) -> None:
    card = board.card("Rings the bell")
    card.click()
    for key, kind in (("f", "fail"), ("w", "wait")):
        board.press(key)
        expect(card.get_by_role("img", name=board.word(f"mark_{kind}"))).to_be_visible()
    found = document.becomes(lambda found: len(found.marks) == 3, "two more marks")
    assert {(mark.kind, mark.on) for mark in found.marks.values()} == {
        ("pain", "steps/finds"),
        ("fail", "cards/rings"),
        ("wait", "cards/rings"),
    }
    board.press("f", "w")
    document.becomes(lambda found: len(found.marks) == 1, "the marks gone again")


def test_every_kind_of_mark_can_be_added_in_the_panel_and_described(board: Board, document: Document) -> None:
    from footlights.model import MARK_KINDS

    board.card("Rings the bell").click()
    sheet = board.panel.open().sheet
    marks = sheet.locator("details").filter(has_text=board.word("many_marks")).first
    if marks.get_attribute("open") is None:
        marks.locator("summary").first.click()
    for kind in MARK_KINDS:
        marks.get_by_role("button", name=board.word("panels_add_mark")).click()
        board.page.get_by_role("menuitem", name=re.compile(f"^{re.escape(board.word(f'mark_{kind}'))}$", re.IGNORECASE)).click()
    found = document.becomes(lambda found: len(found.marks) == 1 + len(MARK_KINDS), "a mark of every kind")
    assert [mark.kind for mark in found.marks.values() if mark.on == "cards/rings"] == list(MARK_KINDS)
    marks.locator("summary").filter(has_text=re.compile(board.word("mark_fail"), re.IGNORECASE)).click()
    marks.get_by_label(board.label("marks", "title"), exact=True).first.fill("Nobody hears it")
    document.becomes(lambda found: "Nobody hears it" in [mark.title for mark in found.marks.values()], "the words of the mark")


def test_times_are_typed_with_their_units_and_a_wrong_one_is_explained(board: Board, document: Document) -> None:
    board.cell("time", 1).click()
    board.press("Enter")
    box = board.page.get_by_role("dialog", name=board.word("board_box"))
    box.get_by_label(board.word("word_work"), exact=True).fill("quick")
    board.press("Enter")
    expect(box).to_contain_text(board.word("board_time_wrong"))
    box.get_by_label(board.word("word_work"), exact=True).fill("90 s")
    board.press("Tab")
    box.get_by_label(board.word("word_wait"), exact=True).fill("2 working days")
    board.press("Enter")
    found = document.becomes(lambda found: found.steps["looks"].time and found.steps["looks"].time.wait, "the times")
    time = found.steps["looks"].time
    assert time is not None
    assert (str(time.work), str(time.wait)) == ("90 s", "2 working days")
    board.press("Escape")
    expect(board.cell("time", 1)).to_be_focused()


def test_who_does_it_is_made_on_the_fly_and_used_again(board: Board, document: Document) -> None:
    board.card("Shows the status page").click()
    board.press("b")
    box = board.page.get_by_role("dialog", name=board.word("board_box"))
    box.get_by_role("combobox").fill("Web team")
    board.press("Enter")
    expect(board.card("Shows the status page")).to_contain_text("Web team")
    board.press("Escape")
    expect(board.card("Shows the status page")).to_be_focused()
    board.card("Rings the bell").click()
    board.press("b")
    box.get_by_role("combobox").fill("web")
    found_below(box.get_by_role("combobox"), board.page.get_by_role("listbox"))
    board.page.get_by_role("option", name="Web team").click()
    found = document.becomes(lambda found: len(found.cards["rings"].by) == 2, "two who ring")
    made = next(id for id, actor in found.actors.items() if actor.name == "Web team")
    assert found.cards["rings"].by == ("driver", made)
    assert found.cards["page"].by == (made,)


def test_channels_and_systems_are_made_on_the_fly(board: Board, document: Document) -> None:
    for key, name in (("v", "Letter"), ("s", "Scanner")):
        board.card("Rings the bell").click()
        board.press(key)
        board.page.get_by_role("dialog", name=board.word("board_box")).get_by_role("combobox").fill(name)
        board.press("Enter", "Escape")
    found = document.becomes(lambda found: found.cards["rings"].via and found.cards["rings"].uses, "a channel and a system")
    assert [found.channels[id].name for id in found.cards["rings"].via] == ["Letter"]
    assert [found.systems[id].name for id in found.cards["rings"].uses] == ["Scanner"]
