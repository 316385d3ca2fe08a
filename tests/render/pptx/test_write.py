"""PPTX, read back by another library: native shapes, glued arrows, words for who can't see it, and slides that can be read."""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx import Presentation

from footlights import api
from footlights.layout import lay_out
from footlights.model import FootlightsError
from footlights.render import render
from tests.render.sample import HOSTILE, hostile, sample, wide

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@cache
def document(name: str) -> Any:
    return api.load(EXAMPLES / f"{name}.blueprint.yaml")


@cache
def data(name: str, language: str = "en", page: str = "", arrows: str = "exact", theme: str | None = None) -> bytes:
    return api.draw(document(name).blueprint, language=language, theme=theme).to("pptx", page=page, arrows=arrows)


@cache
def deck(*wishes: Any, **more: Any) -> Any:
    return Presentation(BytesIO(data(*wishes, **more)))


def everything(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield shape
        if shape.shape_type == 6:  # a group
            yield from everything(shape.shapes)


def told(shape: Any) -> str:
    return str(shape._element.xpath(".//p:cNvPr")[0].get("descr", ""))


def cards(slide: Any) -> dict[str, Any]:
    return {
        shape.name: shape
        for shape in everything(slide.shapes)
        if re.fullmatch(r"(cards|steps)/[^ #]+", shape.name) and shape.shape_type != 6
    }


def plain(text: str) -> str:
    """Without what a line's end may have put into a word."""
    return re.sub(r"[\s\u2010-]", "", text)


@pytest.mark.parametrize(("name", "language"), [("it-incident", ""), ("hotel", "nl"), ("passport", "es")])
def test_every_card_is_a_shape_with_its_text_and_address(name: str, language: str) -> None:
    blueprint = document(name).blueprint
    found: dict[str, set[str]] = {}
    for slide in list((deck(name, language) if language else deck(name)).slides)[1:]:
        for address, shape in cards(slide).items():
            found.setdefault(address, set()).add(plain(shape.text_frame.text))
            assert told(shape)
    for card in blueprint.cards.values():
        assert found[f"cards/{card.id}"] == {plain(blueprint.say(card.does, language or "en"))}
    for step in blueprint.steps.values():
        if step.does:
            assert found[f"steps/{step.id}"] == {plain(blueprint.say(step.does, language or "en"))}


def sites(shape: Any) -> list[tuple[float, float]]:
    """Where a shape can be held: its own list, or the middles of its sides."""
    x, y, wide, high = shape.left, shape.top, shape.width, shape.height
    named = {"l": x, "r": x + wide, "hc": x + wide / 2, "t": y, "b": y + high, "vc": y + high / 2}
    own = shape._element.findall(f".//{A}cxnLst/{A}cxn/{A}pos")
    if not own:
        return [(named["hc"], y), (x, named["vc"]), (named["hc"], y + high), (x + wide, named["vc"])]
    guides = {gd.get("name"): int(gd.get("fmla")[4:]) for gd in shape._element.iter(f"{A}gd") if gd.get("fmla").startswith("val ")}
    return [
        (named[at.get("x")] if at.get("x") in named else x + guides[at.get("x")], named[at.get("y")] if at.get("y") in named else y + guides[at.get("y")])
        for at in own
    ]  # fmt: skip


@pytest.mark.parametrize("arrows", ["exact", "glued"])
@pytest.mark.parametrize("name", ["it-incident", "unemployment-benefit"])
def test_connectors_hold_on_to_the_right_cards_where_they_end(name: str, arrows: str) -> None:
    blueprint = document(name).blueprint
    ends_of = {f"links/{link.id}": (link.source, link.target) for link in blueprint.links.values()}
    held = bent = 0
    for slide in (deck(name, "en", "", "glued") if arrows == "glued" else deck(name)).slides:
        by_id = {shape.shape_id: shape for shape in everything(slide.shapes)}
        for line in slide.shapes._spTree.findall(f"{P}cxnSp"):
            start, stop = line.find(f".//{A}stCxn"), line.find(f".//{A}endCxn")
            assert start is not None
            assert stop is not None
            held += 1
            name_of = line.find(f".//{P}cNvPr").get("name")
            one, two = by_id[int(start.get("id"))], by_id[int(stop.get("id"))]
            ends = ends_of.get(name_of) or tuple(name_of.split(" to "))  # an implied link
            assert (one.name.partition("/")[2], two.name.partition("/")[2]) == ends
            xfrm, kind = line.find(f".//{A}xfrm"), line.find(f".//{A}prstGeom").get("prst")
            bent += kind != "straightConnector1"
            points = ways_end(xfrm)
            for point, site in zip(points, (sites(one)[int(start.get("idx"))], sites(two)[int(stop.get("idx"))]), strict=True):
                assert abs(point[0] - site[0]) < 12_000
                assert abs(point[1] - site[1]) < 12_000
    assert held > 5
    assert bool(bent) == (arrows == "glued")


def ways_end(xfrm: Any) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where a connector begins and ends on the slide: its frame flipped, then turned."""
    off, ext = xfrm.find(f"{A}off"), xfrm.find(f"{A}ext")
    wide, high = int(ext.get("cx")), int(ext.get("cy"))
    middle = int(off.get("x")) + wide / 2, int(off.get("y")) + high / 2
    found = []
    for u, v in ((-wide / 2, -high / 2), (wide / 2, high / 2)):
        x, y = u * (-1 if xfrm.get("flipH") else 1), v * (-1 if xfrm.get("flipV") else 1)
        if xfrm.get("rot"):
            assert xfrm.get("rot") == "5400000"
            x, y = -y, x
        found.append((middle[0] + x, middle[1] + y))
    return found[0], found[1]


@pytest.mark.parametrize(
    ("name", "page"), [("it-incident", None), ("hotel", "4x3"), ("shoeshine", "a4"), ("shoeshine", "a3"), ("hotel", "picture")]
)
def test_nothing_is_outside_the_slide_and_no_card_on_another(name: str, page: str | None) -> None:
    made = deck(name) if page is None else deck(name, "nl", page)
    for slide in made.slides:
        for shape in everything(slide.shapes):
            if shape.is_placeholder:
                continue
            assert shape.left >= -9525
            assert shape.top >= -9525
            assert shape.left + shape.width <= made.slide_width + 9525
            assert shape.top + shape.height <= made.slide_height + 9525
        for one, two in combinations(cards(slide).values(), 2):
            apart = (
                one.left + one.width <= two.left or two.left + two.width <= one.left or one.top + one.height <= two.top
                or two.top + two.height <= one.top
            )  # fmt: skip
            assert apart, (one.name, two.name)


def test_slides_are_an_overview_and_the_phases_and_their_texts_can_be_read() -> None:
    blueprint = document("it-incident").blueprint
    made = deck("it-incident")
    titles = [slide.shapes.title.text for slide in made.slides]
    assert titles[0] == blueprint.say(blueprint.title, "en")
    assert len(set(titles)) == len(titles) > 4
    for phase in blueprint.phases.values():
        on = [number for number, slide in enumerate(made.slides) if any(shape.name == f"phases/{phase.id}" for shape in slide.shapes)]
        assert on[0] == 0
        assert len(on) > 1
    for slide in list(made.slides)[1:]:
        assert {lane.name for lane in slide.shapes if lane.name.startswith("lanes/")}
        sizes = [run.font.size.pt for shape in cards(slide).values() for line in shape.text_frame.paragraphs for run in line.runs]
        assert min(sizes, default=9) >= 8
    assert next(iter(made.slides[0].shapes)).name == "Title"


def test_an_arrow_that_leaves_a_slide_names_its_partner_and_leads_there() -> None:
    slides = list(deck("hotel").slides)
    shown = [{name.partition("/")[2] for name in cards(slide)} for slide in slides]
    seen = 0
    for slide, own in list(zip(slides, shown, strict=True))[1:]:
        for shape in everything(slide.shapes):
            found = re.fullmatch(r"(to|from) (.+)", shape.name)
            if not found or shape.shape_type == 6:
                continue
            link = shape._element.find(f".//{P}cNvPr/{A}hlinkClick")
            target = slide.part.related_part(link.get(f"{R}id"))
            other = next(number for number, one in enumerate(slides) if one.part is target)
            partners = set(found[2].split(" "))
            assert partners & shown[other]
            assert shown[other] is not own or own & partners
            assert told(shape).startswith(("goes on to ", "comes from "))
            seen += 1
    assert seen > 5


def test_what_means_something_is_told_and_the_rest_is_decoration() -> None:
    kinds = set()
    for slide in deck("passport", "es").slides:
        for shape in everything(slide.shapes):
            named = shape._element.xpath(".//p:cNvPr")[0]
            decoration = bool(named.findall(".//{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"))
            text = shape.has_text_frame and shape.text_frame.text
            assert decoration != bool(named.get("descr") or text or shape.is_placeholder), shape.name
            kinds.add(shape.name.partition("/")[0])
        faces = [shape for shape in slide.shapes if shape.name.endswith("#feels")]
        assert all(told(face) for face in faces)
    assert {"lanes", "phases", "steps", "cards"} <= kinds


def test_notes_say_every_step_and_where_it_comes_from() -> None:
    blueprint = document("shoeshine").blueprint
    slides = list(deck("shoeshine").slides)
    assert all(slide.has_notes_slide for slide in slides)
    texts = [slide.notes_slide.notes_text_frame.text for slide in slides]
    for card in blueprint.cards.values():
        assert any(blueprint.say(card.does, "en") in text for text in texts[1:])
    assert all("made with footlights" in text for text in texts)


ORDER = {
    "spPr": "xfrm custGeom prstGeom noFill solidFill ln", "ln": "noFill solidFill prstDash round headEnd tailEnd",
    "sp": "nvSpPr spPr txBody", "cxnSp": "nvCxnSpPr spPr", "grpSp": "nvGrpSpPr grpSpPr sp cxnSp grpSp", "cNvPr": "hlinkClick extLst",
    "pPr": "lnSpc", "rPr": "solidFill hlinkClick", "p": "pPr r fld", "txBody": "bodyPr lstStyle p",
    "custGeom": "avLst gdLst ahLst cxnLst rect pathLst", "cNvCxnSpPr": "stCxn endCxn",
}  # fmt: skip


@pytest.mark.parametrize(("name", "arrows"), [("it-incident", "glued"), ("shoeshine", "exact")])
def test_the_parts_are_what_the_format_wants(name: str, arrows: str) -> None:
    file = ZipFile(BytesIO(data(name, "en", "", arrows) if arrows == "glued" else data(name)))
    names = set(file.namelist())
    types = etree.fromstring(file.read("[Content_Types].xml"))
    assert {entry.get("PartName")[1:] for entry in types if entry.get("PartName")} == {
        part for part in names if not part.endswith(".rels") and part != "[Content_Types].xml"
    }
    for part in names:
        tree = etree.fromstring(file.read(part))
        if part.endswith(".rels"):
            folder = part.replace("_rels/", "").rpartition("/")[0]
            for relation in tree:
                assert relation.get("TargetMode") is None
                target = Path(folder, relation.get("Target"))
                assert re.sub(r"[^/]+/\.\./", "", str(target)) in names
        if part.startswith("ppt/slides/slide"):
            ids = [named.get("id") for named in tree.iter(f"{P}cNvPr")]
            assert len(ids) == len(set(ids))
            for element in tree.iter():
                order = ORDER.get(etree.QName(element).localname, "").split()
                places = [order.index(etree.QName(child).localname) for child in element] if order else []
                if etree.QName(element).localname != "grpSp":
                    assert places == sorted(places), element.tag


def test_it_is_the_same_each_time_and_no_clock_is_in_it() -> None:
    first = data("shoeshine")
    assert first == api.draw(document("shoeshine").blueprint, language="en").to("pptx")
    assert {entry.date_time for entry in ZipFile(BytesIO(first)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"created" not in ZipFile(BytesIO(first)).read("docProps/core.xml")


def test_hostile_texts_are_only_texts() -> None:
    for page in ("", "picture"):
        file = ZipFile(BytesIO(render(hostile(), "pptx", page=page).data))
        for part in file.namelist():
            etree.fromstring(file.read(part), etree.XMLParser(resolve_entities=False))
        shown = file.read("ppt/slides/slide1.xml").decode()
        assert "<script" not in shown
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", shown)
        made = Presentation(BytesIO(render(hostile(), "pptx").data))
        assert "<script>alert(1)</script>" in made.slides[0].shapes.title.text
        assert HOSTILE[:20] in made.slides[0].shapes.title.text


def test_a_dark_deck_has_a_dark_ground_and_our_colours_by_name() -> None:
    for theme, ground in (("light", "lt1"), ("dark", "dk1")):
        file = ZipFile(BytesIO(data("shoeshine", theme=theme)))
        assert f'bg1="{ground}"' in file.read("ppt/slideMasters/slideMaster1.xml").decode()
        colours = etree.fromstring(file.read("ppt/theme/theme1.xml")).find(f".//{A}clrScheme")
        first = {etree.QName(colour).localname: colour[0].get("val") for colour in colours}
        assert first["dk1"] < "333333"
        assert first["lt1"] > "CCCCCC"
        assert "schemeClr" in file.read("ppt/slides/slide1.xml").decode()


def test_a_page_must_exist_and_the_picture_can_be_one() -> None:
    with pytest.raises(FootlightsError, match="slides: 16x9, 4x3, a4, a3, picture") as raised:
        render(sample(), "pptx", page="a33")
    assert raised.value.hint == "did you mean a3?"
    made = deck("it-incident", "en", "picture")
    assert len(made.slides) == 1
    assert made.slide_width > 12192000


def test_a_picture_that_fits_is_one_slide_and_needs_no_blueprint() -> None:
    made = Presentation(BytesIO(render(sample(), "pptx").data))
    assert len(made.slides) == 1
    assert {name.partition("/")[2] for name in cards(made.slides[0])} == {f"c{row}-{number}" for row in range(2) for number in range(4)}
    assert len(Presentation(BytesIO(render(wide(300, 60), "pptx").data)).slides) >= 1


def test_without_a_blueprint_the_slides_are_cut_from_the_picture() -> None:
    blueprint = document("it-incident").blueprint
    made = Presentation(BytesIO(render(lay_out(blueprint, language="en"), "pptx").data))
    shown = set().union(*(cards(slide) for slide in list(made.slides)[1:]))
    assert {f"cards/{id}" for id in blueprint.cards} <= shown
    assert {f"steps/{id}" for id in blueprint.steps} <= shown


@pytest.mark.parametrize(("view", "kinds"), [("curves", ("quote", "level", "truth")), ("role", ("fold",))])
def test_what_only_one_view_draws_is_on_the_slides_of_its_parts_too(view: str, kinds: tuple[str, ...]) -> None:
    picture = api.draw(document("it-incident"), view, role="first-line" if view == "role" else None)
    wanted = [group.label for group in picture.drawing.groups if group.kind in kinds]
    slides = list(Presentation(BytesIO(picture.to("pptx"))).slides)[1:]
    said = " | ".join(told(shape) for slide in slides for shape in everything(slide.shapes))
    assert wanted
    assert [text for text in wanted if text not in said] == []


def test_thin_lines_of_a_view_go_where_they_point_and_not_on_to_the_edge() -> None:
    picture = api.draw(document("it-incident"), "curves")
    quotes = sum(1 for group in picture.drawing.groups if group.kind == "quote")
    made = Presentation(BytesIO(picture.to("pptx")))
    lines = [shape for slide in list(made.slides)[1:] for shape in everything(slide.shapes) if shape.name == "rule"]
    pointing = [shape for shape in lines if shape.width and shape.height]
    assert len(pointing) >= quotes > 0, "from quotes to faces, and from curves to names"
    assert max(shape.width for shape in lines) < made.slide_width / 8


def test_no_level_of_a_curve_runs_through_the_names_at_its_end() -> None:
    slides = 0
    made = Presentation(BytesIO(api.draw(document("groceries-by-app"), "curves").to("pptx")))
    for slide in made.slides:
        shapes = list(everything(slide.shapes))
        names = [shape.left for shape in shapes if shape.name.endswith("#name")]
        levels = [shape.left + shape.width for shape in shapes if shape.name == "levels"]
        slides += bool(names and levels)
        assert not names or not levels or max(levels) < min(names)
    assert slides > 2


@pytest.mark.parametrize(("basis", "own"), [("assumed", False), ("measured", True)])
def test_the_mouth_of_a_face_that_is_assumed_is_not_dashed(basis: str, own: bool) -> None:
    """PowerPoint's own face has one line for outline and mouth."""
    text = f"""
footlights: 1
title: A shine
personas: {{iris: Iris}}
sources: {{talks: Talks, more: More talks}}
phases:
- title: Sit
  steps:
  - does: Sits down
    feels: {{iris: {{level: 1, basis: {basis}{", source: [talks, more]" if own else ""}}}}}
  - does: Looks
    feels: {{iris: {{level: -1, basis: {basis}{", source: [talks, more]" if own else ""}}}}}
"""
    made = api.loads(text).draw("curves").to("pptx")
    with ZipFile(BytesIO(made)) as parts:
        slide = etree.fromstring(parts.read("ppt/slides/slide1.xml"))
    faces = [shape for shape in slide.iter(f"{P}sp") if shape.find(f".//{A}prstGeom[@prst='smileyFace']") is not None]
    assert bool(faces) == own  # drawn by us, or PowerPoint's own
    assert all(shape.find(f".//{A}prstDash") is None for shape in faces)
