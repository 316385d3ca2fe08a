"""One column: a moment in the journey."""

from typing import Annotated, NamedTuple

from .feeling import Feeling
from .fields import ALLOWED, own
from .kinds import BASES
from .more import More
from .quantity import Money
from .text import Reasons, Text
from .time import Time


class Step(NamedTuple):
    """A moment in the journey (station): what the customer does, thinks, feels and expects. `does` may be empty: they wait."""

    id: str
    phase: str
    title: Annotated[Text | None, own("text", "A short name for the column head; without it, what the customer does")] = None
    does: Annotated[Text | None, own("text", "What the customer does, in their own words; empty when they only wait", title=True)] = None
    thinks: Annotated[Text | None, own("text", "What goes through their mind, as a quote")] = None
    feels: Annotated[tuple[Feeling, ...], own("feelings", "How it feels, from -2 to 2, for everyone or per persona")] = ()
    expects: Annotated[Text | None, own("text", "What they think will happen")] = None
    moment_of_truth: Annotated[int | None, own("integer", "How much rides on this moment: 1 (some) to 4 (everything)", low=1, high=4)] = (
        None
    )
    desired: Annotated[float | None, own("number", "The level this moment should reach, 1 to 5", low=1, high=5)] = None
    actual: Annotated[float | None, own("number", "The level it reaches now, 1 to 5", low=1, high=5)] = None
    owner: Annotated[str | None, own("ref", "The actor who answers for this moment", to=("actors",))] = None
    perceived_owner: Annotated[tuple[str, ...], own("refs", "Who people think answers for it", to=("actors",))] = ()
    time: Annotated[Time | None, own("time", "The customer's own time at this step")] = None
    basis: Annotated[str | None, own("choice", "What the claim rests on", choices=BASES)] = None
    source: Annotated[tuple[str, ...], own("refs", "Where the claim comes from", to=("sources",))] = ()
    cost: Annotated[Money | None, own("money", "What this step costs the customer")] = None
    allow: Annotated[Reasons, own("reasons", ALLOWED)] = ()
    more: More = ()
