"""Drawing → PNG: the SVG picture as pixels."""

from .write import write

__all__ = ["write"]
