"""A large board is drawn where one looks, and works as a small one does: nothing is out of reach of keys, search or scrolling."""

from __future__ import annotations

import re

import pytest

import footlights as fl
from tests.bench.board_content import board as large_board

from .company import Company, Document, until
from .page import Board, expect

STEPS = 30


@pytest.fixture(scope="module")
def text() -> str:
    return fl.dumps(large_board(600, 10, STEPS, 300))


@pytest.fixture
def document(company: Company, text: str) -> Document:
    return company.document(text)


@pytest.fixture
def board(company: Company, document: Document) -> Board:
    return company.board(document)


def drawn(board: Board) -> int:
    return board.grid.locator(".card").count()


def scrolled(board: Board, left: int) -> None:
    board.page.locator(".scroller").evaluate(f"one => one.scrollTo({left}, 0)")


def test_only_what_is_near_is_drawn_and_the_rest_when_one_goes_there(board: Board) -> None:
    expect(board.customer(1)).to_be_visible()
    expect(board.grid).to_have_attribute("aria-colcount", str(STEPS + 2))
    assert 0 < drawn(board) < 400
    expect(board.customer(STEPS)).to_have_count(0)
    scrolled(board, 100_000)
    expect(board.customer(STEPS)).to_be_in_viewport()
    expect(board.customer(STEPS)).to_have_attribute("aria-colindex", str(STEPS + 1))
    expect(board.cell("Lane 1", STEPS).locator(".card").first).to_be_visible()
    until(lambda: drawn(board) < 400, "fewer cards")


def test_keys_go_from_one_end_to_the_other(board: Board) -> None:
    board.go("customer", 1)
    board.press("End")
    expect(board.customer(STEPS)).to_be_focused()
    expect(board.customer(STEPS)).to_be_in_viewport()
    board.press("ArrowLeft", "ArrowLeft")
    expect(board.customer(STEPS - 2)).to_be_focused()
    board.press("Home")
    expect(board.customer(1)).to_be_focused()


def test_what_has_the_keyboard_keeps_it_however_far_one_scrolls(board: Board, document: Document) -> None:
    board.go("customer", 2)
    scrolled(board, 100_000)
    expect(board.customer(STEPS)).to_be_in_viewport()
    expect(board.customer(3)).to_have_count(0)
    expect(board.customer(2)).to_be_focused()
    board.press("Delete")
    document.becomes(
        lambda found: not str(found.steps["step-1"].does or "") or "step-1" not in found.steps, "the step's text or the step gone"
    )


def test_search_finds_what_is_not_drawn_and_goes_there(company: Company, document: Document) -> None:
    other = company.board(document, "Bram")
    scrolled(other, 100_000)
    other.go("Lane 2", STEPS)
    other.press("Control+Enter")
    other.write("A needle in the hay")
    other.saved()
    board = company.board(document, "Noor")
    expect(board.card("A needle in the hay")).to_have_count(0)
    board.go("customer", 1)
    board.press("Control+f")
    board.type("needle")
    search = board.page.get_by_role("search")
    expect(search.get_by_role("status")).to_have_text(re.compile("1"))
    board.press("Escape")
    expect(board.card("A needle in the hay")).to_be_focused()
    expect(board.card("A needle in the hay")).to_be_in_viewport()


def test_rows_stand_still_while_one_scrolls(board: Board) -> None:
    def heights() -> list[float]:
        return [box["height"] for head in board.grid.get_by_role("rowheader").all() if (box := head.bounding_box())]

    expect(board.customer(1)).to_be_visible()
    before = heights()
    for left in (1_500, 3_000, 100_000, 0):
        scrolled(board, left)
        board.page.wait_for_timeout(300)  # drawn, and what is far taken away
    after = heights()
    assert len(before) == len(after)
    # what the texts need is guessed until they are drawn: some lines more or less in a row, never a jump
    assert all(abs(one - two) <= 80 for one, two in zip(before, after, strict=True))


def test_a_card_is_dragged_to_the_next_step(board: Board, document: Document) -> None:
    card = board.cell("Lane 1", 2).locator(".card").first
    key = (card.get_attribute("data-address") or "").removeprefix("cards/")
    board.drag(card, board.cell("Lane 1", 3))
    document.becomes(lambda found: found.cards[key].step == "step-2", "the card at the third step")
    expect(board.cell("Lane 1", 3).locator(f"[data-address='cards/{key}']")).to_be_visible()
