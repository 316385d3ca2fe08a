"""A new phase."""

from __future__ import annotations

from footlights.edits import add_phase
from footlights.model import Translations
from tests.edits.sample import done, refused, sample


def test_it_stands_last_unless_a_place_is_wished() -> None:
    b = sample()
    assert list(done(b, add_phase(b, "Look back")).phases) == ["report", "restore", "afterwards", "look-back"]
    assert next(iter(done(b, add_phase(b, "Look back", before="report")).phases)) == "look-back"
    assert list(done(b, add_phase(b, "Look back", after="report")).phases)[1] == "look-back"


def test_its_id_is_free_among_phases_steps_and_cards() -> None:
    b = sample()
    assert "report-2" in done(b, add_phase(b, "Report")).phases
    assert "answer-2" in done(b, add_phase(b, "Answer")).phases
    assert "phase" in done(b, add_phase(b, "…")).phases


def test_it_may_have_fields_and_translations() -> None:
    b = sample()
    phase = done(b, add_phase(b, Translations((("nl", "Terugblik"),)), need="Be heard", met="60 %", source="log")).phases["terugblik"]
    assert (phase.need, phase.met, phase.source) == ("Be heard", 0.6, ("log",))


def test_impossible_wishes_say_what_exists() -> None:
    b = sample()
    refused(add_phase, b, "x", before="report9", says="'report9' doesn't stand there", hint="report, restore, afterwards")
    refused(add_phase, b, "x", before="report", after="restore", says="not both")
    refused(add_phase, b, "x", source="logs", says="there is no source 'logs'", hint="log")
    refused(add_phase, b, "x", nede="y", says="a phase has no field 'nede'", hint="need")
    refused(add_phase, b, "x", met=3, says="met takes a share")
