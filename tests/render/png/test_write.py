"""PNG: the right size, not blank, and a limit that says how to mend it."""

from io import BytesIO

import pytest
from PIL import Image

from footlights.layout import lay_out
from footlights.model import FootlightsError
from footlights.render import render
from tests.layout.generated import generated


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
