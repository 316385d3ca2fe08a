"""Another role for a row."""

from __future__ import annotations

from footlights.edits import Put, change_lane_role, rename
from tests.edits.sample import done, refused, sample


def test_a_declared_lane_takes_the_role() -> None:
    b = sample()
    operations = change_lane_role(b, "workplace", "support")
    assert [type(operation) for operation in operations] == [Put]
    assert done(b, operations).lanes["workplace"].role == "support"
    assert change_lane_role(b, "workplace", "backstage") == ()


def test_a_roles_own_row_hands_its_cards_to_a_new_lane() -> None:
    b = sample()
    after = done(b, change_lane_role(b, "frontstage", "backstage", "Service desk"))
    lane = after.lanes["frontstage-as-backstage"]
    assert (lane.role, lane.name) == ("backstage", "Service desk")
    assert [card.id for card in after.cards_by_cell["calls", lane.id]] == ["answer", "reassure"]
    assert not any(card.lane == "frontstage" for card in after.cards.values())
    assert change_lane_role(b, "frontstage", "frontstage") == ()


def test_a_roles_own_row_that_was_declared_hands_over_its_name_too() -> None:
    b = sample()
    b = done(b, rename(b, "lanes/frontstage", "Service desk"))
    after = done(b, change_lane_role(b, "frontstage", "support"))
    assert list(after.lanes) == ["workplace", "frontstage-as-support"]
    assert after.lanes["frontstage-as-support"].name == "Service desk"
    assert after.cards["answer"].lane == "frontstage-as-support"


def test_impossible_wishes_say_what_exists() -> None:
    b = sample()
    refused(change_lane_role, b, "workplace", "stage", says="there is no role 'stage'", hint="frontstage")
    refused(change_lane_role, b, "workplace", "time", says="holds cards", hint="frontstage")
    refused(change_lane_role, b, "workplaces", "support", says="there is no lane 'workplaces'", hint="workplace")
