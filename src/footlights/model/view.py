"""One way of looking at a blueprint."""

from typing import NamedTuple

from .more import More
from .text import Text

__all__ = ["VIEWS", "View"]

#: What can be shown of a blueprint: everything; what the customer goes through; front stage by channel; back stage by department;
#: what touches one role; columns as wide as the time they take; touchpoints by phase; several personas' feelings together.
VIEWS = ("blueprint", "journey", "channels", "departments", "role", "time", "matrix", "curves")


class View(NamedTuple):
    """One way of looking at the blueprint: it picks, hides, folds and orders, and holds no content. Empty means: no wish."""

    id: str = ""
    title: Text | None = None
    #: what is shown, one of VIEWS
    shows: str = "blueprint"
    #: overview, normal or detail
    zoom: str = "normal"
    #: whose slice (an actor), where `shows` is role
    role: str | None = None
    #: only these phases
    phases: tuple[str, ...] = ()
    #: phases and lanes (`phases/id`, `lanes/id`) that are shown as one, with how much is in them
    folded: tuple[str, ...] = ()
    #: these lanes first, in this order
    lanes: tuple[str, ...] = ()
    #: lanes that are not shown
    hidden: tuple[str, ...] = ()
    #: only cards and steps with one of these kinds of mark
    marks: tuple[str, ...] = ()
    #: only claims with one of these bases
    basis: tuple[str, ...] = ()
    #: only cards that use one of these systems
    systems: tuple[str, ...] = ()
    #: only cards that go through one of these channels
    channels: tuple[str, ...] = ()
    #: only the feelings of these personas
    personas: tuple[str, ...] = ()
    #: columns as wide as the logarithm of their time, where `shows` is time
    logarithmic: bool = False
    more: More = ()
