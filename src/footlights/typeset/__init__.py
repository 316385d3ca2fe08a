"""How wide text is and where it breaks, in the font that footlights ships."""

from footlights.typeset.advances import FontMetrics, covers, metrics
from footlights.typeset.fonts import FAMILY, FontChunk, chunks_for, font_files
from footlights.typeset.measure import width
from footlights.typeset.wrap import shorten, wrap

__all__ = [
    "FAMILY",
    "FontChunk",
    "FontMetrics",
    "chunks_for",
    "covers",
    "font_files",
    "metrics",
    "shorten",
    "width",
    "wrap",
]
