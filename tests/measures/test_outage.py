"""The outage drill: what stops and whom it reaches, worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footlights.measures import Outage, can_be_out, named, outage
from footlights.model import (
    Actor,
    Address,
    Agreement,
    Blueprint,
    Card,
    Duration,
    FootlightsError,
    Mark,
    Phase,
    Promise,
    System,
    Translations,
)

from .weighed import blueprint, card, step, to


def out(made: Blueprint, element: str) -> Outage:
    return outage(made, Address.parse(element))


def states(found: Outage) -> dict[str, str]:
    return {hit.step: hit.state for hit in found.steps}


def desk(**fields: object) -> Card:
    return card("desk", "a", "frontstage", by="clerk", uses="crm", via="counter", **fields)


@pytest.mark.parametrize("element", ["systems/crm", "actors/clerk", "channels/counter", "cards/desk"])
def test_the_only_card_stops_and_closes_its_step(element: str) -> None:
    found = out(blueprint(step("a", grade=3), step("b"), cards=[desk()]), element)
    assert [(each.card, each.stops, each.left) for each in found.cards] == [("desk", True, ())]
    assert states(found) == {"a": "closed"}
    assert (found.steps[0].fallback, found.without_fallback, found.moments) == ("none", ("a",), ("a",))


def test_a_department_takes_all_its_people_along() -> None:
    actors = [Actor("clerk", department="Front"), Actor("cook", department="Back"), Actor("guard", department="front")]
    cards = [desk(), card("watch", "b", "frontstage", by="guard"), card("cook", "b", "frontstage", by="cook")]
    found = out(blueprint(step("a"), step("b"), cards=cards, actors=actors), "departments/front")
    assert found.out == (Address("departments", "front"), Address("actors", "clerk"), Address("actors", "guard"))
    assert states(found) == {"a": "closed", "b": "other-way"}


def test_a_partner_takes_the_systems_along_that_it_owns() -> None:
    actors = [Actor("bank", kind="partner"), Actor("clerk", kind="role")]
    systems = [System("pay", owner="bank"), System("crm", owner="clerk")]
    cards = [card("charge", "a", "frontstage", uses="pay"), card("note", "b", "frontstage", uses="crm")]
    made = blueprint(step("a"), step("b"), cards=cards, actors=actors, systems=systems)
    assert states(out(made, "actors/bank")) == {"a": "closed"}
    # whoever owns a system of the house may leave, and it runs on
    assert out(made, "actors/clerk").cards == ()


def test_a_card_with_others_beside_still_stands() -> None:
    # two doers, two channels: one of each gone leaves the other; both systems are needed, for nobody says they are alike
    cards = [card("ask", "a", "frontstage", by="one two", via="phone chat", uses="crm kb")]
    made = blueprint(step("a"), cards=cards)
    for element, left in (("actors/one", "actors/two"), ("channels/phone", "channels/chat")):
        found = out(made, element)
        assert [(each.stops, [str(address) for address in each.left]) for each in found.cards] == [(False, [left])]
        assert states(found) == {"a": "weakened"}
        assert found.steps[0].fallback == "way"
        assert found.without_fallback == ()
    assert states(out(made, "systems/kb")) == {"a": "closed"}


def test_what_is_automated_runs_on_without_its_people_but_not_without_its_partner() -> None:
    actors = [Actor("clerk", kind="role"), Actor("bank", kind="partner")]
    cards = [
        card("send", "a", "frontstage", by="clerk", uses="mail", mode="automated"),
        card("pay", "b", "frontstage", by="bank", mode="automated"),
    ]
    made = blueprint(step("a"), step("b"), cards=cards, actors=actors)
    assert [(each.stops, each.left) for each in out(made, "actors/clerk").cards] == [(False, (Address("systems", "mail"),))]
    assert states(out(made, "actors/bank")) == {"b": "closed"}


def test_another_front_stage_card_is_a_way_left() -> None:
    cards = [card("call", "a", "frontstage", via="phone"), card("form", "a", "frontstage", via="web")]
    found = out(blueprint(step("a"), cards=cards), "channels/phone")
    assert states(found) == {"a": "other-way"}
    assert (found.steps[0].ways, found.steps[0].fallback) == (("form",), "way")


def test_a_way_that_waits_for_what_stops_is_none() -> None:
    # sending stops; bringing is there still, but waits for the part that is picked with the same system
    cards = [
        card("pick", "a", "backstage", uses="stock"),
        card("send", "b", "frontstage", uses="stock"),
        card("bring", "b", "frontstage", by="van"),
    ]
    found = out(blueprint(step("a"), step("b"), cards=cards, links=[to("pick", "bring")]), "systems/stock")
    assert states(found) == {"a": "unsupported", "b": "closed"}
    assert found.steps[1].ways == ()


def test_work_behind_an_open_front_stage() -> None:
    cards = [card("desk", "a", "frontstage", by="clerk"), card("file", "a", "backstage", uses="dms")]
    assert states(out(blueprint(step("a"), cards=cards), "systems/dms")) == {"a": "unsupported"}
    # and where there is no front stage at all
    assert states(out(blueprint(step("a"), cards=cards[1:]), "systems/dms")) == {"a": "unsupported"}


def test_what_waits_for_it_further_on_is_hit_too() -> None:
    # pick (a) -> pack (b) -> hand over (d); c is passed by and not hit
    cards = [
        card("pick", "a", "backstage", uses="wms"),
        card("pack", "b", "backstage", by="packer"),
        card("wave", "c", "frontstage", by="driver"),
        card("give", "d", "frontstage", by="driver"),
    ]
    made = blueprint(step("a"), step("b"), step("c"), step("d", grade=4), cards=cards, links=[to("pick", "pack"), to("pack", "give")])
    found = out(made, "systems/wms")
    assert states(found) == {"a": "unsupported", "b": "waits", "d": "waits"}
    assert [(stand.card, stand.distance) for stand in found.steps[-1].stands] == [("pick", 2)]
    # the last step of the chain reaches nothing before it
    assert states(out(made, "actors/packer")) == {"b": "unsupported", "d": "waits"}


def test_a_weakened_card_does_not_weaken_what_waits_for_it() -> None:
    cards = [card("pick", "a", "backstage", by="one two"), card("give", "b", "frontstage", by="driver")]
    assert states(out(blueprint(step("a"), step("b"), cards=cards, links=[to("pick", "give")]), "actors/one")) == {"a": "weakened"}


def test_a_recovery_is_named_as_a_way_out() -> None:
    marks = [
        Mark("empty", "cards/desk", "fail", recovery="Write it down"),
        Mark("late", "cards/desk", "fail"),
        Mark("hm", "cards/desk", "pain"),
    ]
    found = out(blueprint(step("a"), cards=[desk()], marks=marks), "systems/crm")
    assert found.cards[0].recoveries == ("empty",)
    assert (found.steps[0].recoveries, found.steps[0].fallback) == (("empty",), "recovery")
    assert found.without_fallback == ()


def test_customers_are_counted_once_and_by_who_gets_there() -> None:
    # 30 % go by b, 70 % by c; crm stands at b only, erp at b and at c: 0.3 × 200 = 60 a day, and all 200
    links = [to("a", "b", 0.3), to("a", "c", 0.7), to("b", "d")]
    cards = [card("x", "b", "frontstage", uses="crm erp"), card("y", "c", "frontstage", uses="erp")]
    made = blueprint(step("a"), step("b"), step("c"), step("d"), cards=cards, links=links, daily=200)
    assert out(made, "systems/crm").exposure == pytest.approx((0.3, True, 60))
    assert out(made, "systems/erp").exposure == pytest.approx((1, True, 200))


def test_whoever_waits_further_on_came_by_the_work_that_stops() -> None:
    # 60 % are passed on to repair at b, 40 % go straight to c, where all are again: only the 60 % wait for the repair at c
    cards = [card("solve", "a", "frontstage", by="first"), card("repair", "b", "backstage", by="second")]
    links = [to("solve", "repair", 0.6), to("solve", "c", 0.4), to("repair", "c")]
    made = blueprint(step("a"), step("b"), step("c"), cards=cards, links=links, daily=100)
    found = out(made, "actors/second")
    assert {hit.step: (hit.state, hit.exposure.per_day) for hit in found.steps} == {"b": ("unsupported", 60), "c": ("waits", 60)}
    assert found.exposure.per_day == 60
    # without the first line nobody gets any further: 60 % by way of the repair and 40 % straight on
    found = out(made, "actors/first")
    assert {hit.step: (hit.state, hit.exposure.per_day) for hit in found.steps} == {
        "a": ("closed", 100),
        "b": ("waits", 60),
        "c": ("waits", pytest.approx(100)),
    }
    assert found.exposure.per_day == 100


def test_work_side_by_side_for_one_card_is_not_added_up() -> None:
    # 30 % get bread and soup, both for serving: 30 % wait at c, and not 60 %
    cards = [
        card("bread", "b", "backstage", uses="oven"),
        card("soup", "b", "backstage", uses="oven"),
        card("serve", "c", "frontstage", by="waiter"),
    ]
    links = [to("a", "b", 0.3), to("a", "c", 0.7), to("bread", "tray"), to("soup", "tray"), to("tray", "serve")]
    made = blueprint(step("a"), step("b"), step("c"), cards=[*cards, card("tray", "b", "backstage")], links=links)
    found = out(made, "systems/oven")
    assert {hit.step: hit.exposure.share for hit in found.steps} == pytest.approx({"b": 0.3, "c": 0.3})


def test_promises_are_touched_where_something_stops_between_their_ends() -> None:
    day = Duration(1, "d")
    promises = [
        Promise("whole", from_="a", to="d", within=day),
        Promise("cards", from_="pack", to="give", within=day),
        Promise("before", from_="a", to="a", within=day),
    ]
    cards = [card("pack", "b", "backstage", uses="wms"), card("give", "d", "frontstage", by="driver")]
    made = blueprint(*(step(id) for id in "abcd"), cards=cards, links=[to("pack", "give")], promises=promises)
    assert out(made, "systems/wms").promises == ("whole", "cards")
    assert out(made, "actors/driver").promises == ("whole", "cards")


def test_agreements_are_touched_by_what_they_speak_of() -> None:
    phases = [Phase("p"), Phase("q")]
    steps = [step("a", phase="p"), step("b", phase="q")]
    agreements = [
        Agreement("system", "sla", on=("systems/crm",)),
        Agreement("step", "xla", on=("a",)),
        Agreement("phase", "sla", on=("p",)),
        Agreement("card", "sla", on=("b", "desk")),
        Agreement("other", "sla", on=("b", "q")),
    ]
    made = blueprint(*steps, cards=[desk()], phases=phases, agreements=agreements)
    assert out(made, "systems/crm").agreements == ("system", "step", "phase", "card")


def test_what_nothing_names_stops_nothing() -> None:
    found = out(blueprint(step("a"), systems=[System("idle")]), "systems/idle")
    assert (found.cards, found.steps, found.exposure.share, found.moments) == ((), (), 0, ())


@pytest.mark.parametrize("element", ["systems/gone", "steps/a", "cards/poster", "nothing"])
def test_what_cannot_be_out_is_refused(element: str) -> None:
    with pytest.raises(FootlightsError):
        out(blueprint(step("a"), cards=[card("poster", "a", "evidence")]), element)


def several() -> Blueprint:
    actors = [
        Actor("sales", name="Sales", kind="department"),
        Actor("one", name="Sander", department="Front desk"),
        Actor("two", name="Twan", department="Front desk"),
    ]
    systems = [System("crm", name=Translations((("en", "Customer file"), ("nl", "Klantbestand")))), System("post", name="Post")]
    cards = [card("Customer file", "a", "backstage", uses="crm"), card("send", "a", "frontstage", via="post")]
    return blueprint(step("a"), cards=cards, actors=actors, systems=systems)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("systems/crm", ["systems/crm"]),
        ("CRM", ["systems/crm"]),
        ("klantbestand", ["systems/crm"]),
        (" customer  FILE ", ["systems/crm"]),
        ("Front desk", ["departments/front-desk"]),
        ("front-desk", ["departments/front-desk"]),
        ("sales", ["actors/sales"]),
        ("departments/sales", ["departments/sales"]),
        ("post", ["systems/post", "channels/post"]),
        ("send", ["cards/send"]),
        ("nobody", []),
        ("", []),
    ],
)
def test_people_name_things_as_they_are_used_to(said: str, meant: Sequence[str]) -> None:
    assert [str(address) for address in named(several(), said)] == list(meant)


@given(st.sampled_from(["one two", "one", ""]), st.sampled_from(["crm", "crm erp", ""]), st.sampled_from([None, "b", "c"]), st.booleans())
def test_everything_that_there_is_can_be_taken_out(by: str, uses: str, until: str | None, tied: bool) -> None:
    cards = [
        card("x", "a", "backstage", by=by, uses=uses, until=until),
        card("y", "b", "frontstage", by="one", via="phone"),
        card("z", "c", "frontstage", uses="erp"),
    ]
    links = [to("x", "z")] if tied else []
    made = blueprint(step("a"), step("b"), step("c", grade=2), cards=cards, links=links)
    for address, _ in can_be_out(made):
        found = outage(made, address)
        assert {hit.step for hit in found.steps} >= {made.cards[each.card].step for each in found.cards}
        assert set(found.without_fallback) <= set(states(found))
        assert 0 <= found.exposure.share <= 1
