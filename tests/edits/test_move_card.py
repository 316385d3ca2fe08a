"""A card to another cell or place."""

from __future__ import annotations

from footlights.edits import move_card
from tests.edits.sample import done, refused, sample


def test_it_moves_within_its_cell_and_to_another() -> None:
    b = sample()
    after = done(b, move_card(b, "reassure", before="answer"))
    assert [card.id for card in after.cards_by_cell["calls", "frontstage"]] == ["reassure", "answer"]
    after = done(b, move_card(b, "reassure", lane="workplace", before="assign"))
    assert [card.id for card in after.cards_by_cell["calls", "workplace"]] == ["reassure", "assign"]
    assert done(b, move_card(b, "reassure", "waits")).cards["reassure"].step == "waits"
    assert move_card(b, "reassure") == ()


def test_a_span_that_would_go_backward_ends() -> None:
    b = sample()
    assert done(b, move_card(b, "answer", "waits")).cards["answer"].until is None
    assert done(b, move_card(b, "answer", "starts")).cards["answer"].until == "waits"


def test_impossible_wishes_say_what_exists() -> None:
    b = sample()
    refused(move_card, b, "answer9", says="there is no card 'answer9'", hint="answer")
    refused(move_card, b, "answer", "gone", says="there is no step 'gone'")
    refused(move_card, b, "answer", lane="time", says="there is no lane 'time'")
    refused(move_card, b, "answer", before="classify", says="doesn't stand there", hint="reassure")
