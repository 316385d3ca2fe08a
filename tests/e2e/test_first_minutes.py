"""A newcomer's first minutes: from an empty board to a six-step journey, with nothing but keys, and with nothing but the pointer.

With `--film` both are filmed, at a person's pace: build/films/first-minutes-keyboard.webp and -pointer.webp.
"""

from __future__ import annotations

import footlights as fl
from footlights.model import Blueprint
from tests.support.film import Camera

from .boards import EMPTY
from .company import Company
from .page import Board, expect

STEPS = ["Notices the leak", "Finds the number", "Calls", "Waits for the plumber", "Shows the leak", "Pays"]
FEELINGS = [-1, -1, 0, -2, 1, 2]
FRONT = {3: "Takes the call", 5: "Mends the pipe", 6: "Writes the bill"}
BACK = {3: "Plans the visit", 4: "Drives over"}


def told(blueprint: Blueprint) -> dict[str, object]:
    """What a blueprint says that this story is about."""
    steps = [step.id for step in blueprint.steps.values()]
    lanes = {lane.id: lane.role for lane in blueprint.lanes.values()}

    def cards(role: str) -> dict[int, str]:
        return {steps.index(card.step) + 1: str(card.does) for card in blueprint.cards.values() if lanes.get(card.lane, card.lane) == role}

    return {
        "phases": [blueprint.say(phase.title) for phase in blueprint.phases.values()],
        "steps": [blueprint.say(step.does) for step in blueprint.steps.values()],
        "feelings": [step.feels[0].level if step.feels else None for step in blueprint.steps.values()],
        "front": cards("frontstage"),
        "back": cards("backstage"),
    }


STORY = {"phases": ["Getting help"], "steps": STEPS, "feelings": FEELINGS, "front": FRONT, "back": BACK}


def holds_the_story(board: Board, company: Company) -> None:
    """The server and the file behind the board have the whole of it, and the file reads back the same."""
    board.saved()
    id = board.page.url.rpartition("/d/")[2].partition("?")[0]
    document = next(one for one in company.documents if one.id == id)
    assert told(document.blueprint()) == STORY
    text = document.file_becomes(lambda text: fl.loads(text).blueprint == document.blueprint(), "the whole journey")
    read = fl.loads(text)
    assert told(read.blueprint) == STORY
    assert fl.check(read) == ()
    assert fl.loads(fl.dumps(read.blueprint)).blueprint == read.blueprint


def test_from_an_empty_board_to_a_journey_of_six_steps_by_keyboard_only(company: Company, camera: Camera) -> None:
    board = company.board(company.document(EMPTY))
    board.page.mouse.move(0, 0)
    board.pace = camera.on(board.page, "first-minutes-keyboard")
    # the first cell invites and has the focus: typing begins at once
    expect(board.grid).to_contain_text(board.word("board_invite"))
    expect(board.next_cell()).to_be_focused()
    board.type(STEPS[0])
    for step in STEPS[1:]:
        board.press("Tab")
        board.type(step)
    board.press("Enter")
    assert board.steps() == STEPS
    # down to the feelings, and back along them with the keys 1 to 5
    board.press("ArrowDown")
    for level in reversed(FEELINGS):
        board.press(str(level + 3), "ArrowLeft")
    # the name of the phase, two rows above the customer
    board.press("Control+Home")
    expect(board.phase("")).to_be_focused()
    board.press("Enter")
    board.write(STORY["phases"][0])
    # two lanes below the line
    for lane, texts in (("frontstage", FRONT), ("backstage", BACK)):
        walk_to(board, lane, min(texts))
        at = min(texts)
        for step, text in texts.items():
            board.press(*["ArrowRight"] * (step - at))
            at = step
            expect(board.cell(lane, step)).to_be_focused()
            board.write(text)
    holds_the_story(board, company)


def walk_to(board: Board, lane: str, step: int) -> None:
    """Go to an empty cell with the arrows alone, from anywhere."""
    board.press("Control+Home")
    target = board.cell(lane, step)
    for _ in range(30):
        if board.focused.get_attribute("aria-label") == target.get_attribute("aria-label"):
            return
        row = board.focused.get_attribute("id") or ""
        board.press("ArrowRight" if row.startswith((f"{lane}|",)) else "ArrowDown")
    raise AssertionError(f"the arrows never came to {lane} at step {step}")


def test_from_an_empty_board_to_a_journey_of_six_steps_by_pointer_only(company: Company, camera: Camera) -> None:
    """Text needs a keyboard; everything else is done with the pointer."""
    board = company.board(company.document(EMPTY))
    board.pace = camera.on(board.page, "first-minutes-pointer")
    for number, text in enumerate(STEPS, 1):
        board.point(board.next_cell(), twice=True)
        board.type(text)
        board.point(board.lane_head("customer"))
        expect(board.customer(number)).to_contain_text(text)
    board.point(board.phase(""), twice=True)
    board.type("Getting help")
    board.point(board.lane_head("customer"))
    for number, level in enumerate(FEELINGS, 1):
        # +2 stands at the top of the row and -2 at its foot
        board.point(board.cell("emotion", number), place=(0.5, 0.5 - 0.19 * level))
    for lane, texts in (("frontstage", FRONT), ("backstage", BACK)):
        for step, text in texts.items():
            board.cell(lane, step).hover()
            board.point(board.cell(lane, step).get_by_title(board.word("board_add_card")))
            board.type(text)
            board.point(board.lane_head("customer"))
    holds_the_story(board, company)
