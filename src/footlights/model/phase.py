"""An ordered group of steps."""

from typing import Annotated, NamedTuple

from .fields import ALLOWED, own
from .kinds import BASES
from .more import More
from .text import Reasons, Text


class Phase(NamedTuple):
    """A phase (episode, stage): its steps, and the customer's key need in it (the moment of truth of seed S57)."""

    id: str
    title: Annotated[Text | None, own("text", "What the phase is called", title=True)] = None
    need: Annotated[Text | None, own("text", "The customer's most important need in this phase")] = None
    met: Annotated[float | None, own("share", "How far that need is met, 0 to 100 %")] = None
    basis: Annotated[str | None, own("choice", "What the claim rests on", choices=BASES)] = None
    source: Annotated[tuple[str, ...], own("refs", "Where the claim comes from", to=("sources",))] = ()
    allow: Annotated[Reasons, own("reasons", ALLOWED)] = ()
    more: More = ()
