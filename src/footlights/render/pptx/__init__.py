"""Drawing → PPTX: slides of native shapes that can be edited, with arrows glued to them."""

from .write import write

__all__ = ["write"]
