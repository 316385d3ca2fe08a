"""A picture of two states: what is new, gone, moved and changed stands on the later one, in shapes and words, without a fault."""

from __future__ import annotations

import random

import pytest

from footlights import api, edits
from footlights.compare import both, compare
from footlights.drawing import THEMES, Drawing, Group, Path, Rect, TextLine
from footlights.edits import apply_all
from footlights.layout import TWO_STATES, ZOOMS
from footlights.live import settled
from footlights.model import Address, Blueprint
from footlights.words import LANGUAGES
from tests.compare.to_be import as_is, to_be
from tests.edits.sample import sample
from tests.edits.wishes import some_blueprint, some_edit
from tests.layout.faults import faults_of, groups_of


def drawn(before: Blueprint, after: Blueprint, view: str = "blueprint", zoom: str = "normal", language: str = "en") -> Drawing:
    return api.draw_comparison(compare(before, after), view, language=language, zoom=zoom).drawing


@pytest.fixture(scope="module")
def incident() -> Drawing:
    return drawn(as_is(), to_be())


def card(drawing: Drawing, address: str) -> Group:
    (found,) = [group for group in groups_of(drawing, "card") if group.address == address]
    return found


def texts(group: Group) -> list[str]:
    return [line for item in group.items if isinstance(item, TextLine) for _, line in item.lines]


def edge(group: Group) -> tuple[str | None, str]:
    found = next(item for item in group.items if isinstance(item, Rect))
    return found.stroke, found.dash


def test_what_is_new_has_its_edge_sign_and_word(incident: Drawing) -> None:
    new = card(incident, "cards/turns-the-warning-into-a-ticket")
    assert edge(new) == ("added", "")
    assert texts(new)[0] == "new"
    assert dict(new.facts)["fate"] == "added"
    assert new.label == "Turns the warning into a ticket (new)"


def test_what_is_gone_stands_struck_where_it_stood(incident: Drawing) -> None:
    gone = card(incident, "cards/reassign")
    assert edge(gone) == ("removed", "5 4")
    assert texts(gone)[:3] == ["removed", "Passes it to another", "team"]
    strikes = [item for item in gone.items if isinstance(item, Path) and item.stroke == "removed" and "H" in item.d and "V" not in item.d]
    assert len(strikes) == 2
    assert dict(gone.facts) == {"lane": "backstage", "step": "waits", "fate": "removed"}
    assert {group.address: group.label for group in groups_of(incident, "step")}["steps/asks"] == "Asks a colleague (removed)"
    # those that are there are counted on past it
    assert [group.label.partition(".")[0] for group in groups_of(incident, "step") if "(removed)" not in group.label] == [
        str(n) for n in range(1, 14)
    ]


def test_what_moved_or_changed_says_what_it_was(incident: Drawing) -> None:
    assert " ".join(texts(card(incident, "cards/diagnose"))).startswith(
        "was below the line of visibility who does it: was Second line Finds"
    )
    assert edge(card(incident, "cards/diagnose")) == ("moved", "")
    assert " ".join(texts(card(incident, "steps/contacts"))).startswith("was 'Calls, chats or fills in the form' Taps")
    assert edge(card(incident, "steps/contacts")) == ("changed", "")
    assert " ".join(texts(card(incident, "cards/watch-disks"))).startswith("gone: Fail point: The warning reaches nobody")
    assert edge(card(incident, "cards/log")) == ("card-edge", "")


def test_links_that_came_or_went_say_so_and_those_of_new_cards_do_not(incident: Drawing) -> None:
    arrows = {group.address: next(item for item in group.items if isinstance(item, Path)) for group in groups_of(incident, "arrow")}
    assert (arrows["links/fetch--swap"].stroke, arrows["links/fetch--swap"].dash) == ("removed", "2 4")
    assert arrows["links/watch-disks--turns-the-warning-into-a-ticket"].stroke == "arrow"
    assert "removed" in [group.label for group in groups_of(incident, "label")]


def test_the_legend_explains_the_signs_and_the_head_says_with_what_it_is_compared(incident: Drawing) -> None:
    (legend,) = groups_of(incident, "legend")
    assert texts(legend)[1:5] == ["New", "Removed", "Changed, with what it was", "Moved, with where it was"]
    title = next(group for group in incident.groups if group.kind == "title")
    assert "Compared with My laptop will not start (As it is)" in texts(title)
    assert "2 hand-overs more" in " ".join(texts(title))
    assert "13 steps and 53 cards" in incident.description


def test_the_journey_shows_no_touchpoint_and_no_sign_of_what_it_leaves_out() -> None:
    journey = drawn(as_is(), to_be(), "journey")
    assert {dict(group.facts)["step"] for group in groups_of(journey, "touchpoint")}.isdisjoint({"asks", "finds"})
    (legend,) = groups_of(journey, "legend")
    assert "New" in texts(legend)
    assert "Moved, with where it was" not in texts(legend)


def test_the_table_says_it_too(incident: Drawing) -> None:
    cells = {text for row in incident.rows for cell in row.cells for text in cell}
    assert [text for text in cells if text.startswith("Passes it to another team") and text.endswith("(removed)")]
    assert ("Asks a colleague (removed)", "Try it myself") in incident.columns


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", TWO_STATES)
def test_the_incident_has_no_fault(view: str, language: str) -> None:
    for zoom in ZOOMS:
        assert faults_of(drawn(as_is(), to_be(), view, zoom, language)) == []


def test_any_two_states_have_no_fault() -> None:
    for seed in range(25):
        rng = random.Random(seed)
        before = after = settled(some_blueprint(rng, rng.choice((10, 30))))
        for _ in range(12):
            after = apply_all(after, some_edit(after, rng)[1])
        assert faults_of(drawn(before, after)) == [], f"seed {seed}"


def test_both_states_hold_everything_once_and_each_has_its_fate() -> None:
    before, after = as_is(), to_be()
    union, compared = both(compare(before, after), "en")
    assert set(union.cards) == set(before.cards) | set(after.cards)
    assert list(union.steps)[2:6] == ["tries", "asks", "finds", "contacts"]
    assert {address.id for address, fate in compared.fates.items() if fate.kind == "added"} == {
        "learn-2", "reads-what-was-done-about-it", "writes-back-in-person", "turns-the-warning-into-a-ticket",
        "watch-disks--turns-the-warning-into-a-ticket",
    }  # fmt: skip
    assert compared.fate("cards", "restock") == compared.fates[Address("cards", "restock")]
    assert compared.fates[Address("cards", "restock")].notes == ("was at 'Hears what is wrong'",)


def test_nothing_became_of_a_blueprint_beside_itself() -> None:
    assert both(compare(as_is(), as_is()), "en")[1].fates == {}
    assert not [
        item
        for group in drawn(as_is(), as_is()).groups
        for item in group.items
        if isinstance(item, Rect) and item.stroke in ("added", "removed")
    ]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours after WCAG 2."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_the_signs_can_be_read(theme: str) -> None:
    colours = THEMES[theme].colours
    for kind in ("added", "removed", "changed", "moved"):
        for ground in ("card", "ground"):
            assert contrast(colours[kind], colours[ground]) >= 4.5, kind
        assert contrast(colours[kind], colours["on-mark"]) >= 4.5, kind


def test_phases_and_rows_say_what_became_of_them_too() -> None:
    before = sample()
    wishes = (
        lambda b: edits.remove(b, "phases/afterwards"),
        lambda b: edits.add_phase(b, "Learn", after="restore"),
        lambda b: edits.rename(b, "phases/report", "Report it"),
        lambda b: edits.add_lane(b, "Field team", "frontstage"),
        lambda b: edits.change_lane_role(b, "workplace", "frontstage"),
        lambda b: edits.add_link(b, "assign", "confirms"),
    )
    after = before
    for wish in wishes:
        after = apply_all(after, wish(after))
    picture = drawn(before, after)
    assert [group.label for group in groups_of(picture, "phase")] == [
        "Report it (was 'Report')",
        "Restore",
        "Afterwards (removed)",
        "Learn (new)",
    ]
    rows = {group.address: group.label for group in groups_of(picture, "lane")}
    assert rows["lanes/field-team"] == "Field team (new)"
    assert rows["lanes/workplace"] == "Workplace services (was below the line of visibility)"
    (arrow,) = [group for group in groups_of(picture, "arrow") if group.address == "links/assign--confirms"]
    assert next(item for item in arrow.items if isinstance(item, Path)).stroke == "added"
    assert "new" in [group.label for group in groups_of(picture, "label")]
    assert faults_of(picture) == faults_of(drawn(after, before)) == []
