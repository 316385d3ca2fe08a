"""The shipped fonts are whole, small and free to pass on."""

from __future__ import annotations

import io
import re

import pytest

from footlights.typeset import FAMILY, FontChunk, chunks_for, covers, font_files
from footlights.typeset.advances import FONTS, chunk_names

EVERYTHING = frozenset(chunk_names())
ALL_CHUNKS = [*chunks_for(EVERYTHING, bold=False), *chunks_for(EVERYTHING, bold=True)]


def code_points(css: str) -> set[int]:
    """The code points of a CSS unicode-range."""
    found: set[int] = set()
    for part in css.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def test_the_whole_fonts_are_there_with_their_licence() -> None:
    regular, bold = font_files()
    for path in (regular, bold):
        assert path.read_bytes()[:4] == b"\x00\x01\x00\x00"
        assert path.stat().st_size < 170_000
    assert regular != bold
    assert "SIL Open Font License, Version 1.1" in (FONTS / "OFL.txt").read_text("utf-8")
    assert FAMILY in (FONTS / "FONTLOG.md").read_text("utf-8")


def test_only_the_chunks_that_are_needed() -> None:
    assert [chunk.name for chunk in chunks_for("Klant", bold=False)] == ["latin"]
    assert [chunk.name for chunk in chunks_for("cliënt – Ω", bold=True)] == [
        "latin",
        "latin-1",
        "punctuation",
        "greek",
    ]
    assert chunks_for({"Ω", "–", "ë"}, bold=True) == chunks_for("ë–Ω", bold=True)
    assert {chunk.weight for chunk in chunks_for("aé", bold=True)} == {700}
    assert chunks_for("漢字→", bold=False) == ()
    assert chunks_for("", bold=False) == ()


def test_the_plain_latin_chunks_are_small() -> None:
    both = [*chunks_for("a", bold=False), *chunks_for("a", bold=True)]
    assert len(both) == 2
    assert sum(len(chunk.data) for chunk in both) <= 16_000


def test_every_covered_character_is_in_one_chunk_of_each_weight() -> None:
    for weight in (400, 700):
        listed = [code_points(chunk.unicode_range) for chunk in ALL_CHUNKS if chunk.weight == weight]
        assert sum(map(len, listed)) == len(EVERYTHING)
        assert set().union(*listed) == set(map(ord, EVERYTHING))


def test_the_ranges_are_css() -> None:
    css = re.compile(r"U\+[0-9A-F]{2,6}(-[0-9A-F]{2,6})?(,U\+[0-9A-F]{2,6}(-[0-9A-F]{2,6})?)*")
    assert all(css.fullmatch(chunk.unicode_range) for chunk in ALL_CHUNKS)
    assert chunks_for("a", bold=False)[0].unicode_range == "U+20-7E"


@pytest.mark.parametrize("chunk", ALL_CHUNKS, ids=lambda chunk: f"{chunk.name}-{chunk.weight}")
def test_a_chunk_is_woff2(chunk: FontChunk) -> None:
    assert chunk.data[:4] == b"wOF2"
    assert int.from_bytes(chunk.data[8:12], "big") == len(chunk.data)


@pytest.mark.parametrize("chunk", ALL_CHUNKS, ids=lambda chunk: f"{chunk.name}-{chunk.weight}")
def test_a_chunk_holds_what_it_claims_and_its_licence(chunk: FontChunk) -> None:
    ttlib = pytest.importorskip("fontTools.ttLib", reason="reading a font file takes fontTools")
    pytest.importorskip("brotli", reason="woff2 is packed with brotli")
    font = ttlib.TTFont(io.BytesIO(chunk.data))
    assert set(font.getBestCmap()) == code_points(chunk.unicode_range)
    assert font["OS/2"].usWeightClass == chunk.weight
    assert font["name"].getDebugName(1) == FAMILY
    assert "Open Font License" in font["name"].getDebugName(13)
    assert all(covers(chr(code)) for code in font.getBestCmap())
