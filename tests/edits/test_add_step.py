"""A new step."""

from __future__ import annotations

from footlights.edits import add_step
from footlights.model import Feeling
from tests.edits.sample import done, refused, sample


def test_it_stands_in_its_phase() -> None:
    b = sample()
    after = done(b, add_step(b, "report", "Looks for the number", before="calls", feels={"noor": -1}))
    assert list(after.steps)[:3] == ["starts", "looks-for-the-number", "calls"]
    assert after.steps["looks-for-the-number"].feels == (Feeling("noor", -1),)
    assert list(done(b, add_step(b, "afterwards", "Rests")).steps)[-1] == "rests"


def test_without_words_the_customer_waits() -> None:
    b = sample()
    assert done(b, add_step(b, "afterwards")).steps["step"].does is None


def test_impossible_wishes_say_what_exists() -> None:
    b = sample()
    refused(add_step, b, "report9", "x", says="there is no phase 'report9'", hint="report")
    refused(add_step, b, "calls", "x", says="there is no phase 'calls'")
    refused(add_step, b, "report", "x", after="waits", says="'waits' doesn't stand there", hint="starts, calls")
    refused(add_step, b, "report", "x", feels={"nora": 1}, says="there is no persona 'nora'", hint="noor")
    refused(add_step, b, "report", "x", moment_of_truth=5, says="moment-of-truth takes a number of at least 1 and at most 4")
