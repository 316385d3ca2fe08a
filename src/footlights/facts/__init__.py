"""What can be said of one element, or of one place in a file."""

from .change import Arrow, Change, Chosen, Percent, Word, counted, joined, shown
from .check_finding import GRADES, CheckFinding, Count, Seconds, Spelt, Spoken, Words
from .diagnostic import Diagnostic, Place
from .fate import Compared, Fate
from .naming import noun, pointed_title, title_of
from .reading import PathTime, StationTime

__all__ = [
    "GRADES", "Arrow", "Change", "CheckFinding", "Chosen", "Compared", "Count", "Diagnostic", "Fate", "PathTime", "Percent", "Place",
    "Seconds", "Spelt", "Spoken", "StationTime", "Word", "Words", "counted", "joined", "noun", "pointed_title", "shown", "title_of",
]  # fmt: skip
