"""The page in a real browser: accessible, operable by keyboard, with heads that stay in sight."""

import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

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
    page.evaluate("document.fonts.ready.then(() => true)")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    return page


@pytest.mark.parametrize(
    ("what", "scheme", "width"),
    [("picture", "light", 1440), ("picture", "dark", 1440), ("table", "light", 1440), ("table", "dark", 1440), ("picture", "light", 360)],
)
def test_axe_finds_nothing(opened: Page, what: str, scheme: str, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 800})
    opened.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    opened.click(f"#show-{what}")
    found = Axe().run(opened)
    assert found.violations_count == 0, found.generate_report()


def until(done: Callable[[], bool]) -> None:
    """Wait for the browser's next few frames; the page's own policy forbids Playwright's wait_for_function."""
    for _ in range(100):
        if done():
            return
        time.sleep(0.02)
    pytest.fail("it did not happen within two seconds")


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
    until(lambda: zoom(opened) > 1.1)
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_heads_look_exactly_like_what_they_lie_on(opened: Page, scheme: str) -> None:
    opened.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    opened.set_viewport_size({"width": 1440, "height": 3000})
    opened.keyboard.press("1")
    with_heads = opened.screenshot(clip={"x": 0, "y": 60, "width": 1440, "height": 2300})
    opened.evaluate("for (const id of ['above', 'left']) document.getElementById(id).style.visibility = 'hidden'")
    without = opened.screenshot(clip={"x": 0, "y": 60, "width": 1440, "height": 2300})
    one, two = (Image.open(BytesIO(shot)).convert("RGB") for shot in (with_heads, without))
    # a shade of rounding where two edges meet may differ, a missing word may not
    assert max(high for _, high in ImageChops.difference(one, two).getextrema()) <= 48


def test_heads_that_would_fill_a_small_window_move_along(opened: Page) -> None:
    opened.set_viewport_size({"width": 360, "height": 300})
    for _ in range(6):
        opened.keyboard.press("+")
    opened.evaluate("document.getElementById('stage').scrollTo(700, 900)")
    stage = box(opened, "#stage")
    assert box(opened, "#left")["x"] < stage["x"] - 600
    assert box(opened, "#above")["y"] < stage["y"] - 300


def test_the_tables_heads_stay_in_sight_too(opened: Page) -> None:
    opened.click("#show-table")
    opened.evaluate("document.getElementById('table').scrollTo(400, 600)")
    table = box(opened, "#table")
    assert box(opened, "thead th")["y"] == pytest.approx(table["y"], abs=1)
    assert box(opened, "tbody th[scope=row]")["x"] == pytest.approx(table["x"], abs=1)


def test_zoom_keys_leave_the_picture_alone_while_the_table_shows(opened: Page) -> None:
    before = zoom(opened)
    opened.click("#show-table")
    for key in "0+-1":
        opened.keyboard.press(key)
    opened.click("#show-picture")
    assert zoom(opened) == before


def test_a_picture_that_fits_keeps_fitting(opened: Page) -> None:
    opened.keyboard.press("0")
    wide = zoom(opened)
    opened.set_viewport_size({"width": 500, "height": 800})
    until(lambda: zoom(opened) < wide * 0.7)
    assert box(opened, "#sheet")["width"] <= 501


def test_the_skip_link_opens_the_table(opened: Page) -> None:
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.className") == "skip"
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.id") == "table"
    assert opened.locator("#stage").is_hidden()
    opened.reload()
    assert opened.locator("#stage").is_hidden()  # the address says that it is the table


def test_every_control_is_reached_and_seen_by_keyboard(opened: Page) -> None:
    reached = []
    for _ in range(9):
        opened.keyboard.press("Tab")
        reached.append(opened.evaluate("document.activeElement.id || document.activeElement.className"))
        assert opened.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none" or reached[-1] == "skip"
    assert reached == ["skip", "show-picture", "show-table", "zoom-out", "zoom-in", "fit", "full", "theme", "stage"]
    opened.keyboard.press("1")
    opened.keyboard.press("ArrowDown")
    until(lambda: opened.evaluate("document.getElementById('stage').scrollTop") > 0)


def test_the_arrows_of_the_card_under_the_pointer_stand_out(opened: Page) -> None:
    card = opened.locator("#sheet > svg .card").nth(20)
    card.hover()
    name = card.get_attribute("data-id")
    lit = opened.locator(".arrow.lit").evaluate_all("found => found.map((arrow) => [arrow.dataset.from, arrow.dataset.to])")
    assert lit
    assert all(name in ends for ends in lit)
    opened.mouse.move(5, 5)
    assert opened.locator(".arrow.lit").count() == 0


def test_two_fingers_zoom_the_picture_and_not_the_page(browser: Browser, file: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(file.as_uri())
    before = zoom(page)
    fingers = context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[int, int]) -> None:
        places = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(points)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    touch("touchStart", (150, 500), (250, 500))
    for step in range(1, 11):
        touch("touchMove", (150 - 10 * step, 500), (250 + 5 * step, 500))
    touch("touchEnd")
    assert zoom(page) == pytest.approx(before * 2.5, rel=0.1)
    assert page.evaluate("visualViewport.scale") == 1
    context.close()


def test_it_works_where_storage_is_closed(page: Page, file: Path) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('closed', 'SecurityError'); } })")
    page.goto(file.as_uri())
    page.click("#theme")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_on_paper_it_is_light_and_whole(opened: Page) -> None:
    opened.emulate_media(media="print", color_scheme="dark")
    assert opened.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert opened.locator("header").is_hidden()
    sheet = box(opened, "#sheet > svg")
    assert sheet["width"] <= 1280
    assert sheet["height"] > 100
    assert box(opened, "table")["height"] > 500


def test_without_script_picture_and_table_are_both_there(browser: Browser, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.locator("#sheet > svg").is_visible()
    assert page.locator("td").first.is_visible()
    assert page.locator("#zoom-in").is_hidden()
    context.close()


def test_a_latin_name_in_a_line_after_an_arabic_one_is_drawn(page: Page, tmp_path: Path) -> None:
    does = "يتصل عبر تطبيق NOOR 2.0."
    made = (
        f"footlights: 1\ntitle: حجز\nlanguage: ar\nowner: نور\nphases:\n  - id: p\n    steps:\n      - {{id: s, title: س, does: {does}}}\n"
    )
    blueprint = fl.loads(made).draw(language="nl")
    blueprint.save(tmp_path / "ar.html")
    page.goto((tmp_path / "ar.html").as_uri())
    page.evaluate("document.fonts.ready.then(() => true)")
    wide = page.evaluate(
        """() => { const text = [...document.querySelectorAll('#sheet > svg text')].find(each => each.textContent.includes('NOOR'))
          const at = text.textContent.indexOf('NOOR'); return text.getSubStringLength(at, 4) }"""
    )
    assert wide > 20
    page.click("#show-table")
    assert Axe().run(page).violations_count == 0
