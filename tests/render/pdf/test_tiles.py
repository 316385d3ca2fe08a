"""Tiles: together they hold all of the picture, next to each other they share a strip, and each says which it is."""

import pytest

from footlights.model import FootlightsError
from footlights.render import render
from footlights.render.options import Options
from footlights.render.pdf.paper import MILLIMETRE, page_named
from footlights.render.pdf.pictures import picture, seen
from footlights.render.pdf.tiles import OVERLAP, _letters, tiling
from tests.render.pdf.reading import example, kinds, pages, sizes, tags, text
from tests.render.sample import sample

A4, A3 = page_named("a4")[1], page_named("a3")[1]
SIZES = [(2400, 1500), (1500, 2400), (300, 200), (9000, 1200), (1039.5, 1039.5), (700, 12_000)]


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("sheet", [A4, A3])
def test_the_tiles_cover_the_picture_and_neighbours_share_ten_millimetres(width: float, height: float, sheet: object) -> None:
    laid = tiling(width, height, sheet)  # type: ignore[arg-type]
    boxes = {(tile.column, tile.row): tile.box for tile in laid.tiles()}
    assert len(boxes) == laid.across * laid.down
    assert boxes[0, 0][0] <= 0.001
    assert boxes[0, 0][1] <= 0.001
    last = boxes[laid.across - 1, laid.down - 1]
    assert last[0] + last[2] >= width - 0.001
    assert last[1] + last[3] >= height - 0.001
    for (column, row), (x, y, wide, high) in boxes.items():
        if (column + 1, row) in boxes:
            assert (x + wide - boxes[column + 1, row][0]) * laid.share == pytest.approx(OVERLAP)
        if (column, row + 1) in boxes:
            assert (y + high - boxes[column, row + 1][1]) * laid.share == pytest.approx(OVERLAP)
    assert pytest.approx(10 * MILLIMETRE) == OVERLAP


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_tiles_are_never_smaller_than_can_be_read_and_none_is_empty(width: float, height: float) -> None:
    laid = tiling(width, height, A4)
    assert laid.share >= 0.9 * 0.75 - 1e-9
    for tile in laid.tiles():
        x, y, wide, high = tile.box
        assert x < width
        assert x + wide > 0
        assert y < height
        assert y + high > 0


def test_the_sheets_are_named_like_cells_and_say_where_they_join() -> None:
    drawing = example("restaurant", "en").drawing
    data = render(drawing, "pdf", page="a4-tiles").data
    laid = tiling(drawing.width, drawing.height, A4)
    names = [tile.name for tile in laid.tiles()]
    assert len(pages(data)) == len(names) > 2
    for number, (page, tile) in enumerate(zip(pages(data), laid.tiles(), strict=True), 1):
        assert f"Sheet {tile.name} ({number} of {len(names)})" in page
        assert ("Cut here" in page) == (tile.column > 0 or tile.row > 0)
        if tile.column + 1 < laid.across:
            assert f"{_letters(tile.column + 1)}{tile.row + 1} is glued on here" in page
    assert set(sizes(data)) <= {(297, 210), (210, 297)}


def test_columns_have_letters_beyond_z() -> None:
    assert [_letters(number) for number in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_every_card_is_on_a_tile_and_the_marks_are_not_read_aloud() -> None:
    drawing = example("restaurant", "en").drawing
    data = render(drawing, "pdf", page="a4-tiles").data
    said = text(data)
    for step, _ in drawing.columns:
        assert step.partition(". ")[2].split()[0] in said, step
    figures = [node for node in tags(data) if node["/S"] == "/Figure"]
    assert len(figures) == len(pages(data))
    assert all(drawing.title in str(node["/Alt"]) for node in figures)
    assert set(kinds(data)) <= {"/Document", "/Figure", "/Part", "/Div"}


def test_only_what_is_seen_is_drawn_on_a_tile() -> None:
    drawing = sample()
    box = (0.0, 0.0, 150.0, drawing.height)
    found = seen(drawing.groups, box)
    assert 0 < len(found) < len(drawing.groups)
    assert len(picture(found, box, Options())) < len(picture(drawing.groups, box, Options()))
    kept = {group.address for group in found}
    for group in drawing.groups:
        if group.box is not None and group.box[0] < 150:
            assert group.address in kept


def test_more_sheets_than_anybody_glues_are_refused() -> None:
    with pytest.raises(FootlightsError, match="at most 200"):
        tiling(40_000, 20_000, A4)
