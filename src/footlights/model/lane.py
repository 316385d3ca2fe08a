"""A row with a role."""

from typing import Annotated, NamedTuple

from .fields import ALLOWED, own
from .kinds import ROLES, ZONES
from .more import More
from .text import Reasons, Text


class Lane(NamedTuple):
    """A row; its role decides on which side of which line it stands. A lane named after a role is that role's own row."""

    id: str
    role: Annotated[str, own("choice", "What the row is for", choices=ROLES, required=True)] = "backstage"
    name: Annotated[Text | None, own("text", "What people call the row", title=True)] = None
    zone: Annotated[str | None, own("choice", "For support rows: what the work depends on", choices=ZONES)] = None
    allow: Annotated[Reasons, own("reasons", ALLOWED)] = ()
    more: More = ()
