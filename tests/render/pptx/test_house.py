"""An organisation's own theme on slides: its logo in the corner of the master, its font for titles and notes."""

import re
import struct
import zlib
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx import Presentation

from footlights.drawing import THEMES, Logo, Theme
from footlights.render import render
from tests.render.sample import sample

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def logo(width: int, height: int) -> Logo:
    def part(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    rows = zlib.compress((b"\0" + b"\xc0" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return Logo(b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", rows) + part(b"IEND", b""), width, height)


def house(mark: Logo | None = None, font: str = "") -> Theme:
    return THEMES["light"]._replace(name='Gemeente "De <Berg>"', logo=mark, font=font)


@pytest.mark.parametrize("size", [(400, 100), (50, 200), (1200, 100), (30, 30)])
@pytest.mark.parametrize("page", ["", "4x3", "picture"])
def test_the_logo_stands_in_the_corner_beside_the_title(size: tuple[int, int], page: str) -> None:
    mark = logo(*size)
    made: Any = Presentation(BytesIO(render(sample(), "pptx", theme=house(mark), page=page).data))
    [picture] = [shape for shape in made.slide_master.shapes if shape.shape_type == 13]
    assert picture.image.blob == mark.data
    assert picture._element.xpath(".//p:cNvPr")[0].get("descr") == 'Logo van Gemeente "De <Berg>"'
    assert abs(picture.width / picture.height - size[0] / size[1]) < 0.05
    assert picture.height <= 32 * 9525
    assert picture.width <= made.slide_width / 5
    assert abs(picture.left + picture.width - (made.slide_width - 24 * 9525)) < 2
    title = next(shape for shape in made.slide_master.placeholders if shape.name == "Title")
    assert title.left + title.width < picture.left - 20 * 9525
    shapes = [shape for slide in made.slides for shape in slide.shapes if not shape.is_placeholder]
    assert min(shape.top for shape in shapes) >= picture.top + picture.height


def test_the_font_is_that_of_titles_and_notes_and_the_cards_keep_the_measured_one() -> None:
    file = ZipFile(BytesIO(render(sample(), "pptx", theme=house(font="Fira Sans")).data))
    fonts = {}
    for number in (1, 2):
        scheme = etree.fromstring(file.read(f"ppt/theme/theme{number}.xml")).find(f".//{A}fontScheme")
        fonts[number] = [scheme.find(f"{A}{name}/{A}latin").get("typeface") for name in ("majorFont", "minorFont")]
    assert fonts == {1: ["Fira Sans", "Noto Sans"], 2: ["Fira Sans", "Fira Sans"]}
    assert "+mj-lt" in file.read("ppt/slideMasters/slideMaster1.xml").decode().partition("titleStyle")[2].partition("titleStyle")[0]
    assert not re.search("latin|Fira", file.read("ppt/slides/slide1.xml").decode())


def test_without_a_house_there_is_no_picture_and_our_own_font() -> None:
    file = ZipFile(BytesIO(render(sample(), "pptx").data))
    assert not [name for name in file.namelist() if "media" in name]
    assert "p:pic" not in file.read("ppt/slideMasters/slideMaster1.xml").decode()
    assert file.read("ppt/theme/theme1.xml") == file.read("ppt/theme/theme2.xml")


def test_a_house_gives_the_same_bytes_each_time() -> None:
    first, second = (render(sample(), "pptx", theme=house(logo(40, 20), "Fira Sans")).data for _ in range(2))
    assert first == second
