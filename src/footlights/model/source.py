"""Where claims come from."""

from datetime import date
from typing import Annotated, NamedTuple

from .fields import own
from .kinds import SOURCE_KINDS
from .more import More
from .text import Text


class Source(NamedTuple):
    """An interview, survey, log, document, workshop or observation that claims rest on."""

    id: str
    title: Annotated[Text | None, own("text", "What it is called", title=True)] = None
    kind: Annotated[str | None, own("choice", "What sort of source it is", choices=SOURCE_KINDS)] = None
    date_: Annotated[date | None, own("date", "When it was made")] = None
    url: Annotated[str | None, own("line", "Where it can be read")] = None
    n: Annotated[int | None, own("integer", "How many people or cases it rests on", low=0)] = None
    more: More = ()
