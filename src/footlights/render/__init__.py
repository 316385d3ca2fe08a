"""Drawing → bytes: one room per file format, all with the same door."""

from .formats import FORMATS, Format, render
from .options import Artifact

__all__ = ["FORMATS", "Artifact", "Format", "render"]
