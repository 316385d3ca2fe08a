"""An element, with everything that hangs on it, out of the blueprint."""

from __future__ import annotations

from footlights.edits import add_element, remove, set_field, span
from footlights.model import Feeling, Time
from tests.edits.sample import done, refused, sample


def test_a_card_takes_its_marks_and_links_along() -> None:
    b = sample()
    after = done(b, remove(b, "assign"))
    assert "assign" not in after.cards
    assert "queue" not in after.marks
    assert "classify--assign" not in after.links
    assert after.findings["bounce"].on == ("actors/second-line",)


def test_a_step_takes_its_cards_and_promises_along() -> None:
    b = sample()
    after = done(b, remove(b, "calls"))
    assert list(after.cards) == ["black-screen"]
    assert not after.promises
    assert after.agreements["answered"].on == ()
    assert after.findings["bounce"].on == ("actors/second-line",)


def test_a_phase_takes_its_steps_along() -> None:
    b = sample()
    after = done(b, remove(b, "phases/restore"))
    assert list(after.steps) == ["starts", "calls"]
    assert "critical-confirms" not in after.marks
    assert "waits--confirms" not in after.links
    assert after.bindings["csat"].on == ()


def test_a_lane_takes_its_cards_along() -> None:
    b = sample()
    after = done(b, remove(b, "lanes/workplace"))
    assert not after.lanes
    assert "assign" not in after.cards
    assert "answer" in after.cards


def test_a_span_shrinks_to_the_last_step_that_stays_before_its_end() -> None:
    b = sample()
    assert done(b, remove(b, "waits")).cards["answer"].until is None
    b = done(b, span(b, "answer", "confirms"))
    assert done(b, remove(b, "confirms")).cards["answer"].until == "waits"
    assert done(b, remove(b, "waits")).cards["answer"].until == "confirms"
    assert done(b, remove(b, "phases/restore")).cards["answer"].until is None


def test_an_actor_lets_go_of_everything() -> None:
    b = sample()
    after = done(b, remove(b, "actors/first-line"))
    assert after.cards["answer"].by == ()
    assert after.cards["classify"].by == ("second-line",)
    assert after.systems["itsm"].owner is None
    assert after.owner == "First line"  # a name now, no longer an id
    after = done(b, remove(b, "actors/second-line"))
    assert after.actions["join"].owner is None
    assert after.findings["bounce"].on == ("assign",)


def test_channels_systems_and_findings_let_go_too() -> None:
    b = sample()
    assert done(b, remove(b, "channels/phone")).cards["answer"].via == ()
    assert done(b, remove(b, "systems/itsm")).cards["answer"].uses == ("kb",)
    assert done(b, remove(b, "findings/bounce")).actions["join"].closes == ()


def test_a_source_goes_from_times_and_feelings_as_well() -> None:
    b = sample()
    after = done(b, remove(b, "sources/log"))
    assert after.steps["calls"].source == ()
    assert after.cards["answer"].time == Time(work=b.cards["answer"].time.work)  # type: ignore[union-attr]
    assert after.steps["starts"].feels == (Feeling("noor", -2), Feeling("ravi", -1))
    assert after.bindings["csat"].source == ()


def test_a_personas_feelings_go_and_those_of_everyone_stay() -> None:
    b = sample()
    assert done(b, remove(b, "personas/noor")).steps["starts"].feels == (Feeling("ravi", -1, None, ("log",)),)
    b = done(b, set_field(b, "steps/waits#feels", -1))
    assert done(b, remove(b, "personas/noor")).steps["waits"].feels == (Feeling(None, -1),)


def test_addresses_of_anything_are_let_go_of() -> None:
    b = sample()
    b = done(b, add_element(b, "findings", "Odd", on=["findings/bounce", "marks/queue", "links/waits--confirms"]))
    assert done(b, remove(b, "findings/bounce")).findings["odd"].on == ("marks/queue", "links/waits--confirms")
    assert done(b, remove(b, "marks/queue")).findings["odd"].on == ("findings/bounce", "links/waits--confirms")
    assert done(b, remove(b, "confirms")).findings["odd"].on == ("findings/bounce", "marks/queue")


def test_impossible_wishes_say_what_exists() -> None:
    b = sample()
    refused(remove, b, "answer9", says="there is no phase or step or card 'answer9'", hint="answer")
    refused(remove, b, "crads/answer", says="there is no collection 'crads'", hint="cards")
