"""From a blueprint and a view to the finished picture."""

from .blueprint import lay_out
from .plan import VIEWS, ZOOMS

__all__ = ["VIEWS", "ZOOMS", "lay_out"]
