"""A blueprint in the terminal: columns where there is room for them, else one step under the other."""

from .screen import show_blueprint

__all__ = ["show_blueprint"]
