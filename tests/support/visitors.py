"""People with a browser: each with a window of their own, whose complaints fail the test."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from browser import FLAGS, find_chrome
from webbuild import wheel_node

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Request

__all__ = ["Visitors", "assert_accessible", "browser", "page", "visitors"]

OURS = {"", "127.0.0.1", "localhost", "::1"}
HERE = {"about", "blob", "data", "file"}
# Nothing that differs from machine to machine, or moves while we look.
WINDOW: dict[str, Any] = {
    "viewport": {"width": 1280, "height": 800},
    "reduced_motion": "reduce",
    "color_scheme": "light",
    "locale": "en-GB",
    "timezone_id": "Europe/Amsterdam",
}


class Visitors:
    """Whoever looks at our pages in one test; `new` lets one more in."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self._complaints: list[str] = []
        self._expected: list[str] = []

    def new(self, **window: Any) -> Page:
        """A page for a new person, who shares nothing with the others; `window` replaces what WINDOW says."""
        context = self._browser.new_context(**{**WINDOW, **window})
        self._contexts.append(context)
        context.on("request", self._asked)
        context.on("weberror", lambda error: self._complaints.append(f"page error: {error.error}"))
        context.on("console", lambda said: self._complaints.append(f"console: {said.text}") if said.type == "error" else None)
        return context.new_page()

    def expect(self, pattern: str) -> None:
        """Complaints in which this regular expression is found are part of the test: a server that is gone, say."""
        self._expected.append(pattern)

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in HERE and address.hostname not in OURS:
            self._complaints.append(f"asked another host: {request.url}")

    def complaints(self) -> list[str]:
        """What went wrong in any window, beside what was expected."""
        return [said for said in self._complaints if not any(re.search(pattern, said) for pattern in self._expected)]

    def leave(self) -> None:
        for context in self._contexts:
            context.close()


def assert_accessible(page: Page, **options: Any) -> None:
    """Fail if axe finds anything on the page as it is now; options are axe's own (rules, runOnly)."""
    from axe_playwright_python.sync_playwright import Axe

    # without the list of all that is well, which on a board is thousands of elements long
    found = Axe().run(page, options={"resultTypes": ["violations"], **options})
    assert found.violations_count == 0, found.generate_report()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the whole run; a test that asks for it is marked `e2e`, and runs after all others."""
    node = wheel_node()
    if node:  # the one that builds the editor: Playwright's own needs a library that a bare Debian lacks
        os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(node[0]))
    from playwright.sync_api import sync_playwright

    found = find_chrome()
    if found is None:
        pytest.fail("no Chrome, Chromium or Edge: `python3 dev.py test` gets one, or set FOOTLIGHTS_CHROME")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def visitors(browser: Browser) -> Iterator[Visitors]:
    """Several people in one test; it fails if a page complains or asks another host for anything."""
    found = Visitors(browser)
    yield found
    found.leave()
    assert found.complaints() == []


@pytest.fixture
def page(visitors: Visitors) -> Page:
    """One person's page, of a fixed size, language and time zone."""
    return visitors.new()
