"""P6: three people with real browsers; who was away, closed the tab or met a dead server brings everything along all the same."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from tests.durability.crowd import Crowd
from tests.durability.serving import LONG
from tests.e2e.company import Company, Document
from tests.e2e.page import Board, expect
from tests.e2e.together import same, write_notes
from tests.server.running import Running
from tests.support.visitors import Visitors

#: For how long they work at random at least, and how many things they do before the server is killed.
SECONDS, ROUND = (600, 60) if LONG else (0, 5)
#: What each does who is away, and the seconds in which all of it has come in.
EDITS, MERGE_S = 500, 3.0


@pytest.fixture
def company(parcel_server: Running, visitors: Visitors) -> Company:
    return Company(parcel_server, visitors)


@pytest.fixture
def document(parcel_server: Running, parcel_file: Path) -> Document:
    return Document(parcel_server, parcel_server.document, parcel_file)


@pytest.mark.slow
@pytest.mark.timeout(SECONDS * 2 + 120)
def test_three_who_work_at_random_lose_nothing_and_agree(company: Company, document: Document) -> None:
    crowd = Crowd(company, document, random.Random(6))
    ends = time.monotonic() + SECONDS
    try:
        while True:
            for _ in range(ROUND):
                crowd.act()
            crowd.kill()
            for _ in range(ROUND // 4):
                crowd.act()
            crowd.start_again()
            for _ in range(ROUND // 4):
                crowd.act()
            crowd.agree()
            print(f"P6: {crowd.so_far()}", flush=True)
            if time.monotonic() >= ends:
                return
    except BaseException:
        print(*crowd.diary, sep="\n")
        raise
    finally:
        if crowd.server.process.poll() is None:
            crowd.server.stop()


@pytest.mark.slow
@pytest.mark.skipif(not LONG, reason="in short it is test_500_edits_offline_with_a_reload_and_a_closed_tab_all_arrive in tests/e2e")
@pytest.mark.timeout(900)
@pytest.mark.parametrize("first", ["Noor", "Bram"])
def test_two_were_away_with_500_edits_each_and_come_back_in_either_order(company: Company, document: Document, first: str) -> None:
    company.visitors.expect("ERR_|WebSocket")
    stays = [text for text in document.texts() if text != "Rings the bell"]
    noor, bram, cleo = (company.board(document, name) for name in ("Noor", "Bram", "Cleo"))
    for board in (noor, bram):
        board.opens_offline().page.context.set_offline(True)
        expect(board.state).to_have_text(board.word("session_offline"))
    # the same card is moved, written in and taken away
    noor.card("Rings the bell").click()
    noor.press("Alt+ArrowDown")
    bram.card("Rings the bell").dblclick()
    bram.write(", twice")
    cleo.card("Rings the bell").click()
    cleo.press("Delete")
    cleo.saved()
    notes = {name: [f"{name} {number}." for number in range(1, EDITS)] for name in ("Noor", "Bram")}
    for name, board in (("Noor", noor), ("Bram", bram)):
        write_notes(board, notes[name][: EDITS // 2])
    noor.page.reload()
    address, context = bram.page.url, bram.page.context
    bram.page.close()
    bram = Board(context.new_page())
    bram.page.goto(address)
    for name, board in (("Noor", noor), ("Bram", bram)):
        expect(board.card(f"{name} 1.")).to_be_visible()
        write_notes(board, notes[name][EDITS // 2 :])

    took = []
    for board in (noor, bram) if first == "Noor" else (bram, noor):
        began = time.monotonic()
        board.page.context.set_offline(False)
        board.saved(60)
        took.append(round(time.monotonic() - began, 2))
    print(f"P6: {EDITS} edits each came in after {' s and '.join(str(seconds) for seconds in took)} s")
    document.comes_to_say([*stays, *notes["Noor"], *notes["Bram"]], 60)
    for board in (noor, bram, cleo):
        board.page.locator(".scroller").evaluate("(it) => it.scrollTo(0, 0)")  # of a board this large only what is in sight is drawn
    same(noor, bram, cleo)

    cleo.press("Control+z")  # and what was taken away comes back with all that was done to it meanwhile
    found = document.becomes(lambda found: "rings" in found.cards, "the card brought back").cards["rings"]
    assert (found.lane, str(found.does)) == ("backstage", "Rings the bell, twice")
    document.file_becomes(lambda text: text == document.text(), "what the server says")
    assert max(took) <= MERGE_S
