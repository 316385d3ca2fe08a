"""Tables come in from a spreadsheet with a preview, and go out as one."""

from __future__ import annotations

import pytest

from .boards import EMPTY
from .company import Company
from .page import Board, expect

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
#: As Excel puts it there: tabs between cells, quotes round a cell with a line end in it, CRLF at the end of a row.
TABLE = 'Rings\tWaits\t"Is\nhelped"\r\nAnswers\t\tMends it\r\n'


def put(board: Board, text: str) -> None:
    """Put a text on the clipboard and paste it."""
    board.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    board.press("Control+v")


def test_a_table_is_shown_before_it_lands_and_then_lands(company: Company) -> None:
    document = company.document(EMPTY)
    board = company.board(document, **CLIPBOARD)
    board.next_cell().click()
    put(board, TABLE)
    dialog = board.dialog("paste_title")
    expect(dialog).to_contain_text(board.word("paste_steps", count=3))
    expect(dialog.get_by_role("cell", name="Mends it")).to_be_visible()
    assert board.steps() == []
    dialog.get_by_role("button", name=board.word("paste_do"), exact=True).click()
    found = document.becomes(lambda found: len(found.steps) == 3, "the three steps")
    assert [step.does for step in found.steps.values()] == ["Rings", "Waits", "Is\nhelped"]
    assert sorted(str(card.does) for card in found.cards.values()) == ["Answers", "Mends it"]
    expect(dialog).to_have_count(0)
    board.press("Control+z")
    document.becomes(lambda found: not found.steps, "an empty board again by one undo")


def test_a_table_that_is_refused_changes_nothing(company: Company) -> None:
    document = company.document()
    board = company.board(document, **CLIPBOARD)
    board.go("support", 1)
    put(board, TABLE)
    board.dialog("paste_title").get_by_role("button", name=board.word("panels_cancel"), exact=True).click()
    board.saved()
    assert len(document.blueprint().cards) == 4


@pytest.mark.parametrize("many", [False, True])
def test_cells_are_copied_out_as_a_table(company: Company, many: bool) -> None:
    board = company.board(company.document(), **CLIPBOARD)
    board.go("customer", 1)
    if many:
        board.press("Shift+ArrowRight", "Shift+ArrowRight")
    board.press("Control+c")
    text = board.page.evaluate("navigator.clipboard.readText()")
    assert text.splitlines()[0].split("\t") == (
        ["Looks up the parcel", "Stays at home", "Finds a card on the mat"] if many else ["Looks up the parcel"]
    )


def test_what_was_copied_out_lands_the_same_on_another_board(company: Company) -> None:
    board = company.board(company.document(), **CLIPBOARD)
    board.go("customer", 1)
    board.press("Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown", "Control+c")
    document = company.document(EMPTY)
    board.page.goto(f"{company.server.url}/d/{document.id}")
    other = Board(board.page).ready()
    other.next_cell().click()
    board.press("Control+v")
    other.dialog("paste_title").get_by_role("button", name=board.word("paste_do"), exact=True).click()
    found = document.becomes(lambda found: len(found.steps) == 3, "the three steps")
    assert [step.feels[0].level for step in found.steps.values()] == [1, 0, -2]
    assert "Rings the bell" in [card.does for card in found.cards.values()]
