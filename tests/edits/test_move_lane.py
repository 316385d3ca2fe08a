"""A declared lane to another place."""

from __future__ import annotations

from footlights.edits import add_lane, move_lane
from tests.edits.sample import done, refused, sample


def test_it_moves_among_the_declared_ones() -> None:
    b = sample()
    b = done(b, add_lane(b, "Night shift", "backstage"))
    after = done(b, move_lane(b, "night-shift", before="workplace"))
    assert list(after.lanes) == ["night-shift", "workplace"]
    assert [row.id for row in after.rows if row.role == "backstage"] == ["backstage", "night-shift", "workplace"]
    assert move_lane(b, "night-shift") == ()


def test_a_roles_own_row_stands_where_its_role_does() -> None:
    refused(move_lane, sample(), "frontstage", says="there is no lane 'frontstage'", hint="workplace")
