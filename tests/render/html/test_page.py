"""The page in a real browser: accessible, operable by keyboard, with heads that stay in sight."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

import footlights as fl

pytestmark = pytest.mark.e2e
EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "it-incident.blueprint.yaml"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "it.html"
    fl.load(EXAMPLE).draw(language="nl").save(path)
    return path


@pytest.fixture
def opened(page: Page, file: Path) -> Page:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    page.wait_for_function("document.fonts.status === 'loaded'")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("what", ["picture", "table"])
def test_axe_finds_nothing(opened: Page, scheme: str, what: str) -> None:
    opened.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    opened.click(f"#show-{what}")
    found = Axe().run(opened)
    assert found.violations_count == 0, found.generate_report()


def box(page: Page, selector: str) -> dict[str, float]:
    found = page.locator(selector).first.bounding_box()
    assert found is not None
    return dict(found)


def test_the_heads_stay_in_sight_while_the_picture_moves(opened: Page) -> None:
    opened.keyboard.press("1")
    stage = box(opened, "#stage")
    before = box(opened, "#left .lane")
    opened.evaluate("document.getElementById('stage').scrollTo(700, 500)")
    above, left = box(opened, "#above"), box(opened, "#left")
    assert above["y"] == pytest.approx(stage["y"], abs=1)
    assert left["x"] == pytest.approx(stage["x"], abs=1)
    # the heads move sideways with the picture, the lanes' names up and down
    assert box(opened, "#left .lane")["y"] == pytest.approx(before["y"] - 500, abs=1)
    whole, copy = box(opened, "#sheet > svg .step"), box(opened, "#above .step")
    assert copy["x"] == pytest.approx(whole["x"], abs=0.5)


def zoom(page: Page) -> float:
    return float(page.evaluate("parseFloat(getComputedStyle(document.getElementById('sheet')).getPropertyValue('--z'))"))


def test_the_keyboard_is_enough_to_zoom(opened: Page) -> None:
    opened.keyboard.press("1")
    assert zoom(opened) == 1
    opened.keyboard.press("+")
    assert zoom(opened) == pytest.approx(1.25)
    opened.keyboard.press("-")
    assert zoom(opened) == pytest.approx(1.0)
    opened.keyboard.press("0")
    sheet, stage = box(opened, "#sheet"), box(opened, "#stage")
    assert sheet["width"] <= stage["width"] + 1
    assert sheet["height"] <= stage["height"] + 1


def test_the_wheel_zooms_at_the_pointer(opened: Page) -> None:
    opened.keyboard.press("1")
    card = "#sheet > svg .card >> nth=5"
    before = box(opened, card)
    opened.mouse.move(before["x"], before["y"])
    opened.keyboard.down("Control")
    opened.mouse.wheel(0, -120)
    opened.keyboard.up("Control")
    opened.wait_for_function("parseFloat(getComputedStyle(document.getElementById('sheet')).getPropertyValue('--z')) > 1.1")
    after = box(opened, card)
    assert after["x"] == pytest.approx(before["x"], abs=3)
    assert after["y"] == pytest.approx(before["y"], abs=3)


def test_dragging_moves_the_picture(opened: Page) -> None:
    opened.keyboard.press("1")
    opened.mouse.move(800, 600)
    opened.mouse.down()
    opened.mouse.move(600, 500, steps=4)
    opened.mouse.up()
    assert opened.evaluate("document.getElementById('stage').scrollLeft") == pytest.approx(200, abs=2)


def test_light_or_dark_is_a_choice_that_is_remembered(opened: Page) -> None:
    def paper() -> str:
        return str(opened.evaluate("getComputedStyle(document.body).backgroundColor"))

    light = paper()
    opened.click("#theme")
    dark = paper()
    assert light != dark
    opened.reload()
    assert paper() == dark


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_sticks_out_of_the_window(opened: Page, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 800})
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    for name in ("show-picture", "show-table", "zoom-in", "zoom-out", "fit", "full", "theme"):
        found = box(opened, f"#{name}")
        assert found["x"] >= 0
        assert found["x"] + found["width"] <= width


def measured(page: Page) -> Callable[[], list[str]]:
    return lambda: page.evaluate(
        """() => [...document.querySelectorAll('#sheet > svg .card')].flatMap((card) => {
             const room = card.querySelector('rect').getBoundingClientRect();
             return [...card.querySelectorAll('tspan')].filter((line) => {
               const text = line.getBoundingClientRect();
               return text.width && (text.left < room.left - 1 || text.right > room.right + 1);
             }).map((line) => line.textContent);
           })"""
    )


def test_no_text_leaves_its_card_as_the_browser_sets_it(opened: Page) -> None:
    opened.keyboard.press("1")
    assert measured(opened)() == []
