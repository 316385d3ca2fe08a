"""Something noticed at an element."""

from typing import Annotated, NamedTuple

from .fields import ALLOWED, own
from .kinds import BASES, SEVERITIES
from .more import More
from .text import Reasons, Text


class Mark(NamedTuple):
    """A fail point (F), wait point (W), pain, gain, delight, critical moment, question, idea or policy at a phase, step or card."""

    id: str
    on: str
    kind: str
    title: Annotated[Text | None, own("text", "What was noticed", title=True)] = None
    severity: Annotated[str | None, own("choice", "How bad or how important it is", choices=SEVERITIES)] = None
    recovery: Annotated[Text | None, own("text", "For a fail point: what is done to put it right")] = None
    basis: Annotated[str | None, own("choice", "What the claim rests on", choices=BASES)] = None
    source: Annotated[tuple[str, ...], own("refs", "Where the claim comes from", to=("sources",))] = ()
    allow: Annotated[Reasons, own("reasons", ALLOWED)] = ()
    more: More = ()
