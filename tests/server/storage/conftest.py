"""Each test of the store runs on both databases."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from footlights.server.storage import Store, open_store
from tests.support.postgres import Database, Postgres


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'footlights.sqlite'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    made: Database = server.create()
    yield made.plain
    server.drop(made)


@pytest.fixture
async def store(address: str) -> AsyncIterator[Store]:
    """An empty store."""
    opened = await open_store(address)
    yield opened
    await opened.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The half of these tests that uses PostgreSQL."""
    for item in items:
        if "address" in getattr(item, "fixturenames", ()) and "postgres" in item.name:
            item.add_marker("pg")
            item.add_marker(pytest.mark.xdist_group("pg"))
