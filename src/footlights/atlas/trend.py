"""How an atlas changed over versions: the few numbers that say whether it goes the right way."""

from collections.abc import Iterable
from typing import NamedTuple

from .atlas import Atlas

__all__ = ["Point", "trend"]


class Point(NamedTuple):
    """One state of an atlas: when (or which version), and its numbers over all blueprints.

    `below` counts moments below their level, `high` findings of severity high, `total_s` adds up the path times that are known (None
    where none is), `assumed` is the mean share of assumed claims, 0 to 1.
    """

    label: str
    blueprints: int
    moments: int
    below: int
    broken_promises: int
    high: int
    findings: int
    open_actions: int
    done_actions: int
    total_s: float | None
    assumed: float | None


def trend(states: Iterable[tuple[str, Atlas]]) -> tuple[Point, ...]:
    """A point for each state, in the order given."""
    return tuple(_point(label, state) for label, state in states)


def _point(label: str, state: Atlas) -> Point:
    journeys = state.journeys
    totals = [journey.total_s for journey in journeys if journey.total_s is not None]
    assumed = [journey.assumed for journey in journeys if journey.assumed is not None]
    actions = [action for leaf in state.leaves for action in leaf.blueprint.actions.values()]
    return Point(
        label=label,
        blueprints=len(journeys),
        moments=sum(journey.moments for journey in journeys),
        below=sum(journey.below for journey in journeys),
        broken_promises=sum(journey.broken_promises for journey in journeys),
        high=sum(journey.high for journey in journeys),
        findings=sum(journey.findings for journey in journeys),
        open_actions=sum(1 for action in actions if action.status not in ("done", "dropped")),
        done_actions=sum(1 for action in actions if action.status == "done"),
        total_s=sum(totals) if totals else None,
        assumed=sum(assumed) / len(assumed) if assumed else None,
    )
