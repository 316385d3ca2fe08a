"""What supports the work."""

from typing import Annotated, NamedTuple

from .fields import ALLOWED, own
from .more import More
from .text import Reasons, Text


class System(NamedTuple):
    """A CRM, ERP, CMS, knowledge base, supplier link, public register, video management or any other system."""

    id: str
    name: Annotated[Text | None, own("text", "What people call it", title=True)] = None
    kind: Annotated[str | None, own("line", "What sort of system it is: CRM, ERP, CMS, knowledge base, register …")] = None
    owner: Annotated[str | None, own("ref", "The actor who answers for it", to=("actors",))] = None
    allow: Annotated[Reasons, own("reasons", ALLOWED)] = ()
    more: More = ()
