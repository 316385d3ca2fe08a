"""For whom the service is."""

from typing import Annotated, NamedTuple

from .fields import ALLOWED, own
from .more import More
from .text import Reasons, Text


class Persona(NamedTuple):
    """A customer, user or segment the journey is told for; each has an emotion line of its own."""

    id: str
    name: Annotated[Text | None, own("text", "What this persona is called", title=True)] = None
    segment: Annotated[Text | None, own("text", "The group of customers this persona stands for")] = None
    goal: Annotated[Text | None, own("text", "What they want to have reached at the end")] = None
    allow: Annotated[Reasons, own("reasons", ALLOWED)] = ()
    more: More = ()
