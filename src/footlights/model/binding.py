"""How data reaches elements."""

from typing import Annotated, NamedTuple

from .fields import own
from .more import More


class Binding(NamedTuple):
    """Which survey column or event name speaks for which element."""

    id: str
    on: Annotated[tuple[str, ...], own("refs", "Which elements the data speaks for", to=("*",))] = ()
    source: Annotated[tuple[str, ...], own("refs", "Which source holds the data", to=("sources",))] = ()
    column: Annotated[str | None, own("line", "The survey column", title=True)] = None
    event: Annotated[str | None, own("line", "The event name in the log")] = None
    measure: Annotated[str | None, own("line", "What the data measures: satisfaction, effort, NPS, time …")] = None
    more: More = ()
