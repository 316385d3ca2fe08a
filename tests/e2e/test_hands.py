"""What hands do on the board: typing, going about, inserting, moving, choosing several, taking away and taking back."""

from __future__ import annotations

import pytest

from .company import Company
from .page import Board, expect


@pytest.fixture
def board(company: Company) -> Board:
    return company.board(company.document())


def test_typing_on_an_empty_cell_starts_a_card_and_enter_keeps_it(board: Board) -> None:
    board.go("backstage", 1)
    board.write("Looks it up")
    assert board.cards("backstage", 1) == ["Looks it up"]
    expect(board.focused).to_have_accessible_name("Looks it up — " + board.place("backstage", 1))


def test_enter_and_f2_edit_what_stands_there(board: Board) -> None:
    for key, more in (("Enter", " himself"), ("F2", " twice")):
        board.card("Plans the route").click()
        board.press(key)
        board.write(more)
    assert board.cards("backstage", 2) == ["Plans the route himself twice"]


def test_escape_leaves_and_an_empty_new_card_leaves_nothing_behind(board: Board) -> None:
    document = board.panel.page.url
    board.go("backstage", 1)
    board.press("Enter", "Escape")
    assert board.cards("backstage", 1) == []
    expect(board.writing).to_have_count(0)
    assert board.page.url == document


def test_tab_goes_on_to_the_right_and_shift_tab_back(board: Board) -> None:
    board.go("frontstage", 2)
    board.type("Waits with her")
    board.press("Tab")
    expect(board.focused).to_have_accessible_name("Rings the bell — " + board.place("frontstage", 3))
    board.press("Enter")
    board.press("Shift+Tab")
    expect(board.focused).to_have_accessible_name("Waits with her — " + board.place("frontstage", 2))


def test_control_enter_adds_another_card_and_shift_enter_a_new_line(board: Board) -> None:
    board.go("support", 3)
    board.type("Prints the card")
    board.press("Control+Enter")
    board.type("Writes")
    board.press("Shift+Enter")
    board.write("the time")
    assert board.cards("support", 3)[0] == "Prints the card"
    assert board.card("Writes").locator(".text").inner_text() == "Writes\nthe time"


def test_letters_append_to_a_text_only_when_it_is_opened(board: Board) -> None:
    """On a card single letters are commands: F is a fail point, not a letter."""
    board.card("Rings the bell").click()
    board.press("f")
    expect(board.card("Rings the bell").get_by_role("img", name=board.word("mark_fail"))).to_be_visible()
    assert board.cards("frontstage", 3) == ["Rings the bell"]


def test_arrows_walk_over_every_place(board: Board) -> None:
    board.go("customer", 1)
    expect(board.customer(1)).to_be_focused()
    board.press("ArrowRight", "ArrowRight")
    expect(board.customer(3)).to_be_focused()
    board.press("ArrowDown")
    expect(board.cell("emotion", 3)).to_be_focused()
    board.press("ArrowDown")
    expect(board.card("Rings the bell")).to_be_focused()
    board.press("Home")
    expect(board.card("Shows the status page")).to_be_focused()
    board.press("ArrowLeft")
    expect(board.lane_head("frontstage")).to_be_focused()
    board.press("Control+Home")
    expect(board.phase("Waiting")).to_be_focused()


def test_a_step_is_inserted_before_and_after(board: Board) -> None:
    board.go("customer", 2)
    board.press("Control+Alt+ArrowRight")
    board.write("Reads a message")
    board.press("Control+Alt+ArrowLeft")
    board.write("Makes tea")
    assert board.steps() == ["Looks up the parcel", "Stays at home", "Makes tea", "Reads a message", "Finds a card on the mat"]


def test_a_plus_between_columns_inserts_a_step(board: Board) -> None:
    board.head(2).hover()
    board.head(2).get_by_title(board.word("command_step_before")).click()
    board.write("Reads a message")
    assert board.steps()[1] == "Reads a message"


def test_alt_and_arrows_move_the_step_into_the_next_phase_and_say_so(company: Company) -> None:
    document = company.document()
    board = company.board(document)
    board.go("customer", 2)
    board.press("Alt+ArrowRight")
    expect(board.said(board.word("board_moved_step", number=2))).to_have_count(1)
    board.press("Alt+ArrowRight")
    assert board.steps() == ["Looks up the parcel", "Finds a card on the mat", "Stays at home"]
    expect(board.customer(3)).to_be_focused()
    moved = document.becomes(lambda found: [*found.steps] == ["looks", "finds", "stays"], "the moved step")
    assert moved.steps["stays"].phase == "missing"
    assert moved.cards["route"].step == "stays"


def test_alt_and_arrows_move_the_card_down_to_the_next_lane(company: Company) -> None:
    document = company.document()
    board = company.board(document)
    board.card("Plans the route").click()
    board.press("Alt+ArrowDown")
    assert board.cards("support", 2) == ["Plans the route"]
    expect(board.card("Plans the route")).to_be_focused()
    board.press("Control+Shift+ArrowLeft")
    assert board.cards("support", 1) == ["Plans the route"]
    card = document.becomes(lambda found: found.cards["route"].step == "looks", "the moved card").cards["route"]
    assert (card.lane, str(card.time and card.time.work)) == ("support", "10 min")


def test_a_card_is_dragged_to_another_cell(company: Company) -> None:
    document = company.document()
    board = company.board(document)
    board.drag(board.card("Plans the route"), board.cell("support", 3))
    expect(board.cell("support", 3)).to_contain_text("Plans the route")
    document.becomes(lambda found: (found.cards["route"].step, found.cards["route"].lane) == ("finds", "support"), "the dragged card")


def test_a_column_is_dragged_with_its_content(company: Company) -> None:
    document = company.document()
    board = company.board(document)
    board.drag(board.head(1), board.head(3), to=(0.8, 0.5))
    expect(board.customer(3)).to_contain_text("Looks up the parcel")
    moved = document.becomes(lambda found: [*found.steps] == ["stays", "finds", "looks"], "the dragged step")
    assert moved.cards["page"].step == "looks"


def test_a_phase_is_dragged_with_its_steps(company: Company) -> None:
    document = company.document()
    board = company.board(document)
    board.drag(board.phase("Missing it"), board.phase("Waiting"), to=(0.1, 0.5))
    expect(board.customer(1)).to_contain_text("Finds a card on the mat")
    assert board.phases() == ["Missing it", "Waiting"]
    document.becomes(lambda found: [*found.phases] == ["missing", "waiting"], "the dragged phase")


def test_a_lane_is_added_named_and_moved(company: Company) -> None:
    document = company.document()
    board = company.board(document)
    board.lane_head("backstage").click()
    board.command("command_lane")
    board.write("Depot")
    board.command("command_lane")
    board.write("Planning office")
    board.lane_head("Planning office").click()
    board.press("Alt+ArrowUp")
    lanes = board.lanes()
    assert lanes.index("Planning office") < lanes.index("Depot")
    found = document.becomes(lambda found: len(found.lanes) >= 2, "the new lanes")
    assert [found.say(lane.name) for lane in found.lanes.values()][-2:] == ["Planning office", "Depot"]


def test_a_card_reaches_over_several_steps(company: Company) -> None:
    document = company.document()
    board = company.board(document)
    board.card("Plans the route").click()
    board.press("Alt+Shift+ArrowRight")
    document.becomes(lambda found: found.cards["route"].until == "finds", "the wider card")
    board.press("Alt+Shift+ArrowLeft")
    document.becomes(lambda found: found.cards["route"].until in {None, "stays"}, "the card in its own step again")


def test_the_edge_of_a_card_is_dragged_over_the_next_step(company: Company) -> None:
    document = company.document()
    board = company.board(document)
    card = board.card("Shows the status page")
    card.hover()
    card.locator("[data-handle=span]").drag_to(board.cell("frontstage", 2))
    document.becomes(lambda found: found.cards["page"].until == "stays", "the wider card")


def test_duplicate_delete_undo_and_redo(board: Board) -> None:
    board.card("Plans the route").click()
    board.press("Control+d")
    assert board.cards("backstage", 2) == ["Plans the route", "Plans the route"]
    board.press("Delete")
    assert board.cards("backstage", 2) == ["Plans the route"]
    expect(board.said(board.word("board_removed", count=1))).to_have_count(1)
    board.press("Control+z")
    assert len(board.cards("backstage", 2)) == 2
    board.press("Control+z")
    assert len(board.cards("backstage", 2)) == 1
    board.press("Control+Shift+z")
    assert len(board.cards("backstage", 2)) == 2


def test_deleting_a_step_takes_what_hangs_on_it_and_undo_brings_all_of_it_back(company: Company) -> None:
    document = company.document()
    before = document.blueprint()
    board = company.board(document)
    board.head(3).click()
    board.press("Delete")
    gone = document.becomes(lambda found: len(found.steps) == 2, "one step less")
    assert not gone.links
    assert "rings" not in gone.cards
    board.press("Control+z")
    assert document.becomes(lambda found: len(found.steps) == 3, "the step again") == before


def test_several_cards_are_chosen_and_changed_together(company: Company) -> None:
    document = company.document()
    board = company.board(document)
    board.card("Shows the status page").click()
    board.card("Rings the bell").click(modifiers=["Control"])
    board.card("Plans the route").click(modifiers=["Control"])
    board.panel.open()
    expect(board.panel.sheet.get_by_role("heading", name=board.word("panels_chosen", count=3))).to_be_visible()
    board.panel.more().field(board.label("cards", "mode")).select_option("automated")
    found = document.becomes(
        lambda found: all(found.cards[id].mode == "automated" for id in ("page", "rings", "route")), "three changed cards"
    )
    assert found.cards["route"].by == ("driver",)
    board.card("Shows the status page").click()
    board.press("Control+z")
    document.becomes(lambda found: all(card.mode is None for card in found.cards.values()), "all three as they were, by one undo")


def test_shift_and_arrows_choose_a_range_and_delete_takes_it(board: Board) -> None:
    board.card("Shows the status page").click()
    board.press("Shift+ArrowRight", "Shift+ArrowRight", "Delete")
    assert board.cards("frontstage", 1) == []
    assert board.cards("frontstage", 3) == []
    board.press("Control+z")
    assert board.cards("frontstage", 3) == ["Rings the bell"]
