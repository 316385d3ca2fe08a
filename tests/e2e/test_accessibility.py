"""Every screen for everybody: no violation that axe can find, a grid that screen readers understand, one stop for Tab."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.support.visitors import assert_accessible

from .boards import EMPTY, PARCEL
from .company import Company
from .page import Board, expect

if TYPE_CHECKING:
    from playwright.sync_api import Route

WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
LOOKS = [
    pytest.param({"viewport": viewport, "color_scheme": scheme}, id=f"{scheme}-{viewport['width']}")
    for viewport in (WIDE, NARROW)
    for scheme in ("light", "dark")
]


def details(board: Board) -> None:
    board.card("Rings the bell").click()
    board.panel.open().more()


def registers(board: Board) -> None:
    board.panel.open("panels_blueprint").more()


def versions(board: Board) -> None:
    board.panel.open("panels_versions")


def typing(board: Board) -> None:
    board.card("Rings the bell").dblclick()


def palette(board: Board) -> None:
    board.press("Control+k")
    board.page.get_by_role("option").first.wait_for()


def finding(board: Board) -> None:
    board.press("Control+f")
    board.type("the")


def helping(board: Board) -> None:
    board.go("customer", 1)
    board.press("?")
    board.page.get_by_role("dialog").wait_for()


def exporting(board: Board) -> None:
    board.more("export_title")
    board.page.get_by_role("dialog").wait_for()


def source(board: Board) -> None:
    board.more("panels_source")
    expect(board.page.get_by_role("dialog")).to_contain_text("A parcel")


def times(board: Board) -> None:
    board.card("Plans the route").click()
    board.press("t")
    board.page.get_by_role("dialog", name=board.word("board_box")).wait_for()


def chips(board: Board) -> None:
    board.card("Plans the route").click()
    board.press("b")
    board.page.get_by_role("dialog", name=board.word("board_box")).wait_for()


def menu(board: Board) -> None:
    board.button("app_more").click()
    board.page.get_by_role("menu").wait_for()


def journey(board: Board) -> None:
    board.command("command_view_journey")
    expect(board.lane_head("backstage")).to_have_count(0)


def table(board: Board) -> None:
    board.command("command_view_table")
    board.page.get_by_role("table").wait_for()


def overview(board: Board) -> None:
    board.command("command_zoom_overview")


def detail(board: Board) -> None:
    board.command("command_zoom_detail")


def folded(board: Board) -> None:
    board.phase("Waiting").get_by_role("button").click()
    board.lane_head("backstage").get_by_role("button").click()


STATES = (
    details,
    registers,
    versions,
    typing,
    palette,
    finding,
    helping,
    exporting,
    source,
    times,
    chips,
    menu,
    journey,
    table,
    overview,
    detail,
    folded,
)


@pytest.mark.parametrize("look", LOOKS)
def test_the_first_screen(company: Company, look: dict[str, object]) -> None:
    company.document()
    home = company.home(**look)
    expect(home.page.get_by_role("region", name=home.word("home_examples")).get_by_role("button").first).to_be_visible()
    assert_accessible(home.page)
    for start, title in (("home_new_template", "home_template_title"), ("home_new_paste", "home_paste_title")):
        home.start(start).click()
        home.dialog(title).wait_for()
        assert_accessible(home.page)
        home.press("Escape")


@pytest.mark.parametrize("look", LOOKS)
def test_the_board(company: Company, look: dict[str, object]) -> None:
    board = company.board(company.document("", example="it-incident"), **look)
    assert_accessible(board.page)
    empty = company.board(company.document(EMPTY), **look)
    assert_accessible(empty.page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_every_state_of_the_board(company: Company, state: Callable[[Board], None], scheme: str) -> None:
    board = company.board(company.document(), viewport=WIDE, color_scheme=scheme)
    state(board)
    # in the dark only the colours are others
    options = {"runOnly": ["color-contrast"]} if scheme == "dark" else {}
    assert_accessible(board.page, **options)


@pytest.mark.parametrize("state", [details, palette, exporting, menu, helping], ids=lambda state: state.__name__)
def test_small_screens(company: Company, state: Callable[[Board], None]) -> None:
    board = company.board(company.document(), viewport=NARROW)
    state(board)
    assert_accessible(board.page)


def test_the_grid_says_how_many_rows_and_columns_it_has_and_which_is_which(company: Company) -> None:
    board = company.board(company.document())
    grid = board.grid
    rows = grid.evaluate("(grid) => [...grid.querySelectorAll('[role=row][aria-rowindex]')].map((row) => Number(row.ariaRowIndex))")
    assert rows == sorted(set(rows))
    assert max(rows) <= int(grid.get_attribute("aria-rowcount") or 0)
    columns = grid.evaluate("(grid) => [...grid.querySelectorAll('[aria-colindex]')].map((cell) => Number(cell.ariaColIndex))")
    assert (min(columns), max(columns)) == (1, int(grid.get_attribute("aria-colcount") or 0))
    strays = grid.evaluate(
        "(grid) => [...grid.querySelectorAll('[role=gridcell], [role=columnheader], [role=rowheader]')]"
        ".filter((cell) => !cell.closest('[role=row]')).length"
    )
    assert strays == 0
    assert board.customer(2).get_attribute("aria-colindex") == board.head(2).get_attribute("aria-colindex")


def test_the_board_is_one_stop_for_tab(company: Company) -> None:
    board = company.board(company.document())
    stops = "(grid) => [...grid.querySelectorAll('a, button, input, textarea, [tabindex]')].filter((node) => node.tabIndex >= 0).length"
    for keys in ([], ["ArrowRight"], ["ArrowDown"], ["Control+End"], ["Control+Home"]):
        if keys:
            board.press(*keys)
        else:
            board.go("customer", 1)
        assert board.grid.evaluate(stops) == 1
        expect(board.grid.locator(":focus")).to_have_attribute("tabindex", "0")
    board.press("Tab")
    expect(board.grid.locator(":focus")).to_have_count(0)
    board.press("Shift+Tab")
    expect(board.phase("Waiting")).to_be_focused()


def test_moves_and_removals_are_said_aloud(company: Company) -> None:
    board = company.board(company.document())
    live = board.page.locator("[aria-live=polite]")
    board.card("Rings the bell").click()
    board.press("Alt+ArrowDown")
    expect(live.filter(has_text=board.word("board_moved_to", place=board.place("backstage", 3)))).to_have_count(1)
    board.press("Delete")
    expect(live.filter(has_text=board.word("board_removed", count=1))).to_have_count(1)


def test_dialogs_keep_the_keyboard_and_give_it_back(company: Company) -> None:
    board = company.board(company.document())
    board.card("Rings the bell").click()
    board.press("Control+k", "Escape")
    expect(board.card("Rings the bell")).to_be_focused()
    board.press("?")
    dialog = board.dialog("help_title")
    expect(dialog).to_be_visible()
    for _ in range(12):
        board.press("Tab")
        outside = board.page.evaluate("document.activeElement !== document.body && !document.activeElement.closest('dialog')")
        assert not outside
    board.press("Escape")
    expect(dialog).to_have_count(0)
    expect(board.card("Rings the bell")).to_be_focused()


def test_while_a_dialog_is_on_its_way_the_keys_are_its_own(company: Company) -> None:
    document = company.document()
    page = company.person(service_workers="block")
    page.add_init_script("window.requestIdleCallback = () => 0")  # nothing is fetched before it is asked for
    board = Board(page)
    held: list[Route] = []
    page.route("**/assets/Palette-*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright writes on what it is given
    page.goto(f"{company.server.url}/d/{document.id}")
    board.ready()
    palette = page.get_by_role("combobox", name=board.word("palette_title"))
    board.card("Rings the bell").click()
    with page.expect_request("**/assets/Palette-*.js"):
        board.press("Control+k", "Escape")  # called off: it does not come, and the board goes on
    expect(board.card("Rings the bell")).to_be_focused()
    board.press("Control+k")
    for key in ("m", "Delete", "Backspace", "x"):  # on the board these would mark and delete
        board.press(key)
    expect(palette).to_have_count(0)
    for route in held:
        route.continue_()
    expect(palette).to_be_focused()
    expect(palette).to_have_value("x")
    board.press("Escape")
    expect(palette).to_have_count(0)
    expect(board.card("Rings the bell")).to_be_focused()
    assert document.text() == PARCEL


def test_nothing_moves_for_who_asked_for_calm(company: Company) -> None:
    board = company.board(company.document(), reduced_motion="reduce")
    longest = board.page.evaluate(
        "() => Math.max(...[...document.querySelectorAll('*')].map((node) => {"
        " const style = getComputedStyle(node); return Math.max(parseFloat(style.transitionDuration), parseFloat(style.animationDuration)); }))"
    )
    assert longest <= 0.01


@pytest.mark.parametrize("language", ["nl", "es"])
def test_the_page_says_its_language(company: Company, language: str) -> None:
    page = company.person(locale=language)
    page.goto(f"{company.server.url}/d/{company.document().id}")
    board = Board(page, language).ready()
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(board.head(3)).to_have_accessible_name(re.compile(board.word("word_moment_of_truth")))
