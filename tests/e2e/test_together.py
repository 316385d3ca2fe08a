"""Two people on one board: both see everything, nothing typed is lost, and each undoes only what is theirs."""

from __future__ import annotations

import pytest

from .company import Company, Document
from .page import Board, expect
from .together import same, write_notes


@pytest.fixture
def document(company: Company) -> Document:
    return company.document()


@pytest.fixture(autouse=True)
def offline_is_expected(company: Company) -> None:
    """A browser without a connection says so on its console."""
    company.visitors.expect("ERR_INTERNET_DISCONNECTED|ERR_NETWORK|WebSocket")


@pytest.fixture
def noor(company: Company, document: Document) -> Board:
    return company.board(document, "Noor")


@pytest.fixture
def bram(company: Company, document: Document) -> Board:
    return company.board(document, "Bram")


def test_each_sees_the_other_by_name_and_where_they_are(noor: Board, bram: Board) -> None:
    expect(noor.page.get_by_role("button", name=noor.word("session_follow", name="Bram"))).to_be_visible()
    bram.card("Rings the bell").click()
    expect(noor.page.locator(".ring", has_text="Bram")).to_be_visible()
    bram.press("Enter")
    bram.type("!")
    expect(noor.page.locator(".ring", has_text=noor.word("session_is_typing", name="Bram"))).to_be_visible()
    noor.card("Rings the bell").dblclick()
    expect(noor.page.get_by_text(noor.word("board_locked", name="Bram")).first).to_be_visible()


def test_two_type_in_one_card_at_once_and_not_a_letter_is_lost(noor: Board, bram: Board, document: Document) -> None:
    for board in (noor, bram):
        board.card("Plans the route").dblclick()
        expect(board.writing).to_be_focused()
    noor.press("Home")
    noor.type("[")
    bram.type("]")
    for letter in "abcdefghij":
        noor.type(letter)
        bram.type(letter.upper())
    for board in (noor, bram):
        board.press("Enter")
    found = document.becomes(lambda found: len(str(found.cards["route"].does)) == len("Plans the route") + 22, "all letters of both")
    assert found.cards["route"].does == "[abcdefghijPlans the route]ABCDEFGHIJ"
    expect(noor.card("[abcdefghijPlans the route]ABCDEFGHIJ")).to_be_visible()
    same(noor, bram)


def test_one_moves_what_the_other_deletes_and_nothing_is_half_there(noor: Board, bram: Board, document: Document) -> None:
    noor.page.context.set_offline(True)
    expect(noor.state).to_have_text(noor.word("session_offline"))
    noor.card("Rings the bell").click()
    noor.press("Alt+ArrowDown")
    bram.card("Rings the bell").click()
    bram.press("Delete")
    bram.saved()
    noor.page.context.set_offline(False)
    noor.saved(30)
    same(noor, bram)
    assert "rings" not in document.blueprint().cards
    bram.press("Control+z")
    found = document.becomes(lambda found: "rings" in found.cards, "the card brought back")
    assert (found.cards["rings"].lane, found.cards["rings"].by) == ("backstage", ("driver",))
    same(noor, bram)


def test_two_insert_at_the_same_place_and_both_steps_stay(noor: Board, bram: Board, document: Document) -> None:
    noor.page.context.set_offline(True)
    expect(noor.state).to_have_text(noor.word("session_offline"))
    for board, text in ((noor, "Reads a message"), (bram, "Makes tea")):
        board.go("customer", 1)
        board.press("Control+Alt+ArrowRight")
        board.write(text)
    noor.page.context.set_offline(False)
    noor.saved(30)
    bram.saved()
    found = document.becomes(lambda found: len(found.steps) == 5, "both new steps")
    says = [str(step.does) for step in found.steps.values()]
    assert sorted(says[1:3]) == ["Makes tea", "Reads a message"]
    assert [says[0], *says[3:]] == ["Looks up the parcel", "Stays at home", "Finds a card on the mat"]
    same(noor, bram)


def test_undo_takes_back_mine_and_leaves_yours(noor: Board, bram: Board, document: Document) -> None:
    noor.go("support", 1)
    noor.write("Keeps the log")
    bram.go("support", 2)
    bram.write("Orders vans")
    expect(noor.card("Orders vans")).to_be_visible()
    noor.press("Control+z")
    expect(noor.card("Keeps the log")).to_have_count(0)
    expect(bram.card("Keeps the log")).to_have_count(0)
    assert noor.cards("support", 2) == ["Orders vans"]
    document.becomes(
        lambda found: sorted(str(card.does) for card in found.cards.values() if card.lane == "support") == ["Orders vans"], "only Bram's"
    )


def test_undo_says_when_somebody_has_changed_it_since(noor: Board, bram: Board, document: Document) -> None:
    noor.card("Rings the bell").click()
    noor.panel.open().more().field(noor.label("cards", "mode")).select_option("automated")
    expect(bram.card("Rings the bell")).to_contain_text(bram.word("word_automated"))
    bram.card("Rings the bell").click()
    bram.panel.open().more().field(bram.label("cards", "mode")).select_option("manual")
    expect(noor.card("Rings the bell")).not_to_contain_text(noor.word("word_automated"))
    noor.button("panels_undo").click()
    expect(noor.said(noor.word("panels_undo_kept", name="Rings the bell"))).to_be_visible()
    noor.saved()
    assert document.blueprint().cards["rings"].mode == "manual"


def test_following_goes_where_the_other_goes(company: Company) -> None:
    document = company.document("", example="it-incident")
    noor, bram = company.board(document, "Noor"), company.board(document, "Bram")
    expect(noor.customer(14)).not_to_be_in_viewport()
    noor.page.get_by_role("button", name=noor.word("session_follow", name="Bram")).click()
    bram.customer(14).click(position={"x": 4, "y": 4})
    expect(noor.customer(14)).to_be_in_viewport()


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_500_edits_offline_with_a_reload_and_a_closed_tab_all_arrive(company: Company, document: Document) -> None:
    stays = [text for text in document.texts() if text != "Plans the route"]
    noor, bram = company.board(document, "Noor"), company.board(document, "Bram")
    context = noor.page.context
    noor.opens_offline()
    context.set_offline(True)
    expect(noor.state).to_have_text(noor.word("session_offline"))
    write_notes(noor, notes(170))
    noor.page.reload()
    noor.grid.wait_for()
    expect(noor.card("Note 0.")).to_be_visible()
    write_notes(noor, notes(170, 340))
    noor.page.close()
    noor = Board(context.new_page())
    noor.page.goto(f"{company.server.url}/d/{document.id}")
    noor.grid.wait_for()
    write_notes(noor, notes(340, 500))
    # meanwhile the other works on, in the same cell and in the same text
    bram.go("support", 1)
    bram.write("Bram was here")
    bram.card("Plans the route").dblclick()
    bram.write(", twice")
    bram.saved()
    context.set_offline(False)
    noor.saved(60)
    document.comes_to_say([*stays, "Plans the route, twice", "Bram was here", *notes(500)], 60)
    for board in (noor, bram):
        board.page.locator(".scroller").evaluate("(it) => it.scrollTo(0, 0)")  # of a board this large only what is in sight is drawn
    same(noor, bram)


def notes(*numbers: int) -> list[str]:
    """The notes with these numbers, as `range` takes them."""
    return [f"Note {number}." for number in range(*numbers)]
