"""A step to another place."""

from __future__ import annotations

from footlights.edits import move_step
from tests.edits.sample import done, refused, sample


def test_it_moves_within_its_phase_and_to_another() -> None:
    b = sample()
    assert list(done(b, move_step(b, "calls", before="starts")).steps)[:2] == ["calls", "starts"]
    after = done(b, move_step(b, "calls", "afterwards"))
    assert after.steps["calls"].phase == "afterwards"
    assert list(after.steps)[-1] == "calls"
    assert after.cards["answer"].step == "calls"
    assert done(b, move_step(b, "starts", after="waits")).steps["starts"].phase == "restore"
    assert move_step(b, "calls") == ()


def test_a_span_that_would_go_backward_ends() -> None:
    b = sample()
    assert done(b, move_step(b, "calls", after="confirms")).cards["answer"].until is None
    assert done(b, move_step(b, "waits", after="confirms")).cards["answer"].until == "waits"


def test_impossible_wishes_say_what_exists() -> None:
    b = sample()
    refused(move_step, b, "call", says="there is no step 'call'", hint="calls")
    refused(move_step, b, "calls", "restore", after="starts", says="'starts' doesn't stand there", hint="waits, confirms")
    refused(move_step, b, "calls", after="gone", says="there is no step 'gone'")
