"""Times along the longest path, each case worked out by hand beside it."""

from __future__ import annotations

import time as clock
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlights.facts import PathTime, StationTime
from footlights.measures import path_time
from footlights.model import Blueprint, Card, Collection, Duration, Lane, Link, Phase, Step, Time, arranged


def minutes(work: float | None = None, **others: float | str) -> Time:
    """A time in minutes: work, wait, standard, tolerance; and its basis."""
    parts = {"work": work, **others}
    basis = parts.pop("basis", None)
    return Time(
        **{part: Duration(float(figure), "min") for part, figure in parts.items() if figure is not None},
        basis=basis,
    )


def step(id: str, time: Time | None = None, **fields: object) -> Step:
    return Step(id, "only", does=id, time=time, **fields)


def card(id: str, at: str, lane: str, time: Time | None = None, **fields: object) -> Card:
    return Card(id, at, lane, does=id, time=time, **fields)


def to(source: str, target: str, kind: str | None = None) -> Link:
    return Link(f"{source}--{target}", source, target, kind)


def blueprint(*steps: Step, cards: Sequence[Card] = (), links: Sequence[Link] = (), lanes: Sequence[Lane] = ()) -> Blueprint:
    return arranged(
        Blueprint(
            title="A case",
            phases=Collection([Phase("only")]),
            lanes=Collection(lanes),
            steps=Collection(steps),
            cards=Collection(cards),
            links=Collection(links),
        )
    )


def in_minutes(seconds: float | None) -> float | None:
    return None if seconds is None else seconds / 60


def total(found: PathTime) -> float | None:
    return in_minutes(found.total_s)


def test_nothing_gives_nothing() -> None:
    found = path_time(Blueprint())
    assert found == PathTime(None, None, None, None, None, None, (), (), (), ())


def test_no_time_anywhere_is_unknown_and_not_zero() -> None:
    found = path_time(blueprint(step("a"), step("b"), cards=[card("f", "b", "frontstage")]))
    assert found.total_s is found.customer_s is found.company_s is found.work_s is found.standard_s is None
    assert found.unknown == ("a", "b")
    assert found.stations == (StationTime("a"), StationTime("b"))


def test_steps_follow_each_other() -> None:
    # 2 + (3 + 4) = 9, of which 5 work and 4 wait; all of it the customer's
    found = path_time(blueprint(step("a", minutes(2)), step("b", minutes(3, wait=4))))
    assert total(found) == 9
    assert found.customer_s == found.total_s
    assert found.company_s is None
    assert (in_minutes(found.work_s), in_minutes(found.wait_s)) == (5, 4)
    assert found.path == ("a", "b")


def test_cards_beside_each_other_do_not_add_up() -> None:
    # both follow a; the longer one counts: 1 + 5 = 6, and then b: 6 + 2 = 8
    found = path_time(
        blueprint(
            step("a", minutes(1)),
            step("b", minutes(2)),
            cards=[card("quick", "a", "frontstage", minutes(3)), card("slow", "a", "frontstage", minutes(5))],
        )
    )
    assert total(found) == 8
    assert (in_minutes(found.customer_s), in_minutes(found.company_s)) == (3, 5)
    assert found.path == ("a", "slow", "b")
    assert in_minutes(found.stations[0].work_s) == 6


def test_cards_in_a_chain_add_up() -> None:
    # calls 1, answers 4, classifies 2, confirms 3 (drawn back to the front), then b: 1 + 4 + 2 + 3 + 5 = 15
    found = path_time(
        blueprint(
            step("a", minutes(1)),
            step("b", minutes(5)),
            cards=[
                card("answer", "a", "frontstage", minutes(4)),
                card("confirm", "a", "frontstage", minutes(3)),
                card("classify", "a", "backstage", minutes(2)),
            ],
            links=[to("answer", "classify"), to("classify", "confirm")],
        )
    )
    assert total(found) == 15
    assert found.path == ("a", "answer", "classify", "confirm", "b")
    assert in_minutes(found.stations[0].work_s) == 10
    assert found.loops == ()


def test_back_stage_that_nobody_waits_for_does_not_count() -> None:
    # the archive takes a day, but a, front and b only 1 + 2 + 3 = 6
    found = path_time(
        blueprint(
            step("a", minutes(1)),
            step("b", minutes(3)),
            cards=[
                card("front", "a", "frontstage", minutes(2)),
                card("archive", "a", "backstage", minutes(1440)),
            ],
        )
    )
    assert total(found) == 6
    # the station holds it all the same: 1 + 2 + 1440
    assert in_minutes(found.stations[0].work_s) == 1443


def test_a_link_from_back_stage_to_a_later_step_counts() -> None:
    # a 1, front 2, back 60, and only then c: 1 + 2 + 60 + 4 = 67; by way of b it would be 1 + 2 + 5 + 4 = 12
    found = path_time(
        blueprint(
            step("a", minutes(1)),
            step("b", minutes(5)),
            step("c", minutes(4)),
            cards=[card("front", "a", "frontstage", minutes(2)), card("back", "a", "backstage", minutes(60))],
            links=[to("back", "c")],
        )
    )
    assert total(found) == 67
    assert found.path == ("a", "front", "back", "c")
    assert (in_minutes(found.customer_s), in_minutes(found.company_s)) == (5, 62)


def test_back_stage_before_the_front_stage_begins_with_its_step() -> None:
    # order 5 and then serve; the kitchen cooks 20 from the moment that the step begins: 1 + max(5, 20) + 2 + 10 = 33
    found = path_time(
        blueprint(
            step("sit", minutes(1)),
            step("order", minutes(5)),
            step("eat", minutes(10)),
            cards=[card("serve", "order", "frontstage", minutes(2)), card("cook", "order", "backstage", minutes(20))],
            links=[to("cook", "serve")],
        )
    )
    assert total(found) == 33
    assert found.path == ("sit", "cook", "serve", "eat")
    # the column: cook and serve one after the other
    assert in_minutes(found.stations[1].work_s) == 22


def test_the_front_stage_answers_the_customer_even_when_somebody_else_prepares_it() -> None:
    # travel is b's own 60; the map was prepared in 5: 1 + 60 + 10 = 71 and not 1 + 5 + 10
    found = path_time(
        blueprint(
            step("a", minutes(1)),
            step("b", minutes(60)),
            cards=[card("prepare", "a", "backstage", minutes(5)), card("explain", "b", "frontstage", minutes(10))],
            links=[to("prepare", "explain")],
        )
    )
    assert total(found) == 71
    assert found.path == ("a", "b", "explain")


def test_of_two_branches_the_longer_one_counts() -> None:
    # ask leads to quick and to long, both to end: 1 + 30 + 2 = 33
    found = path_time(
        blueprint(
            step("ask", minutes(1)),
            step("quick", minutes(3)),
            step("long", minutes(30)),
            step("end", minutes(2)),
            links=[to("ask", "quick"), to("ask", "long"), to("quick", "end")],
        )
    )
    assert total(found) == 33
    assert found.path == ("ask", "long", "end")


def test_a_loop_is_walked_once() -> None:
    found = path_time(
        blueprint(step("a", minutes(2)), step("b", minutes(3)), links=[to("b", "a", "loop")]),
    )
    assert total(found) == 5
    assert found.loops == (("b", "a"),)


def test_a_system_that_several_cards_share_adds_no_time_of_its_own() -> None:
    # two cards beside each other and one behind them use the same system; only the ways count: 1 + max(4, 6) + 2 = 9
    found = path_time(
        blueprint(
            step("a", minutes(1)),
            step("b", minutes(2)),
            cards=[
                card("one", "a", "frontstage", minutes(4), uses=("crm",)),
                card("two", "a", "frontstage", minutes(6), uses=("crm",)),
                card("log", "a", "backstage", minutes(30), uses=("crm",)),
            ],
        )
    )
    assert total(found) == 9
    assert found.path == ("a", "two", "b")


def test_work_side_by_side_that_meets_again_counts_by_its_longest_way() -> None:
    # order 1, then bread 5 and soup 20 side by side, both for serving 2, then eating 10: 1 + 20 + 2 + 10 = 33
    found = path_time(
        blueprint(
            step("order", minutes(1)),
            step("wait"),
            step("eat", minutes(10)),
            cards=[
                card("bread", "wait", "backstage", minutes(5)),
                card("soup", "wait", "backstage", minutes(20)),
                card("serve", "wait", "frontstage", minutes(2)),
            ],
            links=[to("bread", "serve"), to("soup", "serve")],
        )
    )
    assert total(found) == 33
    assert "bread" not in found.path


def test_a_loop_within_work_side_by_side_is_walked_once() -> None:
    # soup 20 is tasted 3 and sent back; bread 5 beside it: 1 + 20 + 3 + 2 = 26, as if nobody had sent it back
    cards = [
        card("bread", "a", "backstage", minutes(5)),
        card("soup", "a", "backstage", minutes(20)),
        card("taste", "a", "backstage", minutes(3)),
        card("serve", "b", "frontstage", minutes(2)),
    ]
    ways = [to("bread", "serve"), to("soup", "taste"), to("taste", "serve")]
    for kind in ("loop", None):
        found = path_time(blueprint(step("x", minutes(1)), step("a"), step("b"), cards=cards, links=[*ways, to("taste", "soup", kind)]))
        assert total(found) == 26
        assert found.loops == (("taste", "soup"),)


def test_a_circle_that_nobody_called_a_loop_is_found() -> None:
    # b leads back to a: left out, as if it were called a loop; b still leads on to c: 2 + 3 + 4
    found = path_time(blueprint(step("a", minutes(2)), step("b", minutes(3)), step("c", minutes(4)), links=[to("b", "a")]))
    assert found.loops == (("b", "a"),)
    assert total(found) == 9


def test_a_circle_within_one_step_loses_the_way_that_closes_it() -> None:
    # one and two lead to each other: two leads back to one, so that goes; a 1 + 2 + 3 = 6
    found = path_time(
        blueprint(
            step("a", minutes(1)),
            cards=[card("one", "a", "frontstage", minutes(2)), card("two", "a", "frontstage", minutes(3))],
            links=[to("one", "two"), to("two", "one")],
        )
    )
    assert found.loops == (("two", "one"),)
    assert total(found) == 6


def test_it_is_the_way_back_that_is_left_out_even_when_a_way_skips_ahead() -> None:
    # a skips to c, c goes back to b, b goes on to c: c -> b is the way back; a 1 + c 3 + d 4 = 8, b 2 + c 3 + d 4 = 9
    found = path_time(
        blueprint(
            step("a", minutes(1)),
            step("b", minutes(2)),
            step("c", minutes(3)),
            step("d", minutes(4)),
            links=[to("a", "c"), to("c", "b"), to("c", "d")],
        )
    )
    assert found.loops == (("c", "b"),)
    assert total(found) == 9


def test_a_link_to_itself_is_a_loop() -> None:
    found = path_time(blueprint(step("a", minutes(1)), step("b", minutes(2)), links=[to("a", "a")]))
    assert found.loops == (("a", "a"),)


def test_a_front_stage_card_that_spans_holds_up_what_follows_its_last_step() -> None:
    # the guide walks along from a to c for 30; a, b and c take 1 + 2 + 3 = 6 meanwhile; then d: 1 + 30 + 4 = 35
    guide = card("guide", "a", "frontstage", minutes(30), until="c")
    steps = [step("a", minutes(1)), step("b", minutes(2)), step("c", minutes(3)), step("d", minutes(4))]
    found = path_time(blueprint(*steps, cards=[guide]))
    assert total(found) == 35
    assert found.path == ("a", "guide", "d")
    # without the span b would wait for it: 1 + 30 + 2 + 3 + 4
    assert total(path_time(blueprint(*steps, cards=[guide._replace(until=None)]))) == 40


def test_what_is_unknown_is_counted_as_a_station_without_time() -> None:
    found = path_time(
        blueprint(
            step("a", minutes(2)),
            step("b"),
            step("c"),
            cards=[
                card("f", "c", "frontstage", minutes(7)),
                card("g", "b", "backstage", minutes(tolerance=9)),
            ],
        )
    )
    assert total(found) == 9
    assert found.unknown == ("b",)
    assert found.path == ("a", "b", "c", "f")
    assert found.stations[1] == StationTime("b", tolerance_s=540.0, basis="assumed")


def test_the_standard_stands_in_where_work_and_wait_are_unknown() -> None:
    # 3 (standard) + 4 + 1 = 8; only a and c have a standard: 3 + 2 = 5
    found = path_time(blueprint(step("a", minutes(standard=3)), step("b", minutes(4)), step("c", minutes(1, standard=2))))
    assert total(found) == 8
    assert in_minutes(found.work_s) == 5
    assert in_minutes(found.standard_s) == 5
    assert found.wait_s is None


def test_each_figure_of_a_station_is_that_of_its_own_longest_way() -> None:
    # work: max(1, 6) + 2 = 8, wait: max(9, 0) + 0 = 9, standard: 4 + 3 = 7
    found = path_time(
        blueprint(
            step("a", minutes(2, standard=3)),
            cards=[
                card("f", "a", "frontstage", minutes(1, wait=9)),
                card("g", "a", "frontstage", minutes(6, standard=4)),
            ],
        )
    ).stations[0]
    assert [in_minutes(figure) for figure in (found.work_s, found.wait_s, found.standard_s)] == [8, 9, 7]


def test_what_a_step_may_take_is_its_own_tolerance_else_the_sum_along_its_column() -> None:
    cards = [
        card("f", "a", "frontstage", minutes(1, tolerance=3)),
        card("g", "a", "frontstage", minutes(1, tolerance=4)),
        card("h", "a", "backstage", minutes(1, tolerance=5)),
    ]
    # g and h: f leads to h by the chain, so 3 + 5 = 8 along it
    assert in_minutes(path_time(blueprint(step("a"), cards=cards)).stations[0].tolerance_s) == 8
    own = step("a", minutes(1, tolerance=6))
    assert in_minutes(path_time(blueprint(own, cards=cards)).stations[0].tolerance_s) == 6


def test_a_station_rests_on_its_weakest_figure() -> None:
    measured = card("f", "a", "frontstage", minutes(1, basis="measured"))
    proposed = card("g", "a", "frontstage", minutes(1), basis="proposed")
    silent = card("h", "a", "frontstage", minutes(1))

    def basis(*cards: Card) -> str | None:
        return path_time(blueprint(step("a"), cards=cards)).stations[0].basis

    assert basis() is None
    assert basis(measured) == "measured"
    assert basis(measured, proposed) == "proposed"
    assert basis(measured, proposed, silent) == "assumed"


def test_the_customers_own_cards_are_the_customers_time() -> None:
    found = path_time(blueprint(step("a", minutes(1)), step("b"), cards=[card("packs", "a", "customer", minutes(4))]))
    assert found.path == ("a", "packs", "b")
    assert (in_minutes(found.customer_s), found.company_s) == (5, None)


def test_a_policy_takes_no_time_unless_something_waits_for_it() -> None:
    review = card("review", "a", "policy", minutes(1000))
    steps = [step("a", minutes(1)), step("b", minutes(2))]
    assert total(path_time(blueprint(*steps, cards=[review]))) == 3
    assert total(path_time(blueprint(*steps, cards=[review], links=[to("review", "b")]))) == 1002


def test_rows_of_ones_own_count_by_their_role() -> None:
    desk = card("desk", "a", "counter", minutes(5))
    found = path_time(blueprint(step("a"), step("b", minutes(1)), cards=[desk], lanes=[Lane("counter", "frontstage")]))
    assert found.path == ("a", "desk", "b")


@pytest.mark.timeout(20)
def test_many_ways_back_take_no_more_than_their_share() -> None:
    steps = [step(f"s{number}", minutes(1)) for number in range(3000)]
    links = [to(f"s{number}", f"s{number // 2}") for number in range(1, 3000)]
    links += [to(f"s{number}", f"s{number + 1}") for number in range(2999)]
    start = clock.process_time()
    found = path_time(blueprint(*steps, links=links))
    assert total(found) == 3000
    assert len(found.loops) == 2999
    assert clock.process_time() - start < 5


ids = [f"s{number}" for number in range(4)] + [f"c{number}" for number in range(8)]


@st.composite
def tangled(draw: st.DrawFn) -> Blueprint:
    """Any small blueprint, with links from anywhere to anywhere."""
    length = st.none() | st.integers(0, 9).map(minutes)
    lanes = st.sampled_from(["customer", "frontstage", "backstage", "support", "evidence"])
    steps = [step(f"s{number}", draw(length)) for number in range(4)]
    cards = [
        card(f"c{number}", f"s{number % 4}", draw(lanes), draw(length), until=draw(st.none() | st.sampled_from(ids[:4])))
        for number in range(8)
    ]
    ends = st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.sampled_from([None, "loop", "message"]))
    links = [to(*pair) for pair in draw(st.lists(ends, max_size=8, unique_by=lambda pair: pair[:2]))]
    return blueprint(*steps, cards=cards, links=links)


@given(tangled())
def test_any_tangle_has_a_path_whose_figures_hold(tangle: Blueprint) -> None:
    found = path_time(tangle)
    assert len(set(found.path)) == len(found.path)
    times = {node.id: node.time for node in (*tangle.steps.values(), *tangle.cards.values()) if node.time}
    known = [time.seconds for time in times.values() if time.seconds is not None]
    along = [times[node].seconds for node in found.path if node in times]
    assert found.total_s == (sum(along) if along else None)
    assert found.total_s is None or found.total_s <= sum(known)
    assert (found.total_s or 0) == (found.customer_s or 0) + (found.company_s or 0)
    # no step takes longer than the whole
    alone = [times[id].seconds or 0 for id in tangle.steps if id in times]
    assert max(alone, default=0) <= (found.total_s or 0)
    assert [station.step for station in found.stations] == list(tangle.steps)
