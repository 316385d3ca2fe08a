"""Finding and acting: what the checks find shows at its cell, and is mended, set aside for a reason, or made an action; the plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.visitors import assert_accessible

from .boards import EMPTY
from .company import Company, Document
from .page import Board, expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator

#: A parcel with a contact that nobody stands behind, a link that is drawn twice, and a plan.
PARCEL = """\
# A parcel, with something to find. This line stays first.
footlights: 1
title: The missed parcel
language: en
actors:
  driver: {name: Driver}
  desk: {name: Service desk}
phases:
- id: waiting
  title: Waiting
  need: Know when to be at home
  steps:
  - id: looks
    does: Looks up the parcel # on the phone
    frontstage:
    - {id: page, does: Shows the status page}
  - id: stays
    does: Stays at home
    to: [{step: finds}, {step: finds}]
- id: missing
  title: Missing it
  steps:
  - id: finds
    does: Finds a card on the mat
    moment-of-truth: 4
    desired: 5
    actual: 2
    frontstage:
    - {id: rings, does: Rings the bell, by: driver}
findings: # what we saw
- {id: slow, title: Nobody says when they come, severity: high, on: [steps/stays]}
actions:
- {id: window, title: Say an hour and not a day, closes: [slow], owner: desk, due: 2020-01-31, status: open}
"""
BARE = "Nobody stands behind 'Shows the status page'."
FEW = {"viewport": {"width": 390, "height": 844}}


class Findings:
    """The panel of findings in the craft's words."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.sheet = board.panel.open("panels_findings").sheet
        self.heads.first.wait_for()

    @property
    def heads(self) -> Locator:
        """Every finding that is listed."""
        return self.sheet.locator("[data-finding]")

    def head(self, text: str) -> Locator:
        """The finding with this message."""
        return self.heads.filter(has_text=text)

    def one(self, text: str) -> Locator:
        """All that is shown of a finding."""
        return self.sheet.get_by_role("listitem").filter(has=self.board.page.locator("[data-finding]", has_text=text))

    def press(self, text: str, name: str) -> None:
        """Press a button of a finding, which is opened first."""
        head = self.head(text)
        if head.get_attribute("aria-expanded") != "true":
            head.click()
        self.one(text).get_by_role("button", name=self.board.word(name), exact=True).click()

    def everything(self) -> Findings:
        """Shows all that the checks find."""
        self.sheet.get_by_role("button", name=self.board.word("found_strict"), exact=True).click()
        return self

    def set_aside(self, text: str, reason: str) -> None:
        """Set a finding aside for a reason."""
        self.press(text, "found_set_aside")
        self.sheet.get_by_label(self.board.word("found_reason")).fill(reason)
        self.sheet.get_by_role("button", name=self.board.word("found_put_aside"), exact=True).click()

    def fold(self, name: str) -> None:
        """Open a folded group."""
        self.sheet.locator("summary").filter(has_text=self.board.word(name)).click()


@pytest.fixture
def document(company: Company) -> Document:
    return company.document(PARCEL)


@pytest.fixture
def board(company: Company, document: Document) -> Board:
    return company.board(document)


def test_an_example_has_the_findings_that_an_expert_would_name_and_a_click_goes_to_the_cell(company: Company) -> None:
    board = company.board(company.document("", example="it-incident"))
    found = Findings(board)
    assert 3 <= found.heads.count() <= 8
    silence = found.heads.filter(has_text="hears nothing")
    expect(silence).to_contain_text(board.word("found_step", number=9))
    silence.click()
    expect(board.head(9)).to_be_in_viewport()
    expect(board.head(9).get_by_role("img", name=re.compile("^Finding \\(high\\): "))).to_be_visible()
    expect(found.one("hears nothing")).to_contain_text("D. Maister, The Psychology of Waiting Lines, 1985")
    found.press("hears nothing", "found_go")
    expect(board.head(9)).to_be_focused()
    calm = found.heads.count()
    found.everything()
    expect(found.heads.nth(calm + 5)).to_be_visible()


def test_what_is_set_aside_for_a_reason_stays_so_in_the_file_and_comes_back_when_its_ground_changes(
    company: Company, board: Board, document: Document
) -> None:
    found = Findings(board)
    found.press(BARE, "found_set_aside")
    form = found.sheet.get_by_role("button", name=board.word("found_put_aside"), exact=True)
    form.click()
    expect(found.sheet.get_by_role("alert")).to_have_text(board.word("found_reason_needed"))
    found.sheet.get_by_label(board.word("found_reason")).fill("The page answers by itself")
    form.click()
    expect(found.head(BARE)).to_be_hidden()
    text = document.file_becomes(lambda text: "The page answers by itself" in text, "the reason")
    assert "# A parcel, with something to find. This line stays first." in text
    assert "# on the phone" in text
    assert re.search(r"fingerprint: .?contact-without-doer@cards/page~[0-9a-f]{8}", text)
    again = company.board(document)
    listed = Findings(again)
    expect(listed.head(BARE)).to_be_hidden()
    listed.fold("found_aside")
    expect(listed.one(BARE)).to_contain_text("The page answers by itself")
    # what was open came back by hand, and by a changed ground
    listed.press(BARE, "found_bring_back")
    expect(listed.sheet.locator("details").filter(has_text=BARE)).to_have_count(0)
    expect(listed.head(BARE)).to_be_visible()


def test_a_mend_is_one_step_of_undo(board: Board, document: Document) -> None:
    found = Findings(board).everything()
    twice = found.heads.filter(has_text=re.compile("drawn twice|twice", re.IGNORECASE)).first
    twice.click()
    found.sheet.get_by_role("button", name=board.word("found_mend"), exact=True).click()
    document.becomes(lambda blueprint: len(blueprint.links) == 1, "one link")
    board.button("panels_undo").click()
    document.becomes(lambda blueprint: len(blueprint.links) == 2, "both links")


def test_a_finding_is_made_an_action_and_opened_for_its_owner_and_day(board: Board, document: Document) -> None:
    found = Findings(board)
    found.press(BARE, "found_make_action")
    owner = board.panel.sheet.get_by_label(board.label("actions", "owner"), exact=True).first
    expect(owner).to_be_visible()
    blueprint = document.becomes(lambda blueprint: len(blueprint.actions) == 2, "a new action")
    made = list(blueprint.actions.values())[1]
    (answered,) = made.closes
    assert blueprint.findings[answered].status == "accepted"
    assert blueprint.findings[answered].on in (("page",), ("cards/page",))  # a file may say it short
    assert str(blueprint.findings[answered].fingerprint).startswith("contact-without-doer@cards/page~")
    board.panel.open("panels_findings")
    expect(found.head(BARE)).to_be_hidden()
    found.fold("found_taken")
    expect(found.head(BARE)).to_be_visible()
    board.button("panels_undo").click()
    document.becomes(lambda blueprint: len(blueprint.actions) == 1 and len(blueprint.findings) == 1, "neither action nor record")


def test_two_people_see_the_same_ledger(company: Company, board: Board, document: Document) -> None:
    other = company.board(document, "Mateo")
    here, there = Findings(board), Findings(other)
    expect(there.head(BARE)).to_be_visible()
    here.set_aside(BARE, "It is known")
    expect(there.head(BARE)).to_be_hidden()
    there.fold("found_aside")
    expect(there.one(BARE)).to_contain_text("It is known")


def test_what_is_written_is_checked_again_and_a_named_doer_closes_the_finding(board: Board) -> None:
    found = Findings(board)
    expect(found.head(BARE)).to_be_visible()
    board.card("Shows the status page").click()
    board.panel.open()
    board.panel.sheet.get_by_label(board.label("cards", "by"), exact=True).first.get_by_role("combobox").fill("Driver")
    board.press("Enter")
    board.panel.open("panels_findings")
    expect(found.head(BARE)).to_have_count(0, timeout=20_000)
    expect(board.card("Shows the status page").get_by_role("img", name=re.compile("^Finding"))).to_have_count(0)


def test_the_keyboard_goes_from_finding_to_finding(board: Board) -> None:
    found = Findings(board)
    found.heads.first.focus()
    board.press("ArrowDown")
    expect(found.heads.nth(1)).to_be_focused()
    board.press("End")
    expect(found.heads.last).to_be_focused()
    board.press("Home", "Enter")
    expect(found.heads.first).to_have_attribute("aria-expanded", "true")
    board.go("customer", 1)
    board.press("F8")
    expect(found.heads.nth(1)).to_have_attribute("aria-expanded", "true")
    board.press("Shift+F8")
    expect(found.heads.first).to_have_attribute("aria-expanded", "true")


def test_without_a_connection_the_last_list_stays(company: Company, board: Board) -> None:
    company.visitors.expect("ERR_INTERNET_DISCONNECTED|WebSocket")
    found = Findings(board)
    count = found.heads.count()
    board.opens_offline()
    board.page.context.set_offline(True)
    board.go("support", 1)
    board.write("Keeps the log")
    expect(found.sheet.get_by_role("status").filter(has_text=board.word("found_offline"))).to_be_visible(timeout=20_000)
    assert found.heads.count() == count
    board.page.context.set_offline(False)
    expect(found.sheet.get_by_role("status").filter(has_text=board.word("found_offline"))).to_have_count(0, timeout=30_000)


def test_who_may_only_look_sees_findings_and_changes_nothing(company: Company, document: Document) -> None:
    board = company.board(document, token=company.server.view_token)
    found = Findings(board)
    found.head(BARE).click()
    for name in ("found_make_action", "found_take_on", "found_set_aside"):
        expect(found.sheet.get_by_role("button", name=board.word(name), exact=True)).to_have_count(0)
    expect(found.sheet.get_by_role("button", name=board.word("found_go"), exact=True)).to_be_visible()


@pytest.mark.parametrize("language", ["nl", "es"])
def test_in_other_languages(company: Company, document: Document, language: str) -> None:
    page = company.person(locale={"nl": "nl-NL", "es": "es-ES"}[language])
    page.goto(f"{company.server.url}/d/{document.id}")
    board = Board(page, language).ready()
    found = Findings(board)
    said = {"nl": "Achter 'Shows the status page' staat niemand.", "es": "Nadie está detrás de «Shows the status page»."}[language]
    found.heads.filter(has_text="Shows the status page").first.click()
    expect(found.sheet).to_contain_text(board.word("found_why"))
    assert "{" not in found.sheet.inner_text()
    assert said in found.sheet.inner_text()


# --- the plan ------------------------------------------------------------------------------------------


def plan(board: Board) -> Locator:
    """The plan of a board."""
    board.page.get_by_role("group", name=board.word("app_views")).get_by_role(
        "button", name=board.word("app_view_plan"), exact=True
    ).click()
    found = board.page.get_by_role("region", name=board.word("plan_title"))
    found.get_by_role("table").wait_for()
    return found


def test_the_plan_is_edited_where_it_stands(board: Board, document: Document) -> None:
    table = plan(board)
    expect(table).to_contain_text("late")
    table.get_by_label("Owner: Say an hour and not a day").fill("Planner")
    board.press("Tab")
    blueprint = document.becomes(lambda blueprint: "planner" in blueprint.actors, "a new owner")
    assert blueprint.actions["window"].owner == "planner"
    table.get_by_label("Due: Say an hour and not a day").fill("2099-05-01")
    table.get_by_label("Impact: Say an hour and not a day").select_option("4")
    table.get_by_label("Effort: Say an hour and not a day").select_option("2")
    table.get_by_label("Status: Say an hour and not a day").select_option("planned")
    blueprint = document.becomes(lambda blueprint: blueprint.actions["window"].status == "planned", "another status")
    assert (blueprint.actions["window"].impact, blueprint.actions["window"].effort) == (4, 2)
    table.get_by_role("button", name=board.word("plan_chart"), exact=True).click()
    expect(table.get_by_role("row").filter(has_text="Say an hour")).to_contain_text(board.word("plan_now"))
    table.get_by_role("button", name=board.word("plan_months"), exact=True).click()
    expect(table.get_by_role("heading", name="May 2099")).to_be_visible()
    table.get_by_role("button", name=board.word("plan_add"), exact=True).click()
    board.type("Ring twice")
    document.becomes(lambda blueprint: any(str(each.title) == "Ring twice" for each in blueprint.actions.values()), "a new action")


def test_actions_are_moved_by_keyboard_and_by_hand(board: Board, document: Document) -> None:
    page = plan(board)
    page.get_by_role("button", name=board.word("plan_board"), exact=True).click()
    card = page.get_by_role("button", name=re.compile("^Say an hour and not a day"))
    card.focus()
    board.press("Alt+ArrowRight", "Alt+ArrowRight")
    document.becomes(lambda blueprint: blueprint.actions["window"].status == "doing", "the action in progress")
    expect(card).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("Say an hour and not a day: In progress")
    done = page.get_by_role("region", name="Done")
    board.drag(card, done)
    document.becomes(lambda blueprint: blueprint.actions["window"].status == "done", "the action done")
    expect(done).to_contain_text("Say an hour and not a day")
    board.button("panels_undo").click()
    document.becomes(lambda blueprint: blueprint.actions["window"].status == "doing", "the action in progress again")


def test_the_plan_is_taken_along(board: Board) -> None:
    page = plan(board)
    for form, ending, says in (
        ("csv", "-plan.csv", "Say an hour"),
        ("jira", "-plan.csv", "External ID"),
        ("ics", "-plan.ics", "BEGIN:VCALENDAR"),
    ):
        page.get_by_role("button", name=board.word("plan_export"), exact=True).click()
        with board.page.expect_download() as download:
            board.page.get_by_role("menuitem", name=board.word(f"plan_export_{form}"), exact=True).click()
        assert download.value.suggested_filename.endswith(ending)
        assert says in download.value.path().read_text("utf-8-sig")


def test_an_empty_plan_says_how_to_begin(company: Company) -> None:
    board = company.board(company.document(EMPTY), query="?view=blueprint")
    board.page.get_by_role("group", name=board.word("app_views")).get_by_role(
        "button", name=board.word("app_view_plan"), exact=True
    ).click()
    expect(board.page.get_by_role("region", name=board.word("plan_title"))).to_contain_text(board.word("plan_none"))
    board.page.get_by_role("button", name=board.word("plan_to_findings"), exact=True).click()
    expect(board.panel.sheet.get_by_role("tab", name=board.word("panels_findings"), exact=True)).to_have_attribute("aria-selected", "true")


# --- for everybody -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "look", [{}, {"color_scheme": "dark"}, FEW, {"viewport": {"width": 360, "height": 740}}], ids=["light", "dark", "390", "360"]
)
def test_findings_and_plan_are_for_everybody(company: Company, document: Document, look: dict[str, Any]) -> None:
    board = company.board(document, **look)
    found = Findings(board)
    found.everything()
    assert_accessible(board.page)
    found.press(BARE, "found_set_aside")
    assert_accessible(board.page)
    found.sheet.get_by_role("button", name=board.word("found_by_element"), exact=True).click()
    assert_accessible(board.page)
    if not look.get("viewport"):
        board.button("panels_close_panel").click()
        page = plan(board)
        assert_accessible(board.page)
        page.get_by_label("Impact: Say an hour and not a day").select_option("4")
        page.get_by_label("Effort: Say an hour and not a day").select_option("2")
        for view in ("plan_board", "plan_chart", "plan_months"):
            page.get_by_role("button", name=board.word(view), exact=True).click()
            assert_accessible(board.page)
    else:
        board.button("panels_close_panel").click()
        board.choose("app_more", board.word("app_view_plan"), role="menuitemradio")
        board.page.get_by_role("region", name=board.word("plan_title")).get_by_role("table").wait_for()
        assert_accessible(board.page)
        wide = board.page.evaluate("() => document.documentElement.scrollWidth")
        assert wide <= board.page.viewport_size["width"]  # type: ignore[index]
