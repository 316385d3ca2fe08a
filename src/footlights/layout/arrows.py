"""The arrows as they are drawn: their corners, their hops over each other, and the words beside them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from .geometry import Across, Down, across_of, down_of
from .grid import Grid
from .labels import Label, place_labels, wanted_gutters
from .plan import Plan
from .ports import Ends, place_ports, ports_by_side
from .routes import Route, Want, choose_routes
from .sizes import Sizes
from .tracks import Tracks, assign_tracks, pieces_of

__all__ = ["Drawn", "Point", "draw_arrows"]

Point = tuple[float, float]
_HOP = 3.0
#: Crossings are looked for in bands of 2 ** _BAND rows and channels.
_BAND = 3
#: A straight line that passes a curve stands at this share of the column, so that it leaves the faces free.
_ASIDE = 0.16


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
    routes = choose_routes(grid, wants)
    tracks = assign_tracks(grid, pieces_of(grid, wants, routes))
    wanted = wanted_gutters(grid, wants, routes, texts, sizes, plan.language)
    across = across_of(plan, grid, tracks, sizes, left, wanted)
    sides = ports_by_side(grid, wants, routes)
    wide = sizes.card_width

    def room_level(node: int) -> tuple[float, float, tuple[float, ...]]:
        here = grid.nodes[node]
        middles = [across.columns[column] + wide * share for column in range(here.first, here.last + 1) for share in (0.5, _ASIDE)]
        return across.columns[here.first], across.columns[here.last] + wide, tuple(middles)

    ends = place_ports(sides, "TB", room_level)
    uprights = _uprights(grid, wants, routes, tracks, across, ends, sizes) if any(texts) else {}
    labels, heights = place_labels(grid, wants, routes, texts, across, uprights, sizes, plan.language)
    down = down_of(plan, grid, tracks, sizes, top, heights)

    def room_upright(node: int) -> tuple[float, float, tuple[float, ...]]:
        y, high = down.rows[grid.nodes[node].row], grid.nodes[node].face.height
        return y, y + high, (y + sizes.row_least / 2,)

    ends.update(place_ports(sides, "LR", room_upright))
    lines = [_corners(grid, number, wants[number], routes[number], tracks, across, down, ends, sizes) for number in range(len(wants))]
    hops = _hops(lines, wants, across, down)
    figure = _Figures()
    paths = [_path(line, hops.get(number), figure) for number, line in enumerate(lines)]
    return Drawn(across, down, lines, paths, [label.settled(down, lines[label.arrow]) for label in labels])


def _middle(grid: Grid, route: Route, across: Across, sizes: Sizes) -> float:
    return across.columns[route.a] + sizes.card_width * (_ASIDE if route.aside else 0.5)


def _gutter_x(across: Across, tracks: Tracks, gutter: int, arrow: int, part: int, sizes: Sizes) -> float:
    end = across.columns[gutter] if gutter < len(across.columns) else across.end
    spare = end - across.gutters[gutter] - tracks.gutters[gutter] * sizes.track
    return across.gutters[gutter] + spare / 2 + sizes.track * (tracks.of[arrow, part] + 0.5)


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
            put(arrow, _middle(grid, route, across, sizes), low, high)
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
        x = across.columns[here.first] if side == "L" else across.columns[here.last] + sizes.card_width
        # straight lines meet every card of a row at its first line of text, however high the cards are
        return (x, y + sizes.row_least / 2 if port is None else port)
    x = _middle(grid, route, across, sizes) if port is None else port
    return (x, y if side == "T" else y + high)


def _hops(lines: list[list[Point]], wants: Sequence[Want], across: Across, down: Down) -> dict[int, dict[int, list[float]]]:
    """Where level pieces cross upright ones of other arrows: arrow -> piece -> the crossings' x. Bundled arrows don't hop."""
    xs = sorted([*across.gutters, *across.columns])
    ys = sorted([*down.channels, *down.rows])
    # upright pieces by the gutter or column they stand in and by bands of a few rows: few to look at, few to keep
    upright: dict[tuple[int, int], list[tuple[float, float, float, int]]] = defaultdict(list)
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
                column = bisect_right(xs, x1)
                for band in range(bisect_right(ys, low) >> _BAND, (bisect_right(ys, high) >> _BAND) + 1):
                    upright[column, band].append(entry)
            x1, y1 = x2, y2
    found: dict[int, dict[int, list[float]]] = {}
    for arrow, piece, y, left, right in level:
        target = wants[arrow].target
        band = bisect_right(ys, y) >> _BAND
        for column in range(bisect_right(xs, left), bisect_right(xs, right) + 1):
            for x, top, bottom, other in upright.get((column, band), ()):
                if top < y < bottom and left + 0.5 < x < right - 0.5 and other != target:
                    found.setdefault(arrow, {}).setdefault(piece, []).append(x)
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
                parts += _hopping(x1, x2, hops[piece - 1])
            parts.append(f"H{figure[x2]}")
        x1, y1 = x2, y2
    return "".join(parts)


def _hopping(x1: float, x2: float, crossings: list[float]) -> list[str]:
    """The hops of one level piece, without those for which there is no room: side by side, or in a corner."""
    east = x2 > x1
    last: float | None = None
    found = []
    for x in sorted(crossings, reverse=not east):
        if (last is not None and abs(x - last) < 2 * _HOP + 1) or abs(x - x2) < _HOP + 1 or abs(x - x1) < _HOP + 1:
            continue
        last = x
        found.append(f"H{x - _HOP:g}a3 3 0 0 1 6 0" if east else f"H{x + _HOP:g}a3 3 0 0 0 -6 0")
    return found
