"""Many blueprints as one, by hand: who uses what, what stands behind weak moments, and how journeys stand."""

from __future__ import annotations

from datetime import date

import footlights
from footlights import api
from footlights.atlas import Atlas, search, trend

TODAY = date(2027, 3, 10)
DESK = """
footlights: 1
title: A call
service: Service desk
actors: {desk: {name: Desk, department: Service}, lab: {name: Lab, department: Service}}
systems: {crm: {name: CRM}, idle: {name: Nobody's tool}}
channels: {phone: {class: offline}}
personas: {ann: {name: Ann}}
phases:
- title: Report
  steps:
  - id: calls
    does: Calls the desk
    feels: -1
    moment-of-truth: 3
    desired: 4
    actual: 2
    frontstage: [{id: answer, does: Answers, by: desk, via: phone, uses: [crm], time: {work: 5 min}}]
    backstage: [{id: look, does: Looks it up, by: lab, uses: [crm]}]
  - id: thanks
    does: Says thanks
    moment-of-truth: 1
    desired: 4
    actual: 4
    frontstage: [{id: bye, does: Says goodbye, by: desk}]
actions:
- {id: late, title: Late, due: 2027-03-01}
- {id: done, title: Done, status: done}
"""
SHOP = """
footlights: 1
title: {en: An order, nl: Een bestelling}
service: Shop
language: en
actors: {clerk: {name: Clerk}}
systems: {relations: {name: {en: CRM, nl: Klantsysteem}}}
phases:
- title: Order
  steps:
  - id: orders
    does: Orders
    desired: 3
    actual: 1
    frontstage: [{id: take, does: Takes the order, by: clerk, uses: [relations]}]
"""


def made(**texts: str) -> Atlas:
    return api.atlas(((name, footlights.loads(text).blueprint) for name, text in texts.items()), TODAY)


def test_the_same_system_under_two_ids_is_one_entry_by_its_name() -> None:
    found = made(desk=DESK, shop=SHOP)
    crm, idle = found.registers["systems"]
    assert (crm.blueprints, [(use.leaf, use.id, use.cards) for use in crm.uses]) == (2, [("desk", "crm", 2), ("shop", "relations", 1)])
    assert idle.uses[0].cards == 0
    # behind `calls` (graded 3, below its level); `thanks` is served by the desk alone; `orders` is below and not graded
    assert [(use.moments, use.below) for use in crm.uses] == [(("calls",), ("calls",)), ((), ("orders",))]


def test_a_department_counts_a_moment_once_however_many_of_its_people_stand_there() -> None:
    (service,) = made(desk=DESK).registers["departments"]
    assert service.name == "Service"
    assert service.uses[0].moments == ("calls", "thanks")
    assert service.uses[0].cards == 3


def test_weak_spots_of_several_journeys_come_first() -> None:
    spots = made(desk=DESK, shop=SHOP).weak_spots
    assert spots[0].key == "crm"
    assert {spot.key for spot in spots[1:]} == {"desk", "lab", "service", "clerk"}


def test_journeys_below_their_level_come_first_with_their_numbers() -> None:
    calm = DESK.replace("actual: 2", "actual: 4")
    found = made(calm=calm, desk=DESK)
    assert [journey.leaf.name for journey in found.journeys] == ["desk", "calm"]
    first = found.journeys[0]
    assert (first.moments, first.below, first.below_promise, first.lowest, first.actions, first.late) == (2, 1, True, -1, 1, 1)
    assert (first.total_s, first.unknown) == (300, 1)
    assert found.journeys[1].below_promise is False


def test_services_hold_their_journeys_and_say_what_they_share() -> None:
    desk, shop = made(desk=DESK, shop=SHOP).services
    assert (desk.name, [journey.leaf.name for journey in desk.journeys]) == ("Service desk", ["desk"])
    assert [each.key for each in desk.shares] == [each.key for each in shop.shares] == ["crm"]


def test_search_finds_all_words_in_any_language_without_accents_and_names_first() -> None:
    leaves = made(desk=DESK, shop=SHOP.replace("Klantsysteem", "Klantsystéém")).leaves
    assert [(hit.leaf, str(hit.address), hit.language) for hit in search(leaves, "KLANTSYSTEEM")] == [
        ("shop", "systems/relations#name", "nl")
    ]
    assert [str(hit.address) for hit in search(leaves, "the calls")] == ["steps/calls#does"]
    assert search(leaves, "  ") == ()
    assert len(search(leaves, "e", most=3)) == 3


def test_a_trend_tells_the_numbers_of_each_state() -> None:
    before, after = trend([("January", made(desk=DESK)), ("March", made(desk=DESK.replace("actual: 2", "actual: 4"), shop=SHOP))])
    assert (before.label, before.blueprints, before.below, before.done_actions, before.total_s) == ("January", 1, 1, 1, 300)
    assert (after.blueprints, after.below, after.total_s) == (2, 1, 300)


def test_no_blueprints_give_an_empty_atlas() -> None:
    found = made()
    assert (found.journeys, found.weak_spots, found.services) == ((), (), ())
    assert trend([("now", found)])[0].total_s is None
