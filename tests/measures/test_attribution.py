"""What stands behind weak touchpoints: every figure worked out by hand.

A weak touchpoint weighs levels short × share of the customers × grade, where ungraded counts 0.5.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlights import load, loads
from footlights.measures import Account, Attribution, attribution, outage, shortfall
from footlights.model import Actor, Address, Blueprint

from .weighed import blueprint, card, step, to

EXAMPLES = sorted((Path(__file__).resolve().parent.parent.parent / "examples").glob("*.blueprint.yaml"))


def weights(found: Attribution, collection: str) -> dict[str, float]:
    return {account.id: account.weight for account in found.accounts if account.collection == collection}


def account(found: Attribution, collection: str, id: str) -> Account:
    return next(each for each in found.accounts if (each.collection, each.id) == (collection, id))


def test_nothing_gives_nothing() -> None:
    assert attribution(Blueprint()) == Attribution((), (), (), 0, (), ())


def test_one_weak_touchpoint_and_who_stands_behind_it() -> None:
    # 2 levels × everybody × grade 4 = 8, in full for each of those behind it
    made = blueprint(step("a", 2, 4), cards=[card("front", "a", "frontstage", by="desk", uses="crm")])
    found = attribution(made)
    assert found.total == 8
    assert weights(found, "actors") == {"desk": 8}
    assert weights(found, "systems") == {"crm": 8}
    assert weights(found, "cards") == {"front": 8}
    entry = account(found, "actors", "desk").entries[0]
    assert (entry.step, entry.shortfall, entry.exposure.share, entry.grade, entry.weight, entry.near) == ("a", 2, 1, 4, 8, True)
    assert [(stand.card, stand.how, stand.distance) for stand in entry.stands] == [("front", "here", 0)]


def test_an_ungraded_touchpoint_weighs_least_and_not_nothing() -> None:
    # 2 × 1 × 0.5 = 1 against 2 × 1 × 1 = 2 for the lowest grade
    found = attribution(blueprint(step("a", 2), step("b", 2, 1)))
    assert [(weak.step, weak.weight) for weak in found.weak] == [("b", 2), ("a", 1)]


def test_a_shared_system_counts_once_for_each_touchpoint() -> None:
    # three cards behind a use it, one behind b: a 2×1×4 = 8 once and not 24, b 1×1×2 = 2; together 10 = all there is
    cards = [
        card("one", "a", "frontstage", uses="crm"),
        card("two", "a", "backstage", uses="crm"),
        card("three", "a", "support", uses="crm"),
        card("four", "b", "frontstage", uses="crm"),
    ]
    found = attribution(blueprint(step("a", 2, 4), step("b", 1, 2), cards=cards))
    crm = account(found, "systems", "crm")
    assert (crm.weight, crm.share, found.total) == (10, 1, 10)
    assert [(entry.step, entry.weight, len(entry.stands)) for entry in crm.entries] == [("a", 8, 3), ("b", 2, 1)]


def test_a_loop_adds_nothing() -> None:
    # cook (a) -> serve (b), sent back to cook: a 1×1×2 = 2 (cook), b 2×1×3 = 6 (serve and cook)
    cards = [card("cook", "a", "backstage", by="kitchen"), card("serve", "b", "frontstage", by="waiter")]
    steps = [step("a", 1, 2), step("b", 2, 3)]
    without = attribution(blueprint(*steps, cards=cards, links=[to("cook", "serve")]))
    assert weights(without, "actors") == {"kitchen": 8, "waiter": 6}
    for kind in ("loop", None):
        again = attribution(blueprint(*steps, cards=cards, links=[to("cook", "serve"), to("serve", "cook", kind=kind)]))
        assert again == without


def test_parallel_work_counts_once_each() -> None:
    # bread and soup side by side lead to serve; the cook does both: 3×1×4 = 12 once
    cards = [
        card("bread", "a", "backstage", by="cook"),
        card("soup", "a", "backstage", by="cook"),
        card("serve", "b", "frontstage", by="waiter"),
    ]
    found = attribution(blueprint(step("a"), step("b", 3, 4), cards=cards, links=[to("bread", "serve"), to("soup", "serve")]))
    assert weights(found, "actors") == {"cook": 12, "waiter": 12}
    assert weights(found, "cards") == {"bread": 12, "soup": 12, "serve": 12}
    assert found.total == 12


def test_a_card_that_spans_stands_behind_each_of_its_steps() -> None:
    # the guide walks from a to b: a 1×1×2 = 2, b 2×1×1 = 2, c is not his: 4 of 4 + 3
    cards = [card("guide", "a", "frontstage", by="guide", until="b"), card("door", "c", "frontstage", by="porter")]
    found = attribution(blueprint(step("a", 1, 2), step("b", 2, 1), step("c", 1, 3), cards=cards))
    assert weights(found, "actors") == {"guide": 4, "porter": 3}
    assert [entry.stands[0].how for entry in account(found, "actors", "guide").entries] == ["here", "span"]
    assert account(found, "actors", "guide").share == pytest.approx(4 / 7)


def test_a_branch_weighs_by_who_takes_it() -> None:
    # 30 % go by b: 2 × 0.3 × 4 = 2.4; the others by c: 1 × 0.7 × 2 = 1.4; all to d: 1 × 1 × 1 = 1
    links = [to("a", "b", 0.3), to("a", "c", 0.7), to("b", "d")]
    cards = [card("x", "b", "frontstage", uses="crm"), card("y", "c", "frontstage", uses="crm"), card("z", "d", "frontstage", uses="erp")]
    found = attribution(blueprint(step("a"), step("b", 2, 4), step("c", 1, 2), step("d", 1, 1), cards=cards, links=links))
    assert weights(found, "systems") == pytest.approx({"crm": 3.8, "erp": 1})
    assert found.total == pytest.approx(4.8)


def test_a_department_counts_once_however_many_of_its_people_there_are() -> None:
    # two roles of one department behind a: 2×1×3 = 6 once
    actors = [Actor("one", kind="role", department="Sales"), Actor("two", kind="role", department="sales ")]
    cards = [card("x", "a", "frontstage", by="one"), card("y", "a", "backstage", by="two")]
    found = attribution(blueprint(step("a", 2, 3), cards=cards, actors=actors))
    assert weights(found, "departments") == {"sales": 6}
    assert weights(found, "actors") == {"one": 6, "two": 6}


def test_customers_and_what_they_do_themselves_are_left_out() -> None:
    cards = [card("types", "a", "customer", by="client", uses="site"), card("asks", "a", "frontstage", by="client desk")]
    found = attribution(blueprint(step("a", 1, 1), cards=cards, actors=[Actor("client", kind="customer")]))
    assert weights(found, "actors") == {"desk": 1}
    # but the system that they type into is ours
    assert weights(found, "systems") == {"site": 1}
    assert weights(found, "cards") == {"asks": 1}


def test_what_stands_near_goes_before_what_is_many_ways_back() -> None:
    # order (a) -> cook (b) -> serve (c) -> eat (d): d is 1×1×2 = 2; cook and order are two and three ways back
    cards = [
        card("order", "a", "backstage", by="desk"),
        card("cook", "b", "backstage", by="kitchen"),
        card("carry", "c", "backstage", by="runner"),
        card("serve", "d", "frontstage", by="waiter"),
    ]
    links = [to("order", "cook"), to("cook", "carry"), to("carry", "serve")]
    found = attribution(blueprint(step("a"), step("b"), step("c"), step("d", 1, 2), cards=cards, links=links))
    actors = [each for each in found.accounts if each.collection == "actors"]
    assert [(each.id, each.near, each.weight) for each in actors] == [("runner", 2, 2), ("waiter", 2, 2), ("desk", 0, 2), ("kitchen", 0, 2)]
    assert [each.near_share for each in actors] == [1, 1, 0, 0]


def test_a_touchpoint_with_nothing_behind_it_counts_and_is_nobodys() -> None:
    found = attribution(blueprint(step("a", 1, 4), step("b", 1, 4), cards=[card("x", "b", "frontstage", by="desk")]))
    assert [(weak.step, weak.stands) for weak in found.weak if not weak.stands] == [("a", ())]
    assert account(found, "actors", "desk").share == 0.5


def test_levels_say_more_than_feelings() -> None:
    assert shortfall(step("a", 2, feels=[2])) == (2, "level")
    # at its level and yet it feels bad: the levels speak
    assert shortfall(step("a", 0, feels=[-2])) is None
    # beyond its level
    assert shortfall(step("a")._replace(desired=3, actual=4)) is None


def test_feelings_speak_where_levels_do_not() -> None:
    # priya 0.5 counts as 0 below neutral, walter -1.5 as 1.5: (0 + 1.5) / 2 = 0.75; her joy does not make up for his trouble
    assert shortfall(step("a", feels=[0.5, -1.5])) == (0.75, "feeling")
    assert shortfall(step("a", feels=[0.5, 0])) is None
    assert shortfall(step("a")) is None
    # only one of the levels is no measure
    assert shortfall(step("a", feels=[-1])._replace(desired=4)) == (1, "feeling")


def test_what_it_rests_on_is_told() -> None:
    felt = step("a", feels=[-1], grade=2)
    felt = felt._replace(feels=(felt.feels[0]._replace(basis="measured"),))
    found = attribution(blueprint(felt, step("b", 1, 1, basis="observed"), step("c", 1, 1)))
    assert {weak.step: (weak.ground, weak.basis) for weak in found.weak} == {
        "a": ("feeling", "measured"),
        "b": ("level", "observed"),
        "c": ("level", "assumed"),
    }


def test_what_nobody_says_is_unsaid_and_not_fine() -> None:
    # graded without level and feeling; desired without actual; neither
    made = blueprint(step("a", grade=3), step("b")._replace(desired=4), step("c"), step("d", grade=1, feels=[1]))
    assert attribution(made).unsaid == ("a", "b")


def test_what_stands_under_most_moments_of_truth() -> None:
    # crm under a (4) and c (2), desk under a (4), erp under c (2); b is graded and nothing stands under it; d is not graded
    cards = [
        card("x", "a", "frontstage", by="desk", uses="crm"),
        card("y", "c", "frontstage", uses="erp crm"),
        card("z", "d", "frontstage", uses="dms"),
    ]
    found = attribution(blueprint(step("a", grade=4), step("b", grade=1), step("c", grade=2), step("d"), cards=cards))
    assert found.moments == ("a", "b", "c")
    under = [(each.collection, each.id, each.weight, each.moments) for each in found.under if each.collection != "cards"]
    assert under == [("systems", "crm", 6, ("a", "c")), ("actors", "desk", 4, ("a",)), ("systems", "erp", 2, ("c",))]


def test_the_hotel_by_hand() -> None:
    # check-in 5-3 = 2 × 1 × 4 = 8, arriving and sleeping 1 × 1 × 3 each with nothing behind them, leaving 1 × 1 × 2 = 2: 16
    # front desk: check-in and leaving, 10 of 16; bellperson: the bags run on during check-in, 8; registration system: 10
    found = attribution(load(next(path for path in EXAMPLES if path.name.startswith("hotel"))).blueprint)
    assert found.total == 16
    assert weights(found, "actors") == {"front-desk": 10, "bellperson": 8}
    assert weights(found, "departments") == {"front-office": 10}
    assert weights(found, "systems") == {"registration-system": 10}
    assert account(found, "departments", "front-office").share == 0.625


levels = st.none() | st.sampled_from([0.0, 1.0, 2.5])
ids = ["a", "b", "c", *(f"c{number}" for number in range(6))]


@st.composite
def tangled(draw: st.DrawFn) -> Blueprint:
    steps = [
        step(id, draw(levels), draw(st.none() | st.integers(1, 4)), draw(st.lists(st.sampled_from([-2, -0.5, 1]), max_size=2)))
        for id in "abc"
    ]
    lanes = st.sampled_from(["customer", "frontstage", "backstage", "support", "evidence"])
    names = st.lists(st.sampled_from(["one", "two"]), max_size=2, unique=True).map(" ".join)
    cards = [
        card(f"c{at}", "abc"[at % 3], draw(lanes), draw(names), draw(names), until=draw(st.sampled_from([None, *"abc"]))) for at in range(6)
    ]
    ends = st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.sampled_from([None, 0.5]), st.sampled_from([None, "loop", "agreement"]))
    links = [to(*pair) for pair in draw(st.lists(ends, max_size=8, unique_by=lambda pair: pair[:2]))]
    return blueprint(*steps, cards=cards, links=links)


@given(tangled())
def test_nobody_weighs_more_than_all_there_is(tangle: Blueprint) -> None:
    found = attribution(tangle)
    assert found.total == pytest.approx(sum(weak.weight for weak in found.weak))
    for each in found.accounts:
        steps = [entry.step for entry in each.entries]
        assert len(set(steps)) == len(steps)
        assert each.weight == pytest.approx(sum(entry.weight for entry in each.entries))
        assert 0 <= each.near <= each.weight + 1e-9
        assert each.weight <= found.total + 1e-9
        assert each.share <= 1 + 1e-9


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_every_example_holds(path: Path) -> None:
    found = attribution(load(path).blueprint)
    assert all(account.entries and account.weight <= found.total + 1e-9 for account in found.accounts)


def test_the_example_of_the_manual(request: pytest.FixtureRequest) -> None:
    # the sums stand on the page: 3 + 3.6 + 0.5 = 7.1; ticket tool and first line all of it, second line 3.6 + 0.5 = 4.1
    page = (request.config.rootpath / "docs" / "explanation" / "attribution.md").read_text("utf-8")
    made = loads(page.partition("```yaml\n")[2].partition("```")[0]).blueprint
    found = attribution(made)
    assert {weak.step: weak.weight for weak in found.weak} == pytest.approx({"calls": 3, "waits": 3.6, "works": 0.5})
    assert weights(found, "systems") == pytest.approx({"itsm": 7.1})
    assert weights(found, "actors") == pytest.approx({"first-line": 7.1, "second-line": 4.1})
    assert round(account(found, "actors", "second-line").share, 2) == 0.58
    assert outage(made, Address("actors", "second-line")).exposure.per_day == pytest.approx(24)
