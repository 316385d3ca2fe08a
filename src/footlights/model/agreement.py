"""An agreement on the service (SLA) or on the experience (XLA)."""

from typing import Annotated, NamedTuple

from .fields import ALLOWED, own
from .more import More
from .quantity import Duration, Target
from .text import Reasons, Text


class Agreement(NamedTuple):
    """What is measured, where, and what it should be. An SLA speaks of output, an XLA of what people live through."""

    id: str
    kind: str
    title: Annotated[Text | None, own("text", "The agreement in words", title=True)] = None
    on: Annotated[tuple[str, ...], own("refs", "What it speaks of", to=("*",))] = ()
    measure: Annotated[str | None, own("line", "What is measured: wait p90, happiness, lost time …")] = None
    target: Annotated[Target | None, own("target", "What it should be: <= 30 s, >= 70, 95 %")] = None
    window: Annotated[Duration | None, own("duration", "Over which period it is measured")] = None
    allow: Annotated[Reasons, own("reasons", ALLOWED)] = ()
    more: More = ()
