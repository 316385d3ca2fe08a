"""Drawing → PDF: the picture as vectors with text that can be selected, and the same content as tagged tables."""

from .write import write

__all__ = ["write"]
