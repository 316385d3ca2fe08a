"""The advance of every character in the shipped font, and how high the font stands."""

from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from .unlisted import unlisted_advance

FONTS = Path(__file__).parent / "fonts"
UNITS_PER_EM = 1000


class FontMetrics(NamedTuple):
    """How far the font reaches from its baseline, in em; all four are positive."""

    ascent: float
    descent: float
    cap_height: float
    x_height: float


class Advances(dict[str, int]):
    """Units per em of each character; one that the font lacks gets a safe guess, which is remembered."""

    def __missing__(self, char: str) -> int:
        advance = unlisted_advance(char, self)
        self[char] = advance
        return advance


@lru_cache(maxsize=1)
def font_table() -> dict[str, Any]:
    """The table that scripts/make_fonts.py wrote beside the fonts."""
    import json

    table: dict[str, Any] = json.loads((FONTS / "noto-sans.json").read_text(encoding="utf-8"))
    return table


@lru_cache(maxsize=2)
def advances(bold: bool) -> Advances:
    """The advances of one weight."""
    runs: list[tuple[int, list[int]]] = font_table()["bold" if bold else "regular"]
    return Advances((chr(code), units) for first, advances in runs for code, units in enumerate(advances, start=first))


@lru_cache(maxsize=1)
def chunk_names() -> dict[str, str]:
    """For each character the font holds, the name of the chunk it is in."""
    chunks: dict[str, list[tuple[int, int]]] = font_table()["chunks"]
    return {chr(code): name for name, runs in chunks.items() for first, last in runs for code in range(first, last + 1)}


@lru_cache(maxsize=2)
def metrics(bold: bool = False) -> FontMetrics:
    """The ascent, descent, cap height and x-height of the font, in em."""
    heights: dict[str, int] = font_table()["heights"]["bold" if bold else "regular"]
    return FontMetrics(
        ascent=heights["ascent"] / UNITS_PER_EM,
        descent=heights["descent"] / UNITS_PER_EM,
        cap_height=heights["capHeight"] / UNITS_PER_EM,
        x_height=heights["xHeight"] / UNITS_PER_EM,
    )


def covers(char: str) -> bool:
    """Whether the shipped font can draw this character; of a longer text, every character of it."""
    held = chunk_names()
    return all(c in held for c in char)
