"""What every test may ask for: a browser, a database, and property tests that behave the same on every build server."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from tests.support.film import camera
from tests.support.parcel import parcel_file, parcel_server
from tests.support.postgres import fresh_database, postgres
from tests.support.visitors import browser, page, visitors

__all__ = ["browser", "camera", "fresh_database", "page", "parcel_file", "parcel_server", "postgres", "visitors"]

# On a build server the same examples each time, so that a red build is about the change; at night new ones.
settings.register_profile("ci", max_examples=200, deadline=None, derandomize=True, print_blob=True)
settings.register_profile("dev", max_examples=50, deadline=None, print_blob=True)
settings.register_profile("nightly", max_examples=5_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("FOOTLIGHTS_HYPOTHESIS") or ("ci" if os.environ.get("CI") else "dev"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` takes what comes out now as the golden files; `--film` films what can be filmed."""
    parser.addoption("--accept", action="store_true", help="accept the golden files as they come out now")
    parser.addoption("--film", action="store_true", help="write films of the first minutes to build/films, at a person's pace")


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """An async test runs on asyncio, as our server does; one loop for the whole run, so that async fixtures may be shared."""
    return "asyncio"


@pytest.hookimpl(tryfirst=True)  # before pytest chooses by mark
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that use a browser or PostgreSQL, and let those with a browser come last.

    Playwright keeps an event loop in the main thread from its start to the end of the run, and no async test could run
    after that. With several workers the tests of one page stay together, and so do those of the one database server.
    """
    for item in items:
        uses = set(getattr(item, "fixturenames", ()))
        if "browser" in uses:
            item.add_marker("e2e")
            item.add_marker(pytest.mark.xdist_group(f"e2e-{item.path.parent.name}-{item.path.stem}"))
        elif "postgres" in uses:
            item.add_marker(pytest.mark.xdist_group("pg"))
        if "postgres" in uses:
            item.add_marker("pg")
    # the longest of them comes first of them: at the end one worker would be at it alone
    items.sort(key=lambda item: ("browser" in getattr(item, "fixturenames", ()), item.path.stem != "test_together"))
