"""A card a second time."""

from __future__ import annotations

from footlights.edits import duplicate_card
from tests.edits.sample import done, refused, sample


def test_the_copy_stands_behind_the_original_with_its_marks() -> None:
    b = sample()
    after = done(b, duplicate_card(b, "answer"))
    assert [card.id for card in after.cards_by_cell["calls", "frontstage"]] == ["answer", "answer-2", "reassure"]
    assert after.cards["answer-2"] == after.cards["answer"]._replace(id="answer-2")
    (mark,) = after.marks_on["cards/answer-2"]
    assert (mark.id, mark.title, mark.recovery) == ("wrong-priority-2", "Wrong priority", "Duty manager")


def test_links_and_findings_stay_with_the_original() -> None:
    b = sample()
    after = done(b, duplicate_card(b, "assign"))
    assert after.links == b.links
    assert after.findings == b.findings


def test_a_copy_in_another_step_spans_no_further_ones() -> None:
    b = sample()
    copy = done(b, duplicate_card(b, "answer", "starts", "support")).cards["answer-2"]
    assert (copy.step, copy.lane, copy.until) == ("starts", "support", None)


def test_impossible_wishes_say_what_exists() -> None:
    b = sample()
    refused(duplicate_card, b, "answer9", says="there is no card 'answer9'", hint="answer")
    refused(duplicate_card, b, "answer", "gone", says="there is no step 'gone'")
