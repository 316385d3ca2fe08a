"""Sheets: their sizes in millimetres, a picture as large as it gets on one, and a clear word for those that don't exist."""

import pytest

from footlights.model import FootlightsError
from footlights.render import render
from footlights.render.pdf.paper import PAGES, fitted, page_named
from tests.render.pdf.reading import kinds, reader, sizes, tags, text
from tests.render.sample import sample

ISO = {"a4": (210, 297), "a3": (297, 420), "a2": (420, 594), "a1": (594, 841), "a0": (841, 1189)}


@pytest.mark.parametrize("page", ISO)
def test_a_picture_is_fitted_on_one_sheet_of_its_size(page: str) -> None:
    wide = render(sample(), "pdf", page=page).data
    assert sizes(wide) == [ISO[page][::-1]]
    high = sample()._replace(height=2000.0)
    assert sizes(render(high, "pdf", page=page).data) == [ISO[page]]


@pytest.mark.parametrize(("width", "height"), [(2000, 1000), (1000, 2000), (5, 5), (20_000, 30)])
def test_the_whole_picture_is_inside_what_a_printer_reaches(width: float, height: float) -> None:
    for page in ISO:
        fit = fitted(width, height, page_named(page)[1])
        edge = fit.sheet.edge - 0.01
        assert fit.left >= edge
        assert fit.top >= edge
        assert fit.left + width * fit.share <= fit.sheet.width - edge
        assert fit.top + height * fit.share <= fit.sheet.height - edge
        # as large as it gets: it touches two edges
        assert min(fit.left, fit.top) == pytest.approx(fit.sheet.edge)


def test_one_is_the_picture_alone_in_its_own_size() -> None:
    drawing = sample()
    data = render(drawing, "pdf", page="one").data
    (page,) = reader(data).pages
    assert float(page.mediabox.width) == pytest.approx(drawing.width * 0.75, abs=0.1)
    assert "/Table" not in kinds(data)


def test_a_picture_without_tables_tells_its_steps_in_its_description() -> None:
    drawing = sample()
    (figure,) = [node for node in tags(render(drawing, "pdf", page="a3").data) if node["/S"] == "/Figure"]
    for step, _ in drawing.columns:
        assert step.strip() in str(figure["/Alt"])


def test_a_page_that_does_not_exist_names_those_that_do() -> None:
    with pytest.raises(FootlightsError, match="a4-tiles, a3-tiles, report") as raised:
        render(sample(), "pdf", page="a4-tile")
    assert raised.value.hint == "did you mean a4-tiles?"
    with pytest.raises(FootlightsError, match=", ".join(PAGES)):
        render(sample(), "pdf", page="letter")


def test_a_note_tells_when_the_text_gets_too_small_to_read() -> None:
    large = sample()._replace(width=4000.0)
    assert any("too small to read" in note for note in render(large, "pdf", page="a4").notes)
    assert render(sample(), "pdf", page="a3").notes == ()


def test_the_text_of_a_sheet_can_be_selected() -> None:
    assert "Meldt" in text(render(sample(), "pdf", page="a4").data)
