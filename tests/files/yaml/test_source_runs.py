"""New cards at many places of a text at once: the same text as one by one, and where it can't be, still the right one."""

from __future__ import annotations

import random

import pytest

from footlights.edits import Insert, Remove
from footlights.files import Source
from footlights.files.yaml.source_runs import Change, change_of, exchanged, groups
from footlights.model import Address, Card

STEP = "footlights: 1\nlanguage: en\nphases:\n- id: p\n  steps:\n  - id: s\n    does: Waits\n    support:\n"
BLOCK = STEP + "".join(f"    - Old {number}. # kept\n" for number in range(5)) + "# last\n"
FLOW = STEP[:-1] + " [Old 0., Old 1., Old 2., Old 3., Old 4.]\n"


def mixed(count: int, chance: random.Random) -> list[Insert]:
    """New cards, each behind one that is old or new."""
    there, found = [f"old-{number}" for number in range(5)], []
    for number in range(count):
        does, after = f"New {number}.", chance.choice([None, *there])
        there.append(f"new-{number}")
        found.append(Insert(Address("cards", there[-1]), Card(there[-1], step="s", lane="support", does=does), after))
    return found


@pytest.mark.parametrize("text", [BLOCK, FLOW], ids=["block", "flow"])
@pytest.mark.parametrize("seed", range(6))
def test_cards_at_many_places_come_out_as_one_by_one(text: str, seed: int) -> None:
    operations, single = mixed(12, random.Random(seed)), Source(text)
    for operation in operations:
        single = single.apply(operation)
    together = Source(text).apply_all(operations)
    assert together.text == single.text
    assert together.blueprint == single.blueprint


def test_what_two_people_wrote_into_one_cell_is_one_group() -> None:
    operations = [operation._replace(after=f"old-{at}") for at, operation in enumerate(mixed(5, random.Random(1)))]
    assert [len(group) for group in groups(operations)] == [5]
    text = Source(BLOCK).apply_all(operations).text
    assert text == STEP + "".join(f"    - Old {number}. # kept\n    - New {number}.\n" for number in range(5)) + "# last\n"


@pytest.mark.parametrize("text", [BLOCK, FLOW], ids=["block", "flow"])
@pytest.mark.parametrize("seed", range(6))
def test_elements_taken_out_together_are_gone_as_one_by_one(text: str, seed: int) -> None:
    source = Source(text).apply_all(mixed(8, random.Random(seed)))
    ids = list(source.blueprint.cards)
    operations = [Remove(Address("cards", id)) for id in random.Random(seed).sample(ids, 9)]
    single = source
    for operation in operations:
        single = single.apply(operation)
    together = source.apply_all(operations)
    assert together.text == single.text
    assert together.blueprint == single.blueprint


def test_cards_that_have_to_say_their_ids_change_the_list_once() -> None:
    """The first of them gives a list of texts in brackets the lines that an id needs; the others go in together."""
    operations = [
        Insert(Address("cards", f"card-{number}"), Card(f"card-{number}", step="s", lane="support", does=f"New {number}."), f"old-{number}")
        for number in range(5)
    ]
    together = Source(FLOW).apply_all(operations)
    single = Source(FLOW)
    for operation in operations:
        single = single.apply(operation)
    assert together.text == single.text
    assert "id: card-3" in together.text


def test_where_a_text_has_grown_or_lost_something() -> None:
    assert change_of("ab", "axyb") == Change(1, 1, "xy")
    assert change_of("", "x") == Change(0, 0, "x")
    assert change_of("axyb", "ab") == Change(1, 3, "")
    assert change_of("ab", "xayb") is None
    assert change_of("ab", "c") is None


def test_of_like_lines_whole_ones_are_exchanged() -> None:
    lines = "- a 1\n- a 2\n- a 3\n"
    assert change_of(lines, "- a 1\n- a 3\n") == Change(6, 12, "")
    assert change_of(lines, "- a 1\n- a 1\n- a 2\n- a 3\n") == Change(6, 6, "- a 1\n")


def test_changes_that_meet_are_not_made_together() -> None:
    assert exchanged("abcd", [Change(1, 2, ""), Change(3, 3, "x")]) == "acxd"
    assert exchanged("abcd", [Change(1, 3, ""), Change(2, 4, "")]) is None
    assert exchanged("abcd", [Change(1, 1, "x"), Change(1, 1, "y")]) is None
