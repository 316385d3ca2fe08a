"""One suite over every format: the same bytes each time, and clear words for what can't be."""

import pytest

from footlights.drawing import Drawing
from footlights.layout import lay_out
from footlights.model import FootlightsError
from footlights.render import FORMATS, passed_over, render
from tests.layout.generated import generated
from tests.render.sample import hostile, sample

MAGIC = {
    "svg": b"<svg ", "png": b"\x89PNG\r\n\x1a\n", "pdf": b"%PDF-", "html": b"<!doctype html>",
    "pptx": b"PK\x03\x04", "xlsx": b"PK\x03\x04", "csv": b"\xef\xbb\xbf", "md": b"# ", "txt": b"",
    "drawio": b"<mxfile ", "mmd": b"---\n", "bpmn": b"<?xml ",
}  # fmt: skip
#: Formats that are words only or have no ground to be dark, and those in which no markup means anything.
COLOURLESS, PLAIN = ("csv", "md", "txt", "bpmn"), ("csv", "txt")

HEEDING = {"scale": ("png",), "page": ("pdf", "pptx"), "arrows": ("pptx",)}


def some() -> Drawing:
    return lay_out(generated(4))


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_drawing_gives_the_same_bytes(format: str) -> None:
    drawing = some()
    one, two = render(drawing, format, scale=0.5), render(drawing, format, scale=0.5)
    assert one.data == two.data
    assert one.data.startswith(MAGIC[format])
    assert one.suffix == f".{format}"


@pytest.mark.parametrize("format", FORMATS)
def test_a_format_heeds_what_it_says_and_nothing_else(format: str) -> None:
    drawing = some()
    small: dict[str, object] = {"scale": 0.25}
    plain = render(drawing, format, **small).data  # type: ignore[arg-type]
    for wish, value in (("scale", 0.2), ("page", "a4"), ("arrows", "glued")):
        changed = render(drawing, format, **{**small, wish: value}).data != plain  # type: ignore[arg-type]
        assert changed == (wish in FORMATS[format].heeds), wish
        assert passed_over(format, **{wish: value}).get(wish, ()) == (() if changed else HEEDING[wish])
    assert passed_over(format, scale=2.0, page="", arrows="exact", theme=None) == {}


@pytest.mark.parametrize("format", [name for name in FORMATS if name not in COLOURLESS])
def test_a_theme_changes_the_picture_and_must_exist(format: str) -> None:
    drawing = some()
    assert render(drawing, format, theme="dark", scale=0.5).data != render(drawing, format, theme="light", scale=0.5).data
    with pytest.raises(FootlightsError, match="themes: light, dark"):
        render(drawing, format, theme="sepia")


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_blueprint_is_drawn(format: str) -> None:
    from footlights.model import Blueprint

    assert render(lay_out(Blueprint(title="Nothing yet")), format).data.startswith(MAGIC[format])


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(FootlightsError, match="svg, png, pdf, html") as raised:
        render(some(), "sgv")
    assert raised.value.hint == "did you mean svg?"


def test_a_missing_part_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(FootlightsError) as raised:
        render(some(), "pdf")
    assert raised.value.hint == "pip install 'footlights[pdf]'"


def test_a_scale_is_above_zero() -> None:
    for wrong in (0, -1, float("nan"), float("inf")):
        with pytest.raises(FootlightsError, match="a scale is a number above 0"):
            render(some(), "png", scale=wrong)


@pytest.mark.parametrize("format", FORMATS)
def test_no_text_is_hostile_enough(format: str) -> None:
    made = render(hostile(), format, scale=0.5)
    assert made.data.startswith(MAGIC[format])
    assert format in PLAIN or b"<script>alert" not in made.data


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", ["", "nl-BE", "x-klingon", "zh-Hant-TW", 'n"l', "123"])
def test_any_language_will_do(format: str, language: str) -> None:
    assert render(sample()._replace(language=language), format, scale=0.5).data.startswith(MAGIC[format])


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_needs_a_title_or_a_phase(format: str) -> None:
    bare = sample()._replace(title="", description="", columns=(("", ""), ("a", "\x00"), ("b", "c"), ("d", "")))
    assert render(bare, format, scale=0.5).data.startswith(MAGIC[format])


def test_a_prefix_for_ids_is_a_plain_word() -> None:
    for wrong in ("", "1a", "a b", "a)", 'a"', "é"):
        with pytest.raises(FootlightsError, match="a prefix for ids"):
            render(some(), "svg", prefix=wrong)


def test_fonts_are_in_or_out() -> None:
    with pytest.raises(FootlightsError, match="embed or none"):
        render(some(), "svg", fonts="link")
