"""From a blueprint and a view to the finished picture."""

from footlights.model import ZOOMS

from .blueprint import lay_out
from .finish import stamped
from .views import TWO_STATES, VIEWS
from .wishes import view_of

__all__ = ["TWO_STATES", "VIEWS", "ZOOMS", "lay_out", "stamped", "view_of"]
