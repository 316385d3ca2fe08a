"""A directed relation between two cards or steps."""

from typing import Annotated, NamedTuple

from .fields import ALLOWED, own
from .kinds import LINK_KINDS
from .more import More
from .text import Reasons, Text


class Link(NamedTuple):
    """From a step or card to another. Kinds: trigger, message, handover, agreement (two-way), loop (back to before)."""

    id: str
    source: Annotated[str, own("ref", "Where it starts", key="from", to=("steps", "cards"), required=True)] = ""
    target: Annotated[str, own("ref", "Where it ends", key="to", to=("steps", "cards"), required=True)] = ""
    kind: Annotated[str | None, own("choice", "What sort of relation it is; a trigger unless said otherwise", choices=LINK_KINDS)] = None
    when: Annotated[Text | None, own("text", "The condition under which this way is taken")] = None
    share: Annotated[float | None, own("share", "In what share of the cases this way is taken")] = None
    allow: Annotated[Reasons, own("reasons", ALLOWED)] = ()
    more: More = ()
