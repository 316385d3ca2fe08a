"""The first screen: what is here, how to begin, and real examples."""

from __future__ import annotations

import re

from tests.server.running import served
from tests.support.visitors import Visitors

from .company import Company
from .page import Home, expect


def test_the_printed_link_opens_the_door_and_leaves_the_address_bar(company: Company) -> None:
    page = company.visitors.new()
    page.goto(f"{company.server.url}/#token={company.server.token}")
    Home(page).ready()
    assert company.server.token not in page.url
    page.reload()
    Home(page).ready()


def test_a_stranger_is_told_how_to_get_in(company: Company) -> None:
    company.visitors.expect("401")
    page = company.visitors.new()
    page.goto(company.server.url)
    expect(page.get_by_role("heading", name=Home(page).word("app_stranger"))).to_be_visible()


def test_blank_opens_an_empty_board(company: Company) -> None:
    home = company.home()
    home.start("home_new_blank").click()
    board = home.board()
    assert board.steps() in ([], [""])


def test_an_example_opens_as_a_copy_of_ones_own(company: Company) -> None:
    home = company.home()
    examples = home.page.get_by_role("region", name=home.word("home_examples"))
    examples.get_by_role("button", name=re.compile("My laptop will not start")).click()
    board = home.board()
    assert len(board.steps()) >= 8
    assert board.title == "My laptop will not start"


def test_a_template_gives_lanes_and_phases(company: Company) -> None:
    home = company.home()
    home.start("home_new_template").click()
    chooser = home.dialog("home_template_title")
    chooser.get_by_role("button").filter(has_text=re.compile("step")).last.click()
    board = home.board()
    assert len(board.lanes()) >= 4
    assert board.phases()


def test_the_text_of_a_file_can_be_pasted(company: Company) -> None:
    home = company.home()
    home.start("home_new_paste").click()
    dialog = home.dialog("home_paste_title")
    dialog.get_by_label(home.word("home_paste_label")).fill(
        "footlights: 1\ntitle: Pasted\nphases: [{title: One, steps: [Comes in, Goes out]}]\n"
    )
    expect(dialog.get_by_role("status")).to_have_text(home.word("home_paste_is_file"))
    dialog.get_by_role("button", name=home.word("home_paste_make")).click()
    board = home.board()
    assert board.title == "Pasted"
    assert board.steps() == ["Comes in", "Goes out"]


def test_a_table_from_a_spreadsheet_can_be_pasted_and_is_shown_first(company: Company) -> None:
    home = company.home()
    home.start("home_new_paste").click()
    dialog = home.dialog("home_paste_title")
    dialog.get_by_label(home.word("home_paste_label")).fill("Rings\tWaits\tIs helped\nAnswers\t\tSolves it\n")
    expect(dialog.get_by_role("cell", name="Is helped")).to_be_visible()
    dialog.get_by_role("button", name=home.word("home_paste_make")).click()
    board = home.board()
    expect(board.customer(2)).to_contain_text("Waits")
    assert board.steps() == ["Rings", "Waits", "Is helped"]


def test_a_file_can_be_opened(company: Company) -> None:
    home = company.home()
    text = b"footlights: 1\ntitle: From a file\nphases: [{title: One, steps: [Comes in]}]\n"
    home.page.locator("input[type=file]").set_input_files({"name": "mine.blueprint.yaml", "mimeType": "text/yaml", "buffer": text})
    board = home.board()
    assert board.title == "From a file"


def test_a_file_with_a_fault_says_what_is_wrong_and_where(company: Company) -> None:
    company.visitors.expect("4(00|22)")
    home = company.home()
    home.page.locator("input[type=file]").set_input_files(
        {"name": "bad.yaml", "mimeType": "text/yaml", "buffer": b"footlights: 1\nphases: [\n"}
    )
    expect(home.page.get_by_role("status").or_(home.page.get_by_role("alert")).filter(has_text=re.compile("line|2"))).to_be_visible()


def test_search_finds_by_title(company: Company) -> None:
    company.document("footlights: 1\ntitle: Borrowing a violin\n")
    company.document("footlights: 1\ntitle: Returning a bicycle\n")
    home = company.home()
    home.search("violin")
    expect(home.document("bicycle")).to_have_count(0)
    expect(home.document("Borrowing a violin")).to_be_visible()
    home.search("trombone")
    expect(home.page.get_by_text(home.word("home_none_found", search="trombone"))).to_be_visible()


def test_a_document_that_was_put_away_comes_back_by_undo(visitors: Visitors) -> None:
    """Where documents live in a database; a file is put away in its folder."""
    with served() as running:
        company = Company(running, visitors)
        document = company.document("footlights: 1\ntitle: The hatbox\n")
        home = company.home()
        home.button("home_more_about", title="The hatbox").click()
        home.page.get_by_role("menuitem", name=home.word("home_discard")).click()
        expect(home.document("The hatbox")).to_have_count(0)
        home.button("panels_undo").click()
        expect(home.document("The hatbox")).to_be_visible()
        assert document.blueprint().title == "The hatbox"


def test_the_first_screen_speaks_dutch_and_spanish(company: Company) -> None:
    home = company.home()
    home.choose("app_preferences", "Nederlands", "menuitemradio")
    Home(home.page, "nl").ready()
    home.page.reload()
    dutch = Home(home.page, "nl").ready()
    expect(home.page.locator("html")).to_have_attribute("lang", "nl")
    dutch.choose("app_preferences", "Español", "menuitemradio")
    Home(home.page, "es").ready()


def test_dark_is_chosen_and_kept(company: Company) -> None:
    home = company.home()
    light = home.page.evaluate("getComputedStyle(document.body).backgroundColor")
    home.choose("app_preferences", home.word("app_theme_dark"), "menuitemradio")
    expect(home.page.locator("body")).not_to_have_css("background-color", light)
    home.page.reload()
    home.ready()
    expect(home.page.locator("body")).not_to_have_css("background-color", light)
