"""A server of one's own on one file, the missed parcel: for tests that kill it, or look at what stands in the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.boards import PARCEL
from tests.server.running import Running, opened

__all__ = ["parcel_file", "parcel_server"]


@pytest.fixture
def parcel_file(tmp_path: Path) -> Path:
    """The file that the server was opened on."""
    path = tmp_path / "parcel.blueprint.yaml"
    path.write_text(PARCEL, "utf-8")
    return path


@pytest.fixture
def parcel_server(parcel_file: Path) -> Iterator[Running]:
    """`footlights open FILE` for one test, which may kill it."""
    with opened(parcel_file) as running:
        yield running
