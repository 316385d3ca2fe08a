"""Who works on what."""

from dataclasses import replace

from footlights.layout import lay_out
from tests.layout.faults import groups_of
from tests.layout.views.small import SMALL, lanes


def test_departments_and_actors_without_one_have_rows_and_what_nobody_does_stands_last() -> None:
    drawing = lay_out(SMALL, "departments")
    assert lanes(drawing) == [
        ("lanes/customer", "Customer"), ("departments/counter", "Counter"), ("actors/cy", "Cy"), ("", "Front stage: nobody named"),
        ("departments/depot", "Depot"), ("", "Support: nobody named"),
    ]  # fmt: skip
    lane_of = {group.address: dict(group.facts)["lane"] for group in groups_of(drawing, "card")}
    assert (lane_of["cards/answers"], lane_of["cards/gives"], lane_of["cards/sorts"]) == ("counter", "cy", "depot")
    assert [dict(group.facts)["for"] for group in groups_of(drawing, "echo")] == ["answers"]


def test_a_department_on_both_sides_of_the_line_says_where_and_has_its_address_once() -> None:
    cards = SMALL.cards.replaced(SMALL.cards["bills"]._replace(by=("bob",)))
    told = lanes(lay_out(replace(SMALL, cards=cards), "departments"))
    assert told[-2:] == [("departments/depot", "Depot (back stage)"), ("", "Depot (support)")]
