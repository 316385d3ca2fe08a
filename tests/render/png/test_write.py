"""PNG: the right size, not blank, and a limit that says how to mend it."""

from io import BytesIO

import pytest
from PIL import Image

from footlights.layout import lay_out
from footlights.model import FootlightsError
from footlights.render import render
from tests.layout.generated import generated
from tests.render.sample import sample


@pytest.mark.parametrize("scale", [0.5, 1.0])
def test_the_size_follows_the_scale_and_something_is_drawn(scale: float) -> None:
    drawing = lay_out(generated(4))
    with Image.open(BytesIO(render(drawing, "png", scale=scale).data)) as image:
        assert image.width == pytest.approx(drawing.width * scale, abs=1)
        assert image.height == pytest.approx(drawing.height * scale, abs=1)
        dark = sum(image.convert("L").histogram()[:100])
        assert dark > 0.003 * image.width * image.height


def test_a_picture_too_large_says_which_scale_fits() -> None:
    drawing = lay_out(generated(4))
    with pytest.raises(FootlightsError, match="megapixels") as raised:
        render(drawing, "png", scale=40)
    assert "use a scale of" in raised.value.hint


def test_the_limit_says_how_large_it_would_have_been() -> None:
    drawing = sample()._replace(width=30_000.0, height=20_000.0)
    with pytest.raises(FootlightsError, match="30,000 × 20,000 pixels, 600 megapixels") as raised:
        render(drawing, "png", scale=1)
    assert raised.value.hint.startswith("use a scale of 0.4 or less")


def test_colours_are_those_of_the_theme() -> None:
    for theme, paper in (("light", (255, 255, 255)), ("dark", (0x14, 0x18, 0x1F))):
        with Image.open(BytesIO(render(sample(), "png", scale=1, theme=theme).data)) as image:
            assert image.convert("RGB").getpixel((4, image.height - 4)) == paper


def test_text_is_set_in_the_font_that_we_ship_and_no_other() -> None:
    made = render(sample(), "png", scale=1)
    assert made.notes == ()
    assert render(sample(text="Meldt 旅程"), "png", scale=1).notes == (
        "our font lacks 旅 程: drawn with a font of this machine, where it has one",
    )
