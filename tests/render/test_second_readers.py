"""What we write, read by the programs of others: mxGraph, on which draw.io stands, Mermaid itself, and bpmn-js with OMG's schemas."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import footlights as fl
from footlights import api
from footlights.layout import lay_out
from footlights.model import Blueprint
from footlights.render import render
from footlights.render.mermaid.escape import coded, named, worded
from footlights.render.shown import plainly, shown
from tests.layout.generated import generated
from tests.readers import BPMN_JS, BPMN_SCHEMA, MERMAID, MXGRAPH, packages
from tests.render.sample import HOSTILE, hostile, long, sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
LANGUAGES = ("en", "nl", "es")


def blueprints() -> list[tuple[str, Blueprint]]:
    """Every example, in turn in each language."""
    found = []
    for number, path in enumerate(EXAMPLES):
        blueprint = fl.load(path).blueprint
        assert blueprint is not None
        found.append((LANGUAGES[number % 3], blueprint))
    return found


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Any:
    """A page with all readers in it; nothing on it may ask for anything."""
    page = browser.new_page(viewport={"width": 1600, "height": 900})
    page.set_content("<div id='room' style='width:1600px;height:900px'></div>")
    page.evaluate("() => Object.assign(window, {mxLoadResources: false, mxLoadStylesheets: false, mxBasePath: ''})")
    for name in (MERMAID, BPMN_JS, MXGRAPH):
        page.add_script_tag(path=packages() / name)
    page.evaluate("() => mermaid.initialize({startOnLoad: false, maxTextSize: 1e7, maxEdges: 1e5})")
    yield page
    page.close()


# --- draw.io ------------------------------------------------------------------------------------------

MXGRAPH_READS = """xml => {
  const model = mxUtils.parseXml(xml).querySelector('mxGraphModel')
  const graph = new mxGraph(document.getElementById('room'))
  graph.htmlLabels = true
  new mxCodec(model.ownerDocument).decode(model, graph.getModel())
  const told = {}
  for (const [id, cell] of Object.entries(graph.getModel().cells)) {
    const state = graph.view.getState(cell)
    if (!state || !/^(cards|steps|links|arrow)/.test(id)) continue
    told[id] = cell.edge
      ? {from: cell.source.id, to: cell.target.id, points: state.absolutePoints.map(p => [p.x, p.y])}
      : {box: [state.x, state.y, state.width, state.height], address: cell.value.getAttribute('address')}
  }
  const view = graph.getModel().getCell('0').value
  graph.destroy()
  return {told, blueprint: view.getAttribute('blueprint'), layers: model.querySelectorAll('[parent="0"]').length}
}"""


def test_mxgraph_reads_the_cards_and_draws_the_arrows_where_we_do(reader: Page) -> None:
    for language, blueprint in blueprints()[:6]:
        picture = api.draw(blueprint, language=language)
        seen = shown(picture.drawing, blueprint)
        read = reader.evaluate(MXGRAPH_READS, picture.to("drawio").decode())
        told = read["told"]
        for card in seen.cards:
            assert told[card.address]["box"] == pytest.approx(card.box, abs=0.01)
            assert told[card.address]["address"] == card.address
        edges = [cell for cell in told.values() if "from" in cell]
        assert len(edges) == len(seen.arrows)
        for edge, arrow in zip(edges, seen.arrows, strict=True):
            assert (edge["from"], edge["to"]) == (seen.cards[arrow.source].address, seen.cards[arrow.target].address)
            drawn = [point for at, point in enumerate(edge["points"]) if not at or point != edge["points"][at - 1]]
            assert drawn == [pytest.approx(point, abs=0.1) for point in arrow.points]


# --- Mermaid ------------------------------------------------------------------------------------------

MERMAID_READS = """async texts => {
  const told = []
  for (const text of texts) {
    try { told.push((await mermaid.parse(text)).diagramType) } catch (wrong) { told.push(String(wrong)) }
  }
  return told
}"""

MERMAID_DRAWS = """async text => {
  const {svg} = await mermaid.render('drawn', text)
  const page = new DOMParser().parseFromString(svg, 'text/html')
  return [...page.querySelectorAll('text, .nodeLabel, .edgeLabel, .cluster-label, tspan, p')].map(each => each.textContent)
}"""


def test_mermaid_accepts_every_example(reader: Page) -> None:
    texts, wanted = [], []
    for language, blueprint in blueprints():
        for view in ("blueprint", "journey"):
            texts.append(api.draw(blueprint, view, language=language).to("mmd").decode())
            wanted.append("journey" if view == "journey" else "swimlane" if "swimlane-beta" in texts[-1] else "flowchart-v2")
    assert reader.evaluate(MERMAID_READS, texts) == wanted


MERMAID_READS_AS_IT_COMES = """async texts => {
  mermaid.initialize({startOnLoad: false, maxTextSize: 50000, maxEdges: 500})
  const told = []
  for (const text of texts) {
    try { told.push((await mermaid.parse(text)).diagramType) } catch (wrong) { told.push(String(wrong)) }
  }
  mermaid.initialize({startOnLoad: false, maxTextSize: 1e7, maxEdges: 1e5})
  return told
}"""


def test_mermaid_accepts_a_blueprint_of_any_size_as_it_comes(reader: Page) -> None:
    texts = [api.draw(long(steps, cards)).to("mmd").decode() for steps, cards in ((30, 4), (250, 3), (900, 1))]
    assert [max(len(text), 50_000) for text in texts] == [50_000] * 3
    assert reader.evaluate(MERMAID_READS_AS_IT_COMES, texts) == ["flowchart-v2"] * 3
    drawn = "".join(reader.evaluate(MERMAID_DRAWS, api.draw(long(14, 4)).to("mmd").decode())).replace(" ", "")
    assert "Someonedoeswhats13asksfor" in drawn


def test_mermaid_draws_a_journey_and_lanes_with_all_that_is_said(reader: Page) -> None:
    blueprint = fl.load(EXAMPLES[0].with_name("shoeshine.blueprint.yaml")).blueprint
    assert blueprint is not None
    picture = api.draw(blueprint)
    said = " ".join(reader.evaluate(MERMAID_DRAWS, picture.to("mmd").decode())).replace(" ", "")
    for card in shown(picture.drawing, blueprint).cards:
        assert card.label.replace(" ", "") in said
    journey = " ".join(reader.evaluate(MERMAID_DRAWS, api.draw(blueprint, "journey").to("mmd").decode())).replace(" ", "")
    for step in blueprint.steps.values():
        assert blueprint.say(step.title or step.does).replace(" ", "") in journey


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=30), min_size=8, max_size=8))
@settings(max_examples=12)
def test_mermaid_accepts_any_text(reader: Page, texts: list[str]) -> None:
    texts = [*texts, HOSTILE, "end", "1. one", "%%{init: {}}%%", "a -->|b| c", '"`md`"', "x" * 300, "title", ""]
    nodes = "\n".join(f'  c{number}["{coded(text)}"]' for number, text in enumerate(texts))
    arrows = "\n".join(f'  c0 -->|"{coded(text)}"| c{number}' for number, text in enumerate(texts))
    flow = f'flowchart LR\n  subgraph l["{coded(texts[0])}"]\n{nodes}\n  end\n{arrows}\n'
    tasks = "\n".join(f"  section {worded(text)}\n    {worded(text)}: 3: {named(text)}" for text in texts)
    assert reader.evaluate(MERMAID_READS, [flow, f"journey\n  title {worded(texts[0])}\n{tasks}\n"]) == ["flowchart-v2", "journey"]


def test_mermaid_shows_a_hostile_text_as_it_is(reader: Page) -> None:
    texts = [plainly(HOSTILE), "1. one", "- two", "end", "a#b;c", "www.example.nl", "*bold* _it_ `code`", "<b>x</b> & {y}"]
    tasks = "\n".join(f"    {worded(text)}: 3: {named(f'Who {number}')}" for number, text in enumerate(texts))
    drawn = " ".join(reader.evaluate(MERMAID_DRAWS, f"journey\n  section {worded('A: b')}\n{tasks}\n"))
    nodes = "\n".join(f'  c{number}["{coded(text)}"]' for number, text in enumerate(texts))
    drawn_flow = " ".join(reader.evaluate(MERMAID_DRAWS, f"flowchart LR\n{nodes}\n"))
    for text in texts:
        assert text.replace(" ", "") in drawn.replace(" ", "")
        assert text.replace(" ", "") in drawn_flow.replace(" ", "")


# --- BPMN ---------------------------------------------------------------------------------------------

BPMN_READS = """async xml => {
  const viewer = new BpmnJS({container: '#room'})
  const {warnings} = await viewer.importXML(xml)
  const drawn = viewer.get('elementRegistry').filter(each => !each.labelTarget)
  const told = drawn.map(each => [each.id, each.type, each.waypoints ? each.waypoints.length : Math.round(each.width)])
  viewer.destroy()
  return {warnings: warnings.map(each => String(each.message || each)), told}
}"""


def test_bpmn_js_reads_and_draws_every_example_without_a_warning(reader: Page) -> None:
    for language, blueprint in blueprints():
        data = api.draw(blueprint, language=language).to("bpmn")
        read = reader.evaluate(BPMN_READS, data.decode())
        assert read["warnings"] == []
        wanted = {shape.get("bpmnElement") for shape in etree.fromstring(data).iter("{*}BPMNShape", "{*}BPMNEdge")}
        assert {id for id, _, _ in read["told"]} >= wanted
        assert all(size > 0 for _, kind, size in read["told"] if kind != "bpmn:Collaboration")


def test_bpmn_js_reads_what_is_hostile(reader: Page) -> None:
    for drawing in (hostile(), sample(HOSTILE, HOSTILE), lay_out(generated(11)), lay_out(Blueprint(title=HOSTILE))):
        read = reader.evaluate(BPMN_READS, render(drawing, "bpmn").data.decode())
        assert read["warnings"] == []


@pytest.mark.usefixtures("reader")  # so that one worker installs the readers
def test_the_schemas_of_omg_find_nothing() -> None:
    schema = etree.XMLSchema(etree.parse(packages() / BPMN_SCHEMA))
    made = [
        api.draw(blueprint, view, language=language).to("bpmn") for language, blueprint in blueprints() for view in ("blueprint", "journey")
    ]
    made += [render(lay_out(generated(number)), "bpmn").data for number in range(8)]
    made += [render(hostile(), "bpmn").data, render(lay_out(Blueprint(title="Empty")), "bpmn").data]
    for data in made:
        schema.assertValid(etree.fromstring(data))
