"""What an analysis or a person concluded."""

from typing import Annotated, NamedTuple

from .fields import own
from .kinds import BASES, FINDING_STATES, SEVERITIES
from .more import More
from .text import Text


class Finding(NamedTuple):
    """A conclusion about one or more elements, with its severity, its reason and what became of it."""

    id: str
    on: Annotated[tuple[str, ...], own("refs", "Which elements it speaks of", to=("*",))] = ()
    title: Annotated[Text | None, own("text", "The conclusion in one sentence", title=True)] = None
    severity: Annotated[str | None, own("choice", "How much it matters", choices=SEVERITIES)] = None
    why: Annotated[Text | None, own("text", "Why it matters")] = None
    status: Annotated[str | None, own("choice", "What became of it", choices=FINDING_STATES)] = None
    reason: Annotated[Text | None, own("text", "Why it was dismissed")] = None
    fingerprint: Annotated[str | None, own("line", "The stable sign of the check that found it")] = None
    basis: Annotated[str | None, own("choice", "What the claim rests on", choices=BASES)] = None
    source: Annotated[tuple[str, ...], own("refs", "Where the claim comes from", to=("sources",))] = ()
    votes: Annotated[int | None, own("integer", "How many votes it got", low=0)] = None
    more: More = ()
