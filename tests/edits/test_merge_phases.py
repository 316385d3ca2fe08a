"""Two phases into one."""

from __future__ import annotations

from footlights.edits import add_element, add_mark, merge_phases, set_field
from tests.edits.sample import done, refused, sample


def test_the_first_takes_over_steps_marks_and_pointers() -> None:
    b = sample()
    b = done(b, add_mark(b, "restore", "idea", "Swap at once"))
    b = done(b, add_mark(b, "report", "idea", "Form"))
    b = done(b, add_element(b, "findings", "Slow", on=["restore", "report"]))
    after = done(b, merge_phases(b, "restore", "report"))
    assert list(after.phases) == ["report", "afterwards"]
    assert list(after.steps) == list(b.steps)
    assert [mark.id for mark in after.marks_on["phases/report"]] == ["form", "swap-at-once"]
    assert after.findings["slow"].on == ("report",)


def test_a_need_only_the_second_has_is_taken_over() -> None:
    b = sample()
    b = done(b, set_field(b, "phases/afterwards#need", "Not again"))
    after = done(b, merge_phases(b, "restore", "afterwards"))
    assert (after.phases["restore"].need, after.phases["restore"].basis) == ("Not again", "assumed")


def test_of_two_needs_one_must_be_chosen() -> None:
    b = sample()
    b = done(b, set_field(b, "phases/restore#need", "Be sure it stays fixed"))
    refused(merge_phases, b, "report", "restore", says="both have a need", hint="which need stands")
    assert done(b, merge_phases(b, "report", "restore", need="Both")).phases["report"].need == "Both"


def test_only_neighbours_merge() -> None:
    b = sample()
    refused(merge_phases, b, "report", "afterwards", says="beside each other", hint="report, restore, afterwards")
    refused(merge_phases, b, "report", "report", says="beside each other")
    refused(merge_phases, b, "report", "restore9", says="there is no phase 'restore9'", hint="restore")
