"""Drawing → one self-contained page: the picture to move about in, and the same content as a table."""

from .write import write

__all__ = ["write"]
