"""What a view picks, hides, folds, orders and filters, and what it is refused for."""

from dataclasses import replace

import pytest

from footlights.layout import lay_out, view_of
from footlights.model import Collection, FootlightsError, View
from tests.layout.faults import groups_of
from tests.layout.views.small import SMALL, lanes, named, texts


def counts(view: View) -> dict[str, str]:
    return {dict(group.facts)["id"]: group.label for group in groups_of(lay_out(SMALL, view), "count")}


def test_only_some_phases_with_the_numbers_they_have() -> None:
    drawing = lay_out(SMALL, View(phases=("get",)))
    assert drawing.columns == (("5. Gets it", "Get"),)
    # what began before reaches into it
    assert set(named(drawing, "card")) == {"gets", "gives", "bills", "drives"}


def test_a_folded_phase_is_one_narrow_column_that_counts() -> None:
    view = View(folded_phases=("bring",))
    assert counts(view) == {
        "customer@0": "2 folded", "frontstage@0": "3 folded; worst: Fail point", "backstage@0": "1 folded",
    }  # fmt: skip
    drawing = lay_out(SMALL, view)
    widths = {group.address: group.box[2] for group in groups_of(drawing, "phase") if group.box}
    assert widths["phases/bring"] < widths["phases/get"]
    ways = {(dict(arrow.facts)["from"], dict(arrow.facts)["to"]) for arrow in groups_of(drawing, "arrow")}
    assert ("customer@0", "waits") in ways
    assert not [way for way in ways if set(way) & {"takes", "answers", "brings"}]


def test_a_folded_row_is_thin_and_counts_every_column() -> None:
    assert counts(View(folded_lanes=("frontstage",))) == {
        "frontstage@0": "1 folded; worst: Fail point", "frontstage@1": "2 folded; worst: Wait point", "frontstage@4": "1 folded",
    }  # fmt: skip
    high = {}
    for view in (View(), View(folded_lanes=("frontstage",))):
        boxes = {group.address: group.box for group in groups_of(lay_out(SMALL, view), "lane")}
        high[view] = boxes["lanes/frontstage"][3]  # type: ignore[index]
    assert high[View(folded_lanes=("frontstage",))] < high[View()]


def test_a_card_that_reaches_over_a_folded_phase_stays_whole() -> None:
    drawing = lay_out(SMALL, View(folded_phases=("get",)))
    drives = next(group for group in groups_of(drawing, "card") if group.address == "cards/drives")
    hopes = next(group for group in groups_of(drawing, "card") if group.address == "steps/hopes")
    assert drives.box is not None and hopes.box is not None
    assert drives.box[2] == hopes.box[2]  # what is folded away of it is not drawn


def test_rows_are_hidden_and_put_first_and_the_lines_stay_right() -> None:
    first = lay_out(SMALL, View(lanes=("backstage",)))
    assert [name for _, name in lanes(first)] == ["Back stage", "Customer", "Front stage", "Support"]
    below = [(dict(group.facts)["kind"], group.items[0].d.split("H")[0]) for group in groups_of(first, "sep")]  # type: ignore[union-attr]
    assert [kind for kind, _ in below] == ["interaction visibility", "interaction", "visibility internal-interaction"]
    hidden = lay_out(SMALL, View(hidden=("frontstage", "customer")))
    assert [name for _, name in lanes(hidden)] == ["Back stage", "Support"]
    assert [dict(group.facts)["kind"] for group in groups_of(hidden, "sep")] == ["internal-interaction"]


@pytest.mark.parametrize(
    ("view", "left", "said"),
    [
        (View(systems=("crm",)), {"takes", "answers"}, "only systems: CRM"),
        (View(channels=("desk",)), {"takes", "gives"}, "only channels: At the desk"),
        (View(marks=("fail", "wait")), {"takes", "answers"}, "only marks: fail point, wait point"),
        (View(basis=("observed",)), {"sorts"}, "only what is observed"),
        (View(systems=("crm",), marks=("wait",)), {"answers"}, "only systems: CRM · only marks: wait point"),
    ],
)
def test_a_filter_keeps_the_steps_and_says_what_it_let_through(view: View, left: set[str], said: str) -> None:
    drawing = lay_out(SMALL, view)
    assert set(named(drawing, "card")) == set(SMALL.steps) | left
    assert said in texts(groups_of(drawing, "title")[0]).replace("  ", " ")


def test_only_the_marks_that_are_asked_for_are_written() -> None:
    assert "No news" in str(lay_out(SMALL, "blueprint"))
    assert "No news" not in str(lay_out(SMALL, View(marks=("fail",))))


def test_a_view_of_the_blueprints_own_is_asked_for_by_its_id() -> None:
    own = View("desk", "Ann's part", "role", role="ann", zoom="detail")
    blueprint = replace(SMALL, views=Collection([own]))
    assert view_of(blueprint, "desk") == own
    assert view_of(blueprint, "desk", "overview").zoom == "overview"
    title = texts(groups_of(lay_out(blueprint, "desk"), "title")[0])
    assert title.startswith("A parcel Ann's part · Slice of a role: Ann")
    with pytest.raises(FootlightsError, match=r"no view 'dek'.*journey.*desk") as refused:
        view_of(blueprint, "dek")
    assert refused.value.hint == "did you mean desk?"


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (View(phases=("brig",)), "phases: no 'brig'; phases: bring, wait, get"),
        (View(hidden=("front",)), "hidden: no 'front'; lanes: customer, frontstage"),
        (View(systems=("cmr",)), "systems: no 'cmr'; systems: crm, scan"),
        (View(personas=("noor",)), "there are no personas in this blueprint"),
        (View(marks=("fial",)), "marks: no 'fial'; marks: fail"),
        (View(zoom="huge"), "no zoom level 'huge'"),
        (View(shows="everything"), "no view 'everything'"),
    ],
)
def test_a_wish_for_what_is_not_there_is_refused_with_what_is(view: View, said: str) -> None:
    with pytest.raises(FootlightsError) as refused:
        lay_out(SMALL, view)
    assert said in str(refused.value)


def test_the_row_of_a_role_may_be_named_where_nothing_stands_in_it() -> None:
    assert lanes(lay_out(SMALL, View(hidden=("policy", "evidence")))) == lanes(lay_out(SMALL, "blueprint"))
