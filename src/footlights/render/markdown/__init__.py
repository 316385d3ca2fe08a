"""Drawing → Markdown: the picture in words, a section a phase and a table a step."""

from .write import write

__all__ = ["write"]
