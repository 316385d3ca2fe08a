"""What changed between two blueprints is told in words, the most important first, in every language of ours."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from footlights import edits
from footlights.compare import changes, summary
from footlights.edits import Operation, Put, apply_all
from footlights.live import settled
from footlights.model import COLLECTIONS, Address, Blueprint, Duration, Feeling, Lane, Time, Translations
from footlights.words import LANGUAGES
from tests.edits.sample import sample
from tests.edits.wishes import some_blueprint, some_edit
from tests.properties.strategies import blueprints

Wish = Callable[[Blueprint], tuple[Operation, ...]]


def after(*wishes: Wish) -> Blueprint:
    blueprint = sample()
    for wish in wishes:
        blueprint = apply_all(blueprint, wish(blueprint))
    return blueprint


def told(*wishes: Wish, language: str = "en") -> list[str]:
    return [change.text(language) for change in changes(sample(), after(*wishes))]


def put(address: str, value: Any) -> Wish:
    return lambda b: (Put(Address.parse(address), value),)


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        (lambda b: edits.add_step(b, "report", "Waits"), ["Step 'Waits' added"]),
        (lambda b: edits.remove(b, "phases/afterwards"), ["Phase 'Afterwards' removed"]),
        (lambda b: edits.rename(b, "steps/calls", "Phones"), ["Step 'Calls the service desk' is now called 'Phones'"]),
        (lambda b: edits.move_card(b, "classify", lane="frontstage"), ["'Classifies' moved above the line of visibility"]),
        (lambda b: edits.move_card(b, "answer", lane="support"), ["'Answers and logs' moved below the line of visibility"]),
        (lambda b: edits.move_card(b, "answer", lane="customer"), ["'Answers and logs' moved above the line of interaction"]),
        (lambda b: edits.move_card(b, "classify", lane="support"), ["'Classifies' moved below the line of internal interaction"]),
        (lambda b: edits.move_card(b, "classify", lane="workplace"), ["'Classifies' moved to 'Workplace services'"]),
        (lambda b: edits.move_card(b, "classify", "starts"), ["'Classifies' moved to step 'Device does not start'"]),
        (
            lambda b: edits.move_card(b, "classify", "starts", "workplace"),
            ["'Classifies' moved to step 'Device does not start', 'Workplace services'"],
        ),
        (lambda b: edits.change_lane_role(b, "workplace", "note"), ["'Workplace services': role is now notes, was back stage"]),
        (lambda b: edits.move_phase(b, "afterwards", before="restore"), ["'Afterwards' now comes after 'Report'"]),
        (lambda b: edits.add_element(b, "expect", "total <= 8 h"), ["Expectation 'total <= 8 h' added"]),
        (put("cards/answer#allow", (("no-owner", "We share it"),)), ["'Answers and logs': what is allowed is now no-owner → We share it"]),
        (put("steps/calls#perceived_owner", ("first-line",)), ["'Calls the service desk': who people think answers for it is now First line"]),
        (lambda b: edits.move_card(b, "reassure", before="answer"), ["'Reassures' now comes first"]),
        (lambda b: edits.move_step(b, "starts", after="calls"), ["'Calls the service desk' now comes first"]),
        (lambda b: edits.move_step(b, "waits", "afterwards"), ["'Waits' moved to phase 'Afterwards'"]),
        (lambda b: edits.change_lane_role(b, "workplace", "frontstage"), ["'Workplace services' moved above the line of visibility"]),
        (put("steps/calls#time", Time(work=Duration(3.0, "min"))), ["'Calls the service desk': time is now work 3 min"]),
        (put("cards/answer#time", None), ["'Answers and logs': time no longer says work 4 min, source Ticket log"]),
        (
            put("steps/starts#feels", (Feeling("noor", -1), Feeling(None, 1))),
            ["'Device does not start': feelings is now Noor −1, everyone +1, was Noor −2, Ravi −1"],
        ),
        (put("steps/calls#moment_of_truth", 3), ["'Calls the service desk': moment of truth is now 3"]),
        (put("cards/answer#by", ("second-line",)), ["'Answers and logs': who does it is now Second line, was First line"]),
        (put("phases/report#met", 0.6), ["'Report': how far the need is met is now 60 %"]),
        (lambda b: edits.add_link(b, "answer", "classify"), ["Link 'Answers and logs → Classifies' added"]),
        (lambda b: edits.add_mark(b, "answer", "pain"), ["Mark 'Pain' added"]),
        (put("blueprint#title", "My phone will not start"), ["The blueprint is now called 'My phone will not start'"]),
        (put("blueprint#title", None), ["'My laptop will not start': title no longer says 'My laptop will not start'"]),
        (
            put("steps/calls#does", Translations((("en", "Calls the service desk"), ("nl", "Belt")))),
            ["'Calls the service desk': what happens changed in en, nl"],
        ),
        (put("findings/bounce#on", ("answer",)), ["'Tickets bounce': what it is about is now Answers and logs, was Picks the ticket up, Second line"]),
        (put("cards/reassure#does", None), ["'reassure': what happens no longer says 'Reassures'"]),
        (lambda b: (*edits.add_card(b, "calls", "frontstage"),), ["Card 'card' added"]),
    ],
)  # fmt: skip
def test_each_kind_of_change_has_its_sentence(wish: Wish, says: list[str]) -> None:
    assert told(wish) == says


def test_what_follows_from_a_removal_is_told_too() -> None:
    assert told(lambda b: edits.remove(b, "phases/restore")) == [
        "Phase 'Restore' removed with 2 steps",
        "'Answers and logs': last step no longer says 'Waits'",
        "'csat': what it is about no longer says Tests the laptop",
    ]


def test_what_hangs_on_something_new_is_told_with_it() -> None:
    found = told(
        lambda b: edits.add_phase(b, "Learn", after="restore"),
        lambda b: edits.add_step(b, "learn", "Reads the report"),
        lambda b: edits.add_card(b, "reads-the-report", "frontstage", "Explains"),
        lambda b: edits.add_mark(b, "explains", "delight"),
    )
    assert found == ["Phase 'Learn' added with 1 step and 1 card"]


def test_the_board_comes_before_fields_and_fields_before_registers() -> None:
    found = told(
        lambda b: edits.add_element(b, "actors", "Third line"),
        put("blueprint#service", "IT"),
        put("cards/answer#mode", "manual"),
        put("steps/calls#moment_of_truth", 2),
        lambda b: edits.add_element(b, "findings", "Slow"),
        lambda b: edits.rename(b, "cards/reassure", "Comforts"),
        lambda b: edits.move_card(b, "classify", lane="frontstage"),
        lambda b: edits.remove(b, "links/waits--confirms"),
        lambda b: edits.add_step(b, "report", "Hangs up"),
    )
    assert found == [
        "Step 'Hangs up' added",
        "'Classifies' moved above the line of visibility",
        "Card 'Reassures' is now called 'Comforts'",
        "Link 'Waits → Tests the laptop' removed",
        "'Calls the service desk': moment of truth is now 2",
        "'Answers and logs': mode is now manual",
        "Finding 'Slow' added",
        "Actor 'Third line' added",
        "'My laptop will not start': service is now 'IT'",
    ]


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "3 steps added, 'Classifies' moved above the line of visibility"),
        ("nl", "3 stappen toegevoegd, 'Classifies' naar boven de zichtbaarheidslijn verplaatst"),
        ("es", "Se añadieron 3 pasos, «Classifies» pasó por encima de la línea de visibilidad"),
    ],
)
def test_a_summary_counts_what_is_alike(language: str, says: str) -> None:
    wishes: list[Wish] = [lambda b, n=n: edits.add_step(b, "report", f"New {n}") for n in range(3)]  # type: ignore[misc]
    then = after(*wishes, lambda b: edits.move_card(b, "classify", lane="frontstage"))
    assert summary(changes(sample(), then), language) == says


def test_a_summary_stays_short() -> None:
    assert summary((), "en") == "Nothing changed"
    one = changes(sample(), after(put("cards/answer#mode", "manual"), put("cards/answer#note", "x")))
    assert summary(one) == "'Answers and logs' changed (mode, note)"
    two = changes(sample(), after(put("cards/answer#mode", "manual"), put("steps/calls#thinks", "x")))
    assert summary(two) == "1 step and 1 card changed"
    many = changes(
        sample(),
        after(
            lambda b: edits.add_step(b, "report", "A"),
            lambda b: edits.remove(b, "cards/reassure"),
            lambda b: edits.rename(b, "cards/classify", "B"),
            lambda b: edits.move_card(b, "answer", "starts"),
            put("steps/calls#thinks", "x"),
        ),
    )
    assert (
        summary(many)
        == "Step 'A' added, card 'Reassures' removed, 'Answers and logs' moved to step 'Device does not start', 2 more changes"
    )


def test_a_lane_that_nobody_declared_is_called_as_the_reader_calls_it() -> None:
    assert told(lambda b: edits.move_card(b, "reassure", lane="note"), language="nl") == ["'Reassures' verplaatst naar 'Notities'"]
    lane = dataclasses.replace(sample(), lanes=sample().lanes.inserted(Lane("backstage", "backstage"), None))
    assert [change.text("es") for change in changes(sample(), lane)] == ["Se añadió la fila «Tras bambalinas»"]


@pytest.mark.parametrize("seed", range(10))
def test_no_edit_goes_untold(seed: int) -> None:
    rng = random.Random(seed)
    before = some_blueprint(rng, 25)
    for _ in range(12):
        name, operations = some_edit(before, rng)
        then = apply_all(before, operations)
        if then == before:
            continue
        found = changes(before, then)
        assert found, name
        assert changes(before, then) == found
        for language in LANGUAGES:
            assert all(change.text(language).strip() for change in found)
            assert summary(found, language)
        before = then


@given(blueprints(), blueprints())
def test_any_two_blueprints_can_be_compared(one: Blueprint, other: Blueprint) -> None:
    one, other = settled(one), settled(other)
    found = changes(one, other)
    assert bool(found) == (one != other)
    assert changes(one, one) == ()
    for language in LANGUAGES:
        texts = [change.text(language) for change in found]
        assert all(texts)
        assert not any("{" in text for text in (summary(found[:1], language),) if "{" not in repr(found[:1]))
    # every element that came or went is told, by itself or with what it hangs on
    for name in COLLECTIONS:
        if name in ("phases", "actors", "findings"):
            new = {id for id in other.collection(name) if id not in one.collection(name)}
            assert {change.address.id for change in found if change.kind == "added" and change.address.collection == name} == new
