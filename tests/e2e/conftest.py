"""One server for all tests of a worker, on a folder of its own; documents and people are made for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.server.running import Running, opened

from .company import Company

if TYPE_CHECKING:
    from tests.support.visitors import Visitors


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the shared server was opened on."""
    return tmp_path_factory.mktemp("blueprints")


@pytest.fixture(scope="session")
def server(folder: Path) -> Iterator[Running]:
    """`footlights open FOLDER`, shared by the tests that leave it as it is."""
    with opened(folder) as running:
        yield running


@pytest.fixture
def company(server: Running, visitors: Visitors) -> Company:
    """Lets people in, with new documents on the shared server."""
    return Company(server, visitors)
