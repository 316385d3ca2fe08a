"""One line of the action plan."""

from datetime import date
from typing import Annotated, NamedTuple

from .fields import ALLOWED, own
from .kinds import ACTION_STATES
from .more import More
from .quantity import Duration, Money
from .text import Reasons, Text


class Effect(NamedTuple):
    """What an action is expected to change: a reading, from a level to a level, seen over a window."""

    reading: Annotated[str | None, own("line", "Which reading should change", required=True)] = None
    from_: Annotated[float | None, own("number", "Its level before")] = None
    to: Annotated[float | None, own("number", "Its level afterwards")] = None
    window: Annotated[Duration | None, own("duration", "Over which period that is judged")] = None


class Action(NamedTuple):
    """Something to do about findings: by whom, by when, at what cost, and what it should change."""

    id: str
    title: Annotated[Text | None, own("text", "What will be done", title=True)] = None
    closes: Annotated[tuple[str, ...], own("refs", "Which findings it answers", to=("findings",))] = ()
    owner: Annotated[str | None, own("ref", "The actor who answers for it", to=("actors",))] = None
    due: Annotated[date | None, own("date", "When it should be done")] = None
    status: Annotated[str | None, own("choice", "How far it is", choices=ACTION_STATES)] = None
    effect: Annotated[Effect | None, own("effect", "What it should change")] = None
    cost: Annotated[Money | None, own("money", "What it costs")] = None
    impact: Annotated[int | None, own("integer", "How much it is expected to help: 1 (little) to 5 (a great deal)", low=1, high=5)] = None
    effort: Annotated[int | None, own("integer", "How much work it takes: 1 (little) to 5 (a great deal)", low=1, high=5)] = None
    votes: Annotated[int | None, own("integer", "How many votes it got", low=0)] = None
    ticket: Annotated[str | None, own("line", "The key or the address of its ticket in another tool")] = None
    allow: Annotated[Reasons, own("reasons", ALLOWED)] = ()
    more: More = ()
