"""Which rows a view shows in the terminal, which lines run between them, and what stands in a cell."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text as Line

from footlights.model import Blueprint, Lane, Step, lines_between

from .telling import Said, Telling

__all__ = ["Rows", "rows_for"]


class Rows(NamedTuple):
    """The rows from top to bottom, and the kinds of line that run below each."""

    lanes: tuple[Lane, ...]
    lines: dict[int, tuple[str, ...]]

    def with_lines(self) -> Iterator[tuple[Lane, tuple[str, ...]]]:
        """Every row with the lines below it."""
        for number, lane in enumerate(self.lanes):
            yield lane, self.lines.get(number, ())

    def cell(self, telling: Telling, step: Step, lane: Lane, *, named: bool = False) -> list[Said]:
        """What stands in a row at a step; `named` leaves out what the customer does, where the head says it already."""
        if lane.role == "emotion":
            return telling.feelings(step)
        if lane.role == "time":
            station = telling.station_of.get(step.id)
            return [Said(telling.station(station), 2)] if station else []
        said: list[Said] = []
        if lane.role == "customer" and lane == self.first("customer"):
            said += ([] if named else [Said(telling.does(step), 2)]) + telling.step(step)
        for card in telling.blueprint.cards_by_cell.get((step.id, lane.id), ()):
            first, *others = telling.card(card)
            said.append(Said(Line("▪ ").append_text(first.text), 2))
            said += [Said(Line("  ").append_text(other.text), other.hang + 2) for other in others]
        return said

    def first(self, role: str) -> Lane | None:
        """The first row of a role, None when there is none."""
        return next((lane for lane in self.lanes if lane.role == role), None)


def rows_for(blueprint: Blueprint, view: str) -> Rows:
    """The rows of a view: all of them, or for a journey those above the line of interaction."""
    lanes = blueprint.rows
    lines: dict[int, tuple[str, ...]] = {}
    for kind, below in lines_between(lanes):
        lines[below] = (*lines.get(below, ()), kind)
    if view == "journey":
        return Rows(tuple(lane for lane in lanes if lane.role in ("evidence", "customer", "emotion")), {})
    return Rows(lanes, lines)
