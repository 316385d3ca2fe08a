"""Another text on an element."""

from __future__ import annotations

from footlights.edits import rename
from footlights.model import Address, Translations
from tests.edits.sample import done, refused, sample


def test_the_text_changes_and_the_id_stays() -> None:
    b = sample()
    assert done(b, rename(b, "phases/report", "Tell somebody")).phases["report"].title == "Tell somebody"
    assert done(b, rename(b, "answer", "Picks up")).cards["answer"].does == "Picks up"
    assert done(b, rename(b, "bindings/csat", "score")).bindings["csat"].column == "score"
    assert done(b, rename(b, "blueprint", "Another title")).title == "Another title"
    assert rename(b, "actors/first-line", "First line") == ()


def test_a_language_makes_it_a_translation() -> None:
    b = sample()
    after = done(b, rename(b, "actors/first-line", "Eerste lijn", "nl"))
    assert after.actors["first-line"].name == Translations((("en", "First line"), ("nl", "Eerste lijn")))
    again = done(after, rename(after, "actors/first-line", "Front desk"))
    assert again.actors["first-line"].name == Translations((("en", "Front desk"), ("nl", "Eerste lijn")))


def test_a_roles_own_row_gets_its_name_by_being_declared() -> None:
    b = sample()
    after = done(b, rename(b, "lanes/frontstage", "Service desk"))
    assert after.lanes["frontstage"].role == "frontstage"
    assert after.lanes["frontstage"].name == "Service desk"
    assert after.cards["answer"].lane == "frontstage"


def test_impossible_wishes_say_what_exists() -> None:
    b = sample()
    refused(rename, b, "lanes/frnt", "x", says="there is no lane 'frnt'")
    refused(rename, b, "links/classify--assign", "x", says="has no name or title")
    refused(rename, b, Address("promises", "fixd"), "x", says="there is no promise 'fixd'", hint="fixed")
