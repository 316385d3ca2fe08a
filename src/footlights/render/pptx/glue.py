"""Arrows that hold on to cards: where on a card they hold, and lines with the bends that PowerPoint knows."""

from collections.abc import Sequence
from typing import NamedTuple

from .place import Place
from .shape import PIXEL, Box, rounded

__all__ = ["Bent", "Ports", "bent"]

Point = tuple[float, float]

#: Where every shape can be held: top, left, bottom and right, in the middle; their numbers come first in a shape of our own too.
_SIDES = "TLBR"
_ANGLES = {"T": "3cd4", "L": "cd2", "B": "cd4", "R": "0"}


class Port(NamedTuple):
    """A place on a side of a card, and how far it is from its left or top, in px of the picture."""

    side: str
    along: float


class Ports:
    """The cards of a slide that can be held, and the places on them that arrows ask for besides the middles of their sides."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self.boxes: dict[str, tuple[float, float, float, float]] = {}
        self.asked: dict[str, dict[Port, int]] = {}

    def add(self, card: str, id: int, box: tuple[float, float, float, float]) -> None:
        """A card that can be held: its id on the slide and its box in the picture."""
        self.ids[card] = id
        self.boxes[card] = box

    def hold(self, card: str, point: Point) -> int | None:
        """The number of the place at this point; None where the card's side is not there."""
        box = self.boxes.get(card)
        port = _port(box, point) if box is not None else None
        if box is None or port is None:
            return None
        length = box[2] if port.side in "TB" else box[3]
        if abs(port.along - length / 2) < 0.75:
            return _SIDES.index(port.side)
        asked = self.asked.setdefault(card, {})
        return asked.setdefault(port, 4 + len(asked))

    def geometry(self, card: str, box: Box, radius: int, place: Place) -> str:
        """The shape of a card: a round rectangle, with the places that arrows hold."""
        asked = self.asked.get(card)
        return (
            _held(radius, min(box.width, box.height), [(port, place.length(port.along)) for port in asked])
            if asked
            else rounded(box.width, box.height, radius)
        )


def _port(box: tuple[float, float, float, float], point: Point) -> Port | None:
    left, top, wide, high = box
    x, y = point[0] - left, point[1] - top
    if -1 <= x <= wide + 1 and -1 <= y <= high + 1:
        for side, off, along in (("L", abs(x), y), ("R", abs(wide - x), y), ("T", abs(y), x), ("B", abs(high - y), x)):
            if off <= 1:
                return Port(side, round(along, 2))
    return None


def _held(radius: int, least: int, ports: list[tuple[Port, int]]) -> str:
    """PowerPoint's own round rectangle (with the handle for its corners) and more places to hold it by, kept at their distance."""
    share = min(50000, round(radius * 100000 / least)) if least else 0
    guides = "".join(f'<a:gd name="p{number}" fmla="val {along}"/>' for number, (_, along) in enumerate(ports))
    places = {"T": 'x="p{}" y="t"', "B": 'x="p{}" y="b"', "L": 'x="l" y="p{}"', "R": 'x="r" y="p{}"'}
    sites = "".join(
        f'<a:cxn ang="{_ANGLES[port.side]}"><a:pos {places[port.side].format(number)}/></a:cxn>' for number, (port, _) in enumerate(ports)
    )
    return _ROUND.format(share=share, guides=guides, sites=sites)


_ROUND = (
    '<a:custGeom><a:avLst><a:gd name="adj" fmla="val {share}"/></a:avLst><a:gdLst><a:gd name="a" fmla="pin 0 adj 50000"/>'
    '<a:gd name="x1" fmla="*/ ss a 100000"/><a:gd name="x2" fmla="+- r 0 x1"/><a:gd name="y2" fmla="+- b 0 x1"/>{guides}</a:gdLst>'
    '<a:ahLst><a:ahXY gdRefX="adj" minX="0" maxX="50000"><a:pos x="x1" y="t"/></a:ahXY></a:ahLst><a:cxnLst>'
    '<a:cxn ang="3cd4"><a:pos x="hc" y="t"/></a:cxn><a:cxn ang="cd2"><a:pos x="l" y="vc"/></a:cxn>'
    '<a:cxn ang="cd4"><a:pos x="hc" y="b"/></a:cxn><a:cxn ang="0"><a:pos x="r" y="vc"/></a:cxn>{sites}</a:cxnLst>'
    '<a:rect l="l" t="t" r="r" b="b"/><a:pathLst><a:path><a:moveTo><a:pt x="l" y="x1"/></a:moveTo>'
    '<a:arcTo wR="x1" hR="x1" stAng="cd2" swAng="cd4"/><a:lnTo><a:pt x="x2" y="t"/></a:lnTo>'
    '<a:arcTo wR="x1" hR="x1" stAng="3cd4" swAng="cd4"/><a:lnTo><a:pt x="r" y="y2"/></a:lnTo>'
    '<a:arcTo wR="x1" hR="x1" stAng="0" swAng="cd4"/><a:lnTo><a:pt x="x1" y="b"/></a:lnTo>'
    '<a:arcTo wR="x1" hR="x1" stAng="cd4" swAng="cd4"/><a:close/></a:path></a:pathLst></a:custGeom>'
)


class Bent(NamedTuple):
    """A connector's place, the turn and flips of its frame, and its geometry."""

    box: Box
    turned: str
    geometry: str


def bent(points: Sequence[Point], place: Place) -> Bent | None:
    """The connector that goes along these corners, straight or with up to four bends; None for more.

    PowerPoint's bent lines set out to the right. Where the arrow sets out up or down, its frame is turned a quarter: what lies
    u along and v below in the frame, lies v to the left and u below on the slide.
    """
    if not 2 <= len(points) <= 6:
        return None
    at = [(place.across(x), place.down(y)) for x, y in points]
    (x0, y0), (x1, y1) = at[0], at[-1]
    upright = points[0][0] == points[1][0]
    if len(at) == 2:
        flips = (' flipH="1"' if x1 < x0 else "") + (' flipV="1"' if y1 < y0 else "")
        return Bent(Box(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)), flips, _preset("straightConnector1", []))
    frame = [(y - y0, x0 - x) if upright else (x - x0, y - y0) for x, y in at]
    u, v = frame[-1]
    # a frame without width could not say where the bends are
    u, v = (u or PIXEL), (v or PIXEL)
    wide, high = abs(u), abs(v)
    turned = (' rot="5400000"' if upright else "") + (' flipH="1"' if u < 0 else "") + (' flipV="1"' if v < 0 else "")
    middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
    box = Box(round(middle_x - wide / 2), round(middle_y - high / 2), wide, high)
    shares = [
        round(frame[number][0] / u * 100000) if number % 2 else round(frame[number][1] / v * 100000) for number in range(1, len(at) - 2)
    ]
    return Bent(box, turned, _preset(f"bentConnector{len(at) - 1}", shares))


def _preset(name: str, shares: list[int]) -> str:
    guides = "".join(f'<a:gd name="adj{number}" fmla="val {share}"/>' for number, share in enumerate(shares, 1))
    return f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'
