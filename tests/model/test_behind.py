"""What stands behind a step: worked out by hand, case by case."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlights.model import Blueprint, Card, Collection, Lane, Link, Phase, Step, arranged, behind, behind_each


def card(id: str, at: str, lane: str, **fields: object) -> Card:
    return Card(id, at, lane, does=id, **fields)


def to(source: str, target: str, kind: str | None = None) -> Link:
    return Link(f"{source}--{target}--{kind}", source, target, kind)


def blueprint(cards: Sequence[Card], links: Sequence[Link] = (), lanes: Sequence[Lane] = (), steps: str = "abc") -> Blueprint:
    return arranged(
        Blueprint(
            phases=Collection([Phase("only")]),
            lanes=Collection(lanes),
            steps=Collection(Step(id, "only") for id in steps),
            cards=Collection(cards),
            links=Collection(links),
        )
    )


def told(made: Blueprint, step: str) -> list[tuple[str, int, str, str]]:
    return [tuple(stand) for stand in behind(made, step)]


def names(made: Blueprint, step: str) -> set[str]:
    return {stand.card for stand in behind(made, step)}


def test_a_column_stands_behind_its_step_and_no_other() -> None:
    made = blueprint([card("front", "a", "frontstage"), card("back", "a", "backstage"), card("desk", "a", "support")])
    assert told(made, "a") == [("front", 0, "here", "a"), ("back", 0, "here", "a"), ("desk", 0, "here", "a")]
    # the customer comes from a to b; what they met at a is not behind b
    assert told(made, "b") == []


def test_evidence_policies_metrics_and_notes_do_not_stand_behind_a_step() -> None:
    rows = ("evidence", "policy", "metric", "note")
    assert told(blueprint([card(row, "a", row) for row in rows]), "a") == []


def test_what_makes_the_evidence_stands_behind_the_step_that_meets_it() -> None:
    # the letter is met at b; printing it at a leads there
    cards = [card("print", "a", "backstage"), card("letter", "b", "evidence")]
    assert told(blueprint(cards, [to("print", "letter")]), "b") == [("print", 1, "link", "letter")]


def test_evidence_that_names_who_makes_it_stands_there_itself() -> None:
    made = blueprint([card("leaflet", "a", "evidence", by=("printer",)), card("smell", "a", "evidence")])
    assert names(made, "a") == {"leaflet"}


def test_a_policy_stands_where_a_link_leads_from_it() -> None:
    made = blueprint([card("front", "a", "frontstage"), card("rule", "a", "policy")], [to("rule", "front")])
    assert told(made, "a") == [("front", 0, "here", "a"), ("rule", 1, "link", "front")]


def test_a_card_stands_behind_every_step_that_it_spans() -> None:
    made = blueprint([card("guide", "a", "frontstage", until="b")])
    assert told(made, "a") == [("guide", 0, "here", "a")]
    assert told(made, "b") == [("guide", 0, "span", "b")]
    assert told(made, "c") == []


def test_a_span_that_ends_before_it_begins_or_nowhere_is_none() -> None:
    made = blueprint([card("one", "b", "frontstage", until="a"), card("two", "b", "frontstage", until="gone")])
    assert (names(made, "a"), names(made, "b"), names(made, "c")) == (set(), {"one", "two"}, set())


def test_what_the_front_stage_waits_for_stands_behind_it_however_far_back() -> None:
    # order (a) -> cook (b) -> serve (c)
    cards = [card("order", "a", "backstage"), card("cook", "b", "backstage"), card("serve", "c", "frontstage")]
    made = blueprint(cards, [to("order", "cook"), to("cook", "serve")])
    assert told(made, "c") == [("serve", 0, "here", "c"), ("cook", 1, "link", "serve"), ("order", 2, "link", "cook")]


def test_later_work_does_not_stand_behind_an_earlier_step() -> None:
    cards = [card("order", "a", "backstage"), card("serve", "c", "frontstage")]
    assert names(blueprint(cards, [to("order", "serve")]), "a") == {"order"}


def test_a_loop_back_ends_where_it_began() -> None:
    # the dish goes back to the kitchen, with and without being called a loop; serving is not behind the step before it
    cards = [card("cook", "a", "backstage"), card("serve", "b", "frontstage")]
    for kind in ("loop", None):
        made = blueprint(cards, [to("cook", "serve"), to("serve", "cook", kind)])
        assert names(made, "a") == {"cook"}
        assert told(made, "b") == [("serve", 0, "here", "b"), ("cook", 1, "link", "serve")]


def test_a_circle_within_one_column_counts_each_card_once() -> None:
    cards = [card("one", "a", "backstage"), card("two", "a", "backstage"), card("tell", "b", "frontstage")]
    made = blueprint(cards, [to("one", "two"), to("two", "one"), to("two", "tell")])
    assert told(made, "b") == [("tell", 0, "here", "b"), ("two", 1, "link", "tell"), ("one", 2, "link", "two")]


def test_a_later_way_back_does_not_bring_its_column_along() -> None:
    # check (b) sends back to make (a); make leads on to c: b is not behind c by way of the return
    cards = [card("make", "a", "backstage"), card("check", "b", "frontstage"), card("give", "c", "frontstage")]
    made = blueprint(cards, [to("check", "make"), to("make", "give")])
    assert names(made, "c") == {"give", "make"}


def test_both_ends_of_an_agreement_stand_behind_each_other_within_a_column() -> None:
    cards = [card("take", "a", "frontstage"), card("bank", "a", "support"), card("ship", "b", "frontstage")]
    made = blueprint(cards, [to("take", "bank", "agreement"), to("take", "ship")])
    assert told(made, "b") == [("ship", 0, "here", "b"), ("take", 1, "link", "ship"), ("bank", 2, "link", "take")]
    # but an agreement with later work does not put that work behind the earlier step
    assert names(blueprint(cards, [to("take", "ship", "agreement")]), "a") == {"take", "bank"}


def test_a_card_by_two_ways_stands_there_once_by_the_shorter() -> None:
    # pick leads to serve at once and by way of pack
    cards = [card("pick", "a", "backstage"), card("pack", "b", "backstage"), card("serve", "c", "frontstage")]
    made = blueprint(cards, [to("pick", "pack"), to("pack", "serve"), to("pick", "serve")])
    assert told(made, "c") == [("serve", 0, "here", "c"), ("pick", 1, "link", "serve"), ("pack", 1, "link", "serve")]


def test_parallel_work_stands_there_side_by_side() -> None:
    cards = [card("bread", "a", "backstage"), card("soup", "a", "backstage"), card("serve", "b", "frontstage")]
    made = blueprint(cards, [to("bread", "serve"), to("soup", "serve")])
    assert [(stand.card, stand.distance) for stand in behind(made, "b")] == [("serve", 0), ("bread", 1), ("soup", 1)]


def test_work_that_leads_to_the_step_itself_stands_behind_it() -> None:
    made = blueprint([card("ship", "a", "backstage")], [to("ship", "b")])
    assert told(made, "b") == [("ship", 1, "link", "b")]


def test_what_leads_to_another_step_is_not_passed_through_it() -> None:
    # prepare -> step b; b's front leads on to c: prepare brought the customer to b, it did not make what they meet at c
    cards = [card("prepare", "a", "backstage"), card("show", "b", "frontstage"), card("give", "c", "frontstage")]
    made = blueprint(cards, [to("prepare", "b"), to("show", "give")])
    assert names(made, "b") == {"show", "prepare"}
    assert names(made, "c") == {"give", "show"}


def test_links_between_steps_and_from_steps_say_nothing_of_who_makes_it() -> None:
    made = blueprint([card("front", "a", "frontstage"), card("give", "c", "frontstage")], [to("a", "c"), to("b", "give")])
    assert names(made, "c") == {"give"}


def test_who_handed_the_work_down_stands_behind_what_comes_of_it() -> None:
    # take -> cook by the chain of column a; cook -> serve is drawn
    cards = [card("take", "a", "frontstage"), card("cook", "a", "backstage"), card("serve", "b", "frontstage")]
    made = blueprint(cards, [to("cook", "serve")])
    assert told(made, "b") == [("serve", 0, "here", "b"), ("cook", 1, "link", "serve"), ("take", 2, "chain", "cook")]


def test_support_stands_under_the_work_of_its_column() -> None:
    # pick (a) leads to serve (b); under pick stands stocking, which runs on through a
    cards = [card("pick", "a", "backstage"), card("stock", "a", "support"), card("serve", "b", "frontstage")]
    made = blueprint(cards, [to("pick", "serve")])
    assert told(made, "b") == [("serve", 0, "here", "b"), ("pick", 1, "link", "serve"), ("stock", 2, "support", "pick")]


def test_nobody_sets_support_going_from_above() -> None:
    # the form hangs stock under show in column a; that does not put show behind b, which stock only runs on into
    cards = [card("show", "a", "frontstage"), card("stock", "a", "support", until="b"), card("serve", "b", "frontstage")]
    assert told(blueprint(cards), "b") == [("stock", 0, "span", "b"), ("serve", 0, "here", "b")]


def test_support_that_spans_into_a_column_stands_under_its_work() -> None:
    cards = [card("stock", "a", "support", until="b"), card("pick", "b", "backstage"), card("serve", "c", "frontstage")]
    assert ("stock", 2, "support", "pick") in told(blueprint(cards, [to("pick", "serve")]), "c")


def test_support_that_links_tie_in_elsewhere_stands_where_they_put_it() -> None:
    # approve leads on to bill, so it is no support of whatever happens in column a; pick only hands it its work
    cards = [
        card("pick", "a", "backstage"),
        card("approve", "a", "support"),
        card("serve", "b", "frontstage"),
        card("bill", "c", "frontstage"),
    ]
    made = blueprint(cards, [to("pick", "serve"), to("approve", "bill")])
    assert names(made, "b") == {"serve", "pick"}
    assert told(made, "c") == [("bill", 0, "here", "c"), ("approve", 1, "link", "bill"), ("pick", 2, "chain", "approve")]


def test_a_link_down_within_the_column_leaves_support_under_it() -> None:
    cards = [card("pick", "a", "backstage"), card("stock", "a", "support"), card("serve", "b", "frontstage")]
    assert names(blueprint(cards, [to("pick", "stock"), to("pick", "serve")]), "b") == {"serve", "pick", "stock"}


def test_rows_of_ones_own_count_by_their_role() -> None:
    lanes = [Lane("counter", "frontstage"), Lane("wall", "note")]
    made = blueprint([card("desk", "a", "counter"), card("poster", "a", "wall")], lanes=lanes)
    assert names(made, "a") == {"desk"}


def test_an_unknown_step_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        behind(blueprint([]), "nowhere")


ids = [*"abcd", *(f"c{number}" for number in range(8))]


@st.composite
def tangled(draw: st.DrawFn) -> Blueprint:
    """Any small blueprint, with links from anywhere to anywhere."""
    lanes = st.sampled_from(["customer", "frontstage", "backstage", "support", "evidence", "policy"])
    cards = [card(f"c{at}", "abcd"[at % 4], draw(lanes), until=draw(st.sampled_from([None, *"abcd"]))) for at in range(8)]
    ends = st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.sampled_from([None, "loop", "agreement"]))
    links = [to(*pair) for pair in draw(st.lists(ends, max_size=10, unique_by=lambda pair: pair[:2]))]
    return blueprint(cards, links, steps="abcd")


@given(tangled())
def test_any_tangle_ends_and_never_reaches_ahead(tangle: Blueprint) -> None:
    at = {step: number for number, step in enumerate(tangle.steps)}
    each = behind_each(tangle)
    for step, stands in each.items():
        cards = [stand.card for stand in stands]
        assert len(set(cards)) == len(cards)
        assert all(at[tangle.cards[id].step] <= at[step] for id in cards)
        assert [stand.distance for stand in stands] == sorted(stand.distance for stand in stands)
        reached = {step, *cards, *(card.id for card in tangle.cards.values() if card.lane == "evidence")}
        assert all(stand.through in reached for stand in stands)
        assert stands == behind(tangle, step)
