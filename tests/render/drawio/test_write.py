"""The draw.io file: its structure, that nothing is lost, and that no text breaks out."""

import re
from base64 import b64decode
from pathlib import Path
from zlib import decompress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import footlights as fl
from footlights import api
from footlights.files import read
from footlights.layout import lay_out
from footlights.model import arranged
from footlights.render import render
from footlights.render.shown import shown
from tests.layout.generated import generated
from tests.render.sample import HOSTILE, hostile, sample

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))
SAFE = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def cells(data: bytes) -> dict[str, etree._Element]:
    """The cells by id: the mxCell, whose parent is the UserObject where it has properties."""
    root = etree.fromstring(data, SAFE)
    found = {}
    for cell in root.iter("mxCell"):
        owner = cell.getparent() if cell.getparent().tag == "UserObject" else cell
        assert owner.get("id") not in found
        found[owner.get("id")] = cell
    return found


def geometry(cell: etree._Element) -> tuple[float, ...]:
    made = cell.find("mxGeometry")
    return tuple(float(made.get(key, "0")) for key in ("x", "y", "width", "height"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_every_card_and_arrow_is_there_with_its_ends(path: Path) -> None:
    blueprint = fl.load(path).blueprint
    assert blueprint is not None
    picture = api.draw(blueprint)
    found = cells(picture.to("drawio"))
    seen = shown(picture.drawing, blueprint)
    assert seen.cards and seen.arrows
    for card in seen.cards:
        assert geometry(found[card.address]) == pytest.approx(card.box, abs=0.006)
        assert found[card.address].getparent().get("kind") == "card"
    edges = [cell for cell in found.values() if cell.get("source")]
    assert len(edges) == len(seen.arrows)
    for edge, arrow in zip(edges, seen.arrows, strict=True):
        assert (edge.get("source"), edge.get("target")) == (seen.cards[arrow.source].address, seen.cards[arrow.target].address)
        bends = [(float(point.get("x")), float(point.get("y"))) for point in edge.iterfind("mxGeometry/Array/mxPoint")]
        assert bends == [pytest.approx(point, abs=0.006) for point in arrow.points[1:-1]]
    for cell in found.values():
        for end in ("parent", "source", "target"):
            assert cell.get(end) is None or cell.get(end) in found


@pytest.mark.parametrize("number", range(6))
def test_the_blueprint_comes_back_whole(number: int) -> None:
    blueprint = generated(number)
    root = etree.fromstring(api.draw(blueprint, "journey").to("drawio"), SAFE).find(".//UserObject[@id='0']")
    back = read(root.get("blueprint")).blueprint
    assert back is not None and arranged(back) == arranged(read(api.dumps(blueprint)).blueprint)


def test_an_element_carries_what_it_says() -> None:
    blueprint = fl.load(EXAMPLES[0].with_name("it-incident.blueprint.yaml")).blueprint
    assert blueprint is not None
    found = cells(api.draw(blueprint, language="nl").to("drawio"))
    card = next(card for card in blueprint.cards.values() if card.uses and card.time and f"cards/{card.id}" in blueprint.marks_on)
    said = dict(found[f"cards/{card.id}"].getparent().attrib)
    assert said["does"] == blueprint.say(card.does, "nl") and said["does-es"] == blueprint.say(card.does, "es")
    assert said["uses"] == ", ".join(card.uses) and said["step"] == card.step and said["lane"] == card.lane
    assert "time" in said and said["marks"].count("\n") == len(blueprint.marks_on[f"cards/{card.id}"]) - 1
    link = next(link for link in blueprint.links.values() if link.share is not None)
    arrow = found[f"links/{link.id}"].getparent()
    assert arrow.get("share") == f"{link.share:.0%}".replace("%", " %") and arrow.get("share") in arrow.get("label").replace("\xa0", " ")


def test_what_stands_in_a_label_is_text() -> None:
    root = etree.fromstring(render(hostile(), "drawio").data, SAFE)
    labels = [element.get("label") or element.get("value") or "" for element in root.iter("UserObject", "mxCell")]
    assert any("&lt;script&gt;" in label for label in labels)
    assert all(re.fullmatch(r"div|b|i|br|span", tag) for label in labels for tag in re.findall(r"</?([a-zA-Z]+)", label))


def test_stencils_hold_their_shapes() -> None:
    data = api.draw(fl.load(EXAMPLES[0]).blueprint).to("drawio")
    held = set(re.findall(rb"shape=stencil\(([^)]*)\)", data))
    assert held
    for text in held:
        shape = etree.fromstring(decompress(b64decode(text), -15), SAFE)
        assert shape.tag == "shape" and shape.find("foreground/path") is not None


def test_a_drawing_without_its_blueprint_is_written_too() -> None:
    found = cells(render(sample(), "drawio").data)
    assert "cards/c0-0" in found and "blueprint" not in found["0"].getparent().attrib


@given(st.text(max_size=40))
@settings(max_examples=30)
def test_any_text_stays_well_formed(text: str) -> None:
    drawing = sample(text, f"{text} {HOSTILE}")
    etree.fromstring(render(drawing, "drawio").data, SAFE)


def test_colours_are_the_themes() -> None:
    drawing = lay_out(generated(4))
    assert b'background="#14181f"' in render(drawing, "drawio", theme="dark").data
