"""A safe advance for a character that the shipped font lacks, so that another font draws it no wider."""

import unicodedata
from bisect import bisect_right
from collections.abc import Mapping

EMOJI = 1300
FULL = 1000
UNKNOWN = 700

# Whole blocks, in order: first, last, units per em. Measured in bold: the Noto Sans of each script by
# whole words, and DejaVu Sans for symbols; rounded up. Only blocks that need more, or other, than UNKNOWN.
BLOCKS: tuple[tuple[int, int, int], ...] = (
    (0x0530, 0x058F, 850),  # Armenian
    (0x0590, 0x08FF, 620),  # Hebrew, Arabic, Syriac and their kin
    (0x0B80, 0x0BFF, 1200),  # Tamil
    (0x0C00, 0x0CFF, 800),  # Telugu, Kannada
    (0x0D00, 0x0DFF, 1200),  # Malayalam, Sinhala
    (0x1000, 0x109F, 1000),  # Myanmar
    (0x10A0, 0x10FF, 850),  # Georgian
    (0x1160, 0x11FF, 0),  # vowels and endings inside a Korean syllable, whose width its first letter has
    (0x1200, 0x137F, 900),  # Ethiopic
    (0x13A0, 0x167F, 1000),  # Cherokee, Canadian syllabics
    (0x2190, 0x27EF, FULL),  # arrows, mathematics, boxes, shapes, dingbats
    (0x27F0, 0x27FF, 1500),  # long arrows
    (0x2800, 0x2BFF, FULL),  # braille, more arrows and mathematics
    (0xFB1D, 0xFDFF, 620),  # Hebrew and Arabic forms
    (0xFE70, 0xFEFE, 620),
    (0x1D400, 0x1D7FF, 900),  # mathematical letters
    (0x1F000, 0x1FAFF, EMOJI),
)
_STARTS = tuple(first for first, _, _ in BLOCKS)
# From here on wide signs are part of a CJK script: radicals, enclosed ideographs, Yi.
_FIRST_CJK = 0x2E80


def unlisted_advance(char: str, listed: Mapping[str, int]) -> int:
    """Units per em, never fewer than a usual font needs; 0 for marks, controls and zero-width characters."""
    category = unicodedata.category(char)
    code = ord(char)
    if category in {"Mn", "Me", "Cf", "Cc", "Zl", "Zp"}:
        return 0
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        is_emoji = category in {"So", "Sk"} and not _FIRST_CJK <= code < 0x1F000
        return EMOJI if is_emoji else FULL
    at = bisect_right(_STARTS, code) - 1
    if at >= 0 and code <= BLOCKS[at][1]:
        return BLOCKS[at][2]
    # A letter with an accent may be drawn as its letter and its accent.
    parts = unicodedata.normalize("NFD", char)
    return max(UNKNOWN, sum(listed.get(part, 0) for part in parts))
