"""Money: Shostack's shoeshine stand (1984), to the cent."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

import footlights as fl
from footlights.measures import profit
from footlights.model import Actor, Blueprint, Card, Collection, Duration, FootlightsError, Money, Phase, Step, Time

ROOT = Path(__file__).resolve().parent.parent.parent


def cents(amount: float) -> Money:
    return Money(amount / 100, "USD")


def shine(*, rate: Money | None = None, price: Money | None = None, wax: Money | None = None) -> Blueprint:
    """Price 50 cents; 9 cents a minute, 3 cents of wax and 9 cents of other costs for each pair of shoes."""
    seconds = {"brush": 30, "polish": 30, "buff": 45, "collect": 15}
    cards = [Card(id, "shine", "frontstage", by=("shiner",), time=Time(Duration(length, "s"))) for id, length in seconds.items()]
    return Blueprint(
        price=price or cents(50),
        actors=Collection([Actor("shiner", cost_per_hour=rate or cents(540))]),
        phases=Collection([Phase("only")]),
        steps=Collection([Step("shine", "only")]),
        cards=Collection(
            [
                *cards,
                Card("wax", "shine", "evidence", cost=wax or cents(3)),
                Card("buy", "shine", "support", cost=cents(9)),
            ]
        ),
    )


@pytest.mark.parametrize(("minutes", "left"), [(2, 20), (3, 11), (4, 2), (0, 38), (5, -7)])
def test_shostacks_figures(minutes: int, left: int) -> None:
    assert profit(shine(), minutes * 60) == cents(left)


@pytest.mark.parametrize(("minutes", "left"), [(2, 20), (3, 11), (4, 2)])
def test_shostacks_figures_from_the_example_that_ships(minutes: int, left: int) -> None:
    example = fl.load(ROOT / "examples" / "shoeshine.blueprint.yaml").blueprint
    assert profit(example, minutes * 60) == cents(left)
    # and its standard times add up to the two minutes that make 20 cents
    assert fl.path_time(example).standard_s == 120


def test_without_a_price_a_rate_or_a_name_there_is_no_profit() -> None:
    whole = shine()
    nobody = Collection(card._replace(by=()) for card in whole.cards.values())
    assert profit(dataclasses.replace(whole, price=None), 120) is None
    assert profit(dataclasses.replace(whole, actors=Collection([Actor("shiner")])), 120) is None
    assert profit(dataclasses.replace(whole, actors=Collection()), 120) is None
    assert profit(dataclasses.replace(whole, cards=nobody), 120) is None
    assert profit(dataclasses.replace(whole, cards=Collection()), 120) is None


def test_people_with_different_rates_count_for_the_time_they_take() -> None:
    # 30 minutes at 10 and 10 minutes at 30 an hour: 15 an hour on the path; 2 hours of it leave 70 of 100
    blueprint = Blueprint(
        price=Money(100, "EUR"),
        actors=Collection([Actor("a", cost_per_hour=Money(10, "EUR")), Actor("b", cost_per_hour=Money(30, "EUR"))]),
        phases=Collection([Phase("only")]),
        steps=Collection([Step("s", "only"), Step("t", "only")]),
        cards=Collection(
            [
                Card("one", "s", "frontstage", by=("a",), time=Time(Duration(30, "min"))),
                Card("two", "t", "frontstage", by=("b",), time=Time(Duration(10, "min"))),
            ]
        ),
    )
    assert profit(blueprint, 7200) == Money(70, "EUR")


@pytest.mark.parametrize("foreign", [{"wax": Money(1, "EUR")}, {"price": Money(1, "EUR")}])
def test_currencies_are_not_added_up(foreign: dict[str, Money]) -> None:
    with pytest.raises(FootlightsError, match="EUR and USD"):
        profit(shine(**foreign), 120)
