"""Two edited copies of a blueprint go together: independent edits both count, and no text of either gets lost."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from footlights import edits
from footlights.compare import Conflict, Merged, merge
from footlights.edits import Insert, Operation, Put, apply_all
from footlights.files import dumps, read
from footlights.live import settled
from footlights.model import COLLECTIONS, PLACES, Address, Blueprint, Duration, FootlightsError, Time, Translations, fields_of
from footlights.words import LANGUAGES
from tests.edits.sample import sample
from tests.edits.wishes import some_blueprint, some_edit
from tests.properties.strategies import blueprints

Wish = Callable[[Blueprint], tuple[Operation, ...]]
PROFILE = os.environ.get("FOOTLIGHTS_HYPOTHESIS") or ("ci" if os.environ.get("CI") else "dev")
SEQUENCES = {"ci": 400, "nightly": 5_000}.get(PROFILE, 120)


def after(*wishes: Wish) -> Blueprint:
    """The sample after some wishes."""
    blueprint = sample()
    for wish in wishes:
        blueprint = apply_all(blueprint, wish(blueprint))
    return blueprint


def together(ours: Wish, theirs: Wish) -> Merged:
    """What becomes of one wish on each side."""
    return merge(sample(), after(ours), after(theirs))


def put(address: str, value: Any) -> Wish:
    return lambda b: edits.set_field(b, address, value)


def words_of(value: Any) -> set[str]:
    """Every word that people wrote in something."""
    if isinstance(value, str):
        return set(re.findall(r"\w+", value))
    if isinstance(value, Translations):
        return set().union(*(words_of(text) for _, text in value.entries))
    if isinstance(value, Blueprint):
        parts = [value, *(element for name in COLLECTIONS for element in value.collection(name).values())]
        kinds: list[tuple[Any, type]] = [(part, type(part)) for part in parts]
        texts = [
            getattr(part, field.name)
            for part, kind in kinds
            for field in fields_of(kind)
            if field.shape in ("text", "line", "reasons", "vocabulary", "effect")
        ]
        return set().union(*(words_of(text) for text in texts))
    if isinstance(value, tuple):
        return set().union(*(words_of(each) for each in value))
    return set()


def told(merged: Merged) -> set[str]:
    """Every word of the report."""
    return set().union(*(words_of(conflict.text("en")) | words_of(conflict.note("en")) for conflict in merged.conflicts))


def test_two_fields_of_one_card_both_count() -> None:
    found = together(put("cards/answer#mode", "manual"), put("cards/answer#note", "Politely"))
    assert found.conflicts == ()
    assert (found.blueprint.cards["answer"].mode, found.blueprint.cards["answer"].note) == ("manual", "Politely")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "says"),
    [
        ("Calls the desk", "Calls the service desk", "Calls the desk twice", "Calls the service desk twice"),
        ("Calls the desk", "Phones the desk", "Calls the helpdesk", "Phones the helpdesk"),
        ("one two three four", "one three four", "one two three five", "one three five"),
        ("Calls", "Calls the desk", "Calls the desk", "Calls the desk"),
        ("a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC"),
    ],
)
def test_texts_go_together_word_by_word(base: str, ours: str, theirs: str, says: str) -> None:
    start = apply_all(sample(), edits.rename(sample(), "cards/answer", base))
    copies = [apply_all(start, edits.rename(start, "cards/answer", text)) for text in (ours, theirs)]
    found = merge(start, *copies)
    assert (found.blueprint.cards["answer"].does, found.conflicts) == (says, ())


def test_the_same_words_changed_on_both_sides_are_a_conflict_that_tells_both() -> None:
    found = together(put("cards/answer#does", "Picks up the phone"), put("cards/answer#does", "Opens the chat"))
    assert found.blueprint.cards["answer"].does == "Picks up the phone"
    (conflict,) = found.conflicts
    assert str(conflict.address) == "cards/answer#does"
    assert conflict.text() == (
        "'Picks up the phone': what happens was changed in both; 'Picks up the phone' stays, the other copy says 'Opens the chat'"
    )
    assert conflict.note() == 'merge: the other copy says does: "Opens the chat"'
    assert conflict.text("nl") == (
        "'Picks up the phone': wat er gebeurt is in beide veranderd; 'Picks up the phone' blijft staan, in het andere exemplaar staat 'Opens the chat'"
    )


def test_texts_go_together_language_by_language() -> None:
    found = together(
        lambda b: edits.rename(b, "cards/answer", "Neemt op", "nl"), lambda b: edits.rename(b, "cards/answer", "Atiende", "es")
    )
    assert found.conflicts == ()
    assert found.blueprint.cards["answer"].does == Translations((("en", "Answers and logs"), ("nl", "Neemt op"), ("es", "Atiende")))


def test_only_the_languages_in_which_they_differ_are_told() -> None:
    base = after(put("cards/answer#does", Translations((("en", "Answers"), ("nl", "Neemt op"), ("es", "Atiende")))))
    ours, theirs = (apply_all(base, edits.rename(base, "cards/answer", text)) for text in ("Picks up", "Listens"))
    (conflict,) = merge(base, ours, theirs).conflicts
    assert (conflict.ours, conflict.theirs) == ("Picks up", "Listens")
    both = apply_all(theirs, edits.rename(theirs, "cards/answer", "Luistert", "nl"))
    dutch = apply_all(ours, edits.rename(ours, "cards/answer", "Hoort", "nl"))
    (conflict,) = merge(base, dutch, both).conflicts
    assert conflict.note() == 'merge: the other copy says does: "en: Listens · nl: Luistert"'


def test_lists_take_what_came_and_went_on_both_sides() -> None:
    found = together(
        put("findings/bounce#on", ("actors/second-line",)), put("findings/bounce#on", ("answer", "assign", "actors/second-line"))
    )
    assert found.conflicts == ()
    assert found.blueprint.findings["bounce"].on == ("actors/second-line", "answer")


def test_another_doer_on_both_sides_is_a_conflict() -> None:
    base = after(lambda b: edits.add_element(b, "actors", "Third line"))
    copies = [apply_all(base, edits.set_field(base, "cards/answer#by", (who,))) for who in ("second-line", "third-line")]
    found = merge(base, *copies)
    assert found.blueprint.cards["answer"].by == ("second-line",)
    assert [one.text() for one in found.conflicts] == [
        "'Answers and logs': who does it was changed in both; Second line stays, the other copy says Third line"
    ]


def test_times_go_together_part_by_part() -> None:
    found = together(
        put("cards/answer#time", Time(work=Duration(5, "min"), source=("log",))),
        put("cards/answer#time", Time(work=Duration(4, "min"), wait=Duration(1, "h"), source=("log",))),
    )
    assert found.conflicts == ()
    assert found.blueprint.cards["answer"].time == Time(work=Duration(5, "min"), wait=Duration(1, "h"), source=("log",))


@pytest.mark.parametrize("removing_is_ours", [True, False])
def test_what_one_removed_and_the_other_changed_stays_with_what_it_needs(removing_is_ours: bool) -> None:
    remove: Wish = lambda b: edits.remove(b, "phases/report")  # noqa: E731
    change = put("cards/assign#does", "Takes the ticket")
    found = together(*((remove, change) if removing_is_ours else (change, remove)))
    blueprint = found.blueprint
    assert blueprint.cards["assign"].does == "Takes the ticket"
    assert (list(blueprint.phases), list(blueprint.steps_by_phase["report"])) == (
        ["report", "restore", "afterwards"],
        [blueprint.steps["calls"]],
    )
    assert "answer" not in blueprint.cards
    side = "removed-ours" if removing_is_ours else "removed-theirs"
    assert [(one.kind, str(one.address)) for one in found.conflicts] == [
        (side, "cards/assign"), ("needed", "steps/calls"), ("needed", "phases/report"),
    ]  # fmt: skip
    assert (
        found.conflicts[1].text() == "Step 'Calls the service desk' was removed in one copy, but something in the other needs it; it stays"
    )


def test_letting_go_of_what_was_removed_is_no_change_that_keeps_something_alive() -> None:
    found = together(lambda b: edits.remove(b, "cards/answer"), lambda b: edits.remove(b, "systems/kb"))
    assert found.conflicts == ()
    assert "answer" not in found.blueprint.cards
    assert "kb" not in found.blueprint.systems


def test_who_is_removed_on_one_side_and_asked_on_the_other_stays() -> None:
    found = together(lambda b: edits.remove(b, "systems/kb"), put("cards/classify#uses", ("kb",)))
    assert found.blueprint.cards["classify"].uses == ("kb",)
    assert [(one.kind, str(one.address)) for one in found.conflicts] == [("needed", "systems/kb")]


def test_two_things_with_one_id_are_both_there() -> None:
    found = together(
        lambda b: (*edits.add_card(b, "calls", "frontstage", "Greets"),),
        lambda b: (*edits.add_step(b, "restore", "Greets"), edits.Put(Address("promises", "fixed", "to"), "greets")),
    )
    assert found.blueprint.cards["greets"].does == "Greets"
    assert found.blueprint.steps["greets-2"].does == "Greets"
    assert found.blueprint.promises["fixed"].to == "greets-2"
    assert [one.kind for one in found.conflicts] == ["both-added"]


def test_what_both_added_alike_is_there_once() -> None:
    found = together(
        lambda b: edits.add_card(b, "calls", "frontstage", "Greets", note="Kindly"),
        lambda b: edits.add_card(b, "calls", "frontstage", "Greets", mode="manual"),
    )
    assert found.conflicts == ()
    assert (found.blueprint.cards["greets"].note, found.blueprint.cards["greets"].mode) == ("Kindly", "manual")
    assert [id for id in found.blueprint.cards if id.startswith("greets")] == ["greets"]


def test_moves_to_different_places_stay_with_ours() -> None:
    found = together(lambda b: edits.move_card(b, "reassure", "waits"), lambda b: edits.move_card(b, "reassure", "confirms"))
    assert found.blueprint.cards["reassure"].step == "waits"
    assert [one.text() for one in found.conflicts] == [
        "'Reassures' was moved to different places; it stays where this copy has it, the other copy has it at 'Tests the laptop'"
    ]


def test_a_row_keeps_a_role_that_holds_its_cards() -> None:
    found = together(
        lambda b: edits.move_card(b, "reassure", lane="workplace"),
        lambda b: (*edits.remove(b, "cards/assign"), edits.Put(Address("lanes", "workplace", "role"), "time")),
    )
    assert found.blueprint.lanes["workplace"].role == "backstage"
    assert [one.kind for one in found.conflicts] == ["role"]


def test_a_card_does_not_reach_back() -> None:
    found = together(lambda b: edits.span(b, "reassure", "waits"), lambda b: edits.move_phase(b, "restore", before="report"))
    assert found.blueprint.cards["reassure"].until is None
    assert [(one.kind, str(one.address)) for one in found.conflicts] == [("span", "cards/reassure#until")]


def test_order_takes_the_moves_and_the_newcomers_of_both() -> None:
    found = together(lambda b: edits.move_phase(b, "afterwards", before="report"), lambda b: edits.add_phase(b, "Learn", after="restore"))
    assert list(found.blueprint.phases) == ["afterwards", "report", "restore", "learn"]
    assert found.conflicts == ()


def test_fields_nobody_knows_go_together_too() -> None:
    text = dumps(sample())
    base, ours, theirs = (read(f"{text}x-team: {team}\nx-floor: {floor}\n").blueprint for team, floor in (("a", 1), ("b", 1), ("a", 2)))
    assert base is not None and ours is not None and theirs is not None
    found = merge(base, ours, theirs)
    assert dict(found.blueprint.more) == {"x-team": "b", "x-floor": 2}
    assert found.conflicts == ()


def changed(blueprint: Blueprint, rng: random.Random, times: int) -> tuple[Blueprint, list[Operation]]:
    """A copy after some random edits, and the operations."""
    done: list[Operation] = []
    for _ in range(times):
        _, operations = some_edit(blueprint, rng)
        blueprint, done = apply_all(blueprint, operations), [*done, *operations]
    return blueprint, done


def both_ways(one: Blueprint, ones: list[Operation], other: Blueprint, others: list[Operation]) -> Blueprint | None:
    """What comes of both sequences, when it is the same in either order and holds together: then they are independent."""
    try:
        found, again = apply_all(one, others), apply_all(other, ones)
    except FootlightsError:
        return None
    return found if found == again and not read(dumps(found)).errors else None


def one_row(mine: list[Operation], others: list[Operation]) -> bool:
    """Whether one side moved something in a collection where the other put something in or moved it.

    Two states tell which order each has, and not which of two neighbours was moved past the other: a third may stand between.
    """
    moved, placed = [], []
    for side in (mine, others):
        moves = {each.address.collection for each in side if isinstance(each, Put) and each.address.field == "place"}
        moved.append(moves)
        placed.append(moves | {each.address.collection for each in side if isinstance(each, Insert)})
    return bool(moved[0] & placed[1] or moved[1] & placed[0])


def all_apart(blueprint: Blueprint) -> bool:
    """Whether no two phases, steps and cards have one id: they share their names, so two people who gave the same one disagree."""
    ids = [id for name in PLACES for id in blueprint.collection(name)]
    return len(ids) == len(set(ids))


@pytest.mark.parametrize("first", range(0, SEQUENCES, 20))
def test_independent_edits_both_count(first: int) -> None:
    independent = 0
    for seed in range(first, first + 20):
        rng = random.Random(seed)
        base = settled(some_blueprint(rng, rng.choice((10, 30, 60))))
        (ours, mine), (theirs, others) = (changed(base, rng, rng.choice((1, 2, 4))) for _ in range(2))
        wanted = both_ways(ours, mine, theirs, others)
        if wanted is None or one_row(mine, others) or not all_apart(wanted):
            continue
        independent += 1
        for found in (merge(base, ours, theirs), merge(base, theirs, ours)):
            assert found.blueprint == wanted, f"seed {seed}: {mine} and {others}"
            assert found.conflicts == (), f"seed {seed}: {mine} and {others}"
    assert independent >= 5


@pytest.mark.parametrize("first", range(0, SEQUENCES, 20))
def test_whatever_two_people_do_it_holds_together_and_no_word_is_lost(first: int) -> None:
    for seed in range(first, first + 20):
        rng = random.Random(seed + 10_000)
        base = settled(some_blueprint(rng, rng.choice((5, 20, 40))))
        (ours, _), (theirs, _) = (changed(base, rng, rng.choice((3, 8, 15))) for _ in range(2))
        for one, other in ((ours, theirs), (theirs, ours)):
            found = merge(base, one, other)
            assert read(dumps(found.blueprint)).errors == (), f"seed {seed}"
            lost = (words_of(one) | words_of(other)) - words_of(base) - words_of(found.blueprint) - told(found)
            assert lost == set(), f"seed {seed}"
            assert merge(base, one, other) == found
            for language in LANGUAGES:
                assert all(conflict.text(language) and conflict.note(language) for conflict in found.conflicts)


SMALL = blueprints(most_phases=2, most_steps=2, most_cards=1)


@settings(max_examples=max(15, settings().max_examples // 3))
@given(SMALL, SMALL, SMALL)
def test_any_three_blueprints_can_be_merged(base: Blueprint, ours: Blueprint, theirs: Blueprint) -> None:
    assert merge(base, ours, base) == Merged(ours)
    assert merge(base, base, ours) == Merged(ours)
    assert merge(base, ours, ours) == Merged(ours)
    found = merge(base, ours, theirs)
    assert read(dumps(found.blueprint)).errors == ()
    assert words_of(ours) | words_of(theirs) <= words_of(base) | words_of(found.blueprint) | told(found)
    assert all(isinstance(conflict, Conflict) for conflict in found.conflicts)
