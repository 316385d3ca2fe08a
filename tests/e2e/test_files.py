"""The file behind the board: what is typed is in it a moment later, with its comments; what changes in it appears on the board."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from .boards import PARCEL
from .company import Company, Document, until
from .page import expect

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
#: Those whose files differ most; that none of the examples changes when it is opened is tests/server/test_binding.py's.
LOOKED_AT = ("groceries-by-app", "it-incident", "passport", "restaurant", "shoeshine", "support-desk")


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that are not in both, with + or - before them."""
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def test_what_is_typed_is_in_the_file_and_only_there(company: Company) -> None:
    document = company.document()
    board = company.board(document)
    board.card("Rings the bell").dblclick()
    board.write(" twice")
    after = document.file_becomes(lambda text: "twice" in text, "the new words")
    assert changed_lines(PARCEL, after) == ["-       does: Rings the bell", "+       does: Rings the bell twice"]


def test_a_new_card_leaves_every_comment_where_it_is(company: Company) -> None:
    document = company.document()
    board = company.board(document)
    board.go("support", 2)
    board.write("Orders vans")
    after = document.file_becomes(lambda text: "Orders vans" in text, "the new card")
    assert [line for line in changed_lines(PARCEL, after) if line[0] == "-"] == []
    comments = [line for line in PARCEL.splitlines() if "#" in line]
    assert [line for line in after.splitlines() if "#" in line] == comments


def test_a_change_from_outside_appears_on_the_board(company: Company) -> None:
    document = company.document()
    board = company.board(document)
    assert document.path is not None
    document.path.write_text(PARCEL.replace("Rings the bell", "Knocks on the door"), "utf-8")
    expect(board.card("Knocks on the door")).to_be_visible()
    board.saved()
    assert document.file() == PARCEL.replace("Rings the bell", "Knocks on the door")


def test_an_outside_change_and_mine_in_other_places_go_together(company: Company) -> None:
    document = company.document()
    board = company.board(document)
    assert document.path is not None
    board.card("Plans the route").dblclick()
    board.type(" by hand")
    document.path.write_text(document.file().replace("Shows the status page", "Shows a map"), "utf-8")
    board.press("Enter")
    expect(board.card("Shows a map")).to_be_visible()
    after = document.file_becomes(lambda text: "Shows a map" in text and "Plans the route by hand" in text, "both changes")
    assert after.count("#") == PARCEL.count("#")


def test_both_changed_the_same_words_and_the_other_version_is_kept_beside(company: Company, folder: Path) -> None:
    document = company.document()
    board = company.board(document)
    assert document.path is not None
    before = document.file()
    board.card("Rings the bell").dblclick()
    board.page.keyboard.insert_text(" tw")  # before and after: so they clash also where a slow machine had the first in the file already
    document.path.write_text(before.replace("Rings the bell", "Knocks"), "utf-8")
    board.page.keyboard.insert_text("ice")
    board.press("Enter")
    expect(board.state).to_have_text(board.word("session_file_conflict_word"))
    copies = until(lambda: list(folder.glob(f"{document.path.name.partition('.')[0]}.conflict-*.yaml")), "no copy was kept")
    assert "Knocks" in copies[0].read_text("utf-8")
    board.state.click()
    expect(board.page.get_by_role("dialog", name=board.word("session_state_about"))).to_contain_text(copies[0].name)
    expect(board.card("Rings the bell twice")).to_be_visible()
    document.file_becomes(lambda text: "Rings the bell twice" in text, "the board's words")


def test_a_file_that_cannot_be_read_leaves_the_board_alone_and_says_so(company: Company) -> None:
    document = company.document()
    board = company.board(document)
    assert document.path is not None
    broken = PARCEL.replace("phases:\n", "phases: [\n")
    document.path.write_text(broken, "utf-8")
    expect(board.state).to_have_text(board.word("session_file_unreadable_word"))
    expect(board.card("Rings the bell")).to_be_visible()
    assert document.file() == broken
    document.path.write_text(PARCEL, "utf-8")
    board.saved()


@pytest.mark.parametrize("example", LOOKED_AT)
def test_an_example_that_is_only_looked_at_stays_the_same_byte_for_byte(company: Company, example: str) -> None:
    text = (EXAMPLES / f"{example}.blueprint.yaml").read_text("utf-8")
    document = company.document(text)
    assert document.file() == text
    board = company.board(document)
    for name in ("command_view_journey", "command_view_table", "command_view_blueprint", "command_zoom_detail"):
        board.command(name)
    board.panel.open("panels_blueprint")
    board.saved()
    assert document.file() == text
    # one field: one line
    board.panel.field(board.label("head", "scenario")).fill("Told once more")
    board.saved()
    after = document.file_becomes(lambda found: "Told once more" in found, "the changed field")
    changes = changed_lines(text, after)
    assert [line for line in changes if line[0] == "+"] and all("Told once more" in line for line in changes if line[0] == "+"), changes
    assert len(changes) <= 4, changes


def test_a_new_blueprint_becomes_a_file_named_after_its_title(company: Company, folder: Path) -> None:
    home = company.home()
    home.start("home_new_paste").click()
    home.dialog("home_paste_title").get_by_label(home.word("home_paste_label")).fill("footlights: 1\ntitle: Renting a boat\n")
    home.dialog("home_paste_title").get_by_role("button", name=home.word("home_paste_make")).click()
    home.board()
    assert Document(company.server, "", folder / "renting-a-boat.blueprint.yaml").file() == "footlights: 1\ntitle: Renting a boat\n"
