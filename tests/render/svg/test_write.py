"""The master picture: well-formed, escaped, in the safe part of SVG."""

import re
import xml.etree.ElementTree as ET

import pytest

from footlights.drawing import ICONS, Drawing, Group, Icon, Path, Rect, TextLine
from footlights.layout import lay_out
from footlights.model import Blueprint, Card, Collection, Phase, Step, arranged
from footlights.render import render
from tests.layout.generated import generated

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script>]]>&amp;\"'\x00\x08\x1b</svg><!-- \u202e"


def drawing(*groups: Group) -> Drawing:
    return Drawing(200, 100, "A title", "A description", "en", "blueprint", groups, 0, 0, (), ())


def written(made: Drawing, **wishes: str) -> tuple[str, ET.Element]:
    text = render(made, "svg", **wishes).data.decode("utf-8")  # type: ignore[arg-type]
    return text, ET.fromstring(text)


def test_every_hostile_text_comes_back_as_text() -> None:
    steps = Collection([Step("s", "p", does=HOSTILE, thinks=HOSTILE, expects=HOSTILE)])
    blueprint = Blueprint(title=HOSTILE, phases=Collection([Phase("p", title=HOSTILE, need=HOSTILE)]), steps=steps,
                          cards=Collection([Card("c", "s", "backstage", does=HOSTILE)]))  # fmt: skip
    text, root = written(lay_out(arranged(blueprint)))
    assert not any(element.tag.endswith("script") for element in root.iter())
    assert "<!--" not in text
    assert not set(text) & {"\x00", "\x08", "\x1b"}
    assert any("alert(1)" in "".join(element.itertext()) for element in root.iter(SVG + "text"))


@pytest.mark.parametrize("seed", range(5))
def test_only_the_safe_part_of_svg(seed: int) -> None:
    text, root = written(lay_out(generated(seed)))
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "style", "defs", "marker", "g", "rect", "path", "text", "tspan", "use"}
    assert "var(" not in text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    for group in root.iter(SVG + "g"):
        assert group.get("class") is None or group.get("transform") is None


def test_ids_are_unique_and_every_reference_exists() -> None:
    text, root = written(lay_out(generated(4)))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    used = set(re.findall(r'(?:url\(#|href="#)([\w.-]+)', text))
    assert used
    assert used <= set(ids)


def test_two_pictures_on_a_page_keep_their_ids_apart() -> None:
    made = lay_out(generated(4))
    one, two = (set(re.findall(r' id="([^"]+)"', written(made, prefix=prefix)[0])) for prefix in ("a-", "b-"))
    assert one
    assert not one & two


def test_it_says_what_it_is() -> None:
    _, root = written(drawing())
    named = root.get("aria-labelledby", "").split()
    texts = {element.get("id"): element.text for element in root if element.get("id")}
    assert [texts[name] for name in named] == ["A title", "A description"]
    assert root.get("role") == "img"
    assert root.get("lang") == "en"


def test_groups_carry_what_outside_readers_look_for() -> None:
    card = Group("card", (Rect(0, 0, 50, 20, "card"), TextLine(4, ((12.0, "Hello"), (24.0, "you")), 12.0)), "cards/c", "Hi", (0, 0, 50, 20),
                 (("lane", "front"),))  # fmt: skip
    arrow = Group("arrow", (Path("M0 0H9V9", None, "arrow", 1.0, "", "end"),), "links/l", "", None, (("from", "a"), ("to", "b")))
    _, root = written(drawing(card, arrow))
    found = next(group for group in root.iter(SVG + "g") if group.get("class") == "card")
    assert (found.get("data-id"), found.get("data-address"), found.get("data-lane")) == ("c", "cards/c", "front")
    lines = [line.text for line in found.find(SVG + "text")]  # type: ignore[union-attr]
    assert [line.strip() for line in lines if line] == ["Hello", "you"]
    path = next(path for path in root.iter(SVG + "path") if path.get("class") == "arrow")
    assert (path.get("data-from"), path.get("data-to"), path.get("d")) == ("a", "b", "M0 0H9V9")


def test_every_icon_can_be_drawn_and_is_defined_once() -> None:
    icons = tuple(Icon(10.0 * n, 0, name, size) for n, name in enumerate(ICONS) for size in (12.0, 16.0))
    _, root = written(drawing(Group("icons", icons + icons)))
    assert len(list(root.iter(SVG + "use"))) == 4 * len(ICONS)


def test_fonts_travel_with_the_picture_unless_told_otherwise() -> None:
    made = drawing(Group("title", (TextLine(0, ((10.0, "Żółw and καλά"),), 12.0),)))
    embedded, bare = written(made)[0], written(made, fonts="none")[0]
    assert embedded.count("@font-face") >= 3  # latin, latin extended, greek
    assert "@font-face" not in bare
