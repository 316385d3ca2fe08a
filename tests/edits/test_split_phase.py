"""One phase into two."""

from __future__ import annotations

from footlights.edits import split_phase
from tests.edits.sample import done, refused, sample


def test_the_step_and_those_behind_it_move_over() -> None:
    b = sample()
    after = done(b, split_phase(b, "calls", "Tell somebody"))
    assert list(after.phases) == ["report", "tell-somebody", "restore", "afterwards"]
    assert [step.id for step in after.steps_by_phase["tell-somebody"]] == ["calls"]
    assert list(after.steps) == list(b.steps)
    assert after.cards["answer"].until == "waits"


def test_a_phase_does_not_end_up_empty() -> None:
    b = sample()
    refused(split_phase, b, "starts", "x", says="nothing stands before 'starts'", hint="calls")
    refused(split_phase, b, "gone", "x", says="there is no step 'gone'")
