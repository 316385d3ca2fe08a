"""The views: one file each, which says what columns, bands and cards a picture has.

How a view plugs in: a file `layout/views/NAME.py`, NAME as in `footlights.model.VIEWS`, and NAME in `_READY` below. The file holds

    def planned(scope: Scope) -> Plan
        What is shown. `scope` has the blueprint, the View with all wishes, the language, the times (None where they were not
        worked out) and what it is compared with. `columns_for(scope)` and `bands_for(scope)` of `layout/frame.py` already
        honour the wishes that every view shares (phases, folded phases and lanes, lanes first, hidden lanes); `plan_for(scope,
        columns, bands)` of `layout/filling.py` finds the cards that stand in them, filtered, with the ways between them. A
        column's `stretch` is its width in widths of a card: `column._replace(stretch=2.5)`; `Across.widths` has the px.

    def drawn(plan: Plan, times: PathTime | None, claims: tuple[int, int] | None) -> Drawing     (only where it is needed)
        The picture of that plan, for a view that is no grid of steps and lanes. Without it the plan is laid out as a
        blueprint is (`layout/blueprint.py`). `finished` of `layout/finish.py` puts title, legend, provenance and the table in
        words around the groups.

The words of a view are `view.NAME` and `description.NAME` in `words/labels_*.py`. A band without cards of its own has a `kind`
other than cards; its row is drawn in `layout/blueprint.py`.
"""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from footlights.drawing import Drawing
from footlights.facts import PathTime
from footlights.layout.plan import Plan, Scope
from footlights.model import VIEWS as KNOWN

__all__ = ["TWO_STATES", "VIEWS", "Way", "way_of"]

#: The views that can be drawn; a view that is being built joins when it stands.
_READY = {"blueprint", "journey", "channels", "departments", "role", "matrix", "time", "curves"}
VIEWS = tuple(name for name in KNOWN if name in _READY)

#: The views in which two states of a blueprint can be seen at once.
TWO_STATES = ("blueprint", "journey", "channels", "departments")


class Way(NamedTuple):
    """How a view becomes a picture: what it shows, and what draws it (None: it is laid out as a blueprint is)."""

    planned: Callable[[Scope], Plan]
    drawn: Callable[[Plan, PathTime | None, tuple[int, int] | None], Drawing] | None


def way_of(view: str) -> Way:
    """The way of one of VIEWS; its file is read when it is first asked for."""
    room = import_module(f"{__name__}.{view}")
    return Way(room.planned, getattr(room, "drawn", None))
