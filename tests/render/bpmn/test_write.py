"""The BPMN file: who takes part, what passes between them, where it is drawn, and that nothing lies on anything."""

from collections import Counter
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import footlights as fl
from footlights import api
from footlights.model import Blueprint, Card, Collection, Link, Phase, Step
from footlights.render import render
from footlights.render.bpmn.room import Stretch
from footlights.render.shown import shown
from tests.layout.generated import generated
from tests.render.sample import HOSTILE, sample

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))
SAFE = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
NS = {
    "b": "http://www.omg.org/spec/BPMN/20100524/MODEL", "d": "http://www.omg.org/spec/BPMN/20100524/DI",
    "c": "http://www.omg.org/spec/DD/20100524/DC", "i": "http://www.omg.org/spec/DD/20100524/DI", "f": "urn:footlights:blueprint:1",
}  # fmt: skip


def made(blueprint: Blueprint, **asked: str) -> etree._Element:
    return etree.fromstring(api.draw(blueprint, **asked).to("bpmn"), SAFE)


def boxes(root: etree._Element) -> dict[str, tuple[float, float, float, float]]:
    """Left, top, right and bottom of every shape, by the id of what it shows."""
    found = {}
    for shape in root.iterfind(".//d:BPMNShape", NS):
        x, y, wide, high = (float(shape.find("c:Bounds", NS).get(key)) for key in ("x", "y", "width", "height"))
        found[shape.get("bpmnElement")] = (x, y, x + wide, y + high)
    return found


def by_tag(root: etree._Element, *tags: str) -> list[etree._Element]:
    return [element for tag in tags for element in root.iterfind(f".//b:{tag}", NS)]


TASKS = ("task", "userTask", "manualTask", "serviceTask")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_every_card_is_a_task_or_a_note_and_every_arrow_has_its_ends(path: Path) -> None:
    blueprint = fl.load(path).blueprint
    assert blueprint is not None
    picture = api.draw(blueprint)
    root = etree.fromstring(picture.to("bpmn"), SAFE)
    seen = shown(picture.drawing, blueprint)
    tasks = {element.find("b:extensionElements/f:element", NS).get("address"): element for element in by_tag(root, *TASKS)}
    notes = {element.findtext("b:text", None, NS) for element in by_tag(root, "textAnnotation")}
    for card in seen.cards:
        assert card.address in tasks or card.label in notes
    ids = Counter(element.get("id") for element in root.iter() if element.get("id"))
    assert set(ids.values()) == {1}
    flows = {flow.get("id"): flow for flow in by_tag(root, "sequenceFlow", "messageFlow", "association")}
    address = {element.get("id"): name for name, element in tasks.items()}
    told = Counter()
    for flow in flows.values():
        assert flow.get("sourceRef") in ids and flow.get("targetRef") in ids
        about = flow.find("b:extensionElements/f:element", NS)
        if about is not None:
            source = flow.get("sourceRef")
            if source not in address:  # a gateway: what leads to it says which card it is of
                source = next(other.get("sourceRef") for other in flows.values() if other.get("targetRef") == source)
            told[address[source], address[flow.get("targetRef")]] += 1
    assert told == Counter((seen.cards[arrow.source].address, seen.cards[arrow.target].address) for arrow in seen.arrows)


@pytest.mark.parametrize("view", ["blueprint", "departments"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_nothing_lies_on_anything_and_lines_end_where_they_should(path: Path, view: str) -> None:
    blueprint = fl.load(path).blueprint
    assert blueprint is not None
    root = made(blueprint, view=view)
    found = boxes(root)
    names = [element.get("id") for element in by_tag(root, *TASKS, "exclusiveGateway", "startEvent", "endEvent", "textAnnotation")]
    for one, two in combinations(names, 2):
        a, b = found[one], found[two]
        assert not (a[0] < b[2] - 0.5 and b[0] < a[2] - 0.5 and a[1] < b[3] - 0.5 and b[1] < a[3] - 0.5), (one, two)
    tasks = {element.get("id"): found[element.get("id")] for element in by_tag(root, *TASKS)}
    flows = {flow.get("id"): flow for flow in by_tag(root, "sequenceFlow", "messageFlow", "association")}
    for edge in root.iterfind(".//d:BPMNEdge", NS):
        points = [(float(point.get("x")), float(point.get("y"))) for point in edge.iterfind("i:waypoint", NS)]
        flow = flows[edge.get("bpmnElement")]
        for end, point in (("sourceRef", points[0]), ("targetRef", points[-1])):
            left, top, right, bottom = found[flow.get(end)]
            assert left - 0.6 <= point[0] <= right + 0.6 and top - 0.6 <= point[1] <= bottom + 0.6, (edge.get("id"), end)
        for (x1, y1), (x2, y2) in pairwise(points):
            assert abs(x1 - x2) < 0.1 or abs(y1 - y2) < 0.1, edge.get("id")
            for name, (left, top, right, bottom) in tasks.items():
                through = min(x1, x2) < right - 1 and max(x1, x2) > left + 1 and min(y1, y2) < bottom - 1 and max(y1, y2) > top + 1
                assert not through, (edge.get("id"), name)


def branching() -> Blueprint:
    return Blueprint(
        title="Branch", language="en", phases=Collection([Phase("p")]),
        steps=Collection([Step("one", "p", does="One"), Step("two", "p", does="Two"), Step("three", "p", does="Three")]),
        cards=Collection([
            Card("a", "one", "backstage", does="A", mode="automated"), Card("b", "two", "backstage", does="B", mode="manual"),
            Card("c", "three", "backstage", does="C", uses=("x",)), Card("d", "one", "frontstage", does="D"), Card("n", "one", "policy", does="N"),
        ]),
        links=Collection([
            Link("ab", "a", "b", when="fine", share=0.8), Link("ac", "a", "c"), Link("ba", "b", "a", kind="loop"),
            Link("bc", "b", "c", kind="agreement"), Link("dn", "d", "n"),
        ]),
    )  # fmt: skip


def test_a_choice_is_a_gateway_with_conditions_and_a_default() -> None:
    root = made(branching())
    (gateway,) = by_tag(root, "exclusiveGateway")
    out = {flow.get("id"): flow for flow in by_tag(root, "sequenceFlow") if flow.get("sourceRef") == gateway.get("id")}
    assert {flow.get("name") for flow in out.values()} == {"fine · 80 %", None}
    assert gateway.get("default") == next(id for id, flow in out.items() if flow.get("name") is None)
    assert gateway.findall("b:outgoing", NS) and len(gateway.findall("b:incoming", NS)) == 1


def test_who_works_how_is_told_by_the_sort_of_task() -> None:
    root = made(branching())
    assert {tag: [task.get("name") for task in by_tag(root, tag)] for tag in TASKS} == {
        "serviceTask": ["A"], "manualTask": ["B"], "userTask": ["C"], "task": ["One", "Two", "Three", "D"],
    }  # fmt: skip


def test_what_crosses_the_line_of_interaction_is_a_message() -> None:
    root = made(branching())
    customer, organisation = by_tag(root, "participant")
    inside = {
        process.get("id"): {task.get("id") for tag in TASKS for task in process.iterfind(f"b:{tag}", NS)}
        for process in by_tag(root, "process")
    }
    ours, theirs = inside[customer.get("processRef")], inside[organisation.get("processRef")]
    messages = by_tag(root, "messageFlow")
    assert messages and all((flow.get("sourceRef") in ours) != (flow.get("targetRef") in ours) for flow in messages)
    assert all(flow.get("sourceRef") in ours | theirs for flow in messages)
    assert len(by_tag(root, "startEvent")) == len(by_tag(root, "endEvent")) == 1


def test_an_agreement_goes_both_ways_and_a_note_is_tied_to() -> None:
    ties = {flow.get("sourceRef"): flow for flow in by_tag(made(branching()), "association")}
    assert ties["cards_b"].get("associationDirection") == "Both" and ties["cards_b"].get("targetRef") == "cards_c"
    assert ties["cards_d"].get("targetRef").startswith("note")


def test_lanes_fill_their_pool() -> None:
    blueprint = fl.load(EXAMPLES[0]).blueprint
    assert blueprint is not None
    root = made(blueprint)
    found = boxes(root)
    pools = [found[pool.get("id")] for pool in by_tag(root, "participant")]
    lanes = [found[lane.get("id")] for lane in by_tag(root, "lane")]
    for top, bottom in ((pool[1], pool[3]) for pool in pools):
        held = sorted((lane for lane in lanes if top - 0.1 <= lane[1] and lane[3] <= bottom + 0.1), key=lambda lane: lane[1])
        assert not held or (held[0][1] == pytest.approx(top) and held[-1][3] == pytest.approx(bottom))
        assert all(one[3] == pytest.approx(two[1]) for one, two in pairwise(held))


def test_an_element_carries_its_address_and_fields() -> None:
    blueprint = fl.load(EXAMPLES[0]).blueprint
    assert blueprint is not None
    root = made(blueprint, language="nl")
    card = next(card for card in blueprint.cards.values() if card.by)
    about = root.find(f".//f:element[@address='cards/{card.id}']", NS)
    said = {field.get("key"): field.text for field in about.iterfind("f:field", NS)}
    assert said["does"] == blueprint.say(card.does, "nl") and said["by"] == ", ".join(card.by)
    assert about.get("step") == card.step


@pytest.mark.parametrize("number", range(8))
def test_anything_can_be_written(number: int) -> None:
    root = made(generated(number))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


@given(st.text(max_size=40))
@settings(max_examples=25)
def test_any_text_stays_well_formed(text: str) -> None:
    etree.fromstring(render(sample(text, f"{text} {HOSTILE}"), "bpmn").data, SAFE)


def test_room_is_put_in_behind_a_place() -> None:
    stretch = Stretch([(10.0, 5.0), (20.0, 1.0), (10.0, 3.0)])
    assert [stretch(value) for value in (0.0, 10.0, 11.0, 20.0, 30.0)] == [0.0, 10.0, 16.0, 25.0, 36.0]


def test_it_is_light_even_where_dark_is_asked_for_and_says_so() -> None:
    light, dark = (api.draw(branching(), theme=theme).artifact("bpmn") for theme in ("light", "dark"))
    assert light.data == dark.data and "light theme" in " ".join(dark.notes) and "light theme" not in " ".join(light.notes)
