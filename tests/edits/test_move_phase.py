"""A phase to another place."""

from __future__ import annotations

from footlights.edits import move_phase
from tests.edits.sample import done, refused, sample


def test_its_steps_come_along() -> None:
    b = sample()
    after = done(b, move_phase(b, "restore", before="report"))
    assert list(after.steps) == ["waits", "confirms", "starts", "calls"]
    assert list(done(b, move_phase(b, "report")).phases) == ["restore", "afterwards", "report"]
    assert move_phase(b, "afterwards") == ()


def test_a_span_that_would_go_backward_ends() -> None:
    b = sample()
    assert b.cards["answer"].until == "waits"
    assert done(b, move_phase(b, "restore", before="report")).cards["answer"].until is None
    assert done(b, move_phase(b, "afterwards", after="report")).cards["answer"].until == "waits"


def test_impossible_wishes_say_what_exists() -> None:
    b = sample()
    refused(move_phase, b, "report9", says="there is no phase 'report9'", hint="report")
    refused(move_phase, b, "report", before="report", says="'report' doesn't stand there", hint="restore, afterwards")
