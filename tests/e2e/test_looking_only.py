"""With a link to look, one sees everything and changes nothing, whatever one tries."""

from __future__ import annotations

from .company import Company
from .page import expect


def test_who_may_only_look_sees_everything_and_changes_nothing(company: Company) -> None:
    document = company.document()
    before = document.file()
    board = company.board(document, "Guest", token=company.server.view_token)
    expect(board.state).to_have_text(board.word("session_read_only"))
    board.card("Rings the bell").click()
    board.press("Enter")
    expect(board.writing).to_have_count(0)
    for keys in (["f"], ["m"], ["Delete"], ["Control+d"], ["Alt+ArrowDown"], ["Control+Alt+ArrowRight"], ["x"], ["Control+z"]):
        board.press(*keys)
    board.page.mouse.dblclick(*middle(board.cell("backstage", 3).bounding_box()))
    board.drag(board.card("Rings the bell"), board.cell("backstage", 1))
    expect(board.writing).to_have_count(0)
    board.card("Rings the bell").click()
    sheet = board.panel.open().sheet
    expect(sheet.get_by_role("textbox").first).to_have_attribute("readonly", "")
    board.press("Control+k")
    board.type(board.word("command_duplicate"))
    expect(board.page.get_by_role("option", name=board.word("command_duplicate"))).to_have_count(0)
    assert document.file() == before
    assert board.cards("frontstage", 3) == ["Rings the bell"]


def test_who_looks_sees_what_others_do(company: Company) -> None:
    document = company.document()
    looker = company.board(document, "Guest", token=company.server.view_token)
    writer = company.board(document, "Iris")
    writer.go("support", 1)
    writer.write("Keeps the log")
    expect(looker.card("Keeps the log")).to_be_visible()


def test_the_first_screen_offers_nothing_that_may_not_be_done(company: Company) -> None:
    company.document()
    home = company.home("Guest", token=company.server.view_token)
    expect(home.document("The missed parcel").first).to_be_visible()
    expect(home.start("home_new_blank")).to_have_count(0)


def middle(box: dict[str, float] | None) -> tuple[float, float]:
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
