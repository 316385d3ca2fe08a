"""How wide text is and where it breaks, in the font that footlights ships."""

from .advances import FontMetrics, covers, metrics
from .fonts import FAMILY, FontChunk, chunks_for, font_files
from .measure import width
from .wrap import shorten, wrap

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
