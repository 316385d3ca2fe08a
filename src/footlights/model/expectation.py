"""What should be true of the service."""

from typing import Annotated, NamedTuple

from .fields import own
from .more import More
from .text import Text


class Expectation(NamedTuple):
    """A sentence about the blueprint that can be tested: `total <= 5 working days`, every moment of truth has an owner."""

    id: str
    says: Annotated[str | None, own("line", "What should be true, as a sentence that can be tested", required=True, title=True)] = None
    why: Annotated[Text | None, own("text", "Why that matters")] = None
    more: More = ()
