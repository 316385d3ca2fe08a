"""New actors, systems, promises and whatever else stands in a simple list."""

from __future__ import annotations

from datetime import date

import pytest

from footlights.edits import add_element
from footlights.model import Duration, Effect, Money, Target
from tests.edits.sample import done, refused, sample


@pytest.mark.parametrize(
    ("collection", "title", "id"),
    [
        ("personas", "Eva", "eva"), ("actors", "Night shift", "night-shift"), ("systems", "CMDB", "cmdb"), ("channels", "Portal", "portal"),
        ("sources", "Interviews", "interviews"),
        ("findings", "Nobody calls back", "nobody-calls-back"), ("actions", "Call back", "call-back"),
        ("bindings", "nps", "nps"), ("expect", "total <= 8 h", "total-8-h"),
    ],
)  # fmt: skip
def test_the_title_goes_where_peoples_words_go(collection: str, title: str, id: str) -> None:
    b = sample()
    after = done(b, add_element(b, collection, title))
    element = after.collection(collection)[id]
    assert title in element
    assert list(after.collection(collection))[-1] == id


def test_fields_come_as_people_write_them() -> None:
    b = sample()
    actor = done(b, add_element(b, "actors", "Night shift", before="second-line", people=3, cost_per_hour="40 EUR")).actors["night-shift"]
    assert (actor.people, actor.cost_per_hour) == (3, Money(40, "EUR"))
    promise = done(b, add_element(b, "promises", from_="calls", to="confirms", within="4 h", share="90 %")).promises["calls--confirms"]
    assert (promise.within, promise.share) == (Duration(4, "h"), 0.9)
    action = done(b, add_element(b, "actions", "Ask", due="2027-03-01", closes="bounce", effect=Effect("happiness", 60, 70))).actions["ask"]
    assert (action.due, action.closes) == (date(2027, 3, 1), ("bounce",))
    agreement = done(b, add_element(b, "agreements", "Happy", kind="xla", on=["calls"], target=">= 70")).agreements["happy"]
    assert (agreement.kind, agreement.target) == ("xla", Target(">=", 70))
    finding = done(b, add_element(b, "findings", "Odd", on=["actors/first-line", "calls"])).findings["odd"]
    assert finding.on == ("actors/first-line", "calls")
    assert "went-wrong" in done(b, add_element(b, "bindings", event="Went wrong")).bindings


def test_a_persona_is_not_called_by_a_word_of_a_feeling() -> None:
    b = sample()
    assert "level-2" in done(b, add_element(b, "personas", "Level")).personas


def test_impossible_wishes_say_what_exists() -> None:
    b = sample()
    refused(add_element, b, "cards", "x", says="takes no simple element", hint="actors, systems")
    refused(add_element, b, "promises", "x", from_="calls", says="a promise needs to")
    refused(add_element, b, "agreements", "x", kind="ola", says="sla or xla")
    refused(add_element, b, "expect", why="So", says="expectation needs says")
    refused(add_element, b, "findings", says="has to say something")
    refused(add_element, b, "findings", "x", on="gone", says="there is no phase or step or card 'gone'")
    refused(add_element, b, "actions", "x", owner="boss", says="there is no actor 'boss'", hint="first-line")
    refused(add_element, b, "actions", "x", due="soon", says="due takes a date like 2027-03-01")
