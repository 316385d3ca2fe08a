"""No view of any example has a fault, in any zoom level: nothing overlaps, no arrow crosses a card, nothing leads to nowhere."""

from functools import cache
from pathlib import Path

import pytest

from footlights import api
from footlights.drawing import Drawing
from footlights.layout import VIEWS, ZOOMS, lay_out
from footlights.measures import path_time
from footlights.model import Blueprint, View
from tests.layout.faults import CARDS, faults_of, groups_of

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.blueprint.yaml"))
LOOKED_AT = ("channels", "departments", "role", "folded", "turned round", "filtered")


@cache
def example(path: Path) -> Blueprint:
    return api.load(path).blueprint


def wish(name: str, blueprint: Blueprint) -> View:
    phases, rows = list(blueprint.phases), [row.id for row in blueprint.rows]
    if name == "folded":
        return View(folded_phases=tuple(phases[1:-1]), folded_lanes=("backstage", "emotion"))
    if name == "turned round":
        return View(shows="channels", folded_lanes=("customer",), folded_phases=tuple(phases[:1]), lanes=tuple(reversed(rows)))
    if name == "filtered":
        return View(shows="departments", marks=("fail", "wait", "pain"), hidden=("evidence", "time"), phases=tuple(phases[1:3]))
    return View(shows=name, role=next(iter(blueprint.actors)) if name == "role" else None)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_no_view_of_an_example_has_a_fault(path: Path) -> None:
    blueprint = example(path)
    times = path_time(blueprint)
    for name in LOOKED_AT:
        for zoom in ZOOMS:
            drawing = lay_out(blueprint, wish(name, blueprint), zoom=zoom, times=times)
            assert faults_of(drawing) == [], (name, zoom)
            assert len(drawing.rows) > 0


@pytest.mark.parametrize("path", EXAMPLES[::4], ids=lambda path: path.name.partition(".")[0])
def test_no_address_stands_twice_and_no_way_leads_to_nowhere(path: Path) -> None:
    blueprint = example(path)
    for name in LOOKED_AT:
        drawing = lay_out(blueprint, wish(name, blueprint))
        cards = [group.address for group in groups_of(drawing, "card")]
        assert len(cards) == len(set(cards))
        links = [group.address for group in groups_of(drawing, "arrow") if group.address]
        assert len(links) == len(set(links))
        lanes = [group.address for group in groups_of(drawing, "lane") if group.address]
        assert len(lanes) == len(set(lanes))
        assert {end for arrow in groups_of(drawing, "arrow") for end in _ends(arrow.facts)} <= _standing(drawing)


def _ends(facts: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    return dict(facts)["from"], dict(facts)["to"]


def _standing(drawing: Drawing) -> set[str]:
    groups = [group for kind in CARDS for group in groups_of(drawing, kind)]
    return {dict(group.facts).get("id") or group.address.partition("/")[2] for group in groups}


def test_every_view_has_a_name_and_a_description_in_three_languages() -> None:
    blueprint = example(EXAMPLES[0])
    for view in VIEWS:
        told = [lay_out(blueprint, wish(view, blueprint), language=language).description for language in ("en", "nl", "es")]
        assert len(set(told)) == 3
