"""What can be said of one element, or of one place in a file."""

from .change import Arrow, Change, Chosen, Percent, Word, counted, joined
from .diagnostic import Diagnostic, Place
from .reading import PathTime, StationTime

__all__ = [
    "Arrow", "Change", "Chosen", "Diagnostic", "PathTime", "Percent", "Place", "StationTime", "Word", "counted", "joined",
]  # fmt: skip
