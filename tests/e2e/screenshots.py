"""Pictures of every screen to look at: `python3 -m tests.e2e.screenshots OUTDIR`, on the editor as it is built now."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from scripts.browser import FLAGS, find_chrome
from tests.server.running import Running, opened
from tests.support.visitors import Visitors

from .boards import EMPTY
from .company import Company
from .page import Board, Home

SIZES = {1440: {"width": 1440, "height": 900}, 390: {"width": 390, "height": 844}}
LANGUAGES = {"en": "en-GB", "nl": "nl-NL", "es": "es-ES"}
THEMES = ("light", "dark")


def home(company: Company, language: str, window: dict[str, Any]) -> Home:
    """The first screen, with its pictures."""
    page = company.person(**window)
    page.goto(company.server.url)
    screen = Home(page, language).ready()
    page.wait_for_load_state("networkidle")
    return screen


def board(company: Company, id: str, language: str, window: dict[str, Any], query: str = "") -> Board:
    """A board in this language."""
    page = company.person(**window)
    page.goto(f"{company.server.url}/d/{id}{query}")
    return Board(page, language).ready()


def inspecting(company: Company, id: str, language: str, window: dict[str, Any]) -> Board:
    """A board with a step chosen and the panel open beside it."""
    shown = board(company, id, language, window)
    shown.head(4).click()
    shown.panel.open()
    return shown


def screens(company: Company) -> dict[str, Callable[[str, dict[str, Any]], Home | Board]]:
    """The screens by name."""
    incident = company.document("", example="it-incident").id
    empty = company.document(EMPTY).id
    return {
        "home": lambda language, window: home(company, language, window),
        "incident-blueprint": lambda language, window: board(company, incident, language, window),
        "incident-journey": lambda language, window: board(company, incident, language, window, "?view=journey"),
        "incident-panel": lambda language, window: inspecting(company, incident, language, window),
        "empty": lambda language, window: board(company, empty, language, window),
    }


def taken(server: Running, visitors: Visitors, out: Path, wanted: set[str]) -> Iterator[Path]:
    """Every picture, one after the other."""
    company = Company(server, visitors)
    for name, show in screens(company).items():
        if wanted and name not in wanted:
            continue
        for language, locale in LANGUAGES.items():
            for theme in THEMES:
                for width, viewport in SIZES.items():
                    screen = show(language, {"viewport": viewport, "color_scheme": theme, "locale": locale})
                    path = out / f"{name}-{language}-{theme}-{width}.png"
                    screen.page.screenshot(path=path)
                    screen.page.context.close()
                    yield path


def main() -> int:
    """Take them all; 1 when a page complained."""
    parser = argparse.ArgumentParser(prog="tests.e2e.screenshots", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("names", nargs="*", help="only these screens")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, opened(folder) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chrome(), args=FLAGS)
        visitors = Visitors(browser)
        for path in taken(server, visitors, chosen.out, set(chosen.names)):
            print(path, flush=True)
        visitors.leave()
        browser.close()
    for complaint in visitors.complaints():
        print(complaint, file=sys.stderr)
    return int(bool(visitors.complaints()))


if __name__ == "__main__":
    sys.exit(main())
