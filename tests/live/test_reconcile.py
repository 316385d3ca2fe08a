"""A blueprint into the shared document and back: everything comes back, and only what differs is written."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path
from typing import Any

import pycrdt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlights import files
from footlights.edits import Insert, Place, Put, Remove, add_card, apply_all, remove
from footlights.live import Projection, Shared, blueprint_of, encode, plain, reconcile, settled, take
from footlights.model import COLLECTIONS, Address, Blueprint, Card, Collection, Duration, FootlightsError, Translations, fields_of
from tests.edits.sample import sample
from tests.edits.wishes import some_blueprint, some_edit
from tests.properties.strategies import blueprints

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted([*(ROOT / "examples").glob("*.yaml"), *(ROOT / "src/footlights/templates").glob("*.yaml"), ROOT / "tests/files/data/document-example.blueprint.yaml"])  # fmt: skip


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_example_comes_back_as_it_was(path: Path) -> None:
    blueprint = files.load(path).blueprint
    assert blueprint is not None
    shared = Shared(encode(blueprint))
    found = blueprint_of(shared)
    assert found.blueprint == blueprint
    assert found.unplaced == found.troubles == ()
    assert reconcile(shared, blueprint) == b""
    assert settled(blueprint) == blueprint


def said(value: Any) -> Any:
    """What a text says: nothing when it is empty."""
    if isinstance(value, Translations):
        return Translations(tuple(pair for pair in value.entries if pair[1])) if any(text for _, text in value.entries) else None
    return value if value != "" else None


def plainly(blueprint: Blueprint) -> Blueprint:
    """What a generated blueprint says, worked out by itself: no empty texts, nothing twice, bare ids where they will do."""
    personas = {id: number for number, id in enumerate(blueprint.personas)}

    def value_of(field: Any, value: Any) -> Any:
        if field.shape in ("text", "line"):
            return said(value)
        if field.shape in ("refs", "languages", "choices"):
            bare = (each.partition("/")[2] if each.startswith(("phases/", "steps/", "cards/")) else each for each in value)
            return tuple(dict.fromkeys(bare))
        if field.shape == "feelings":
            each = (one._replace(source=tuple(dict.fromkeys(one.source))) for one in value)
            return tuple(sorted(each, key=lambda one: personas.get(one.persona, -1)))
        if field.shape == "time" and value is not None:
            return value._replace(source=tuple(dict.fromkeys(value.source)))
        if field.shape == "effect" and value is not None:
            return value if value.reading else None
        if field.shape in ("vocabulary", "reasons"):
            return tuple((word, said(text)) for word, text in value if said(text) is not None)
        return value

    def element_of(element: Any) -> Any:
        return element._replace(**{field.name: value_of(field, getattr(element, field.name)) for field in fields_of(type(element))})

    collections = {name: Collection(element_of(element) for element in blueprint.collection(name).values()) for name in COLLECTIONS}
    head = {field.name: value_of(field, getattr(blueprint, field.name)) for field in fields_of(Blueprint)}
    return dataclasses.replace(blueprint, **head, **collections)


@given(blueprints())
def test_every_blueprint_comes_back(blueprint: Blueprint) -> None:
    shared = Shared(encode(blueprint))
    found = blueprint_of(shared)
    assert found.blueprint == plainly(blueprint)
    assert found.unplaced == ()
    # an effect without a reading says nothing yet
    assert {one.field for one in found.troubles} <= {"effect"}
    assert settled(blueprint) == found.blueprint == settled(found.blueprint)
    assert reconcile(shared, blueprint) == b""
    assert reconcile(shared, found.blueprint) == b""


@given(blueprints(), blueprints())
def test_any_document_can_become_any_other(one: Blueprint, other: Blueprint) -> None:
    shared = Shared(encode(one))
    projection = Projection(shared)
    for wanted in (other, one, Blueprint(), other):
        reconcile(shared, wanted, projection.materialised)
        assert projection.blueprint == settled(wanted)
        assert reconcile(shared, wanted) == b""
    assert blueprint_of(shared) == projection.materialised


def test_the_same_blueprint_and_client_make_the_same_bytes() -> None:
    assert encode(sample(), client=7) == encode(sample(), client=7)
    assert encode(sample(), client=7) != encode(sample(), client=8)


def test_numbers_come_back_as_the_numbers_they_were() -> None:
    blueprint = apply_all(
        sample(), (Put(Address("steps", "calls", "moment_of_truth"), 3), Put(Address("actors", "first-line", "people"), 6))
    )
    found = blueprint_of(Shared(encode(blueprint))).blueprint
    assert repr(found.steps["calls"].moment_of_truth) == "3"
    assert repr(found.actors["first-line"].people) == "6"
    assert repr(found.steps["starts"].feels[0].level) == "-2"


@pytest.mark.parametrize("seed", range(12))
def test_random_edits_are_written_and_only_they(seed: int) -> None:
    rng = random.Random(seed)
    blueprint = some_blueprint(rng, 40)
    shared = Shared(encode(blueprint))
    whole = len(shared.update_since(None))
    for _ in range(6):
        name, operations = some_edit(blueprint, rng)
        blueprint = apply_all(blueprint, operations)
        made = reconcile(shared, blueprint)
        assert blueprint_of(shared).blueprint == settled(blueprint), name
        assert len(made) < whole / 2, f"{name} wrote {len(made)} of {whole} bytes"
        assert reconcile(shared, blueprint) == b""


def test_a_small_change_is_a_small_update() -> None:
    shared = Shared(encode(sample()))
    assert len(take(shared, (Put(Address("cards", "answer", "does"), "Answers and logs it"),))) < 40
    assert len(take(shared, (Put(Address("cards", "answer", "mode"), "manual"),))) < 60
    assert len(take(shared, (Put(Address("cards", "classify", "place"), Place("waits", "backstage")),))) < 70


def test_others_words_survive_a_reconciliation() -> None:
    shared = Shared(encode(sample()))
    peer = Shared(shared.update_since(None))
    words = peer.map("cards", "answer")["does"]  # type: ignore[index]
    made = peer.change(lambda _: words.insert(len("Answers "), "kindly "))
    reconcile(shared, apply_all(sample(), (Put(Address("cards", "answer", "does"), "Answers and logs the incident"),)))
    shared.apply(made)
    assert blueprint_of(shared).blueprint.cards["answer"].does == "Answers kindly and logs the incident"


def test_what_is_removed_is_only_marked_and_comes_back_with_what_others_did_to_it() -> None:
    shared = Shared(encode(sample()))
    peer = Shared(shared.update_since(None))
    reconcile(shared, apply_all(sample(), remove(sample(), "cards/answer")))
    assert plain(shared)["cards"]["answer"]["gone"] is True
    made = peer.change(lambda there: there.map("cards", "answer")["does"].insert(0, "Really "))  # type: ignore[index]
    shared.apply(made)
    assert "answer" not in blueprint_of(shared).blueprint.cards
    assert plain(shared)["cards"]["answer"]["does"] == "Really Answers and logs"
    reconcile(shared, sample())
    assert blueprint_of(shared).blueprint == sample()
    assert "gone" not in plain(shared)["cards"]["answer"]


def test_operations_that_are_impossible_write_nothing() -> None:
    shared = Shared(encode(sample()))
    before = plain(shared)
    with pytest.raises(FootlightsError, match="still hangs on"):
        take(shared, (Put(Address("cards", "answer", "mode"), "manual"), Remove(Address("steps", "calls"))))
    assert plain(shared) == before


def test_two_with_one_id_are_told_apart_the_same_everywhere() -> None:
    shared = Shared(encode(sample()))
    pos = ["calls", "frontstage", "a5"]
    entries = {
        "~b": {"id": "answer", "pos": pos},
        "~a": {"id": "answer", "pos": pos},
        "~c": {"id": "no id!", "pos": pos},
        "~d": {"pos": pos},
    }
    for key, each in entries.items():
        shared.change(lambda there, key=key, each=each: there.map("cards").__setitem__(key, pycrdt.Map(each)))  # type: ignore[misc]
    found = blueprint_of(shared)
    names = found.keys.names["cards"].ids
    assert {key: names[key] for key in ("answer", *entries)} == {
        "answer": "answer", "~a": "answer-2", "~b": "answer-3", "~c": "card-c", "~d": "card-d",
    }  # fmt: skip
    # the first one goes: the others keep what they are called now
    without = apply_all(found.blueprint, remove(found.blueprint, "cards/answer"))
    reconcile(shared, without)
    assert blueprint_of(shared).blueprint == without


def test_a_new_element_with_the_id_of_one_that_stands_nowhere_leaves_that_alone() -> None:
    shared = Shared(encode(sample()))
    shared.change(lambda there: there.map("steps", "calls").__setitem__("gone", True))  # type: ignore[union-attr]
    found = blueprint_of(shared)
    assert {"cards/answer", "cards/reassure", "cards/classify", "cards/assign"} <= set(found.unplaced)
    operations = add_card(found.blueprint, "starts", "frontstage", "Answer")
    after = apply_all(found.blueprint, operations)
    assert "answer" in after.cards
    take(shared, operations)
    now = blueprint_of(shared)
    assert now.blueprint == after
    assert now.keys.key("cards", "answer") != "answer"
    assert plain(shared)["cards"]["answer"]["does"] == "Answers and logs"
    # and a step that comes back does not bring back what nobody asked for
    reconcile(shared, apply_all(after, (Insert(Address("steps", "calls"), sample().steps["calls"], None),)))
    assert "reassure" not in blueprint_of(shared).blueprint.cards
    assert "cards/reassure" in blueprint_of(shared).unplaced


def test_another_language_of_the_document_leaves_every_text_what_it_says() -> None:
    both = Translations((("en", "My laptop will not start"), ("nl", "Mijn laptop start niet")))
    blueprint = dataclasses.replace(sample(), title=both, reason="Because")
    shared = Shared(encode(blueprint))
    assert plain(shared)["head"]["title"] == "My laptop will not start"
    assert plain(shared)["head"]["title@nl"] == "Mijn laptop start niet"
    for language in ("nl", "es", "en"):
        blueprint = dataclasses.replace(blueprint, language=language)
        reconcile(shared, blueprint)
        assert blueprint_of(shared).blueprint == blueprint
    assert plain(shared)["head"]["title"] == "My laptop will not start"


def test_a_text_in_the_documents_own_language_under_its_tag_wins_and_is_written_where_it_stands() -> None:
    shared = Shared(encode(sample()))
    head: Any = shared.map("head")
    shared.change(lambda _: head.__setitem__("title@en", pycrdt.Text("Tagged")))
    found = blueprint_of(shared)
    assert found.blueprint.title == Translations((("en", "Tagged"),))
    assert [one.field for one in found.troubles] == ["title"]
    reconcile(shared, dataclasses.replace(found.blueprint, title=Translations((("en", "Tagged again"), ("nl", "Nu")))))
    assert plain(shared)["head"]["title"] == "My laptop will not start"
    assert plain(shared)["head"]["title@en"] == "Tagged again"
    assert blueprint_of(shared).blueprint.title == Translations((("en", "Tagged again"), ("nl", "Nu")))


def test_a_quantity_is_not_written_anew_for_its_spelling() -> None:
    shared = Shared(encode(sample()))
    card: Any = shared.map("cards", "answer")
    shared.change(lambda _: card.__setitem__("time.work", "4 minutes"))
    assert blueprint_of(shared).blueprint == sample()
    assert reconcile(shared, sample()) == b""
    take(shared, (Put(Address("cards", "answer", "time"), sample().cards["answer"].time._replace(wait=Duration(2.0, "min"))),))  # type: ignore[union-attr]
    assert plain(shared)["cards"]["answer"]["time.wait"] == "2 min"


def test_an_owner_chosen_before_having_an_id_is_called_by_it() -> None:
    shared = Shared(encode(sample()))
    shared.change(
        lambda there: there.map("actors").__setitem__("~new", pycrdt.Map({"name": pycrdt.Text("Desk"), "id": "desk", "pos": ["b0"]}))
    )  # type: ignore[union-attr]
    shared.change(lambda there: there.map("head").__setitem__("owner", "~new"))  # type: ignore[union-attr]
    assert blueprint_of(shared).blueprint.owner == "desk"


@given(st.randoms(use_true_random=False))
def test_places_follow_any_shuffle(rng: random.Random) -> None:
    cards = [Card(f"c{number}", rng.choice(("s1", "s2")), rng.choice(("frontstage", "backstage"))) for number in range(9)]
    base = files.read("footlights: 1\ntitle: T\nphases:\n- id: p\n  steps: [{id: s1}, {id: s2}]\n").blueprint
    assert base is not None
    shared = Shared(encode(dataclasses.replace(base, cards=Collection(cards))))
    for _ in range(4):
        rng.shuffle(cards)
        cards = [card._replace(step=rng.choice(("s1", card.step))) for card in cards]
        wanted = settled(dataclasses.replace(base, cards=Collection(cards)))
        reconcile(shared, wanted)
        assert blueprint_of(shared).blueprint == wanted
