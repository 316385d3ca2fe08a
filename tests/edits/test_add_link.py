"""A new link."""

from __future__ import annotations

from dataclasses import replace

from footlights.edits import add_link
from tests.edits.sample import done, refused, sample


def test_it_leads_from_a_step_or_card_to_another() -> None:
    b = sample()
    after = done(b, add_link(b, "answer", "confirms", "handover", share="60 %"))
    link = after.links["answer--confirms"]
    assert (link.source, link.target, link.kind, link.share) == ("answer", "confirms", "handover", 0.6)


def test_a_second_one_needs_another_kind_or_condition() -> None:
    b = sample()
    refused(add_link, b, "classify", "assign", when="No fix", says="is there already")
    assert "classify--assign-2" in done(b, add_link(b, "classify", "assign", when="Fix")).links


def test_ids_of_long_ends_stay_short_enough_for_a_file() -> None:
    b = sample()
    long = b.cards["answer"]._replace(id="a" * 60), b.cards["answer"]._replace(id="b" * 60)
    b = replace(b, cards=b.cards.inserted(long[0], None).inserted(long[1], None))
    (insert,) = add_link(b, "a" * 60, "b" * 60)
    assert len(insert.address.id) <= 80


def test_impossible_wishes_say_what_exists() -> None:
    b = sample()
    refused(add_link, b, "answer", "confirm", says="there is no step or card 'confirm'", hint="confirms")
    refused(add_link, b, "report", "answer", says="there is no step or card 'report'")
    refused(add_link, b, "answer", "confirms", "jump", says="kind takes one of trigger")
