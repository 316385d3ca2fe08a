"""A new card."""

from __future__ import annotations

from footlights.edits import add_card
from footlights.model import Duration, Time
from tests.edits.sample import done, refused, sample


def test_it_stands_in_its_cell() -> None:
    b = sample()
    after = done(b, add_card(b, "calls", "frontstage", "Greets", before="answer", by="first-line", time="30 s"))
    assert [card.id for card in after.cards_by_cell["calls", "frontstage"]] == ["greets", "answer", "reassure"]
    assert after.cards["greets"].time == Time(work=Duration(30, "s"))
    assert after.cards["greets"].by == ("first-line",)


def test_declared_lanes_and_the_roles_own_rows_take_cards() -> None:
    b = sample()
    assert done(b, add_card(b, "waits", "workplace", "Repairs")).cards["repairs"].lane == "workplace"
    assert done(b, add_card(b, "waits", "policy", "Eight hours")).cards["eight-hours"].lane == "policy"


def test_impossible_wishes_say_what_exists() -> None:
    b = sample()
    refused(add_card, b, "calls", "workplaces", "x", says="there is no lane 'workplaces'", hint="workplace")
    refused(add_card, b, "calls", "emotion", "x", says="there is no lane 'emotion'", hint="frontstage")
    refused(add_card, b, "call", "support", "x", says="there is no step 'call'", hint="calls")
    refused(add_card, b, "calls", "frontstage", "x", after="classify", says="doesn't stand there", hint="answer, reassure")
    refused(add_card, b, "calls", "support", "x", until="waits", says="can't span steps yet")
    refused(add_card, b, "calls", "support", "x", uses=["crm"], says="there is no system 'crm'", hint="itsm, kb")
