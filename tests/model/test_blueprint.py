"""The document as a value."""

import dataclasses

import pytest

from footlights.model import (
    Actor,
    Address,
    Blueprint,
    Card,
    Collection,
    Duration,
    Feeling,
    FootlightsError,
    Link,
    Mark,
    Phase,
    Step,
    Time,
    arranged,
    field_named,
    fields_of,
    near,
)


def made(cards: list[Card]) -> Blueprint:
    return arranged(
        Blueprint(
            title="A title",
            phases=Collection([Phase("one"), Phase("two")]),
            steps=Collection([Step("late", "two"), Step("early", "one")]),
            cards=Collection(cards),
        )
    )


def test_order_within_a_parent_counts_and_order_across_parents_does_not() -> None:
    one, two, other = Card("x", "early", "backstage"), Card("y", "early", "backstage"), Card("z", "late", "evidence")
    assert made([one, two, other]) == made([other, one, two])
    assert made([one, two, other]) != made([two, one, other])


def test_steps_stand_by_phase_whatever_order_they_came_in() -> None:
    assert list(made([]).steps) == ["early", "late"]
    assert [step.id for step in made([]).steps_by_phase["one"]] == ["early"]


def test_a_pointer_is_a_bare_id_or_an_address() -> None:
    blueprint = dataclasses.replace(made([Card("x", "early", "backstage")]), actors=Collection([Actor("x-team")]))
    assert blueprint.resolve("x") == Address("cards", "x")
    assert blueprint.resolve("actors/x-team") == Address("actors", "x-team")
    assert blueprint.resolve("nobody") is None
    assert blueprint.element(Address("nowhere", "x")) is None


def test_rows_appear_with_what_they_show() -> None:
    assert [row.id for row in made([]).rows] == ["customer"]
    felt = dataclasses.replace(made([]), steps=Collection([Step("s", "one", feels=(Feeling(None, 1.0),), time=Time(Duration(1, "min")))]))
    assert [row.id for row in felt.rows] == ["customer", "emotion", "time"]


def test_marks_and_links_have_one_order() -> None:
    base = made([Card("x", "early", "backstage"), Card("y", "early", "backstage")])
    marks = [Mark("w", "cards/y", "wait"), Mark("f", "cards/y", "fail"), Mark("d", "cards/x", "delight")]
    links = [Link("b", "y", "x"), Link("a", "x", "y")]
    ordered = arranged(dataclasses.replace(base, marks=Collection(marks), links=Collection(links)))
    assert list(ordered.marks) == ["d", "f", "w"]
    assert list(ordered.links) == ["a", "b"]


def test_addresses_read_back() -> None:
    for text in ("steps/calls", "cards/answer#by", "blueprint#title"):
        assert str(Address.parse(text)) == text
    with pytest.raises(ValueError, match="looks like"):
        Address.parse("#by")


def test_fields_know_their_words_in_the_file() -> None:
    assert [field.key for field in fields_of(Step)][:4] == ["title", "does", "thinks", "feels"]
    truth = field_named(Step, "moment-of-truth")
    assert truth is not None
    assert (truth.name, truth.low, truth.high) == ("moment_of_truth", 1, 4)
    assert field_named(Step, "nonsense") is None


def test_near_names() -> None:
    assert near("fist-line", ["second-line", "first-line", "kb"])[0] == "first-line"
    assert near("zzz", ["first-line"]) == ()


def test_collections_change_without_changing() -> None:
    one = Collection([Phase("a"), Phase("b")])
    two = one.inserted(Phase("c"), "a")
    assert (list(one), list(two)) == (["a", "b"], ["a", "c", "b"])
    assert list(two.without("a")) == ["c", "b"]
    assert two.replaced(Phase("b", title="B"))["b"].title == "B"
    for wrong in (lambda: one.without("x"), lambda: one.replaced(Phase("x")), lambda: one.inserted(Phase("x"), "y")):
        with pytest.raises(KeyError):
            wrong()


def test_trouble_has_a_hint() -> None:
    assert FootlightsError("no view 'x'", "choose blueprint").hint == "choose blueprint"
