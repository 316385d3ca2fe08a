"""Versions by name, what changed since, how it looked, the way back; and taking a picture or a file away."""

from __future__ import annotations

import re

import pytest

import footlights as fl

from .company import Company, Document
from .page import Board, expect


@pytest.fixture
def document(company: Company) -> Document:
    return company.document()


@pytest.fixture
def board(company: Company, document: Document) -> Board:
    return company.board(document)


def keep(board: Board, name: str) -> None:
    """Keep the board as it is by a name."""
    board.panel.open("panels_versions")
    board.panel.field(board.word("panels_name_version")).fill(name)
    board.panel.sheet.get_by_role("button", name=board.word("panels_keep"), exact=True).click()
    expect(board.panel.sheet.get_by_role("listitem").filter(has_text=name)).to_be_visible()


def test_a_version_is_kept_by_name_looked_at_and_restored(board: Board, document: Document) -> None:
    before = document.blueprint()
    keep(board, "Before the workshop")
    board.head(3).click()
    board.press("Delete")
    board.go("support", 1)
    board.write("Keeps the log")
    document.becomes(lambda found: len(found.steps) == 2, "one step less")
    board.saved()
    keep(board, "After the workshop")
    board.panel.sheet.get_by_role("listitem").filter(has_text="After the workshop").get_by_role("button").click()
    after = board.page.get_by_role("dialog", name="After the workshop")
    expect(after).to_contain_text("Keeps the log")
    board.press("Escape")
    board.panel.sheet.get_by_role("listitem").filter(has_text="Before the workshop").get_by_role("button").click()
    dialog = board.page.get_by_role("dialog", name="Before the workshop")
    picture = dialog.get_by_role("img")
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("(img) => img.naturalWidth") > 100
    dialog.get_by_role("button", name=board.word("panels_restore"), exact=True).click()
    expect(board.customer(3)).to_contain_text("Finds a card on the mat")
    assert document.becomes(lambda found: len(found.steps) == 3, "all three steps") == before
    expect(board.panel.sheet.get_by_role("listitem").filter(has_text=board.word("panels_version_safety")).first).to_be_visible()


def test_the_history_says_who_changed_what(board: Board) -> None:
    board.go("support", 1)
    board.write("Keeps the log")
    board.saved()
    sheet = board.panel.open("panels_versions").sheet
    sheet.get_by_role("button", name=board.word("panels_history"), exact=True).click()
    mine = sheet.get_by_role("listitem").filter(has_text="Iris").first
    mine.get_by_role("button").click()
    expect(mine).to_contain_text("Keeps the log")


@pytest.mark.parametrize(
    ("format", "start"), [("pdf", b"%PDF-"), ("png", b"\x89PNG"), ("svg", b"<svg"), ("html", b"<!doctype html>"), ("yaml", b"# A parcel")]
)
def test_every_format_is_downloaded(board: Board, format: str, start: bytes) -> None:
    board.more("export_title")
    dialog = board.dialog("export_title")
    dialog.get_by_role("radio", name=re.compile(f"^{format}", re.IGNORECASE)).check()
    with board.page.expect_download() as waiting:
        dialog.get_by_role("button", name=board.word("export_take"), exact=True).click()
    data = waiting.value.path().read_bytes()
    assert data.lstrip().lower().startswith(start.lower())
    assert waiting.value.suggested_filename.endswith(f".{format}")
    if format == "yaml":
        assert fl.check(fl.loads(data.decode())) == ()


def test_the_text_of_the_file_can_be_read_and_copied(company: Company, document: Document) -> None:
    board = company.board(document, permissions=["clipboard-read", "clipboard-write"])
    board.more("panels_source")
    dialog = board.dialog("panels_source")
    expect(dialog).to_contain_text("# A parcel that nobody was at home for.")
    dialog.get_by_role("button", name=board.word("panels_copy"), exact=True).click()
    expect(board.said(board.word("panels_copied"))).to_be_visible()
    assert board.page.evaluate("navigator.clipboard.readText()") == document.file()
