"""Cards on slides, and the small squares of a count: all as one shape, and none where nobody could see them."""

import pytest

from footlights.drawing import THEMES, Drawing, Group, Item, Rect, TextLine
from footlights.render.pptx.anatomy import Anatomy
from footlights.render.pptx.card import draw_card
from footlights.render.pptx.glue import Ports
from footlights.render.pptx.paint import Paint
from footlights.render.pptx.pen import Pen
from footlights.render.pptx.place import Place
from footlights.render.pptx.shape import Sheet
from footlights.render.pptx.text import Script


def drawn(scale: float, kind: str = "count", squares: int = 3) -> str:
    items: list[Item] = [Rect(0, 0, 100, 20, "paper"), TextLine(8, ((14, "3"),), 12)]
    items += [Rect(30 + 8 * at, 7, 6, 6, "work") for at in range(squares)]
    group = Group(kind, tuple(items), "", "3 cards", (0, 0, 100, 20))
    drawing = Drawing(100, 20, "", "", "en", "blueprint", (group,), 0, 0, (), ())
    sheet = Sheet()
    draw_card(Pen(sheet, Script(Paint(THEMES["light"]), "en-GB"), Place(scale, 0, 0)), group, Ports(), Anatomy(drawing))
    return "".join(sheet.parts)


@pytest.mark.parametrize(("scale", "shapes"), [(0.05, 1), (0.0599, 1), (0.06, 2), (0.5, 2), (1.4, 2)])
def test_squares_of_a_count_are_one_shape_and_left_out_where_they_are_a_third_of_a_pixel(scale: float, shapes: int) -> None:
    made = drawn(scale)
    assert made.count("<p:sp>") == shapes
    assert made.count("<p:grpSp>") == shapes - 1
    assert made.count("<a:moveTo>") == (3 if shapes == 2 else 0)
    assert 'descr="3 cards"' in made
    assert "<a:t>3</a:t>" in made


def test_the_small_things_on_a_card_stay_at_any_size() -> None:
    assert drawn(0.05, "card").count("<p:sp>") == 4


def test_a_single_square_stays_the_rectangle_that_it_is() -> None:
    made = drawn(1.0, squares=1)
    assert made.count("<p:sp>") == 2
    assert "<a:moveTo>" not in made
