"""A new lane."""

from __future__ import annotations

from footlights.edits import add_card, add_lane
from footlights.model import ROLES
from tests.edits.sample import done, refused, sample


def test_it_is_declared_with_its_role() -> None:
    b = sample()
    after = done(b, add_lane(b, "Field engineers", "frontstage", before="workplace"))
    assert list(after.lanes) == ["field-engineers", "workplace"]
    assert after.lanes["field-engineers"].role == "frontstage"
    done(after, add_card(after, "calls", "field-engineers", "Drives over"))


def test_its_id_is_no_word_that_means_something_else() -> None:
    b = sample()
    for name in (*ROLES, "Fail", "Does", "Moment of truth", "To", "ID", "Steps", "Title"):
        (lane,) = (id for id in done(b, add_lane(b, name, "support")).lanes if id != "workplace")
        assert lane.endswith("-2")


def test_impossible_wishes_say_what_exists() -> None:
    b = sample()
    refused(add_lane, b, "x", "front", says="role takes one of evidence, customer", hint="")
    refused(add_lane, b, "x", "support", zone="far", says="zone takes one of induced")
