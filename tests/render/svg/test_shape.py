"""Groups, shapes and texts one by one, and how fast many of them are written."""

import time
import xml.etree.ElementTree as ET

import pytest

from footlights.drawing import Drawing, Group, Item, Path, Rect, TextLine
from footlights.render import render
from tests.render.sample import sample, wide

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*items: Item) -> ET.Element:
    made = Drawing(200, 100, "A title", "A description", "en", "blueprint", (Group("some", items),), 0, 0, (), ())
    root = ET.fromstring(render(made, "svg", fonts="none").data)
    return next(group for group in root.iter(SVG + "g") if group.get("class") == "some")


def test_a_rectangle() -> None:
    (rect,) = drawn(Rect(1, 2.345, 30, 40, "card", "card-edge", 1.5, 6, "4 2"))
    assert rect.attrib == {
        "x": "1", "y": "2.35", "width": "30", "height": "40", "rx": "6", "fill": "#ffffff", "stroke": "#c3cbd5", "stroke-width": "1.5",
        "stroke-dasharray": "4 2",
    }  # fmt: skip


def test_what_has_no_colour_says_so() -> None:
    (rect,) = drawn(Rect(0, 0, 1, 1))
    assert rect.get("fill") == "none"
    assert rect.get("stroke") is None


def test_lines_of_text_each_have_their_place() -> None:
    (text,) = drawn(TextLine(8, ((20, "Report the"), (36, "incident")), 12, "muted", True, "middle", True))
    assert text.attrib == {"fill": "#54606e", "font-size": "12", "font-weight": "700", "text-anchor": "middle", "font-style": "italic"}
    assert [(line.get("x"), line.get("y"), line.text) for line in text] == [("8", "20", "Report the"), ("8", "36", "incident")]


def test_a_search_finds_words_across_a_line_break() -> None:
    (text,) = drawn(TextLine(8, ((20, "Report the"), (36, "incident")), 12))
    assert "".join(text.itertext()) == "Report the incident"


def test_no_lines_no_element() -> None:
    assert len(drawn(TextLine(8, (), 12))) == 0


def test_an_arrow_by_itself_is_one_path_with_heads_of_its_colour() -> None:
    root = ET.fromstring(render(sample(), "svg", fonts="none").data)
    arrows = [path for path in root.iter(SVG + "path") if path.get("class") == "arrow"]
    assert [(path.get("data-from"), path.get("data-to")) for path in arrows] == [
        ("c0-0", "c0-1"), ("c0-1", "c0-2"), ("c0-2", "c0-3"), ("c0-0", "c1-0"),
    ]  # fmt: skip
    assert [child.text for child in arrows[0]] == ["e-mail"]
    assert arrows[0].get("marker-end") == "url(#fl-head-arrow)"
    assert arrows[0].get("marker-start") is None
    assert arrows[3].get("marker-start") == "url(#fl-head-arrow-implied)"
    fills = {marker.get("id"): marker[0].get("fill") for marker in root.iter(SVG + "marker")}
    assert fills == {"fl-head-arrow": "#3c4857", "fl-head-arrow-implied": "#7c8896"}


def test_an_arrow_of_several_parts_is_a_group() -> None:
    (arrow,) = drawn(Group("arrow", (Path("M0 0H9", None, "arrow"), Rect(0, 0, 1, 1, "arrow")), "links/l"))
    assert arrow.tag == SVG + "g"
    assert (arrow.get("class"), arrow.get("data-id"), len(arrow)) == ("arrow", "l", 2)


def test_odd_facts_cannot_break_out() -> None:
    (group,) = drawn(Group('x" onload="y', (), "a/b#c", "", None, (('o"n', '"><b>'),)))
    assert group.attrib == {"class": 'x" onload="y', "data-address": "a/b#c", "data-id": "b", "data-o-n": '"><b>'}


def test_an_unknown_colour_is_our_own_mistake() -> None:
    with pytest.raises(KeyError, match="ultraviolet"):
        drawn(Rect(0, 0, 1, 1, "ultraviolet"))


def seconds(chore: object, times: int = 3) -> float:
    def once() -> float:
        start = time.process_time()
        chore()  # type: ignore[operator]
        return time.process_time() - start

    return min(once() for _ in range(times))


@pytest.mark.bench
def test_writing_costs_little_more_than_putting_strings_together() -> None:
    made = wide(5_000, 200)
    written = seconds(lambda: render(made, "svg"))
    floor = seconds(lambda: "".join([f'<rect x="{n}" y="{n}" width="148" height="64" class="{n}"/>' for n in range(50_000)]))
    # 40,000 items: about six of these strings for each, measured; twice that is allowed
    assert written < floor * 12
