"""How a persona feels at a step."""

from typing import Annotated, NamedTuple

from .fields import own
from .kinds import BASES


class Feeling(NamedTuple):
    """A level from -2 (very bad) to +2 (very good) for one persona; persona None speaks for every persona."""

    persona: str | None
    level: Annotated[float, own("number", "From -2 (very bad) to 2 (very good)", low=-2, high=2, required=True)] = 0.0
    basis: Annotated[str | None, own("choice", "What the claim rests on", choices=BASES)] = None
    source: Annotated[tuple[str, ...], own("refs", "Where the claim comes from", to=("sources",))] = ()
