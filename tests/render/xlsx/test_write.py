"""The workbook, read back by another library."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footlights.drawing import THEMES, Logo
from footlights.model import FootlightsError, View
from footlights.render import render
from tests.render.sample import hostile, sample
from tests.render.telling import FORMULAS, made, telling

Book = Any


def book(data: bytes) -> Book:
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.fixture(scope="module")
def english() -> Book:
    return book(made(telling(*FORMULAS), "xlsx").artifact.data)


def column_of(sheet: Any, head: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == head)


def test_the_sheets_have_names_in_the_language_of_the_picture(english: Book) -> None:
    assert english.sheetnames == ["Service blueprint", "Steps", "Cards", "Links", "Findings", "Actions", "Legend"]
    dutch = book(made(telling(), "xlsx", "nl").artifact.data)
    assert dutch.sheetnames == ["Service blueprint", "Stappen", "Kaarten", "Pijlen", "Bevindingen", "Acties", "Legenda"]
    texts = {cell.value for row in dutch["Service blueprint"] for cell in row}
    assert any(isinstance(text, str) and text.startswith("Vraagt om hulp") for text in texts)


def test_every_card_stands_in_the_grid_with_its_id_in_the_hidden_column_of_its_step(english: Book) -> None:
    sheet = english.worksheets[0]
    over = {cell.value: cell.column for cell in sheet[1] if cell.value}
    assert sheet["A1"].value == "footlights grid 1"
    assert sheet.row_dimensions[1].hidden and sheet.column_dimensions["A"].hidden
    found = {}
    for step in ("ask", "wait", "hear", "go"):
        ids, seen = over[f"in steps/{step}"], over[f"steps/{step}"]
        assert any(each.hidden and each.min <= ids <= each.max for each in sheet.column_dimensions.values())
        for row in range(2, sheet.max_row + 1):
            address = sheet.cell(row, ids).value
            if address:
                found[address] = (sheet.cell(row, seen).value, sheet.cell(row, 1).value)
    blueprint = telling(*FORMULAS)
    wanted = {f"cards/{card.id}": (str(card.does), f"lanes/{card.lane}") for card in blueprint.cards.values()}
    assert set(found) == set(wanted) | {f"steps/{step}" for step in blueprint.steps}
    for address, (text, lane) in wanted.items():
        assert str(found[address][0]).strip().splitlines()[0] == text
        assert found[address][1] == lane


def test_what_spans_is_merged_and_the_heads_stay_in_sight(english: Book) -> None:
    sheet = english.worksheets[0]
    merged = {str(each) for each in sheet.merged_cells.ranges}
    answer = next(cell for row in sheet for cell in row if str(cell.value).startswith("Answers"))
    assert f"{answer.coordinate}:F{answer.row}" in merged
    phases = next(cell for row in sheet for cell in row if cell.value == "Before")
    assert f"{phases.coordinate}:E{phases.row}" in merged
    frozen = sheet[sheet.freeze_panes]
    assert frozen.column == 4
    assert sheet.cell(frozen.row - 1, 4).value == "1. Asks"
    assert sheet.page_setup.orientation == "landscape" and sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToWidth is None  # one page, unless it says otherwise
    assert sheet.print_title_cols == "$B:$C"
    assert "made with footlights" in sheet.oddFooter.left.text


def test_nothing_that_anybody_wrote_is_a_formula(english: Book) -> None:
    cells = [cell for sheet in english for row in sheet for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    texts = [str(cell.value).strip() for cell in english["Cards"]["B"]]
    assert set(FORMULAS) <= set(texts)
    quoted = next(cell for cell in english["Cards"]["B"] if cell.value == "=1+1")
    assert quoted.quotePrefix


@settings(max_examples=6, deadline=None)
@given(st.lists(st.text(max_size=30).map(lambda text: text.strip()).filter(bool), min_size=1, max_size=4), st.sampled_from(FORMULAS))
def test_no_text_is_hostile_enough(texts: list[str], formula: str) -> None:
    data = made(telling(formula, *texts, *(f"{formula}{text}" for text in texts)), "xlsx").artifact.data
    read = book(data)
    assert {cell.data_type for sheet in read for row in sheet for cell in row if cell.value is not None} <= {"s", "n", "d"}
    assert not any(re.search(rb"<f[ >]", part) for part in parts(data).values())


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist() if "chart" not in name}


def test_numbers_are_numbers_with_their_units(english: Book) -> None:
    sheet = english["Cards"]
    row = next(cell.row for cell in sheet["B"] if cell.value == "Answers")
    wait = sheet.cell(row, column_of(sheet, "Wait"))
    cost = sheet.cell(row, column_of(sheet, "Cost"))
    work = sheet.cell(row, column_of(sheet, "Work"))
    assert work.number_format == '[m]" min "s" s"'
    assert (cost.value, cost.number_format) == (12.5, '#,##0.00 "EUR"')
    assert wait.number_format == '0" d"'
    raw = parts(made(telling(*FORMULAS), "xlsx").artifact.data)["xl/worksheets/sheet3.xml"]
    assert f'r="{wait.coordinate}"'.encode() in raw and b"<v>3</v>" in raw  # days


def test_feelings_are_numbers_under_a_chart_that_names_no_text(english: Book) -> None:
    sheet = english.worksheets[0]
    rosa = next(row[0].row for row in sheet.iter_rows(min_col=1, max_col=1) if row[0].value == "lanes/emotion personas/rosa")
    ken = next(row[0].row for row in sheet.iter_rows(min_col=1, max_col=1) if row[0].value == "lanes/emotion personas/ken")
    assert [sheet.cell(rosa, column).value for column in range(4, 8)] == [-1.5, -2, 2, None]
    assert [sheet.cell(ken, column).value for column in range(4, 8)] == [1, None, None, None]
    chart = sheet._charts[0]
    assert [series.val.numRef.f for series in chart.series] == [f"'Service blueprint'!$D${row}:$G${row}" for row in (rosa, ken)]
    assert [series.tx.strRef.f for series in chart.series] == [f"'Service blueprint'!$C${row}" for row in (rosa, ken)]


def test_named_lines_run_below_their_lanes(english: Book) -> None:
    sheet = english.worksheets[0]
    lines = {cell.value: cell for cell in sheet["B"] if isinstance(cell.value, str) and cell.value.startswith("Line of")}
    assert list(lines) == ["Line of interaction", "Line of visibility", "Line of internal interaction"]
    visible = lines["Line of visibility"]
    assert visible.border.top.style == "mediumDashed"
    assert sheet.cell(visible.row - 1, 1).value == "lanes/desk"


def test_links_lead_to_the_cells_and_nowhere_else(english: Book) -> None:
    grid, cards = english.worksheets[0], english["Cards"]
    row = next(cell.row for cell in cards["B"] if cell.value == "Answers")
    place = cards.cell(row, column_of(cards, "Place"))
    assert place.hyperlink.location == f"'Service blueprint'!{place.value}"
    assert str(grid[place.value].value).startswith("Answers")
    assert cards.auto_filter.ref.startswith("B1:")
    for name, part in parts(made(telling(*FORMULAS), "xlsx").artifact.data).items():
        assert b'TargetMode="External"' not in part, name


def test_lists_hold_links_findings_and_actions(english: Book) -> None:
    links = [[cell.value for cell in row] for row in english["Links"].iter_rows(min_row=2)]
    assert [row[0] for row in links] == ["links/on", "links/back"]
    assert links[0][1:6] == ["Answers", "Keeps the books", "leads to", "if it is known", 0.6]
    finding = [cell.value for cell in english["Findings"][2]]
    assert finding[:5] == ["findings/long", "high", "People wait", "Answers", "It costs trust"]
    action = [cell.value for cell in english["Actions"][2]]
    assert action[:5] == ["actions/hire", "Hire somebody", "planned", "Agent", "Contact centre"]
    assert action[5].isoformat() == "2027-03-01T00:00:00"


def test_properties_hold_no_clock_and_bytes_stay_the_same() -> None:
    one, two = (made(telling(), "xlsx").artifact.data for _ in range(2))
    assert one == two
    assert book(one).properties.title == "Help at the desk"
    assert book(one).properties.created.year == 2000
    with zipfile.ZipFile(io.BytesIO(one)) as package:
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_text_is_read_from_its_own_side_and_keeps_its_quotes() -> None:
    cards = book(made(telling("שלום לכולם", "+שלום", "Hello"), "xlsx").artifact.data)["Cards"]
    found = {cell.value: cell for cell in cards["B"]}
    assert [found[text].alignment.readingOrder for text in ("שלום לכולם", "+שלום", "Hello")] == [2, 2, 0]
    assert found["שלום לכולם"].alignment.horizontal == "right" and found["+שלום"].quotePrefix
    assert not cards.sheet_view.rightToLeft


def test_sheets_begin_on_the_right_in_languages_that_are_read_from_there() -> None:
    drawing = sample()._replace(language="ar-EG", title="زيارة")
    data = render(drawing, "xlsx").data
    read = book(data)
    assert all(sheet.sheet_view.rightToLeft for sheet in read)
    title = next(cell for cell in read.worksheets[0]["B"] if cell.value == "زيارة")
    assert (title.alignment.horizontal, title.alignment.readingOrder) == ("right", 2)
    assert {cell.alignment.horizontal for cell in read.worksheets[1][1][1:] if cell.value} == {"right"}


@pytest.mark.parametrize(
    "text", ["यात्री काउंटर पर अपना टिकट दिखाता है", "乗客は窓口で切符を見せます、そして待ちます", "ผู้โดยสารแสดงตั๋วที่เคาน์เตอร์"]
)
def test_rows_are_higher_for_scripts_with_higher_lines(text: str) -> None:
    sheet = book(made(telling(text), "xlsx").artifact.data)["Cards"]
    high = {cell.value: sheet.row_dimensions[cell.row].height for cell in sheet["B"]}
    assert high[text] >= 18 > high["Answers"]


def test_the_logo_and_the_font_of_a_theme() -> None:
    png = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
    own = THEMES["light"]._replace(font="Georgia", logo=Logo(png, 200, 100))
    one, two = (render(sample(), "xlsx", theme=own).data for _ in range(2))
    assert one == two
    sheet = book(one).worksheets[0]
    (picture,) = sheet._images
    assert picture.anchor._from.row == 1 and picture._data() == png
    assert sheet["B3"].font.name == "Georgia" and sheet["B3"].value == sample().title
    assert sheet[sheet.freeze_panes].row == book(render(sample(), "xlsx").data).worksheets[0][sheet.freeze_panes].row
    assert b"Calibri" not in parts(one)["xl/worksheets/sheet1.xml"]


def test_the_foot_of_a_page_holds_a_long_title_and_its_signs() -> None:
    data = render(sample()._replace(title="R&D " * 60, provenance="A&B " * 90), "xlsx").data
    for sheet in book(data):
        whole = sheet.oddFooter.left.text + sheet.oddFooter.right.text
        assert "R&&D" in whole and "A&&B" in whole and len(whole) < 250


def test_what_the_view_leaves_out_is_not_in_the_workbook() -> None:
    journey = book(made(telling(), "xlsx", view="journey").artifact.data)
    assert journey.sheetnames[0] == "Customer journey"
    texts = {str(cell.value) for sheet in journey.worksheets[:3] for row in sheet for cell in row}
    assert not any("Keeps the books" in text for text in texts)
    assert any("A letter" in text for text in texts)
    overview = book(made(telling(), "xlsx", view=View(zoom="overview")).artifact.data)
    assert "Cards" not in overview.sheetnames
    assert 1 in {cell.value for row in overview.worksheets[0] for cell in row}


def test_a_drawing_alone_will_do() -> None:
    read = book(render(sample(), "xlsx").data)
    assert read.sheetnames == ["Service blueprint", "Stappen", "Kaarten", "Pijlen", "Legenda"]
    assert len(list(read["Kaarten"].rows)) == 1 + 8
    book(render(hostile(), "xlsx", theme="dark").data)


def test_a_sheet_has_room_for_so_many_steps_and_no_more() -> None:
    with pytest.raises(FootlightsError, match="no room for 9000 steps"):
        render(sample()._replace(columns=(("a", "b"),) * 9000), "xlsx")
