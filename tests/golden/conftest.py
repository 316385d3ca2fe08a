"""One golden runner for the whole run, so that a failing one makes one page."""

import pytest

from tests.golden.runner import Golden


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares with accepted files; `--accept` accepts what comes out now."""
    return Golden(request.config.getoption("--accept"))
