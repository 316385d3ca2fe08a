"""How many customers get to a step: worked out by hand, case by case."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlights.measures import exposure, exposure_by_way_of, exposure_to_any
from footlights.model import Blueprint, Card, Collection, Link, Phase, Step, arranged


def way(source: str, target: str, share: float | None = None, when: str | None = None, kind: str | None = None) -> Link:
    return Link(f"{source}--{target}--{when}", source, target, kind, when, share)


def blueprint(steps: str, *links: Link, cards: Sequence[Card] = (), daily: float | None = None) -> Blueprint:
    return arranged(
        Blueprint(
            customers_per_day=daily,
            phases=Collection([Phase("only")]),
            steps=Collection(Step(id, "only") for id in steps),
            cards=Collection(cards),
            links=Collection(links),
        )
    )


def shares(made: Blueprint) -> dict[str, float]:
    return {step: round(found.share, 6) for step, found in exposure(made).items()}


def supposed(made: Blueprint) -> str:
    return "".join(step for step, found in exposure(made).items() if not found.known)


def test_without_forks_everybody_gets_everywhere() -> None:
    made = blueprint("abc")
    assert shares(made) == {"a": 1, "b": 1, "c": 1}
    assert supposed(made) == ""
    assert exposure(Blueprint()) == {}


def test_a_fork_divides_by_its_shares_and_all_are_there_where_it_ends() -> None:
    # a: 60 % to b, 40 % to c; b goes on to d, c to d: 0.6 + 0.4 = 1
    made = blueprint("abcd", way("a", "b", 0.6), way("a", "c", 0.4), way("b", "d"))
    assert shares(made) == {"a": 1, "b": 0.6, "c": 0.4, "d": 1}
    assert supposed(made) == ""


def test_shares_multiply_along_the_way() -> None:
    # half of 60 %: 0.5 * 0.6 = 0.3; the other half ends at d: c 0.3, and d by c and by b and by a: 0.3 + 0.3 + 0.4
    made = blueprint("abcd", way("a", "b", 0.6), way("a", "d", 0.4), way("b", "c", 0.5), way("b", "d", 0.5))
    assert shares(made) == {"a": 1, "b": 0.6, "c": 0.3, "d": 1}


def test_what_known_shares_leave_goes_on_to_the_next_step() -> None:
    # 20 % skip to d, the other 80 % go on to b
    made = blueprint("abcd", way("a", "d", 0.2))
    assert shares(made) == {"a": 1, "b": 0.8, "c": 0.8, "d": 1}
    assert supposed(made) == ""


def test_unknown_shares_divide_evenly_what_is_left_and_are_told() -> None:
    # 40 % are known to go to b, the other 60 % divide: c and d 30 % each; at e (everybody's) all are there again
    links = [way("a", "b", 0.4), way("a", "c", when="x"), way("a", "d", when="y"), way("b", "e"), way("c", "e"), way("d", "e")]
    made = blueprint("abcde", *links)
    assert shares(made) == {"a": 1, "b": 0.4, "c": 0.3, "d": 0.3, "e": 1}
    assert supposed(made) == "cd"


def test_unknown_is_never_zero_even_where_nothing_seems_left() -> None:
    # b takes everybody, and yet somebody must get to c: one way in one
    made = blueprint("abcd", way("a", "b", 1.0), way("a", "c", when="x"), way("b", "d"), way("c", "d"))
    assert shares(made)["c"] == 1
    assert supposed(made) == "c"


def test_a_condition_that_stands_alone_divides_with_the_next_step() -> None:
    made = blueprint("abcd", way("a", "d", when="something is wrong"))
    assert shares(made) == {"a": 1, "b": 0.5, "c": 0.5, "d": 1}
    assert supposed(made) == "bc"


def test_ways_side_by_side_do_not_split_the_customers() -> None:
    # neither share nor condition: all of them go to b and to c; at d no more arrive than there are
    made = blueprint("abcd", way("a", "b"), way("a", "c"), way("b", "d"))
    assert shares(made) == {"a": 1, "b": 1, "c": 1, "d": 1}
    assert supposed(made) == ""


def test_ways_side_by_side_bring_back_no_more_than_went_in() -> None:
    # 30 % get to b; all of these go to c and to d; at e there are 30 % again and not 60 %, and the other 70 % at f
    links = [way("a", "b", 0.3), way("a", "f", 0.7), way("b", "c"), way("b", "d"), way("c", "e"), way("d", "e"), way("e", "f")]
    assert shares(blueprint("abcdef", *links)) == {"a": 1, "b": 0.3, "c": 0.3, "d": 0.3, "e": 0.3, "f": 1}


def test_ways_back_raise_nothing() -> None:
    # called a loop or not: c leads back to b in half of the cases, and b still has everybody once
    for kind in ("loop", None):
        made = blueprint("abc", way("c", "b", 0.5, kind=kind), way("b", "b", 0.5, kind=kind))
        assert shares(made) == {"a": 1, "b": 1, "c": 1}


def test_a_step_that_no_way_leads_to_counts_as_everybodys_and_says_so() -> None:
    made = blueprint("abc", way("a", "c"))
    assert shares(made) == {"a": 1, "b": 1, "c": 1}
    assert supposed(made) == "b"


def test_a_card_parts_the_customers_where_its_work_goes_on_in_several_columns() -> None:
    # the first line solves 40 % at once (d); 60 % go to the second line at b and then on to c and d
    cards = [Card("try", "a", "frontstage"), Card("assign", "b", "backstage")]
    made = blueprint("abcd", way("try", "assign", 0.6), way("try", "d", 0.4, "solved"), cards=cards)
    assert shares(made) == {"a": 1, "b": 0.6, "c": 0.6, "d": 1}
    # one way only tells how often the work is passed on, not that the customer skips what lies between
    assert shares(blueprint("abcd", way("try", "assign", 0.6), cards=cards))["b"] == 1
    # and without share or condition nobody parts
    assert shares(blueprint("abcd", way("try", "assign"), way("try", "d"), cards=cards))["b"] == 1


def test_a_card_that_spans_parts_them_where_it_ends() -> None:
    cards = [Card("guide", "a", "frontstage", until="b")]
    assert shares(blueprint("abcd", way("guide", "d", 0.25), cards=cards)) == {"a": 1, "b": 1, "c": 0.75, "d": 1}


def test_what_a_step_says_itself_goes_before_its_cards() -> None:
    cards = [Card("try", "a", "frontstage")]
    made = blueprint("abc", way("a", "b", 0.9), way("a", "c", 0.1), way("try", "c", 0.5, "x"), cards=cards)
    assert shares(made) == {"a": 1, "b": 0.9, "c": 1}


def test_per_day_is_the_share_of_the_customers_a_day() -> None:
    found = exposure(blueprint("abc", way("a", "b", 0.25), way("a", "c", 0.75), daily=80))
    assert [found[step].per_day for step in "abc"] == [80, 20, 80]
    assert exposure(blueprint("a"))["a"].per_day is None


def test_whoever_meets_several_of_some_steps_counts_once() -> None:
    # b 60 %, c 40 %, d everybody
    made = blueprint("abcd", way("a", "b", 0.6), way("a", "c", 0.4), way("b", "d"), daily=10)
    assert exposure_to_any(made, ["b"]).share == pytest.approx(0.6)
    assert exposure_to_any(made, ["b", "c"]).share == pytest.approx(1)
    assert exposure_to_any(made, ["b", "d"]).share == pytest.approx(1)
    assert exposure_to_any(made, ["b"]).per_day == pytest.approx(6)
    assert exposure_to_any(made, []) == (0.0, True, 0.0)


def test_two_steps_on_one_branch_hit_that_branch_once() -> None:
    # 30 % go by b and c, the others straight to d
    made = blueprint("abcd", way("a", "b", 0.3), way("a", "d", 0.7))
    assert exposure_to_any(made, ["b", "c"]).share == pytest.approx(0.3)


def test_who_came_by_another_step() -> None:
    # b 60 %, c 40 %, d everybody: 60 % of those at d came by b, all by a or by b and c, nobody by none
    made = blueprint("abcd", way("a", "b", 0.6), way("a", "c", 0.4), way("b", "d"), daily=10)
    assert exposure_by_way_of(made, "d", ["b"]) == pytest.approx((0.6, True, 6))
    assert exposure_by_way_of(made, "d", ["b", "c"]).share == pytest.approx(1)
    assert exposure_by_way_of(made, "d", ["a"]).share == pytest.approx(1)
    assert exposure_by_way_of(made, "c", ["b"]).share == 0
    assert exposure_by_way_of(made, "d", []).share == 0
    with pytest.raises(KeyError):
        exposure_by_way_of(made, "nowhere", ["a"])


@st.composite
def tangled(draw: st.DrawFn) -> Blueprint:
    ends = [*"abcdef", "x", "y", "z"]
    cards = [Card("x", "a", "frontstage"), Card("y", "c", "backstage", until="d"), Card("z", "e", "support")]
    share = st.none() | st.sampled_from([0.0, 0.1, 0.5, 1.0])
    one = st.tuples(st.sampled_from(ends), st.sampled_from(ends), share, st.sampled_from([None, "if"]))
    links = [way(*each) for each in draw(st.lists(one, max_size=12, unique_by=lambda each: (each[0], each[1], each[3])))]
    return blueprint("abcdef", *links, cards=cards)


@given(tangled())
def test_in_any_tangle_nobody_gets_anywhere_more_than_once(tangle: Blueprint) -> None:
    found = exposure(tangle)
    assert list(found) == list("abcdef")
    assert all(0 <= each.share <= 1 for each in found.values())
    assert found["a"] == (1.0, True, None)
    for steps in ("bd", "cef", "a"):
        together = exposure_to_any(tangle, list(steps)).share
        assert max(found[step].share for step in steps) <= together + 1e-9
        assert -1e-9 <= exposure_by_way_of(tangle, "f", list(steps)).share <= found["f"].share + 1e-9
        assert together <= min(1.0, sum(found[step].share for step in steps)) + 1e-9
