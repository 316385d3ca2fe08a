"""Offsets and positions: UTF-16 units, every line end, past the end."""

from __future__ import annotations

import pytest
from lsprotocol.types import Position

from footlights.facts import Place
from footlights.lsp.positions import Ruler

TEXT = "a𝒳b\r\ncé\rd\n\ne"


@pytest.mark.parametrize(
    ("words", "line", "units"), [("a", 0, 0), ("𝒳", 0, 1), ("b", 0, 3), ("c", 1, 0), ("é", 1, 1), ("d", 2, 0), ("e", 4, 0)]
)
def test_there_and_back(words: str, line: int, units: int) -> None:
    ruler = Ruler(TEXT)
    assert ruler.position(TEXT.index(words)) == Position(line, units)
    assert ruler.offset(Position(line, units)) == TEXT.index(words)


def test_past_the_end_is_the_end() -> None:
    ruler = Ruler(TEXT)
    assert ruler.offset(Position(0, 99)) == TEXT.index("\r")
    assert ruler.offset(Position(99, 0)) == len(TEXT)
    assert ruler.position(999) == Position(4, 1)
    assert Ruler("").position(0) == Position(0, 0)


def test_a_place_counts_characters_and_a_range_counts_units() -> None:
    ruler = Ruler(TEXT)
    found = ruler.place(Place("f", 1, 3, 1, 4))
    assert (found.start, found.end) == (Position(0, 3), Position(0, 4))
    assert ruler.place(Place("f", 1, 2)).end == Position(0, 4)
    assert ruler.place(Place("f")).start == Position(0, 0)
