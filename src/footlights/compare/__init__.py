"""What became of a blueprint, in words, and how two copies of it go together."""

from .balance import Answering, Balance, Figure, Promised, balance, owners_of
from .both import both
from .changes import changes
from .comparison import Comparison, compare
from .conflict import Conflict
from .merge import Merged, merge
from .merge_text import MergedText, merge_text
from .summary import summary

__all__ = [
    "Answering", "Balance", "Comparison", "Conflict", "Figure", "Merged", "MergedText", "Promised", "balance", "both", "changes", "compare",
    "merge", "merge_text", "owners_of", "summary",
]  # fmt: skip
