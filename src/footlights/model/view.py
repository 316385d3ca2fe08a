"""One way of looking at a blueprint."""

from typing import Annotated, NamedTuple

from .fields import ALLOWED, own
from .kinds import BASES, MARK_KINDS, VIEWS, ZOOMS
from .more import More
from .text import Reasons, Text

__all__ = ["View"]


class View(NamedTuple):
    """One way of looking at the blueprint: it picks, hides, folds and orders, and holds no content. Empty means: no wish."""

    id: str = ""
    title: Annotated[Text | None, own("text", "What people call this way of looking", title=True)] = None
    shows: Annotated[str, own("choice", "What is shown of the blueprint", choices=VIEWS, required=True)] = "blueprint"
    zoom: Annotated[str | None, own("choice", "How much of it is written out; normal when it is not said", choices=ZOOMS)] = None
    role: Annotated[str | None, own("ref", "Whose part of the work is shown, where it shows a role", to=("actors",))] = None
    phases: Annotated[tuple[str, ...], own("refs", "Only these phases", to=("phases",))] = ()
    folded_phases: Annotated[
        tuple[str, ...], own("refs", "Phases shown as one narrow column that counts what is in them", to=("phases",))
    ] = ()
    lanes: Annotated[tuple[str, ...], own("refs", "These rows first, in this order", to=("lanes",))] = ()
    hidden: Annotated[tuple[str, ...], own("refs", "Rows that are not shown", to=("lanes",))] = ()
    folded_lanes: Annotated[tuple[str, ...], own("refs", "Rows shown as one thin row that counts what is in them", to=("lanes",))] = ()
    marks: Annotated[tuple[str, ...], own("choices", "Only cards with one of these marks", choices=MARK_KINDS)] = ()
    basis: Annotated[tuple[str, ...], own("choices", "Only cards whose claim rests on this", choices=BASES)] = ()
    systems: Annotated[tuple[str, ...], own("refs", "Only cards that use one of these systems", to=("systems",))] = ()
    channels: Annotated[tuple[str, ...], own("refs", "Only cards that go through one of these channels", to=("channels",))] = ()
    personas: Annotated[tuple[str, ...], own("refs", "Only the feelings of these personas", to=("personas",))] = ()
    scale: Annotated[str | None, own("choice", "How wide the columns are, where it shows time", choices=("linear", "logarithmic"))] = None
    allow: Annotated[Reasons, own("reasons", ALLOWED)] = ()
    more: More = ()

    @property
    def logarithmic(self) -> bool:
        """Whether columns are as wide as the logarithm of their time, where `shows` is time."""
        return self.scale == "logarithmic"
