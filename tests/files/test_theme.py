"""A theme of an organisation's own: what it may say, and how a hostile or careless file is refused."""

from __future__ import annotations

import re
import struct
import zlib
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pikepdf
import pytest
import yaml
from PIL import Image

from footlights import api
from footlights.drawing import THEMES
from footlights.files import load_theme, theme_schema
from footlights.model import FootlightsError


def written(folder: Path, text: str) -> Path:
    path = folder / "county.theme.yaml"
    path.write_text(text, "utf-8")
    return path


def png(width: int = 40, height: int = 20, **more: object) -> bytes:
    made = BytesIO()
    Image.new("RGBA", (width, height), (20, 83, 45, 255)).save(made, "PNG", **more)
    return made.getvalue()


def test_a_few_colours_make_a_theme(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png())
    text = 'name: County\nbased-on: light\nbrand: {primary: "#14532d", accent: "#fc0"}\nfont: Georgia\nlogo: logo.png\n'
    own = load_theme(written(tmp_path, text))
    assert (own.theme.name, own.theme.font, own.theme.dark) == ("County", "Georgia", False)
    assert own.theme.colour("phase") == "#14532d"
    assert own.theme.logo is not None
    assert (own.theme.logo.width, own.theme.logo.height) == (40, 20)
    assert own.notes and own.notes[0].startswith("persona-1 became #")
    jsonschema.validate(yaml.safe_load(text), theme_schema())


def test_a_picture_wears_it(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png())
    path = written(tmp_path, 'brand: {primary: "#14532d"}\nfont: Georgia\nlogo: logo.png\n')
    document = api.loads("footlights: 1\ntitle: A shine\nphases: [{title: Sit, steps: [Sits down]}]\n")
    svg = document.draw(theme=path).to("svg").decode()
    assert 'fill="#14532d"' in svg
    assert '<g class="title" font-family="Georgia, ' in svg
    assert svg.count("<image ") == 1
    assert svg == document.draw(theme=load_theme(path).theme).to("svg").decode()
    page = document.draw(theme=path).to("html").decode()
    assert "--phase:#14532d;" in page
    # in the bar and on paper it is one picture, told once
    assert page.count("data:image/png") == 1
    assert '<header><span class="logo"></span><h1 dir="auto">' in page
    assert "--font:'Georgia'" in page
    plain = document.draw(theme="light").to("html").decode()
    assert 'class="logo"' not in plain
    assert "data:image/png" not in plain


def test_draw_io_shows_its_logo(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png())
    path = written(tmp_path, "logo: logo.png\n")
    document = api.loads("footlights: 1\ntitle: A shine\nphases: [{title: Sit, steps: [Sits down]}]\n")
    root = ElementTree.fromstring(document.draw(theme=path).to("drawio"))
    cells = {cell.get("id"): cell for cell in root.iter("mxCell")}
    style = dict(part.partition("=")[::2] for part in (cells["logo"].get("style") or "").split(";"))
    prefix, _, data = style["image"].partition(",")
    assert prefix == "data:image/png"
    assert Image.open(BytesIO(b64decode(data))).size == (40, 20)


def test_a_pdf_without_its_font_is_set_in_ours_and_says_so(tmp_path: Path) -> None:
    document = api.loads("footlights: 1\ntitle: A shine\nphases: [{title: Sit, steps: [Sits down]}]\n")
    missing = document.draw(theme=written(tmp_path, "font: Nobody Has This\n")).artifact("pdf")
    assert any("Nobody Has This" in note for note in missing.notes)
    assert missing.data == document.draw(theme="light").to("pdf")


def test_a_pdf_has_its_font_in_the_words_around_the_picture(tmp_path: Path) -> None:
    import typst

    known = ("DejaVu Sans", "DejaVu Serif", "Liberation Sans", "Liberation Serif", "Times New Roman", "Arial")
    families = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).families()
    own = next((name for name in families if name in known), None)
    if own is None:
        pytest.skip(f"a PDF is set in a font of the machine, and this one has none of {', '.join(known)}")
    document = api.loads("footlights: 1\ntitle: A shine\nphases: [{title: Sit, steps: [Sits down]}]\n")
    set_in_it = document.draw(theme=written(tmp_path, f"font: {own}\n")).artifact("pdf")
    assert not set_in_it.notes
    # the letters of the picture lie in forms, deeper than the fonts of a page
    with pikepdf.open(BytesIO(set_in_it.data)) as read:
        found = [one for one in read.objects if isinstance(one, pikepdf.Dictionary)]
        fonts = " ".join(str(one.BaseFont) for one in found if "/BaseFont" in one)
    assert own.replace(" ", "") in fonts, "the table"
    assert "NotoSans" in fonts, "the picture"


def test_a_logo_gives_way_to_a_long_title(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(200, 40))
    path = written(tmp_path, "logo: logo.png\n")
    document = api.loads(f"footlights: 1\ntitle: {'A very long title ' * 8}\nphases: [{{title: Sit, steps: [Sits down]}}]\n")
    assert "<image " not in document.draw(theme=path).to("svg").decode()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('brand: {primry: "#14532d"}\n', "1:9: no 'primry' in a theme"),
        ("name: X\ncolours:\n  ink: red\n", "3:3: ink is a colour"),
        ("colours:\n  ink: #14532d\n", "2:3: ink is a colour"),
        ('colours: {ink: "#14532d\\"/><script>"}\n', "1:11: ink is a colour"),
        ("based-on: pink\n", "1:1: no theme 'pink'"),
        ('font: "x\\"; }</style>"\n', "1:1: a font is the name of a family"),
        ("brand: [1]\n", "1:1: brand is a mapping"),
        ("- a\n", "1:1: a theme is a mapping"),
        ("a: [\n", ":2:1:"),
        ('name: A\nname: B\n', ":2:1:"),
        ("logo: ../logo.png\n", "1:1: a logo lies in the folder"),
        ("logo: /etc/hostname\n", "1:1: a logo lies in the folder"),
        ("logo: none.png\n", "no logo at none.png"),
        ('brand: {ink: "#cccccc", paper: "#ffffff"}\n', "ink (#cccccc) on paper (#ffffff) has a contrast of 1.6, and 4.5 is needed"),
        ("x" * 60_000, "at most 50000 characters"),
    ],
)  # fmt: skip
def test_faults_are_told_with_their_place(tmp_path: Path, text: str, told: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(FootlightsError, match=re.escape(told)) as caught:
        load_theme(path)
    assert str(path) in str(caught.value) or "logo" in str(caught.value)


def test_what_would_do_is_in_the_hint(tmp_path: Path) -> None:
    with pytest.raises(FootlightsError) as caught:
        load_theme(written(tmp_path, 'brand: {ink: "#cccccc", paper: "#ffffff"}\n'))
    assert re.search(r"#[0-9a-f]{6} for ink would do", caught.value.hint)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def huge() -> bytes:
    head = struct.pack(">IIBBBBB", 1900, 1900, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 10)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", png()[:-20], png().replace(b"IDAT", b"IDAU"), png(2100, 10), huge(), b"<svg onload='x'/>", b"\x89PNG\r\n\x1a\n"],
)  # fmt: skip
def test_a_logo_that_is_no_sound_png_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "logo.png").write_bytes(data)
    with pytest.raises(FootlightsError, match="not a PNG that we can show"):
        load_theme(written(tmp_path, "logo: logo.png\n"))


def test_a_logo_leaves_everything_behind_but_its_picture(tmp_path: Path) -> None:
    from PIL.PngImagePlugin import PngInfo

    more = PngInfo()
    more.add_text("GPS", "52.1 N")
    (tmp_path / "logo.png").write_bytes(png(pnginfo=more) + b"<script>after the end</script>")
    logo = load_theme(written(tmp_path, "logo: logo.png\n")).theme.logo
    assert logo is not None
    assert b"GPS" not in logo.data
    assert b"script" not in logo.data
    with Image.open(BytesIO(logo.data)) as shown:
        assert shown.convert("RGBA").getpixel((3, 3)) == (20, 83, 45, 255)


def test_the_schema_names_every_token() -> None:
    assert set(theme_schema()["properties"]["colours"]["properties"]) == set(THEMES["light"].colours)
