"""What can be said of one element, or of one place in a file."""

from .diagnostic import Diagnostic, Place
from .reading import PathTime, StationTime

__all__ = ["Diagnostic", "PathTime", "Place", "StationTime"]
