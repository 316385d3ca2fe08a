"""What every test may ask for: a browser, and property tests that behave the same on every build server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from browser import FLAGS, find_chrome

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# On a build server the same examples each time, so that a red build is about the change; at night new ones.
settings.register_profile("ci", max_examples=200, deadline=None, derandomize=True, print_blob=True)
settings.register_profile("dev", max_examples=50, deadline=None, print_blob=True)
settings.register_profile("nightly", max_examples=5_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("FOOTLIGHTS_HYPOTHESIS") or ("ci" if os.environ.get("CI") else "dev"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` takes what comes out now as the golden files."""
    parser.addoption("--accept", action="store_true", help="accept the golden files as they come out now")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the whole run; a test that asks for it is marked `e2e`."""
    from playwright.sync_api import sync_playwright

    found = find_chrome()
    if found is None:
        pytest.fail("no Chrome, Chromium or Edge: `python3 dev.py test` gets one, or set FOOTLIGHTS_CHROME")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page of a fixed size, language and time zone; the test fails if the page complains."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800},
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="Europe/Amsterdam",
    )
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    yield opened
    context.close()
    assert complaints == []
