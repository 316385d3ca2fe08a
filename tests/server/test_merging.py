"""Three-way merging: what both sides did is there, and where they disagree it is told, never silently decided."""

from __future__ import annotations

import pytest

from footlights import files
from footlights.edits import apply_all, remove, set_field
from footlights.live import settled
from footlights.model import Blueprint
from footlights.server.merging import merged

TEXT = """\
footlights: 1
title: A shine
actors: {shiner: {name: Shiner}, helper: {name: Helper}}
phases:
- id: sit
  title: Sit
  steps:
  - {id: sits, does: Sits down, feels: 1}
  - {id: waits, does: Waits, frontstage: [{id: brush, does: Brushes, by: shiner}]}
- id: go
  title: Go
  steps: [{id: pays, does: Pays}]
"""
BASE = settled(files.read(TEXT).blueprint or Blueprint())


def put(blueprint: Blueprint, address: str, value: object) -> Blueprint:
    return settled(apply_all(blueprint, set_field(blueprint, address, value)))


def without(blueprint: Blueprint, *addresses: str) -> Blueprint:
    for address in addresses:
        blueprint = apply_all(blueprint, remove(blueprint, address))
    return settled(blueprint)


def reread(old: str, new: str) -> Blueprint:
    assert old in TEXT
    return settled(files.read(TEXT.replace(old, new)).blueprint or Blueprint())


def test_one_side_only() -> None:
    changed = put(BASE, "steps/sits#does", "Takes a seat")
    assert merged(BASE, changed, BASE) == (changed, ())
    assert merged(BASE, BASE, changed) == (changed, ())
    assert merged(BASE, changed, changed) == (changed, ())


def test_both_sides_in_different_places() -> None:
    file = put(BASE, "steps/sits#does", "Takes a seat")
    board = put(BASE, "cards/brush#does", "Polishes")
    assert merged(BASE, file, board) == (put(file, "cards/brush#does", "Polishes"), ())


def test_both_sides_in_two_fields_of_one_element() -> None:
    file = put(BASE, "cards/brush#by", "helper")
    board = put(BASE, "cards/brush#does", "Polishes")
    assert merged(BASE, file, board) == (put(file, "cards/brush#does", "Polishes"), ())


def test_the_same_field_keeps_the_boards_word_and_tells() -> None:
    file = put(put(BASE, "steps/sits#does", "From the file"), "steps/pays#does", "Pays in coins")
    board = put(BASE, "steps/sits#does", "From the board")
    result = merged(BASE, file, board)
    assert result.conflicts == ("steps/sits#does",)
    assert result.blueprint == put(board, "steps/pays#does", "Pays in coins"), "the rest of the file's changes are there"


def test_the_same_word_on_both_sides_is_no_conflict() -> None:
    file = put(BASE, "steps/sits#does", "Same")
    board = put(put(BASE, "steps/sits#does", "Same"), "steps/pays#does", "Tips")
    assert merged(BASE, file, board) == (board, ())


def test_removed_here_changed_there_stays_and_is_told() -> None:
    gone, changed = without(BASE, "steps/pays"), put(BASE, "steps/pays#does", "Pays in coins")
    assert merged(BASE, gone, changed) == (changed, ("steps/pays",))
    result = merged(BASE, changed, gone)
    assert result.blueprint == gone
    assert result.conflicts == ("steps/pays#does",)


def test_removed_on_both_sides() -> None:
    gone = without(BASE, "steps/pays")
    both = put(gone, "steps/sits#does", "Takes a seat")
    assert merged(BASE, gone, both) == (both, ())


def test_added_on_both_sides() -> None:
    one = reread("  - {id: waits", "  - {id: looks, does: Looks around}\n  - {id: waits")
    two = reread("steps: [{id: pays, does: Pays}]", "steps: [{id: pays, does: Pays}, {id: leaves, does: Leaves}]")
    result = merged(BASE, one, two)
    assert result.conflicts == ()
    assert list(result.blueprint.steps) == ["sits", "looks", "waits", "pays", "leaves"]


def test_added_on_both_sides_behind_one_another() -> None:
    one = reread("  - {id: waits", "  - {id: looks, does: Looks around}\n  - {id: reads, does: Reads}\n  - {id: waits")
    two = without(BASE, "steps/sits")
    result = merged(BASE, one, two)
    assert result.conflicts == ()
    assert list(result.blueprint.steps) == ["looks", "reads", "waits", "pays"], "behind the nearest neighbour that is still there"


def test_two_different_things_of_one_name() -> None:
    one = reread("[{id: pays, does: Pays}]", "[{id: pays, does: Pays}, {id: leaves, does: Leaves by foot}]")
    two = reread("[{id: pays, does: Pays}]", "[{id: pays, does: Pays}, {id: leaves, does: Leaves by car}]")
    assert merged(BASE, one, two) == (two, ("steps/leaves",))


def test_a_card_into_a_step_that_is_gone() -> None:
    one = reread("{id: pays, does: Pays}", "{id: pays, does: Pays, frontstage: [{id: till, does: Takes the money}]}")
    gone = without(BASE, "steps/pays")
    result = merged(BASE, one, gone)
    assert result.blueprint == gone
    assert "cards/till" in result.conflicts


def test_pointing_at_what_is_gone() -> None:
    one = put(BASE, "cards/brush#by", "helper")
    gone = without(BASE, "actors/helper")
    result = merged(BASE, one, gone)
    assert not files.read(files.dumps(result.blueprint)).errors
    assert result.conflicts


def test_moves() -> None:
    one = reread("  - {id: sits, does: Sits down, feels: 1}\n", "")
    board = put(BASE, "steps/waits#does", "Waits a while")
    result = merged(BASE, one, board)
    assert list(result.blueprint.steps) == ["waits", "pays"]
    assert result.conflicts == ()


@pytest.mark.parametrize("swap", [False, True])
def test_a_move_beside_a_change(swap: bool) -> None:
    swapped = TEXT.replace("  - {id: sits, does: Sits down, feels: 1}\n", "").replace(
        "by: shiner}]}\n", "by: shiner}]}\n  - {id: sits, does: Sits down, feels: 1}\n"
    )
    moved = settled(files.read(swapped).blueprint or Blueprint())
    changed = put(BASE, "steps/sits#does", "Takes a seat")
    result = merged(BASE, changed, moved) if swap else merged(BASE, moved, changed)
    assert result.conflicts == ()
    assert list(result.blueprint.steps) == ["waits", "sits", "pays"]
    assert result.blueprint.steps["sits"].does == "Takes a seat"
