"""Every view, and every theme, as a page without anything that axe can find."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

import footlights as fl
from footlights.drawing import THEMES
from footlights.layout import VIEWS
from footlights.model import View

pytestmark = pytest.mark.e2e
EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "shoeshine.blueprint.yaml"


def violations(page: Page, made: fl.Picture, path: Path) -> list[str]:
    """What axe finds on the page with the picture, and then with the table."""
    made.save(path)
    page.goto(path.as_uri())
    found = []
    for what in ("picture", "table"):
        page.click(f"#show-{what}")
        report = Axe().run(page)
        found += [f"{what}: {violation['id']}" for violation in report.response["violations"]]
    return found


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_in_any_view(page: Page, tmp_path: Path, view: str) -> None:
    blueprint = fl.load(EXAMPLE).blueprint
    role = next(iter(blueprint.actors)) if view == "role" else None
    assert violations(page, fl.draw(blueprint, View(shows=view, role=role)), tmp_path / "page.html") == []


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_in_any_theme(page: Page, tmp_path: Path, theme: str) -> None:
    blueprint = fl.load(EXAMPLE).blueprint
    assert violations(page, fl.draw(blueprint, theme=theme), tmp_path / "page.html") == []
