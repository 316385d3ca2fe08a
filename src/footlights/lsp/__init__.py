"""The language server: what an editor for text shows while a blueprint is typed, in any editor that speaks the protocol."""

from .server import serve

__all__ = ["serve"]
