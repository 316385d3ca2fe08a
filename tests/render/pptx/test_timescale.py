"""The scale of time on slides: on each of them, over the columns that it shows, with names that tell how long it is."""

from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from footlights import api
from footlights.drawing import Group, Item, Rect, TextLine
from footlights.drawing import Path as Line
from footlights.model import View
from footlights.render.pptx.outline import outline
from footlights.render.pptx.timescale import Piece, piece_of

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


@cache
def picture(name: str, scale: str) -> Any:
    return api.draw(api.load(EXAMPLES / f"{name}.blueprint.yaml").blueprint, View(shows="time", scale=scale), language="en")


@pytest.mark.parametrize(("name", "scale"), [("fibre-installation", "linear"), ("library-card", "logarithmic")])
def test_every_slide_of_a_time_view_has_its_scale_above_its_columns(name: str, scale: str) -> None:
    made: Any = Presentation(BytesIO(picture(name, scale).to("pptx")))
    assert len(made.slides) > 4
    again = 0
    for slide in made.slides:
        [shown] = [shape for shape in slide.shapes if shape.name == "scale"]
        again += not any(shape.name.endswith("#time") for shape in slide.shapes)
        phases = [shape for shape in slide.shapes if shape.name.startswith("phases/")]
        assert min(phase.left for phase in phases) - 40_000 <= shown.left
        assert shown.left + shown.width <= made.slide_width
        assert max(phase.top + phase.height for phase in phases) < shown.top
        for shape in shown.shapes:
            assert shown.top - 100_000 <= shape.top <= shown.top + shown.height
        lanes = sorted((shape.top, shape.top + shape.height) for shape in slide.shapes if shape.name.startswith("lanes/"))
        assert all(one[1] <= two[0] + 9_525 for one, two in pairwise(lanes)), "the band with the scale pushes the others down"
        assert any(top <= shown.top and shown.top + shown.height <= bottom for top, bottom in lanes)
    assert again > 1, "slides without the lane of times have it too"


def scale_of(*times: float) -> Group:
    """Columns of 100 px, 20 apart, with parts of 40 px in the middle above them, and a tick at their beginning."""
    count = len(times)
    left = (120 * count - 20 - 40 * count) / 2
    items: list[Item] = [TextLine(0.0, ((9.0, "Time, to scale"),), 10.0, "ink", True)]
    parts, begun = [], 0.0
    for at, time in enumerate(times):
        x, a = 120.0 * at, left + 40 * at
        items += [Line(f"M{a} 50L{x} 80M{a + 40} 50L{x + 100} 80", None, "faint"), Rect(a, 38, 40, 12, "work")]
        parts.append(f"{x} {x + 100} {a} {a + 40} {begun} {begun + time}")
        begun += time
    items.append(Line(f"M{left} 35H{left + 40 * count}", None, "ink"))
    ticks = [left + 40 * at for at in range(count)]
    items.append(Line("".join(f"M{x} 31V35" for x in ticks), None, "ink"))
    items += [TextLine(x, ((29.0, f"tick {at}"),), 10.0, "muted", False, "middle") for at, x in enumerate(ticks)]
    return Group("scale", tuple(items), facts=(("parts", ";".join(parts)),))


def words(piece: Piece) -> list[str]:
    return [text for item in (*piece.fixed, *piece.moved) if isinstance(item, TextLine) for _, text in item.lines]


def test_all_columns_have_the_scale_as_it_is() -> None:
    scale = scale_of(60, 60, 60)
    assert piece_of(scale, -14, 354, "en") == Piece(scale.items, ())


def test_a_piece_stands_in_the_middle_above_its_columns_with_its_guides() -> None:
    piece = piece_of(scale_of(60, 60, 60, 60, 60), 226, 474, "en")
    bars = [item.x + piece.shift for item in piece.moved if isinstance(item, Rect)]
    assert bars == [310, 350], "columns from 240 to 460 have their middle at 350"
    guides = [outline(item.d).pieces for item in piece.fixed if isinstance(item, Line)]
    assert [[points for _, points in one] for one in guides] == [
        [(310, 50), (240, 80), (350, 50), (340, 80)], [(350, 50), (360, 80), (390, 50), (460, 80)],
    ]  # fmt: skip
    axis = next(item for item in piece.moved if isinstance(item, Line) and "H" in item.d)
    assert outline(axis.d).box == (310 - piece.shift, 35, 390 - piece.shift, 35)
    assert words(piece) == ["Time, to scale", "tick 2", "tick 3", "tick 4"]
    assert piece.fixed[0] == TextLine(240.0, ((9.0, "Time, to scale"),), 10.0, "ink", True)


def test_a_piece_with_too_few_ticks_is_named_at_both_ends() -> None:
    ticks = scale_of(3600, 90, 60, 60)
    few = ticks._replace(items=tuple(item for item in ticks.items if not (isinstance(item, TextLine) and item.lines[0][1] > "tick 0")))
    assert words(piece_of(few, 106, 234, "en")) == ["Time, to scale", "1 h", "1 h 2 min"]
    assert words(piece_of(few, 106, 234, "es"))[1:] == ["1 h", "1 h 2 min"]
    nothing = few._replace(facts=(("parts", dict(few.facts)["parts"].replace("3600.0 3690.0", "3600 3600")),))
    assert words(piece_of(nothing, 106, 234, "en")) == ["Time, to scale"]


def test_columns_without_a_scale_have_nothing() -> None:
    assert piece_of(scale_of(60, 60), 1000, 1200, "en") == Piece((), ())
    assert piece_of(scale_of(60, 60)._replace(facts=()), 1000, 1200, "en") == Piece((), ())
