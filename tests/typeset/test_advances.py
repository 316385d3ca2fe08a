"""The table of advances says what the shipped fonts say."""

from __future__ import annotations

import unicodedata

import pytest

from footlights.typeset import FontMetrics, covers, font_files, metrics, width
from footlights.typeset.advances import advances, chunk_names

WEIGHTS = {False: 0, True: 1}


def test_heights_are_in_em() -> None:
    assert metrics() == FontMetrics(ascent=1.069, descent=0.293, cap_height=0.714, x_height=0.536)
    assert metrics(bold=True) == FontMetrics(ascent=1.069, descent=0.293, cap_height=0.714, x_height=0.546)


@pytest.mark.parametrize("char", [*"aZ0é€–’…ñĳŁřẽΩЖђ½№", "\u00a0", "\u0301", "\ufffd"])
def test_european_text_is_covered(char: str) -> None:
    assert covers(char)


@pytest.mark.parametrize("char", [*"漢あ한ع→☎😀", "\n", "\ud800", "a漢"])
def test_other_text_is_not_covered(char: str) -> None:
    assert not covers(char)


def test_measuring_an_unlisted_character_does_not_make_it_covered() -> None:
    assert width("漢", 10) == 10
    assert not covers("漢")


def test_both_weights_list_the_same_characters() -> None:
    listed = set(chunk_names())
    assert len(listed) > 1100
    for bold in WEIGHTS:
        assert listed <= set(advances(bold))


@pytest.mark.parametrize("bold", WEIGHTS)
def test_the_table_agrees_with_the_shipped_font(bold: bool) -> None:
    ttlib = pytest.importorskip("fontTools.ttLib", reason="reading a font file takes fontTools")
    font = ttlib.TTFont(font_files()[WEIGHTS[bold]])
    glyph_of, widths, table = font.getBestCmap(), font["hmtx"], advances(bold)
    assert set(map(chr, glyph_of)) == set(chunk_names())
    for code, glyph in glyph_of.items():
        invisible = unicodedata.category(chr(code)) in {"Mn", "Me", "Cf"}
        assert table[chr(code)] == (0 if invisible else widths[glyph][0]), hex(code)
    heights = (font["hhea"].ascent, -font["hhea"].descent, font["OS/2"].sCapHeight, font["OS/2"].sxHeight)
    assert (font["head"].unitsPerEm, *(round(em * 1000) for em in metrics(bold))) == (1000, *heights)


@pytest.mark.parametrize("bold", WEIGHTS)
def test_kerning_only_narrows(bold: bool) -> None:
    ttlib = pytest.importorskip("fontTools.ttLib", reason="reading a font file takes fontTools")
    font = ttlib.TTFont(font_files()[WEIGHTS[bold]])
    steps: list[int] = []
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            if type(table).__name__ != "PairPos":
                continue
            rows = (row.Class2Record for row in table.Class1Record) if table.Format == 2 else (row.PairValueRecord for row in table.PairSet)
            steps += (getattr(pair.Value1, "XAdvance", 0) for row in rows for pair in row if pair.Value1)
    assert len(steps) > 1000
    assert min(steps) < 0
    assert max(steps) == 0
