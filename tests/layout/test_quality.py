"""The picture-quality gates, computed from the Drawing: of the typical blueprint, and of 1,000 cards."""

from pathlib import Path as FilePath

import pytest

import footlights as fl
from footlights import api
from footlights.drawing import Drawing, Group, Path, Rect, TextLine
from footlights.layout import VIEWS
from footlights.model import View
from tests.bench.quality.gates import GATES, missed, ours
from tests.bench.quality.geometry import traced
from tests.bench.quality.metrics import Quality, measured

EXAMPLES = FilePath(__file__).parents[2] / "examples"


@pytest.mark.parametrize("size", GATES)
def test_every_gate_is_reached(size: str) -> None:
    assert missed(size, ours(GATES[size][0]())) == []


def _card(name: str, x: float, y: float, text: str = "t") -> Group:
    items = (Rect(x, y, 100.0, 40.0, "card"), TextLine(x + 5, ((y + 20, text),), 12.0))
    return Group("card", items, f"cards/{name}", name, (x, y, 100.0, 40.0))


def _arrow(one: str, two: str, d: str) -> Group:
    return Group("arrow", (Path(d, None, "arrow"),), f"links/{one}{two}", "", None, (("from", one), ("to", two)))


def _measured(*groups: Group) -> Quality:
    drawing = Drawing(800, 600, "", "", "en", "blueprint", groups, 0, 0, (), ())
    cards = [("a", 0, 0), ("b", 0, 1), ("c", 1, 0), ("d", 1, 1)]
    return measured(traced(drawing), cards, [("a", "b"), ("c", "d")])


FOUR = (_card("a", 0, 0), _card("b", 300, 0), _card("c", 0, 200), _card("d", 300, 200))


def test_a_plain_picture_has_nothing_against_it() -> None:
    found = _measured(*FOUR, _arrow("a", "b", "M100 20H300"), _arrow("c", "d", "M100 220H300"))
    assert (found.cards, found.arrows, found.stray, found.over_card, found.crossings, found.bends) == ("4/4", "2/2", 0, 0, 0, 0.0)
    assert (found.lanes, found.steps, found.overflow, found.struck, found.heads) == (100, 100, 0, 0, 0)


def test_each_fault_is_counted() -> None:
    crossed = _measured(*FOUR, _arrow("a", "d", "M100 20H200V220H300"), _arrow("c", "b", "M100 230H150V100H250V30H300"))
    assert (crossed.crossings, crossed.arrows, crossed.stray, crossed.bends) == (1, "0/2", 0, 3.0)
    over = _measured(*FOUR, _arrow("a", "b", "M50 40V300H350V40"))
    assert over.over_card == 2
    assert _measured(*FOUR, _arrow("a", "b", "M100 20H250")).stray == 1
    assert _measured(_card("a", 0, 0, "much too long for its card"), *FOUR[1:]).overflow == 1
    on_it = Group("title", (TextLine(150, ((25, "words"),), 12.0),))
    assert _measured(*FOUR, on_it, _arrow("a", "b", "M100 20H300")).struck == 1
    label = Group("label", (Rect(280, 10, 30, 16, "paper"),), "", "", (280, 10, 30, 16), (("for", "x"),))
    assert _measured(*FOUR, _arrow("a", "b", "M100 20H300"), label).heads == 1
    pale = Group("title", (TextLine(150, ((100, "words"),), 12.0, "hairline"),))
    assert _measured(*FOUR, pale).contrast < 2
    assert _measured(_card("a", 0, 300), *FOUR[1:]).lanes == 0
    assert _measured(FOUR[0], _card("b", -200, 0), *FOUR[2:]).steps == 50


@pytest.mark.parametrize("view", [view for view in VIEWS if view not in ("matrix", "curves")])
def test_nothing_is_struck_in_any_view_of_any_example(view: str) -> None:
    struck = {}
    for path in sorted(EXAMPLES.glob("*.yaml")):
        document = fl.load(path)
        role = next(iter(document.blueprint.actors)) if view == "role" else None
        found = measured(traced(document.draw(View(shows=view, role=role)).drawing), (), ())
        if found.struck or found.heads:
            struck[path.name] = (found.struck, found.heads)
    assert struck == {}


@pytest.mark.parametrize("language", ["en", "nl", "es"])
def test_a_label_stands_above_its_arrow_where_another_arrow_would_strike_it_below(language: str) -> None:
    blueprint = fl.load(EXAMPLES / "consumer-loan.blueprint.yaml").blueprint
    drawing = api.draw(blueprint, View(shows="channels", zoom="detail"), language=language).drawing
    found = measured(traced(drawing), (), ())
    assert (found.struck, found.heads) == (0, 0)
