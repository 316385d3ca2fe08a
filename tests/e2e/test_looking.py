"""Ways to look at one board: folded, near and far, as a journey or a table, and finding things in it."""

from __future__ import annotations

import re

import pytest

from .company import Company
from .page import Board, expect


@pytest.fixture
def board(company: Company) -> Board:
    return company.board(company.document())


def test_a_phase_folds_to_one_column_and_opens_again(board: Board) -> None:
    board.phase("Waiting").get_by_role("button", name=board.word("board_fold", name="Waiting")).click()
    assert board.steps() == ["Finds a card on the mat"]
    expect(board.head(3)).to_be_visible()
    board.phase("Waiting").get_by_role("button", name=board.word("board_unfold", name="Waiting")).click()
    assert len(board.steps()) == 3


def test_a_lane_folds_and_opens_again_by_the_palette(board: Board) -> None:
    board.lane_head("frontstage").get_by_role("button").click()
    expect(board.card("Rings the bell")).to_have_count(0)
    board.command("command_unfold")
    expect(board.card("Rings the bell")).to_be_visible()


def test_detail_shows_more_and_overview_less(board: Board) -> None:
    card = board.card("Plans the route")
    expect(card).to_contain_text("Driver")
    board.command("command_zoom_overview")
    expect(card).not_to_contain_text("Driver")
    board.command("command_zoom_detail")
    expect(card).to_contain_text("10 min")
    assert "zoom=detail" in board.page.url


def test_shift_1_fits_the_width_and_shift_0_is_a_hundred_percent(company: Company) -> None:
    board = company.board(company.document("", example="it-incident"), viewport={"width": 1000, "height": 700})
    board.go("customer", 1)
    board.press("Shift+1")
    expect(board.grid).to_have_css("zoom", re.compile(r"^0\.\d+$"))
    expect(board.customer(14)).to_be_in_viewport()
    board.press("Shift+0")
    expect(board.grid).to_have_css("zoom", "1")


def test_the_journey_shows_only_what_the_customer_sees_and_its_link_leads_back(company: Company) -> None:
    document = company.document()
    board = company.board(document)
    board.page.get_by_role("group", name=board.word("app_views")).get_by_role("button", name=board.word("view_journey")).click()
    expect(board.lane_head("backstage")).to_have_count(0)
    expect(board.lane_head("customer")).to_be_visible()
    again = company.board(document, "Bram", query="?" + board.page.url.partition("?")[2])
    expect(again.lane_head("backstage")).to_have_count(0)


def test_rows_are_grouped_by_the_line_of_interaction_where_it_is_drawn(board: Board) -> None:
    groups = board.grid.get_by_text(re.compile(f"^({board.word('board_above')}|{board.word('board_below')})$"))
    expect(groups).to_have_count(2)
    board.page.get_by_role("group", name=board.word("app_views")).get_by_role("button", name=board.word("view_journey")).click()
    expect(board.row("customer")).to_be_visible()
    expect(groups).to_have_count(0)


def test_what_the_panel_speaks_of_is_marked_on_the_board(board: Board) -> None:
    card = board.card("Rings the bell")
    card.click()
    expect(card).not_to_have_attribute("data-look", re.compile("shown"))
    field = board.panel.open().field(board.label("cards", "does"))
    field.click()
    expect(card).to_have_attribute("data-look", re.compile("shown"))
    expect(card).to_have_css("outline-style", "dashed")
    board.press("Escape")
    board.head(2).click()
    expect(card).not_to_have_attribute("data-look", re.compile("shown"))
    expect(board.head(2)).to_have_attribute("data-look", re.compile("shown"))
    board.button("panels_close_panel").click()
    expect(board.head(2)).not_to_have_attribute("data-look", re.compile("shown"))


def test_the_table_reads_every_step_as_a_line(board: Board) -> None:
    board.command("command_view_table")
    table = board.page.get_by_role("table")
    expect(table.get_by_role("row")).to_have_count(4)
    expect(table.get_by_role("row").nth(3)).to_contain_text("Finds a card on the mat")
    expect(table.get_by_role("row").nth(3)).to_contain_text("Rings the bell")


def test_search_marks_what_it_finds_and_goes_from_one_to_the_next(board: Board) -> None:
    board.go("customer", 1)
    board.press("Control+f")
    board.type("the")
    search = board.page.get_by_role("search")
    expect(search.get_by_role("status")).to_have_text(re.compile(r"1\D+[4-9]"))
    board.press("Enter")
    expect(search.get_by_role("status")).to_have_text(re.compile("^2"))
    search.get_by_role("textbox").fill("rings")
    board.press("Escape")
    expect(search).to_have_count(0)
    expect(board.card("Rings the bell")).to_be_focused()


def test_the_palette_finds_commands_and_elements(board: Board) -> None:
    board.press("Control+k")
    box = board.page.get_by_role("combobox", name=board.word("palette_title"))
    expect(box).to_be_focused()
    board.type("rings bell")
    board.press("Enter")
    expect(board.card("Rings the bell")).to_be_focused()
    board.press("Control+k")
    expect(box).to_be_focused()
    board.type("moment of")
    board.press("Enter")
    expect(board.head(3)).to_have_accessible_name(re.compile(board.word("word_moment_of_truth")))


def test_help_tells_every_key(board: Board) -> None:
    board.go("customer", 1)
    board.press("?")
    dialog = board.dialog("help_title")
    for name in ("command_truth", "command_step_after", "command_link", "command_duplicate", "command_fit_all"):
        expect(dialog.get_by_text(board.word(name), exact=True)).to_be_visible()
    board.press("Escape")
    expect(board.customer(1)).to_be_focused()


def test_single_letters_can_be_switched_off_for_good(company: Company) -> None:
    document = company.document()
    board = company.board(document)
    board.go("customer", 1)
    board.press("?")
    board.dialog("help_title").get_by_role("checkbox").uncheck()
    board.press("Escape")
    board.card("Rings the bell").click()
    board.press("f")
    expect(board.card("Rings the bell").get_by_role("img", name=board.word("mark_fail"))).to_have_count(0)
    board.press("Escape")
    board.page.reload()
    board.ready()
    board.card("Rings the bell").first.click()
    board.press("w")
    expect(board.card("Rings the bell").get_by_role("img", name=board.word("mark_wait"))).to_have_count(0)


def test_a_wide_board_has_a_small_picture_that_leads_everywhere(company: Company) -> None:
    board = company.board(company.document("", example="it-incident"), viewport={"width": 900, "height": 700})
    picture = board.page.locator(".map")
    box = picture.bounding_box()
    assert box is not None
    picture.click(position={"x": box["width"] - 6, "y": box["height"] / 2})
    expect(board.customer(14)).to_be_in_viewport()


def test_the_blueprint_is_read_in_each_of_its_languages(company: Company) -> None:
    board = company.board(company.document("", example="it-incident"))
    board.choose("app_more", "Dutch", "menuitemradio")
    expect(board.customer(1)).to_contain_text("Begint aan de werkdag")
    assert board.title == "Mijn laptop start niet op"
    expect(board.page.locator("main")).to_contain_text("Eerste lijn")


def test_the_screen_changes_language_with_the_board_open(board: Board) -> None:
    board.choose("app_preferences", "Español", "menuitemradio")
    spanish = Board(board.page, "es")
    expect(spanish.lane_head("frontstage")).to_be_visible()
    expect(spanish.state).to_have_text(spanish.word("session_saved"))
    expect(spanish.customer(1)).to_contain_text("Looks up the parcel")
