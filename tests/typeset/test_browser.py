"""A browser draws the shipped chunks exactly as wide as the table says, and text never wider."""

from __future__ import annotations

import base64
import math
import unicodedata
from typing import TYPE_CHECKING

import pytest

from footlights.typeset import FAMILY, chunks_for, width, wrap
from footlights.typeset.advances import chunk_names

if TYPE_CHECKING:
    from playwright.sync_api import Page

TEXTS = (
    "Text: AVATAR, Wat? f(f) of j[j] – “To Té Ty” L’Y",
    "De cliënt vult het reserveringsformulier in",
    "¿Está la habitación? ¡Sí, señor!",
    "Łódź, Dvořák, İstanbul, Hà Nội, ướt",
    "Ελληνικά και Русский, Ґрунт",
    "½ kg for €3.50 ™ № 7",
    "cafe\u0301 e\u0323",
)
MEASURE = """async ([family, chunks, texts, kerning]) => {
  for (const [source, unicodeRange, weight] of chunks) {
    const face = new FontFace(family, `url(${source})`, { unicodeRange, weight: String(weight) });
    document.fonts.add(await face.load());
  }
  const pen = document.createElement('canvas').getContext('2d');
  pen.fontKerning = kerning;
  const measured = (weight) => {
    pen.font = `${weight} 1000px "${family}"`;
    return texts.map((text) => pen.measureText(text).width);
  };
  return [measured(400), measured(700)];
}"""


def drawn(page: Page, texts: list[str], kerning: str) -> list[list[float]]:
    """The widths of the texts at 1000 px in a browser that has only our chunks: regular, then bold."""
    chunks = [
        ["data:font/woff2;base64," + base64.b64encode(chunk.data).decode(), chunk.unicode_range, chunk.weight]
        for bold in (False, True)
        for chunk in chunks_for("".join(texts), bold=bold)
    ]
    # A name of its own, so that an installed Noto Sans cannot stand in.
    found: list[list[float]] = page.evaluate(MEASURE, [f"{FAMILY} shipped", chunks, texts, kerning])
    return found


@pytest.mark.e2e
def test_each_character_is_as_wide_as_the_table_says(page: Page) -> None:
    # Marks and spaces have no width, or another one, when they stand alone.
    chars = [char for char in chunk_names() if unicodedata.category(char)[0] not in "MCZ"]
    # The browser may draw these as the letters that they stand for.
    chars = [char for char in chars if unicodedata.is_normalized("NFC", char)]
    assert len(chars) > 1000
    for bold, widths in enumerate(drawn(page, chars, "none")):
        assert {
            char: found
            for char, found in zip(chars, widths, strict=True)
            if found != pytest.approx(width(char, 1000, bold=bool(bold)), abs=0.5)
        } == {}


@pytest.mark.e2e
def test_no_text_is_drawn_wider_than_it_was_measured(page: Page) -> None:
    lines = [line for text in TEXTS for line in wrap(text, math.inf, 12)]
    for bold, widths in enumerate(drawn(page, lines, "normal")):
        for text, found in zip(lines, widths, strict=True):
            measured = width(text, 1000, bold=bool(bold))
            # Kerning narrows by a few percent; more would mean that another font was drawn.
            assert 0.95 * measured < found <= measured + 0.5, text
