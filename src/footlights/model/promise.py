"""A term promised at the surface."""

from typing import Annotated, NamedTuple

from .fields import ALLOWED, own
from .more import More
from .quantity import Duration
from .text import Reasons, Text


class Promise(NamedTuple):
    """From one element to another within a time, in a share of the cases."""

    id: str
    title: Annotated[Text | None, own("text", "The promise in words", title=True)] = None
    from_: Annotated[str | None, own("ref", "Where the clock starts", to=("steps", "cards"), required=True)] = None
    to: Annotated[str | None, own("ref", "Where the clock stops", to=("steps", "cards"), required=True)] = None
    within: Annotated[Duration | None, own("duration", "Within which time", required=True)] = None
    share: Annotated[float | None, own("share", "In what share of the cases; all of them unless said otherwise")] = None
    allow: Annotated[Reasons, own("reasons", ALLOWED)] = ()
    more: More = ()
