"""From rows, columns and tracks to pixels: how wide every gutter is and where every row stands."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .grid import Grid
from .plan import Plan
from .sizes import Sizes
from .tracks import Tracks

__all__ = ["Across", "Down", "across_of", "down_of"]


class Across(NamedTuple):
    """Left edges of gutters and columns, where the last gutter ends, how wide each column is, and the first track of each gutter."""

    gutters: list[float]
    columns: list[float]
    end: float
    widths: list[float]
    tracks: Sequence[float] = ()

    def right(self, column: int) -> float:
        """Where a column ends."""
        return self.columns[column] + self.widths[column]

    def middle(self, column: int) -> float:
        """The middle of a column."""
        return self.columns[column] + self.widths[column] / 2


class Down(NamedTuple):
    """Top edges of channels and rows, the first track and the label band in every channel, and the top of every band.

    `edges[i]` is the boundary above band i, with one more for the bottom.
    """

    channels: list[float]
    tracks: list[float]
    labels: list[float]
    rows: list[float]
    edges: list[float]


def across_of(plan: Plan, grid: Grid, tracks: Tracks, sizes: Sizes, left: float, wanted: Mapping[int, float]) -> Across:
    """The columns' places, from `left` on; `wanted` asks for wider gutters (px, by number) where labels stand in them."""
    gutters, columns, widths, firsts = [], [], [], []
    x = left
    for number in range(grid.columns + 1):
        gutters.append(x)
        least = sizes.gutter_least
        if 0 < number < grid.columns and plan.columns[number - 1].phase is not plan.columns[number].phase:
            least = sizes.phase_gutter
        inner = sizes.track * tracks.gutters[number]
        wide = max(least, wanted.get(number, 0.0) + inner, 2 * sizes.stub + inner if inner else 0.0)
        # where a label stands in a gutter its tracks keep to the right, so that none runs through the words
        firsts.append(x + (wide - sizes.stub - inner if number in wanted else (wide - inner) / 2))
        x += wide
        if number < grid.columns:
            columns.append(x)
            widths.append(plan.wide(number, sizes))
            x += widths[-1]
    return Across(gutters, columns, x, widths, firsts)


def down_of(plan: Plan, grid: Grid, tracks: Tracks, sizes: Sizes, top: float, labels: Sequence[float]) -> Down:
    """The rows' places, from `top` on; `labels` is the height of the label band in every channel (0 where there is none).

    A channel holds, from its top: a stub's room, the lane's boundary, the tracks, the labels, a stub's room.
    """
    found = Down([], [], [], [], [])
    starts = {strip.first: number for number, strip in enumerate(grid.strips)}
    with_line = {line.below + 1 for line in plan.lines}
    y = top
    for number in range(grid.rows + 1):
        found.channels.append(y)
        band = starts.get(number)
        zone = 0.0
        if band is not None and band > 0:
            zone = sizes.lane_room + (sizes.line_room if band in with_line else 0.0)
        first, last = number == 0, number == grid.rows
        if band is not None:
            found.edges.append(y if first else y + sizes.stub + zone / 2)
        inner = tracks.channels[number] * sizes.track
        found.tracks.append(y + sizes.stub + zone)
        found.labels.append(y + sizes.stub + zone + inner)
        y += max(sizes.channel_least, 2 * sizes.stub + zone + inner + labels[number])
        if not last:
            found.rows.append(y)
            y += grid.heights[number]
    found.edges.append(y)
    return found
