"""Drawing → plain text: the picture as it is read aloud, or in a terminal."""

from .write import write

__all__ = ["write"]
