"""Connectors go where the arrow goes: their frames are turned, flipped and bent as PowerPoint reads them."""

import re

import pytest

from footlights.render.pptx.glue import Ports, bent
from footlights.render.pptx.place import Place
from footlights.render.pptx.shape import PIXEL, Box

Point = tuple[float, float]


def read(points: list[Point]) -> list[Point]:
    """The corners of the connector for these points, worked out from what is written, in px."""
    made = bent(points, Place(1.0, 0.0, 0.0))
    assert made is not None
    name = re.search(r'prst="(\w+)"', made.geometry)
    assert name is not None
    shares = [int(share) / 100000 for share in re.findall(r"val (-?\d+)", made.geometry)]
    wide, high = made.box.width, made.box.height
    corners: list[Point] = [(0.0, 0.0)]
    for number, share in enumerate(shares):
        x, y = corners[-1]
        corners.append((share * wide, y) if number % 2 == 0 else (x, share * high))
    if name[1] != "straightConnector1":
        x, y = corners[-1]
        corners.append((x, high) if len(shares) % 2 else (wide, y))
    corners.append((float(wide), float(high)))
    middle = made.box.x + wide / 2, made.box.y + high / 2
    found = []
    for x, y in corners:
        u, v = x - wide / 2, y - high / 2
        u, v = -u if "flipH" in made.turned else u, -v if "flipV" in made.turned else v
        if "rot" in made.turned:
            u, v = -v, u
        found.append(((middle[0] + u) / PIXEL, (middle[1] + v) / PIXEL))
    return found


@pytest.mark.parametrize(
    "points",
    [
        [(10, 10), (90, 10)],
        [(90, 10), (10, 10)],
        [(10, 90), (10, 10)],
        [(10, 10), (90, 10), (90, 70)],
        [(10, 70), (10, 10), (90, 10)],
        [(90, 70), (10, 70), (10, 10)],
        [(10, 10), (50, 10), (50, 70), (90, 70)],
        [(90, 70), (50, 70), (50, 10), (10, 10)],
        [(10, 10), (10, 40), (90, 40), (90, 70)],
        [(10, 70), (10, 0), (90, 0), (90, 50)],
        [(10, 10), (40, 10), (40, 60), (90, 60), (90, 80)],
        [(10, 10), (10, 30), (60, 30), (60, 80), (90, 80)],
        [(10, 10), (10, 30), (60, 30), (60, 80), (90, 80), (90, 100)],
    ],
)
def test_a_connector_turns_where_the_arrow_turns(points: list[Point]) -> None:
    for (x, y), (u, v) in zip(points, read(points), strict=True):
        assert abs(x - u) < 0.6
        assert abs(y - v) < 0.6


def test_more_bends_than_powerpoint_knows_are_none() -> None:
    assert bent([(0, 0), (1, 0), (1, 1), (2, 1), (2, 2), (3, 2), (3, 3)], Place(1.0, 0.0, 0.0)) is None


def test_a_card_is_held_in_the_middle_of_a_side_or_where_the_arrow_asks() -> None:
    ports = Ports()
    ports.add("c", 7, (100, 100, 80, 60))
    assert [ports.hold("c", point) for point in ((140, 100), (100, 130), (140, 160), (180, 130))] == [0, 1, 2, 3]
    assert ports.geometry("c", Box(0, 0, 80, 60), 6, Place(1.0, 0.0, 0.0)).startswith('<a:prstGeom prst="roundRect"')
    assert ports.hold("c", (180, 117)) == ports.hold("c", (180, 117)) == 4
    assert ports.hold("c", (110, 160)) == 5
    assert ports.hold("c", (140, 130)) is None
    assert ports.hold("elsewhere", (140, 100)) is None
    made = ports.geometry("c", Box(0, 0, 80, 60), 6, Place(1.0, 0.0, 0.0))
    assert f'<a:gd name="p0" fmla="val {17 * PIXEL}"/>' in made
    assert '<a:pos x="r" y="p0"/>' in made
    assert '<a:pos x="p1" y="b"/>' in made
