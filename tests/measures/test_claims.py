"""What claims rest on, counted."""

from __future__ import annotations

from footlights.measures import Claims, claims
from footlights.model import Blueprint, Card, Collection, Duration, Feeling, Mark, Phase, Step, Time


def test_an_empty_blueprint_claims_nothing() -> None:
    found = claims(Blueprint())
    assert found == Claims(0, (("assumed", 0), ("observed", 0), ("measured", 0), ("proposed", 0)))
    assert found.share("assumed") is None


def test_each_kind_of_claim_counts_once() -> None:
    blueprint = Blueprint(
        phases=Collection([Phase("p", need="Be helped", basis="observed"), Phase("q", title="No need")]),
        steps=Collection(
            [
                # the step, and two feelings: one of its own basis, one that rests on what the step rests on
                Step("s", "p", feels=(Feeling("x", 1, "measured"), Feeling("y", -1)), basis="observed"),
                # the step, and its time
                Step("t", "p", time=Time(Duration(1, "min"), basis="proposed")),
            ]
        ),
        cards=Collection(
            [
                Card("c", "s", "frontstage", time=Time(Duration(1, "min")), basis="measured"),
                Card("n", "s", "note", does="Ask the desk"),
            ]
        ),
        marks=Collection([Mark("m", "cards/c", "fail"), Mark("k", "cards/c", "question"), Mark("i", "cards/c", "idea")]),
    )
    found = claims(blueprint)
    # assumed: t and the fail; observed: need, s, y's feeling; measured: x's feeling, c and its time; proposed: t's time
    assert dict(found.by_basis) == {"assumed": 2, "observed": 3, "measured": 3, "proposed": 1}
    assert found.total == 9
    assert found.share("assumed") == 2 / 9
