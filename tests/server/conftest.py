"""A server within the test, asked by httpx without a network, and one in a process of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from footlights.server import House, Limits, Settings, make_app

TOKEN = "canary-token-0123456789abcdef"
URL = "http://127.0.0.1:8473"

BLUEPRINT = """\
# what stands behind a hash stays
footlights: 1
title: A shine # the title
language: en
actors:
  shiner: {name: Shiner}
phases:
- id: sit
  title: Sit
  steps:
  - id: sits-down
    does: Sits down
    feels: 1
    frontstage:
    - id: brush
      does: Brushes the shoes # with care
      by: shiner
- id: go
  title: Go
  steps:
  - id: pays
    does: Pays
"""


@dataclass
class Inside:
    """A server within the test: its house, its application, and clients for it."""

    house: House
    app: FastAPI

    def client(self, token: str | None = TOKEN, **headers: str) -> httpx.AsyncClient:
        """A client that sends a token (None: none) and other headers with each request."""
        told = {"Authorization": f"Bearer {token}", **headers} if token is not None else headers
        return httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url=URL, headers=told, timeout=30)

    @property
    def view_token(self) -> str:
        """The token with which one may only look."""
        return self.house.doorkeeper.tokens["view"]


Inviting = Callable[..., AbstractAsyncContextManager[Inside]]


@pytest.fixture
def inside(tmp_path: Path) -> Inviting:
    """`async with inside() as server:` is a server on a database, `inside(path)` one that edits files."""

    @asynccontextmanager
    async def made(target: Path | None = None, limits: Limits | None = None) -> AsyncIterator[Inside]:
        home = tmp_path / "home"
        home.mkdir(exist_ok=True)
        database = f"sqlite:///{home / 'footlights.sqlite'}"
        mode = "open" if target is not None else "serve"
        house = House(Settings(mode=mode, token=TOKEN, home=home, database=database, limits=limits or Limits()), target)
        app = make_app(house)
        async with app.router.lifespan_context(app):
            yield Inside(house, app)

    return made
