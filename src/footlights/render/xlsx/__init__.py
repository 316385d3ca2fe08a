"""Drawing → XLSX: the picture as a grid of cells, and all that is said in it as lists."""

from .write import write

__all__ = ["write"]
