"""Operations: what they do to a document, what they refuse, and how each is taken back."""

from __future__ import annotations

import random

import pytest

from footlights import edits
from footlights.edits import Insert, Place, Put, Remove, apply, apply_all, inverse, place_of, siblings, undo, value_at
from footlights.model import Address, Agreement, Blueprint, Card, Feeling, Lane, Link, Mark, Step, Time, Translations, arranged
from tests.edits.sample import done, refused, sample
from tests.edits.wishes import some_blueprint, some_edit


def at(text: str) -> Address:
    return Address.parse(text)


def test_a_put_sets_one_field_and_none_clears_it() -> None:
    b = sample()
    after = done(b, (Put(at("cards/answer#by"), ("second-line",)),))
    assert after.cards["answer"].by == ("second-line",)
    assert after.cards["answer"].does == "Answers and logs"
    assert done(b, (Put(at("cards/answer#by"), None),)).cards["answer"].by == ()
    assert done(b, (Put(at("cards/answer#until"), None),)).cards["answer"].until is None


def test_the_head_of_the_document_has_fields_too() -> None:
    b = sample()
    assert done(b, (Put(at("blueprint#title"), "Other"),)).title == "Other"
    assert done(b, (Put(at("blueprint#languages"), ("en", "nl")),)).languages == ("en", "nl")
    assert done(b, (Put(at("blueprint#review-every"), None),)).review_every is None
    assert done(b, (Put(at("blueprint#owner"), None),)).owner is None
    refused(apply, b, Put(at("blueprint#titles"), "x"), says="no such field", hint="title")
    assert done(b, (Put(at("blueprint#title"), None),)).title is None
    refused(apply, b, Put(at("steps#title"), "x"), says="names no element")


def test_an_insert_stands_behind_its_sibling() -> None:
    b = sample()
    card = Card("greet", "calls", "frontstage", does="Greets")
    assert [c.id for c in done(b, (Insert(at("cards/greet"), card, "answer"),)).cards_by_cell["calls", "frontstage"]] == [
        "answer", "greet", "reassure",
    ]  # fmt: skip
    assert next(c.id for c in done(b, (Insert(at("cards/greet"), card, None),)).cards_by_cell["calls", "frontstage"]) == "greet"


def test_an_insert_refuses_what_does_not_fit() -> None:
    b = sample()
    card = Card("greet", "calls", "frontstage")
    refused(apply, b, Insert(at("cards/answer"), card._replace(id="answer")), says="there is already cards/answer")
    refused(apply, b, Insert(at("cards/other"), card), says="is no element for cards/other")
    refused(apply, b, Insert(at("steps/greet"), card), says="is no element for steps/greet")
    refused(apply, b, Insert(at("cards/greet"), card, "nobody"), says="'nobody' to put 'greet' behind")
    refused(apply, b, Insert(at("cards/greet"), card, "classify"), says="'classify' is no sibling of 'greet'")
    refused(apply, b, Insert(at("cards/greet"), card._replace(step="gone")), says="no steps/gone for 'greet'")
    refused(apply, b, Insert(at("cards/greet"), card._replace(lane="gone")), says="no lanes/gone for 'greet'")
    refused(apply, b, Insert(at("cards/no good"), card._replace(id="no good")), says="can't be an id")
    refused(apply, b, Insert(at("cards/greet"), card._replace(by="first-line")._replace(mode="magic")), says="mode takes one of manual")  # type: ignore[arg-type]
    refused(apply, b, Insert(at("marks/m"), Mark("m", "steps/gone", "fail")), says="no steps/gone")
    refused(apply, b, Insert(at("marks/m"), Mark("m", "steps/calls", "policy")), says="no mark 'policy'", hint="not at steps")
    refused(apply, b, Insert(at("marks/m"), Mark("m", "cards/answer", "oops")), says="no mark 'oops'", hint="fail, wait")
    refused(apply, b, Insert(at("links/l"), Link("l", "calls", "gone")), says="no gone")
    refused(apply, b, Insert(at("agreements/a"), Agreement("a", "ola")), says="sla or xla")
    refused(apply, b, Insert(at("crads/greet"), card), says="no collection 'crads'", hint="cards")


def test_a_remove_wants_the_element_bare() -> None:
    b = sample()
    refused(apply, b, Remove(at("phases/report")), says="still hangs on phases/report")
    refused(apply, b, Remove(at("steps/starts")), says="'black-screen' still hangs on steps/starts")
    refused(apply, b, Remove(at("cards/answer")), says="'wrong-priority' still hangs on cards/answer")
    refused(apply, b, Remove(at("cards/classify")), says="'classify--assign' still hangs on cards/classify")
    refused(apply, b, Remove(at("lanes/workplace")), says="'assign' still hangs on lanes/workplace")
    refused(apply, b, Remove(at("cards/answer9")), says="there is no cards/answer9", hint="answer")
    assert "black-screen" not in done(b, (Remove(at("cards/black-screen")),)).cards


def test_a_declared_row_of_a_role_goes_although_cards_stand_in_it() -> None:
    b = apply(sample(), Insert(at("lanes/frontstage"), Lane("frontstage", "frontstage", name="Desk"), "workplace"))
    after = done(b, (Remove(at("lanes/frontstage")),))
    assert after.cards["answer"].lane == "frontstage"


def test_putting_a_place_moves() -> None:
    b = sample()
    after = done(b, (Put(at("cards/answer#place"), Place("starts", "support")),))
    assert (after.cards["answer"].step, after.cards["answer"].lane) == ("starts", "support")
    after = done(b, (Put(at("steps/starts#place"), Place("afterwards")),))
    assert list(after.steps) == ["calls", "waits", "confirms", "starts"]
    after = done(b, (Put(at("phases/afterwards#place"), Place()),))
    assert list(after.phases) == ["afterwards", "report", "restore"]
    after = done(b, (Put(at("marks/queue#place"), Place("cards/answer", "wait")),))
    assert after.marks["queue"].on == "cards/answer"
    refused(apply, b, Put(at("links/classify--assign#place"), Place()), says="keeps its ends")
    refused(apply, b, Put(at("cards/answer#place"), "calls"), says="holds a Place")
    refused(apply, b, Put(at("cards/answer#place"), Place("gone", "support")), says="no steps/gone")


def test_a_link_keeps_its_ends() -> None:
    refused(apply, sample(), Put(at("links/classify--assign#to"), "answer"), says="a link keeps its ends")


def test_values_of_the_wrong_type_are_refused() -> None:
    b = sample()
    refused(apply, b, Put(at("cards/answer#by"), 3), says="by takes a list of ids, not 3")
    refused(apply, b, Put(at("steps/calls#feels"), (Feeling(None, 5),)), says="level takes a number of at least -2 and at most 2")
    refused(apply, b, Put(at("cards/answer#time"), "soon"), says="something like 3 min")
    refused(apply, b, Put(at("lanes/workplace#role"), None), says="can't be empty")


def test_siblings_and_places() -> None:
    b = sample()
    assert siblings(b, at("cards/answer")) == ("answer", "reassure")
    assert siblings(b, at("steps/waits")) == ("waits", "confirms")
    assert siblings(b, at("steps/gone")) == ()
    assert place_of(b, at("cards/reassure")) == Place("calls", "frontstage", "answer")
    assert place_of(b, at("marks/queue")) == Place("cards/assign", "wait", None)
    assert place_of(b, at("steps/waits")) == Place("restore", "", None)
    assert place_of(b, at("phases/restore")) == Place("", "", "report")
    refused(place_of, b, at("steps/gone"), says="there is no steps/gone")


def test_what_stands_in_a_field() -> None:
    b = sample()
    assert value_at(b, at("cards/answer#until")) == "waits"
    assert value_at(b, at("cards/reassure#by")) is None
    assert value_at(b, at("blueprint#owner")) == "first-line"
    refused(value_at, b, at("cards/answer#bye"), says="no such field", hint="by, via")


def test_inverses_say_what_was_there() -> None:
    b = sample()
    assert inverse(b, Put(at("cards/answer#does"), "x")) == Put(at("cards/answer#does"), "Answers and logs")
    assert inverse(b, Remove(at("cards/reassure"))) == Insert(at("cards/reassure"), b.cards["reassure"], "answer")
    assert inverse(b, Insert(at("steps/new"), Step("new", "report"))) == Remove(at("steps/new"))


def test_nothing_to_do_leaves_the_document_alone() -> None:
    b = sample()
    assert apply_all(b, ()) is b
    assert undo(b, ()) == ()


def test_a_document_keeps_what_a_file_said_oddly_when_an_operation_is_undone() -> None:
    # an empty text and a repeated reference are no normal form, but they may have been read
    b = apply(sample(), Put(at("cards/answer#does"), ""))
    b = apply(b, Put(at("cards/answer#uses"), ("kb", "kb")))
    for operation in (Put(at("cards/answer#does"), "x"), Put(at("cards/answer#uses"), ("itsm",))):
        assert apply(apply(b, operation), inverse(b, operation)) == b


@pytest.mark.parametrize("seed", range(60))
def test_random_edits_are_undone_exactly_and_agree_one_by_one(seed: int) -> None:
    rng = random.Random(seed)
    blueprint = some_blueprint(rng, rng.choice((5, 20)))
    for _ in range(10):
        name, operations = some_edit(blueprint, rng)
        one_by_one = blueprint
        for operation in operations:
            following = apply(one_by_one, operation)
            assert apply(following, inverse(one_by_one, operation)) == one_by_one, (seed, name, operation)
            one_by_one = following
        after = apply_all(blueprint, operations)
        assert after == one_by_one, (seed, name, operations)
        assert arranged(after) == after, (seed, name)
        assert apply_all(after, undo(blueprint, operations)) == blueprint, (seed, name, operations)
        _nothing_dangles(after)
        blueprint = after


def _nothing_dangles(b: Blueprint) -> None:
    for card in b.cards.values():
        assert card.step in b.steps
        steps = list(b.steps)
        assert card.until is None or steps.index(card.until) > steps.index(card.step)
        assert all(actor in b.actors for actor in card.by)
        assert all(source in b.sources for source in (*card.source, *(card.time or Time()).source))
    for step in b.steps.values():
        assert all(feeling.persona is None or feeling.persona in b.personas for feeling in step.feels)
    for pointers in (*(each.on for each in (*b.findings.values(), *b.agreements.values(), *b.bindings.values())),):
        assert all(b.resolve(pointer) is not None for pointer in pointers)
    for promise in b.promises.values():
        assert {promise.from_, promise.to} <= {*b.steps, *b.cards}


def test_every_edit_is_tried_by_the_random_ones() -> None:
    rng = random.Random(7)
    seen = set()
    for _ in range(12):
        blueprint = some_blueprint(rng, 25)
        for _ in range(25):
            name, operations = some_edit(blueprint, rng)
            seen.add(name)
            blueprint = apply_all(blueprint, operations)
    assert seen == {name for name in edits.__all__ if callable(getattr(edits, name)) and _is_edit(name)}


def _is_edit(name: str) -> bool:
    return name.startswith(("add_", "move_", "rename", "remove", "set_", "split", "merge", "change", "duplicate", "span"))


def test_translations_are_values_like_others() -> None:
    words = Translations((("en", "Answers"), ("nl", "Neemt op")))
    assert done(sample(), (Put(at("cards/answer#does"), words),)).cards["answer"].does == words
