"""Drawing → CSV: a row for each thing that stands in a cell of it."""

from .write import write

__all__ = ["write"]
