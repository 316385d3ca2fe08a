"""The font files that footlights ships, whole and in chunks."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .advances import FONTS, chunk_names, font_table

FAMILY = "Noto Sans"
REGULAR, BOLD = 400, 700


class FontChunk(NamedTuple):
    """A part of the font to embed in SVG or HTML, as one @font-face rule."""

    name: str
    weight: int
    unicode_range: str
    """The characters of the chunk, as CSS writes them: U+20-7E,U+A0."""

    @property
    def data(self) -> bytes:
        """The chunk as woff2, read when asked for."""
        return _read(f"noto-sans-{self.weight}-{self.name}.woff2")


@cache
def _read(file_name: str) -> bytes:
    return (FONTS / file_name).read_bytes()


def _css_range(runs: Iterable[tuple[int, int]]) -> str:
    return ",".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in runs)


def font_files() -> tuple[Path, ...]:
    """The whole fonts, regular and bold, as TrueType files for engines that draw PNG and PDF."""
    return (FONTS / "NotoSans-Regular.ttf", FONTS / "NotoSans-Bold.ttf")


def chunks_for(characters: Iterable[str], *, bold: bool) -> tuple[FontChunk, ...]:
    """The chunks of one weight that hold at least one of the characters, always in the same order.

    Characters that the font lacks are passed over; without characters the answer is empty.
    """
    names = chunk_names()
    wanted = {names[char] for char in characters if char in names}
    chunks: dict[str, list[tuple[int, int]]] = font_table()["chunks"]
    return tuple(FontChunk(name, BOLD if bold else REGULAR, _css_range(runs)) for name, runs in chunks.items() if name in wanted)
