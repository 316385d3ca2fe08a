"""What a blueprint claims: where each claim stands, what it rests on and where it comes from."""

from __future__ import annotations

from footlights.model import Blueprint, Card, Collection, Duration, Feeling, Mark, Phase, Step, Time, claims_of


def told(blueprint: Blueprint) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(str(claim.address), claim.basis, claim.source) for claim in claims_of(blueprint)]


def test_nothing_is_claimed_where_there_is_nothing() -> None:
    assert told(Blueprint()) == []
    assert told(Blueprint(phases=Collection([Phase("p", title="Report")]))) == [], "a title claims nothing"


def test_what_does_not_say_what_it_rests_on_rests_on_what_its_step_or_card_says() -> None:
    step = Step(
        "s", "p", feels=(Feeling(None, 1), Feeling("x", 0, "measured", ("survey",))), time=Time(Duration(1, "h")), basis="observed",
        source=("visit",),
    )  # fmt: skip
    card = Card("c", "s", "frontstage", time=Time(Duration(1, "h"), basis="measured", source=("log",)))
    blueprint = Blueprint(
        phases=Collection([Phase("p", need="Be heard")]), steps=Collection([step]), cards=Collection([card]),
        marks=Collection([Mark("m", "steps/s", "pain", basis="observed")]),
    )  # fmt: skip
    assert told(blueprint) == [
        ("phases/p", "assumed", ()),
        ("steps/s", "observed", ("visit",)),
        ("steps/s#feels", "observed", ("visit",)),
        ("steps/s#feels", "measured", ("survey",)),
        ("steps/s#time", "observed", ("visit",)),
        ("cards/c", "assumed", ()),
        ("cards/c#time", "measured", ("log",)),
        ("marks/m", "observed", ()),
    ]


def test_notes_questions_and_ideas_claim_nothing() -> None:
    blueprint = Blueprint(
        steps=Collection([Step("s", "p")]), cards=Collection([Card("n", "s", "note", does="Ask")]),
        marks=Collection([Mark("q", "steps/s", "question"), Mark("i", "steps/s", "idea")]),
    )  # fmt: skip
    assert [address for address, _, _ in told(blueprint)] == ["steps/s"]
