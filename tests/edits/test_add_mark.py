"""A new mark."""

from __future__ import annotations

from footlights.edits import add_mark
from tests.edits.sample import done, refused, sample


def test_it_stands_on_a_phase_step_or_card() -> None:
    b = sample()
    assert done(b, add_mark(b, "report", "policy", "Eight hours")).marks["eight-hours"].on == "phases/report"
    assert done(b, add_mark(b, "steps/calls", "pain", "Music")).marks["music"].on == "steps/calls"
    mark = done(b, add_mark(b, "answer", "fail", "Wrong name", severity="high", before="wrong-priority")).marks["wrong-name"]
    assert (mark.on, mark.kind, mark.severity) == ("cards/answer", "fail", "high")
    after = done(b, add_mark(b, "answer", "fail", "Wrong name", before="wrong-priority"))
    assert [each.id for each in after.marks_on["cards/answer"]] == ["wrong-name", "wrong-priority"]


def test_without_a_title_its_id_says_what_it_is_on() -> None:
    b = sample()
    assert "wait-calls" in done(b, add_mark(b, "calls", "wait")).marks


def test_impossible_wishes_say_what_exists() -> None:
    b = sample()
    refused(add_mark, b, "answer9", "fail", says="there is no phase or step or card 'answer9'", hint="answer")
    refused(add_mark, b, "calls", "oops", says="there is no mark 'oops'", hint="fail, wait")
    refused(add_mark, b, "calls", "policy", "x", says="a card in the policy row", hint="lane policy")
    refused(add_mark, b, "actors/first-line", "fail", says="actors/first-line is no phase or step or card")
