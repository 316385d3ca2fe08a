"""Another value in a field."""

from __future__ import annotations

from footlights.edits import set_field
from footlights.model import Address, Duration, Feeling, Translations
from tests.edits.sample import done, refused, sample


def test_values_come_as_people_write_them() -> None:
    b = sample()
    assert done(b, set_field(b, "promises/fixed#within", "2 working days")).promises["fixed"].within == Duration(2, "wd")
    assert done(b, set_field(b, "cards/answer#via", None)).cards["answer"].via == ()
    assert done(b, set_field(b, "calls#feels".replace("calls", "steps/calls"), -1)).steps["calls"].feels == (Feeling(None, -1),)
    assert done(b, set_field(b, Address("blueprint", "", "review-every"), "6 months")).review_every == Duration(6, "mo")
    assert done(b, set_field(b, "cards/answer#does", "")).cards["answer"].does is None


def test_a_language_is_added_or_taken_away() -> None:
    b = sample()
    after = done(b, set_field(b, "steps/calls#does", "Belt", "nl"))
    assert after.steps["calls"].does == Translations((("en", "Calls the service desk"), ("nl", "Belt")))
    assert done(after, set_field(after, "steps/calls#does", None, "en")).steps["calls"].does == Translations((("nl", "Belt"),))
    assert done(b, set_field(b, "steps/calls#thinks", "Nou", "nl")).steps["calls"].thinks == Translations((("nl", "Nou"),))
    assert set_field(b, "steps/calls#does", None, "nl") == ()


def test_nothing_changes_when_it_says_that_already() -> None:
    b = sample()
    assert set_field(b, "cards/answer#by", "first-line") == ()
    assert set_field(b, "cards/reassure#by", None) == ()


def test_impossible_wishes_say_what_exists() -> None:
    b = sample()
    refused(set_field, b, "cards/answer", "x", says="names no field", hint="cards/answer#by")
    refused(set_field, b, "cards/answer#bye", "x", says="a card has no field 'bye'", hint="by")
    refused(set_field, b, "cards/answer9#by", "x", says="there is no card 'answer9'", hint="answer")
    refused(set_field, b, "cards/answer#by", "first-lines", says="there is no actor 'first-lines'", hint="first-line")
    refused(set_field, b, "cards/answer#mode", "manuel", says="not 'manuel'", hint="did you mean manual")
    refused(set_field, b, "cards/answer#until", "waits", says="letting it span", hint="span")
    refused(set_field, b, "cards/answer#place", "waits", says="by moving")
    refused(set_field, b, "promises/fixed#within", None, says="can't be empty")
    refused(set_field, b, "blueprint#language", "english please", says="a language like en")
    refused(set_field, b, "steps/calls#does", {"klingon!": "x"}, says="one text for each language")
