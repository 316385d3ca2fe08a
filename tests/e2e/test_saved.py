"""The word about saving is honest: the server dies in mid-typing, comes back, and nothing that was called saved is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.server.running import Running
from tests.support.visitors import Visitors

from .company import Company, Document, until
from .page import Board, expect


@pytest.fixture
def own(parcel_server: Running, visitors: Visitors) -> Company:
    visitors.expect("ERR_CONNECTION_REFUSED|WebSocket|ERR_SOCKET|ERR_CONNECTION_RESET|ERR_EMPTY|ERR_FAILED")
    return Company(parcel_server, visitors)


def test_the_server_is_killed_in_mid_typing_and_no_letter_is_lost(own: Company, parcel_server: Running, parcel_file: Path) -> None:
    board = own.board(Document(parcel_server, parcel_server.document, parcel_file))
    board.go("support", 1)
    board.type("Keeps the log")
    board.saved()
    parcel_server.kill()
    board.type(" of every van")
    board.press("Enter")
    expect(board.state).to_have_text(board.word("session_offline"))
    board.go("support", 2)
    board.write("Orders vans")
    again = parcel_server.again()
    try:
        board.saved(30)
        document = Document(again, parcel_server.document, parcel_file)
        found = document.becomes(lambda found: len(found.cards) == 6, "both cards")
        assert {"Keeps the log of every van", "Orders vans"} <= {str(card.does) for card in found.cards.values()}
        document.file_becomes(
            lambda text: "Keeps the log of every van" in text and "Orders vans" in text, "what was typed while the server was away"
        )
        assert document.file().startswith("# A parcel that nobody was at home for.")
    finally:
        again.stop()


def test_what_was_called_saved_is_there_after_kill_for_a_fresh_pair_of_eyes(
    own: Company, parcel_server: Running, parcel_file: Path
) -> None:
    """The browser that typed it is gone too: only the server's disk can know."""
    board = own.board(Document(parcel_server, parcel_server.document, parcel_file))
    board.go("support", 3)
    board.press("Enter")
    for number in range(20):
        board.page.keyboard.insert_text(f"Card {number}.")
        board.press("Control+Enter")
    board.press("Escape")
    board.saved()
    parcel_server.kill()
    board.page.context.close()
    again = parcel_server.again()
    try:
        text = Document(again, parcel_server.document, parcel_file).text()
        assert [number for number in range(20) if f"Card {number}." not in text] == []
    finally:
        again.stop()


def test_work_without_a_server_survives_closing_the_tab(own: Company, parcel_server: Running, parcel_file: Path) -> None:
    board = own.board(Document(parcel_server, parcel_server.document, parcel_file)).opens_offline()
    parcel_server.kill()
    board.go("support", 1)
    board.write("Written in the dark")
    expect(board.state).to_have_text(board.word("session_offline"))
    context = board.page.context
    board.page.close()
    again = parcel_server.again()
    try:
        page = context.new_page()
        page.goto(f"{again.url}/d/{again.document}")
        expect(page.get_by_role("group", name="Written in the dark")).to_be_visible()
        until(lambda: "Written in the dark" in parcel_file.read_text("utf-8"), "the file never had what was written without a server", 20)
    finally:
        again.stop()


@pytest.mark.parametrize("way", ["reload", "close"])
def test_a_page_that_goes_right_behind_the_last_letter_takes_nothing_along(company: Company, way: str) -> None:
    """On a machine that is far too busy, what is typed stands on the board long before the browser's database has it."""
    company.visitors.expect("ERR_INTERNET_DISCONNECTED|WebSocket")
    document = company.document()
    board = company.board(document)
    page, context = board.page, board.page.context
    board.opens_offline()
    context.set_offline(True)
    expect(board.state).to_have_text(board.word("session_offline"))
    machine = context.new_cdp_session(page)
    machine.send("Emulation.setCPUThrottlingRate", {"rate": 20})
    board.go("support", 1)
    board.press("Enter")
    for number in range(4):
        page.keyboard.insert_text(f"Note {number}.")
        board.press("Control+Enter")
    page.keyboard.insert_text("The last word")
    if way == "reload":
        page.reload()
        machine.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    else:
        page.close()
        board = Board(context.new_page())
        board.page.goto(f"{company.server.url}/d/{document.id}")
    expect(board.card("The last word")).to_be_visible(timeout=30_000)
    assert board.cards("support", 1) == [*(f"Note {number}." for number in range(4)), "The last word"]
    context.set_offline(False)
    board.saved(30)
    notes = [text for text in document.texts() if text.startswith(("Note", "The last"))]
    assert notes == [*(f"Note {number}." for number in range(4)), "The last word"]
