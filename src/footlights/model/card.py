"""One thing in one lane at one step."""

from datetime import date
from typing import Annotated, NamedTuple

from .fields import ALLOWED, own
from .kinds import BASES, MODES
from .more import More
from .quantity import Money
from .text import Reasons, Text
from .time import Time


class Card(NamedTuple):
    """What happens (or stands, or is written) in one lane at one step; it may span on to a later step (`until`)."""

    id: str
    step: str
    lane: str
    does: Annotated[Text | None, own("text", "What happens here, as a verb phrase; for evidence, what can be perceived", title=True)] = None
    by: Annotated[tuple[str, ...], own("refs", "Who does it", to=("actors",))] = ()
    via: Annotated[tuple[str, ...], own("refs", "Through which channel", to=("channels",))] = ()
    uses: Annotated[tuple[str, ...], own("refs", "With which systems", to=("systems",))] = ()
    mode: Annotated[str | None, own("choice", "Done by hand or by a machine", choices=MODES)] = None
    until: Annotated[str | None, own("ref", "The last step this card spans", to=("steps",))] = None
    time: Annotated[Time | None, own("time", "How long it takes and waits")] = None
    cost: Annotated[Money | None, own("money", "What it costs each time, apart from people's time")] = None
    basis: Annotated[str | None, own("choice", "What the claim rests on", choices=BASES)] = None
    source: Annotated[tuple[str, ...], own("refs", "Where the claim comes from", to=("sources",))] = ()
    note: Annotated[Text | None, own("text", "A remark for whoever reads the map")] = None
    reason: Annotated[Text | None, own("text", "Why it is done this way")] = None
    reviewed: Annotated[date | None, own("date", "When that was last questioned")] = None
    allow: Annotated[Reasons, own("reasons", ALLOWED)] = ()
    more: More = ()
