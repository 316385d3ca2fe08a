"""New cards at many places of a text at once: the same text as one by one, and where it can't be, still the right one."""

from __future__ import annotations

import random

import pytest

from footlights.edits import Insert
from footlights.files import Source
from footlights.files.yaml.source_runs import groups, growth
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


def test_where_a_text_has_grown() -> None:
    assert growth("ab", "axyb") == (1, "xy")
    assert growth("", "x") == (0, "x")
    assert growth("ab", "xayb") is None
    assert growth("ab", "a") is None
