"""Touchpoints by phase: every contact in its cell, and gaps and crowded cells in signs and words."""

import pytest

from footlights import api
from footlights.drawing import Drawing, Group, Path, Rect, TextLine
from footlights.layout import lay_out
from footlights.model import View
from tests.layout.faults import faults_of, groups_of, text_boxes
from tests.layout.views.small import SMALL


def matrix(**wishes: object) -> Drawing:
    return lay_out(SMALL, View(shows="matrix", **wishes))  # type: ignore[arg-type]


def cell(drawing: Drawing, channel: str, phase: str) -> Group:
    (found,) = [
        group
        for kind in ("cell", "gap")
        for group in groups_of(drawing, kind)
        if dict(group.facts)["channel"] == channel and dict(group.facts)["phase"] == phase
    ]
    return found


def test_a_row_for_every_channel_and_one_for_contacts_without() -> None:
    rows = [dict(group.facts)["lane"] for group in groups_of(matrix(), "lane") if dict(group.facts)["role"] == "channel"]
    assert rows == ["desk", "phone", "chat", ""]


def test_a_cell_counts_its_contacts_says_the_worst_and_leads_to_them() -> None:
    found = cell(matrix(), "desk", "bring")
    assert (found.kind, found.address, dict(found.facts)["count"]) == ("cell", "channels/desk#bring", "1")
    assert found.label == "1 touchpoint; worst: Fail point; 1. Takes it"
    assert [item.address for item in found.items if isinstance(item, Group)] == ["cards/takes"]
    assert cell(matrix(), "", "bring").label == "1 touchpoint; 2. Shows the way"


def test_gaps_are_told_apart() -> None:
    drawing = matrix()
    assert dict(cell(drawing, "phone", "get").facts)["gap"] == "open"
    assert dict(cell(drawing, "desk", "wait").facts)["gap"] == "phase"  # nobody is in contact then, whatever the channel
    assert "no contact at all" in [group.label for group in groups_of(drawing, "total")]
    whole = api.loads("""
footlights: 1
title: T
channels: {desk: Desk, chat: Chat}
phases:
- {id: a, title: A, steps: [{id: a1, does: A, frontstage: {does: X, via: desk}}]}
- {id: b, title: B, steps: [{id: b1, does: B, frontstage: {does: Y, via: chat}}]}
- {id: c, title: C, steps: [{id: c1, does: C, frontstage: {does: Z, via: desk}}]}
""").blueprint
    assert dict(cell(lay_out(whole, "matrix"), "desk", "b").facts)["gap"] == "silent"


def test_what_is_filtered_says_nothing_of_gaps() -> None:
    assert groups_of(matrix(systems=("crm",)), "gap") == []


def test_a_crowded_cell_has_a_sign_and_the_totals_count_each_contact_once() -> None:
    cards = ", ".join(f"{{does: Says {n}, via: desk}}" for n in "abcd")
    blueprint = api.loads(f"""
footlights: 1
title: T
channels: {{desk: Desk, chat: Chat}}
phases:
- {{id: a, title: A, steps: [{{id: a1, does: A, desired: 4, actual: 2, frontstage: [{cards}]}}]}}
- {{id: b, title: B, steps: [{{id: b1, does: B, frontstage: {{does: Y, via: [desk, chat]}}}}]}}
""").blueprint
    drawing = lay_out(blueprint, "matrix")
    crowded = cell(drawing, "desk", "a")
    assert dict(crowded.facts)["crowded"] == "yes"
    assert "crowded; below the desired level: level 2 of 4" in crowded.label
    assert "crowded" not in dict(cell(drawing, "desk", "b").facts)
    assert "Totals count each touchpoint once" in [text for group in groups_of(drawing, "legend") for text, _ in text_boxes(group)]
    assert drawing.rows[-1].head == "All channels (5 touchpoints)"
    assert drawing.rows[-1].cells == (("4 touchpoints",), ("1 touchpoint",))


def test_the_wishes_of_a_view_are_honoured() -> None:
    assert [phase for _, phase in matrix(phases=("get",)).columns] == ["Get"]
    lanes = [dict(group.facts).get("lane") for group in groups_of(matrix(channels=("desk",)), "lane")]
    assert lanes[:1] == ["desk"] and "phone" not in lanes


@pytest.mark.parametrize("zoom", ["overview", "normal", "detail"])
def test_it_has_no_fault(zoom: str) -> None:
    for language in ("en", "nl", "es"):
        assert faults_of(lay_out(SMALL, View(shows="matrix", zoom=zoom), language=language)) == []


def test_the_checker_sees_planted_faults() -> None:
    def planted(kind: str, x: float, text: str) -> Group:
        return Group(kind, (Rect(x, 10, 80, 40), TextLine(x + 4, ((30, text),), 12.0)), "", text, (x, 10, 80, 40))

    empty = matrix()._replace(groups=(), head_width=0.0)
    over = empty._replace(groups=(planted("cell", 10, "one"), planted("gap", 50, "two")))
    assert {fault.kind for fault in faults_of(over)} == {"cells overlap"}
    wide = empty._replace(groups=(planted("cell", 10, "far too long for this"),))
    assert {fault.kind for fault in faults_of(wide)} == {"text outside its cell"}


def test_hatching_stays_within_its_box() -> None:
    from footlights.layout.hatch import hatch
    from tests.layout.faults import arrow_points

    points = arrow_points(Group("arrow", (Path(hatch(10, 20, 50, 30, 7)),)))
    assert len(points) > 10
    assert all(10 <= x <= 60 and 20 <= y <= 50 for x, y in points)
    assert hatch(0, 0, 0, 5) == ""
