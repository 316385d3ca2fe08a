"""The words beside arrows: condition and share, placed where they cover no card, no arrowhead and, if it can be, no line."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from footlights.typeset import width, wrap

from .geometry import Across, Down
from .grid import Grid
from .routes import Route, Want
from .sizes import Sizes

__all__ = ["Label", "Point", "place_labels", "settled", "wanted_gutters"]

#: x and y in px.
Point = tuple[float, float]

_ROOM = 132.0
_NARROW = 76.0
#: Narrow enough to stand between two lines from the middle and the side of a card.
_NARROWEST = 56.0
_PAD = 4.0
#: How bad a line through a label is, beside a label above another.
_STRUCK = 2.0
#: A label in a gutter stands this far below its level line.
_BELOW = 4.0


class Label(NamedTuple):
    """A label's lines and box; its y is within its channel until it is settled.

    `channel` -1 means it stands at its arrow's own level line, in a gutter.
    """

    arrow: int
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float
    channel: int
    row: int = 0


def settled(labels: Sequence[Label], wants: Sequence[Want], lines: Sequence[Sequence[Point]], down: Down, sizes: Sizes) -> list[Label]:
    """The same labels with their y, once the rows have their places and the arrows (`lines`, their corners) their corners."""
    beside: dict[int, list[int]] = defaultdict(list)
    for arrow, want in enumerate(wants):
        beside[want.source].append(arrow)
        beside[want.target].append(arrow)
    found: list[Label] = []
    gutters: dict[tuple[float, float], list[Label]] = defaultdict(list)
    for label in labels:
        if label.channel >= 0:
            found.append(label._replace(y=down.labels[label.channel] + label.y))
            continue
        want, (end, level) = wants[label.arrow], lines[label.arrow][0]
        there = gutters[min(end, lines[label.arrow][-1][0]), level]
        # only arrows at its own two cards come near it: all others keep to the channels and to the gutter's tracks
        others = [lines[arrow] for arrow in {*beside[want.source], *beside[want.target]} if arrow != label.arrow]
        below = label._replace(y=level + _BELOW)
        above = label._replace(y=level - _BELOW - label.height)
        if above.y >= level - sizes.row_least / 2 and _in_the_way(below, others, there) > _in_the_way(above, others, there):
            below = above
        there.append(below)
        found.append(below)
    return found


def _in_the_way(label: Label, lines: Sequence[Sequence[Point]], labels: Sequence[Label]) -> int:
    """How many lines run through a label's words, and how many labels stand in its place."""
    left, right, top, bottom = label.x, label.x + label.width, label.y, label.y + label.height
    struck = sum(
        any(
            max(x1, x2) > left and min(x1, x2) < right and max(y1, y2) > top and min(y1, y2) < bottom
            for (x1, y1), (x2, y2) in pairwise(line)
        )
        for line in lines
    )
    return struck + sum(other.y < bottom and top < other.y + other.height for other in labels)


def _lines(text: str, room: float, sizes: Sizes, language: str) -> tuple[str, ...]:
    return wrap(text, room, sizes.small, language=language, max_lines=3)


def _wide(lines: Sequence[str], sizes: Sizes) -> float:
    return max(width(line, sizes.small) for line in lines) + 2 * _PAD


def wanted_gutters(
    grid: Grid, wants: Sequence[Want], routes: Sequence[Route], texts: Sequence[str], sizes: Sizes, language: str
) -> dict[int, float]:  # fmt: skip
    """How wide gutters must be for the labels of straight level arrows; their rows are made high enough on the way."""
    wanted: dict[int, float] = {}
    for want, route, text in zip(wants, routes, texts, strict=True):
        if text and route.kind == "across":
            gutter = _gutter_of(grid, want)
            # the label stands clear of the arrowheads on both sides of the gutter
            lines = _lines(text, _NARROW, sizes, language)
            needed = _wide(lines, sizes) + 2 * (sizes.stub + 3)
            row = grid.nodes[want.source].row
            grid.heights[row] = max(grid.heights[row], sizes.row_least / 2 + _BELOW + len(lines) * sizes.label_step + 2)
            wanted[gutter] = max(wanted.get(gutter, 0.0), needed)
    return wanted


def _gutter_of(grid: Grid, want: Want) -> int:
    one, two = grid.nodes[want.source], grid.nodes[want.target]
    return two.first if two.first > one.last else one.first


def place_labels(
    grid: Grid, wants: Sequence[Want], routes: Sequence[Route], texts: Sequence[str], across: Across,
    uprights: Mapping[int, Sequence[tuple[float, int]]], sizes: Sizes, language: str,
) -> tuple[list[Label], list[float]]:  # fmt: skip
    """A place for every label, and the height each channel must keep for them."""
    labels: list[Label] = []
    taken: dict[int, list[tuple[float, float, float, float]]] = defaultdict(list)
    heights = [0.0] * (grid.rows + 1)
    for arrow, text in enumerate(texts):
        if not text:
            continue
        route = routes[arrow]
        if route.kind == "across":
            lines = _lines(text, _NARROW, sizes, language)
            gutter = _gutter_of(grid, wants[arrow])
            wide = _wide(lines, sizes)
            # clear of the arrowheads on both sides, and of the gutter's tracks, which begin no sooner than these
            end = across.columns[gutter] if gutter < len(across.columns) else across.end
            x = (across.gutters[gutter] + min(end, across.tracks[gutter] + sizes.stub) - wide) / 2
            labels.append(Label(arrow, lines, x, 0.0, wide, len(lines) * sizes.label_step, -1))
            continue
        score, channel, x, wide, lines = 1e9, 0, 0.0, 0.0, ()
        for room in (_ROOM, _NARROW, _NARROWEST):
            # set narrower only where that keeps it off another line, and cuts nothing off
            tried = _lines(text, room, sizes, language)
            if lines and tried[-1].endswith("…"):
                break
            found = _best(grid, wants[arrow], route, arrow, _wide(tried, sizes), across, uprights, taken)
            if found[0] < score:
                (score, channel, x), lines, wide = found, tried, _wide(tried, sizes)
            if score < _STRUCK:
                break
        high = len(lines) * sizes.label_step + 2
        y = 0.0
        while any(low < x + wide + 3 and x - 3 < right and top < y + high and y < bottom for low, right, top, bottom in taken[channel]):
            y += sizes.label_step
        taken[channel].append((x, x + wide, y, y + high))
        heights[channel] = max(heights[channel], y + high + 2)
        labels.append(Label(arrow, lines, x, y, wide, high, channel))
    return labels, heights


def _best(
    grid: Grid, want: Want, route: Route, arrow: int, wide: float, across: Across,
    uprights: Mapping[int, Sequence[tuple[float, int]]], taken: Mapping[int, Sequence[tuple[float, float, float, float]]],
) -> tuple[float, int, float]:  # fmt: skip
    """The channel and left edge where the label lies on the fewest upright lines and other labels, and how bad that is."""
    best: tuple[float, int, float] | None = None
    for channel in _channels(grid, want, route):
        for own in [x for x, other in uprights.get(channel, ()) if other == arrow]:
            for x in (own + 5, own - 5 - wide):
                if x < across.gutters[0] or x + wide > across.end:
                    continue
                struck = sum(1 for line, _ in uprights.get(channel, ()) if x - 2 < line < x + wide + 2)
                shared = sum(1 for low, right, _, _ in taken.get(channel, ()) if low < x + wide + 3 and x - 3 < right)
                score = _STRUCK * struck + shared + (0.1 if x < own else 0.0)
                if best is None or score < best[0]:
                    best = (score, channel, x)
    if best is None:
        channel = _channels(grid, want, route)[0]
        return _STRUCK, channel, max(across.gutters[0], min(across.columns[grid.nodes[want.source].first], across.end - wide))
    return best


def _channels(grid: Grid, want: Want, route: Route) -> list[int]:
    """The channels an arrow passes or runs in, from its start on."""
    one, two = grid.nodes[want.source].row, grid.nodes[want.target].row
    if route.kind in ("h", "hv", "hvh"):
        return [route.a]
    if route.kind == "vh":
        return [route.b]
    return list(range(one + 1, two + 1)) if two > one else list(range(one, two, -1))
