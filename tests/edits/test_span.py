"""How far a card reaches."""

from __future__ import annotations

from footlights.edits import span
from tests.edits.sample import done, refused, sample


def test_a_card_spans_to_a_later_step() -> None:
    b = sample()
    assert done(b, span(b, "reassure", "confirms")).cards["reassure"].until == "confirms"
    assert done(b, span(b, "answer", None)).cards["answer"].until is None
    assert done(b, span(b, "answer", "calls")).cards["answer"].until is None
    assert span(b, "answer", "waits") == ()


def test_impossible_wishes_say_what_exists() -> None:
    b = sample()
    refused(span, b, "answer", "starts", says="comes before the card's own step", hint="waits, confirms")
    refused(span, b, "answer", "gone", says="there is no step 'gone'")
    refused(span, b, "gone", "waits", says="there is no card 'gone'")
