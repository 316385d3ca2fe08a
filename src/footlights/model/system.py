"""What supports the work."""

from typing import Annotated, NamedTuple

from .fields import own
from .more import More
from .text import Text


class System(NamedTuple):
    """A CRM, ERP, CMS, knowledge base, supplier link, public register, video management or any other system."""

    id: str
    name: Annotated[Text | None, own("text", "What people call it", title=True)] = None
    kind: Annotated[str | None, own("line", "What sort of system it is: CRM, ERP, CMS, knowledge base, register …")] = None
    owner: Annotated[str | None, own("ref", "The actor who answers for it", to=("actors",))] = None
    more: More = ()
