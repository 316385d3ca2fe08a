"""Who performs."""

from typing import Annotated, NamedTuple

from .fields import ALLOWED, own
from .kinds import ACTOR_KINDS
from .more import More
from .quantity import Money
from .text import Reasons, Text


class Actor(NamedTuple):
    """A role, department, partner or customer that does something in the service."""

    id: str
    name: Annotated[Text | None, own("text", "What people call them", title=True)] = None
    kind: Annotated[str | None, own("choice", "What sort of actor this is", choices=ACTOR_KINDS)] = None
    department: Annotated[Text | None, own("text", "The department they belong to")] = None
    people: Annotated[float | None, own("number", "How many people there are (capacity)", low=0)] = None
    cost_per_hour: Annotated[Money | None, own("money", "What an hour of one of them costs")] = None
    allow: Annotated[Reasons, own("reasons", ALLOWED)] = ()
    more: More = ()
