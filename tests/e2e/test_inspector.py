"""Nothing in the file that the editor can't show and change: every field that the examples use, in the panel."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import footlights as fl
from footlights.model import COLLECTIONS, ROLES, Blueprint, Field, fields_of

from .company import Company
from .page import Board, expect
from .words import word

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.blueprint.yaml"))
READING = Path(__file__).with_name("panel_reading.js").read_text("utf-8").partition("\n")[2]
ON_BOARD = ("steps", "cards", "phases")


class Said(NamedTuple):
    """A field that an element of a blueprint fills."""

    collection: str
    id: str
    field: Field
    value: Any


def said(blueprint: Blueprint) -> Iterator[Said]:
    """All that a blueprint says of its elements, field by field."""
    for collection in COLLECTIONS:
        for id, element in getattr(blueprint, collection).items():
            for field in fields_of(type(element)):
                value = getattr(element, field.name)
                if value not in (None, (), ""):
                    yield Said(collection, id, field, value)


def telling() -> list[Path]:
    """As few examples as fill, between them, every field that any example fills."""
    by_path = {path: {(one.collection, one.field.name) for one in said(fl.load(path).blueprint)} for path in EXAMPLES}
    missing = set().union(*by_path.values())
    chosen: list[Path] = []
    while missing:
        chosen.append(max(EXAMPLES, key=lambda path: len(by_path[path] & missing)))
        missing -= by_path[chosen[-1]]
    return chosen


def few(blueprint: Blueprint) -> dict[tuple[str, str], list[Said]]:
    """As few elements as fill every field that is filled anywhere, with all that they say."""
    by_element: dict[tuple[str, str], list[Said]] = {}
    for one in said(blueprint):
        by_element.setdefault((one.collection, one.id), []).append(one)
    missing = {(one.collection, one.field.name) for one in said(blueprint)}
    chosen: dict[tuple[str, str], list[Said]] = {}
    while missing:
        best = max(by_element, key=lambda element: len({(one.collection, one.field.name) for one in by_element[element]} & missing))
        chosen[best] = by_element[best]
        missing -= {(one.collection, one.field.name) for one in by_element[best]}
    return chosen


def name_of(blueprint: Blueprint, address: str, among: tuple[str, ...]) -> str:
    """What the element is called that a reference means; the board shows the reader's language where there is one."""
    collection, _, id = address.rpartition("/")
    for name in [collection] if collection else [*COLLECTIONS] if among == ("*",) else among:
        element = getattr(blueprint, name).get(id)
        if element is not None:
            title = next((getattr(element, field.name) for field in fields_of(type(element)) if field.title), None)
            return blueprint.say(title, "en") or id
        if name == "lanes" and id in ROLES:
            return word(f"lane_{id}")  # a row that nobody had to declare
    raise AssertionError(f"nothing is called {address}")


def missing(board: Board, blueprint: Blueprint, one: Said, shown: dict[str, list[str]]) -> str:
    """ "" when the panel shows what is said, else what it should have shown and what it does."""
    label = board.label(one.collection, one.field.name.rstrip("_"))
    here = " ".join(value for path, values in shown.items() if path == label or path.startswith(f"{label} / ") for value in values)
    shape, value = one.field.shape, one.value
    if shape == "text":
        wanted = [blueprint.say(value, "en")]
    elif shape in {"ref", "refs"}:
        wanted = [name_of(blueprint, address, one.field.collections) for address in ([value] if isinstance(value, str) else value)]
    elif shape in {"choice", "line", "integer"}:
        wanted = [str(value)]
    elif shape == "date":
        wanted = [value.isoformat()]
    elif shape == "time":
        wanted = [str(part).partition(" ")[0] for part in (value.work, value.wait, value.standard, value.tolerance) if part]
    elif shape == "feelings":
        wanted = [board.word(f"feeling_{math.floor(feeling.level + 0.5)}".replace("-", "minus_")) for feeling in value]
    else:
        wanted = [""]
    absent = [text for text in wanted if text not in here] if here else wanted
    return f"{one.collection}/{one.id} {one.field.name}: {absent} not in {here!r} of {sorted(shown)}" if absent or not here else ""


def opened(board: Board, blueprint: Blueprint, collection: str, id: str) -> None:
    """Open an element in the panel: by choosing it on the board, or from its register."""
    sheet = board.panel.sheet
    if collection in ON_BOARD:
        board.page.evaluate(
            "address => document.querySelector(`[data-address='${address}']`).scrollIntoView({ block: 'center', inline: 'center' })",
            f"{collection}/{id}",
        )
        board.page.locator(f"[role=grid] [data-address='{collection}/{id}']").first.click(position={"x": 5, "y": 5})
        board.panel.open("panels_details").more()
        return
    board.panel.open("panels_blueprint")
    back = sheet.get_by_role("button", name=board.word("panels_back_to_blueprint"))
    if back.count():
        back.click()
    sheet.get_by_role("navigation").get_by_role("button").filter(has_text=board.word(f"many_{collection}")).click()
    number = [*getattr(blueprint, collection)].index(id)
    sheet.locator("button.head").nth(number).click()


@pytest.mark.parametrize("example", telling(), ids=lambda path: path.name.partition(".")[0])
def test_every_field_that_an_example_fills_is_shown(company: Company, example: Path) -> None:
    blueprint = fl.load(example).blueprint
    board = company.board(company.document(example.read_text("utf-8")))
    faults = []
    for (collection, id), every in few(blueprint).items():
        opened(board, blueprint, collection, id)
        expect(board.panel.sheet.get_by_role("textbox").first).to_be_visible()
        shown = board.panel.sheet.evaluate(READING)
        faults += [fault for one in every if (fault := missing(board, blueprint, one, shown))]
    assert faults == []


def test_the_blueprints_own_fields_are_shown(company: Company) -> None:
    example = next(path for path in EXAMPLES if path.name.startswith("it-incident"))
    blueprint = fl.load(example).blueprint
    board = company.board(company.document(example.read_text("utf-8")))
    board.panel.open("panels_blueprint").more()
    shown = board.panel.sheet.evaluate(READING)
    filled = [field for field in fields_of(Blueprint) if getattr(blueprint, field.name) not in (None, (), "")]
    assert len(filled) > 7
    assert [field.name for field in filled if not shown.get(board.label("head", field.name))] == []
