"""PDF: text that can be selected, set in our own font, tagged, in the right language, with the same content as tables."""

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader

from footlights.layout import lay_out
from footlights.model import Blueprint, Card, Collection, Phase, Step, arranged
from footlights.render import render
from footlights.render.pdf.content import plain
from tests.layout.generated import generated
from tests.render.sample import sample

HOSTILE = '#read("/etc/passwd") $x$ *bold* _it_ `raw` <label> @ref // no comment \\ "quoted" [box]'


def made(text: str = "Calls the desk") -> Blueprint:
    steps = Collection([Step("s", "p", does=text, thinks="Why me?")])
    cards = Collection([Card("c", "s", "backstage", does="Looks it up")])
    return arranged(Blueprint(title="Help", language="nl", phases=Collection([Phase("p", title="Ask")]), steps=steps, cards=cards))


def read(blueprint: Blueprint) -> PdfReader:
    return PdfReader(BytesIO(render(lay_out(blueprint), "pdf").data))


def test_the_first_page_is_the_picture_and_its_text_can_be_selected() -> None:
    drawing = lay_out(made())
    page = PdfReader(BytesIO(render(drawing, "pdf").data)).pages[0]
    assert abs(float(page.mediabox.width) - drawing.width * 0.75) < 0.1
    assert "Calls the desk" in page.extract_text()


def test_it_is_set_in_the_font_that_we_ship() -> None:
    fonts = read(made()).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    names = {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
    assert names
    assert all("NotoSans" in name for name in names)


def test_the_same_content_follows_as_tables() -> None:
    text = "".join(page.extract_text() for page in read(made()).pages[1:])
    for told in ("Ask", "Calls the desk", "Why me?", "Looks it up"):
        assert told in text


def test_it_is_tagged_named_and_in_its_language() -> None:
    reader = read(made())
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert root["/Lang"] == "nl"  # type: ignore[index]
    assert reader.metadata is not None
    assert reader.metadata.title == "Help"
    kinds = set()

    def walk(node: object) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            kinds.add(str(node.get("/S")))
            if node.get("/S") == "/Figure":
                assert node.get("/Alt") or "/Alt" in str(node)
            walk(node.get("/K", []))

    walk(root["/StructTreeRoot"]["/K"])  # type: ignore[index]
    assert {"/Figure", "/Table", "/TH", "/TD", "/H1", "/H2", "/H3"} <= kinds


def test_what_people_wrote_is_never_markup() -> None:
    text = "".join(page.extract_text() for page in read(made(HOSTILE)).pages).replace("\n", " ")
    for told in ('#read("/etc/passwd")', "*bold*", "`raw`", "@ref", "[box]"):
        assert told in text.replace("- ", "-")


def test_a_note_tells_of_letters_that_our_font_lacks() -> None:
    assert render(lay_out(made("旅程地図")), "pdf").notes
    assert render(lay_out(made()), "pdf").notes == ()


def test_a_picture_larger_than_a_page_is_scaled_and_says_so() -> None:
    drawing = lay_out(generated(4))._replace(width=30_000.0)
    made = render(drawing, "pdf")
    assert any("scaled" in note for note in made.notes)
    assert float(PdfReader(BytesIO(made.data)).pages[0].mediabox.width) <= 14_400.5


def test_headings_leave_no_level_out_where_a_phase_has_no_name() -> None:
    drawing = sample()._replace(columns=(("1. Asks", "Before"), ("2. Waits", "Before"), ("3. Hears", ""), ("4. Leaves", "After")))
    reader = PdfReader(BytesIO(render(drawing, "pdf").data))
    levels = [(entry["/Title"], depth) for entry, depth in outline(reader.outline, 1)]
    assert levels == [
        ("Een storing melden", 1), ("Before", 2), ("1. Asks", 3), ("2. Waits", 3), ("3. Hears", 2), ("After", 2), ("4. Leaves", 3),
    ]  # fmt: skip


def outline(entries: object, depth: int) -> Iterator[tuple[dict[str, str], int]]:
    for entry in entries:  # type: ignore[attr-defined]
        if isinstance(entry, list):
            yield from outline(entry, depth + 1)
        else:
            yield entry, depth


def test_the_pages_behind_tell_where_they_come_from() -> None:
    reader = PdfReader(BytesIO(render(sample(), "pdf").data))
    last = reader.pages[-1].extract_text()
    assert "nog niet beoordeeld" in last
    assert f"{len(reader.pages)} / {len(reader.pages)}" in last


def test_only_control_characters_go() -> None:
    assert plain(" a\u00a0b\u00adc\u200dd\x00\x07e\ud800 ") == "a\u00a0b\u00adc\u200dd e"


def test_a_language_with_a_region_keeps_both() -> None:
    root = PdfReader(BytesIO(render(sample()._replace(language="nl-BE"), "pdf").data)).trailer["/Root"]
    assert str(root["/Lang"]).lower() == "nl-be"  # type: ignore[index]
