"""The views that the server draws: chosen from a menu, reached by a link, followed by what is written, a way to the board."""

from __future__ import annotations

import pytest

from tests.support.visitors import assert_accessible

from .company import Company
from .page import Board, expect


@pytest.fixture
def board(company: Company) -> Board:
    return company.board(company.document())


def shown(board: Board) -> None:
    expect(board.page.locator("section.picture svg[role=img]")).to_be_visible()


def test_a_view_is_chosen_has_a_link_and_leads_to_the_board(company: Company) -> None:
    document = company.document()
    board = company.board(document)
    board.choose("app_more_views", board.word("view_channels"), "menuitemradio")
    shown(board)
    assert "view=channels" in board.page.url
    picture = board.page.locator("section.picture svg[role=img]")
    expect(picture).to_contain_text("By channel")
    assert_accessible(board.page)
    again = company.person("Bram")
    again.goto(board.page.url)
    expect(again.locator("section.picture svg[role=img]")).to_be_visible()
    picture.locator("[data-address='cards/page']").first.click()
    expect(board.card("Shows the status page")).to_be_focused()


def test_one_role_is_chosen_by_name(board: Board) -> None:
    board.page.get_by_role("button", name=board.word("app_more_views")).click()
    board.page.get_by_role("menuitemradio", name=board.word("app_part_of", role="Driver"), exact=True).click()
    shown(board)
    assert "role=driver" in board.page.url
    expect(board.page.locator("section.picture svg[role=img]")).to_contain_text("Plans the route")


def test_the_picture_follows_what_somebody_else_writes(company: Company) -> None:
    document = company.document()
    board, other = company.board(document), company.board(document, "Bram")
    board.choose("app_more_views", board.word("view_departments"), "menuitemradio")
    shown(board)
    other.go("support", 1)
    other.write("Keeps the log")
    expect(board.page.locator("section.picture svg[role=img]")).to_contain_text("Keeps the log", timeout=10_000)


def test_a_role_that_is_not_there_is_told(company: Company) -> None:
    company.visitors.expect("422")
    page = company.person()
    page.goto(f"{company.server.url}/d/{company.document().id}?view=role&role=nobody")
    expect(page.get_by_role("alert")).to_contain_text("nobody")
