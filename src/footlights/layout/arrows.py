"""The arrows as they are drawn: their corners, their hops over each other, and the words beside them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from .geometry import Across, Down, across_of, down_of
from .grid import Grid
from .labels import Label, Point, place_labels, settled, wanted_gutters
from .plan import Plan
from .ports import Ends, place_ports, ports_by_side, straight_ends
from .routes import SLOTS, Route, Want, choose_routes
from .search import improved
from .sizes import Sizes
from .tracks import Tracks, assign_tracks, pieces_of

__all__ = ["Drawn", "Point", "draw_arrows"]

_HOP = 3.0
#: Crossings are looked for in level bands of the picture, 2 ** 9 px high.
_BAND = 9


class Drawn(NamedTuple):
    """All arrows of a picture: corner points and path letters in the order of the wants, and the labels' boxes."""

    across: Across
    down: Down
    lines: list[list[Point]]
    paths: list[str]
    labels: list[Label]


def draw_arrows(plan: Plan, grid: Grid, wants: Sequence[Want], texts: Sequence[str], sizes: Sizes, left: float, top: float) -> Drawn:
    """Route, place and draw every arrow, and settle the picture's columns and rows on the way: they make room for arrows.

    `texts` are the words of the arrows, in the order of `wants` ("" for none).
    """
    routes = improved(grid, wants, choose_routes(grid, wants))
    tracks = assign_tracks(grid, pieces_of(grid, wants, routes))
    wanted = wanted_gutters(grid, wants, routes, texts, sizes, plan.language)
    across = across_of(plan, grid, tracks, sizes, left, wanted)
    sides = ports_by_side(grid, wants, routes)

    straight = straight_ends(wants, routes)

    def room_level(node: int, side: str) -> tuple[float, float, list[float]]:
        here = grid.nodes[node]
        return across.columns[here.first], across.right(here.last), [_middle(route, across) for route in straight.get((node, side), ())]

    ends = place_ports(sides, "TB", room_level)
    uprights = _uprights(grid, wants, routes, tracks, across, ends, sizes) if any(texts) else {}
    labels, heights = place_labels(grid, wants, routes, texts, across, uprights, sizes, plan.language)
    down = down_of(plan, grid, tracks, sizes, top, heights)

    def room_upright(node: int, side: str) -> tuple[float, float, list[float]]:
        y, high = down.rows[grid.nodes[node].row], grid.nodes[node].face.height
        return y, y + high, [y + sizes.row_least / 2] if (node, side) in straight else []

    ends.update(place_ports(sides, "LR", room_upright))
    lines = [_corners(grid, number, wants[number], routes[number], tracks, across, down, ends, sizes) for number in range(len(wants))]
    hops = _hops(lines, wants)
    figure = _Figures()
    paths = [_path(line, hops.get(number), figure) for number, line in enumerate(lines)]
    return Drawn(across, down, lines, paths, settled(labels, wants, lines, down, sizes))


def _middle(route: Route, across: Across) -> float:
    return across.columns[route.a] + across.widths[route.a] * SLOTS[route.slot]


def _gutter_x(across: Across, tracks: Tracks, gutter: int, arrow: int, part: int, sizes: Sizes) -> float:
    return across.tracks[gutter] + sizes.track * (tracks.of[arrow, part] + 0.5)


def _uprights(
    grid: Grid, wants: Sequence[Want], routes: Sequence[Route], tracks: Tracks, across: Across, ends: Ends, sizes: Sizes
) -> dict[int, list[tuple[float, int]]]:  # fmt: skip
    """Per channel, the x of every upright line that passes or ends in it, with its arrow."""
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)

    def put(arrow: int, x: float, low: int, high: int) -> None:
        # ordinal places: row r is 2r + 1, channel h is 2h
        for channel in range((low + 1) // 2, high // 2 + 1):
            found[channel].append((x, arrow))

    for arrow, (want, route) in enumerate(zip(wants, routes, strict=True)):
        one, two = grid.nodes[want.source], grid.nodes[want.target]
        y1, y2 = 2 * one.row + 1, 2 * two.row + 1
        low, high = min(y1, y2), max(y1, y2)
        if route.kind in ("down", "corner"):
            put(arrow, _middle(route, across), low, high)
        elif route.kind == "h":
            put(arrow, ends[arrow, 0], *sorted((y1, 2 * route.a)))
            put(arrow, ends[arrow, 1], *sorted((y2, 2 * route.a)))
        elif route.kind == "v":
            put(arrow, _gutter_x(across, tracks, route.a, arrow, 0, sizes), low, high)
        elif route.kind == "vh":
            put(arrow, _gutter_x(across, tracks, route.a, arrow, 0, sizes), *sorted((y1, 2 * route.b)))
            put(arrow, ends[arrow, 1], *sorted((y2, 2 * route.b)))
        elif route.kind == "hv":
            put(arrow, ends[arrow, 0], *sorted((y1, 2 * route.a)))
            put(arrow, _gutter_x(across, tracks, route.b, arrow, 1, sizes), *sorted((y2, 2 * route.a)))
        elif route.kind == "hvh":
            put(arrow, ends[arrow, 0], *sorted((y1, 2 * route.a)))
            put(arrow, _gutter_x(across, tracks, route.b, arrow, 1, sizes), *sorted((2 * route.a, 2 * route.c)))
            put(arrow, ends[arrow, 1], *sorted((y2, 2 * route.c)))
    return found


def _corners(
    grid: Grid, arrow: int, want: Want, route: Route, tracks: Tracks, across: Across, down: Down, ends: Ends, sizes: Sizes
) -> list[Point]:  # fmt: skip
    """The corner points of one arrow, from card side to card side."""
    kind = route.kind
    start = _end(grid, want.source, route.out, ends.get((arrow, 0)), route, across, down, sizes)
    stop = _end(grid, want.target, route.into, ends.get((arrow, 1)), route, across, down, sizes)
    if kind in ("across", "down"):
        return [start, stop]
    if kind == "corner":
        turn = (start[0], stop[1]) if route.out in "TB" else (stop[0], start[1])
        return [start, turn, stop]

    def level(channel: int, part: int) -> float:
        return down.tracks[channel] + sizes.track * (tracks.of[arrow, part] + 0.5)

    if kind == "h":
        y = level(route.a, 0)
        return [start, (start[0], y), (stop[0], y), stop]
    if kind == "v":
        x = _gutter_x(across, tracks, route.a, arrow, 0, sizes)
        return [start, (x, start[1]), (x, stop[1]), stop]
    if kind == "vh":
        x, y = _gutter_x(across, tracks, route.a, arrow, 0, sizes), level(route.b, 1)
        return [start, (x, start[1]), (x, y), (stop[0], y), stop]
    y, x = level(route.a, 0), _gutter_x(across, tracks, route.b, arrow, 1, sizes)
    if kind == "hv":
        return [start, (start[0], y), (x, y), (x, stop[1]), stop]
    last = level(route.c, 2)
    return [start, (start[0], y), (x, y), (x, last), (stop[0], last), stop]


def _end(
    grid: Grid, node: int, side: str, port: float | None, route: Route, across: Across, down: Down, sizes: Sizes
) -> Point:  # fmt: skip
    here = grid.nodes[node]
    y, high = down.rows[here.row], here.face.height
    if side in "LR":
        x = across.columns[here.first] if side == "L" else across.right(here.last)
        # straight lines meet every card of a row at its first line of text, however high the cards are
        return (x, y + sizes.row_least / 2 if port is None else port)
    x = _middle(route, across) if port is None else port
    return (x, y if side == "T" else y + high)


def _hops(lines: list[list[Point]], wants: Sequence[Want]) -> dict[int, dict[int, list[float]]]:
    """Where level pieces cross upright ones of other arrows: arrow -> piece -> the crossings' x. Bundled arrows don't hop."""
    # upright pieces by bands of the picture, from left to right: only those between the ends of a level piece are looked at
    upright: dict[int, list[tuple[float, float, float, int]]] = defaultdict(list)
    level: list[tuple[int, int, float, float, float]] = []
    for arrow, line in enumerate(lines):
        target = wants[arrow].target
        x1, y1 = line[0]
        for piece in range(1, len(line)):
            x2, y2 = line[piece]
            if y1 == y2:
                level.append((arrow, piece - 1, y1, x1, x2) if x1 < x2 else (arrow, piece - 1, y1, x2, x1))
            else:
                low, high = (y1, y2) if y1 < y2 else (y2, y1)
                entry = (x1, low + 0.5, high - 0.5, target)
                for band in range(int(low) >> _BAND, (int(high) >> _BAND) + 1):
                    upright[band].append(entry)
            x1, y1 = x2, y2
    places: dict[int, list[float]] = {}
    for band, pieces in upright.items():
        pieces.sort()
        places[band] = [piece[0] for piece in pieces]
    found: dict[int, dict[int, list[float]]] = {}
    for arrow, piece, y, left, right in level:
        band = int(y) >> _BAND
        there = places.get(band, ())
        first, last = bisect_right(there, left + 0.5), bisect_left(there, right - 0.5)
        if first < last:
            target = wants[arrow].target
            crossed = [x for x, top, bottom, other in upright[band][first:last] if top < y < bottom and other != target]
            if crossed:
                found.setdefault(arrow, {})[piece] = crossed
    return found


class _Figures(dict[float, str]):
    """Coordinates as text: there are far fewer of them than corners."""

    def __missing__(self, value: float) -> str:
        text = self[value] = f"{value:g}"
        return text


def _path(line: list[Point], hops: dict[int, list[float]] | None, figure: _Figures) -> str:
    """Path letters M H V, with small arcs where the line hops over another."""
    x1, y1 = line[0]
    parts = [f"M{figure[x1]} {figure[y1]}"]
    for piece in range(1, len(line)):
        x2, y2 = line[piece]
        if y1 != y2:
            parts.append(f"V{figure[y2]}")
        else:
            if hops and piece - 1 in hops:
                parts += _hopping(x1, x2, hops[piece - 1], figure)
            parts.append(f"H{figure[x2]}")
        x1, y1 = x2, y2
    return "".join(parts)


def _hopping(x1: float, x2: float, crossings: list[float], figure: _Figures) -> list[str]:
    """The hops of one level piece, without those for which there is no room: side by side, or in a corner."""
    east = x2 > x1
    low, high = (x1 + _HOP + 1, x2 - _HOP - 1) if east else (x2 + _HOP + 1, x1 - _HOP - 1)
    crossings.sort(reverse=not east)
    last = -1e9
    found = []
    for x in crossings:
        if low <= x <= high and abs(x - last) >= 2 * _HOP + 1:
            last = x
            found.append(f"H{figure[x - _HOP]}a3 3 0 0 1 6 0" if east else f"H{figure[x + _HOP]}a3 3 0 0 0 -6 0")
    return found
