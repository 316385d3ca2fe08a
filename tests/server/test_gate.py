"""The one gate: who may do what, written down once more by hand, and every way in asks it."""

from __future__ import annotations

import pytest
from fastapi.routing import APIRoute

from footlights.live import Who
from footlights.server.gate import ACTIONS, Guest, may

#: The whole table, as the manual tells it.
EXPECTED = {
    "look": {"edit", "view"},
    "rename-self": {"edit", "view"},
    "change": {"edit"},
    "open-path": {"edit"},
    "make": {"edit"},
    "discard": {"edit"},
    "keep-version": {"edit"},
}

#: What every operation of the interface asks for; None is open to everybody.
OPERATIONS = {
    ("GET", "/healthz"): None,
    ("POST", "/api/session"): None,
    ("GET", "/api/openapi.json"): None,
    ("GET", "/api/session"): "look",
    ("PATCH", "/api/session"): "rename-self",
    ("DELETE", "/api/session"): "look",
    ("GET", "/api/documents"): "look",
    ("POST", "/api/documents"): "make",
    ("POST", "/api/open"): "open-path",
    ("GET", "/api/documents/{id}"): "look",
    ("PUT", "/api/documents/{id}"): "change",
    ("DELETE", "/api/documents/{id}"): "discard",
    ("POST", "/api/documents/{id}/revive"): "discard",
    ("GET", "/api/documents/{id}/file"): "look",
    ("PUT", "/api/documents/{id}/file"): "change",
    ("GET", "/api/documents/{id}/check"): "look",
    ("GET", "/api/documents/{id}/exports/{format}"): "look",
    ("GET", "/api/documents/{id}/versions"): "look",
    ("POST", "/api/documents/{id}/versions"): "keep-version",
    ("GET", "/api/documents/{id}/versions/{number}"): "look",
    ("GET", "/api/documents/{id}/versions/{number}/file"): "look",
    ("GET", "/api/documents/{id}/versions/{number}/exports/{format}"): "look",
    ("POST", "/api/documents/{id}/versions/{number}/restore"): "change",
    ("GET", "/api/documents/{id}/history"): "look",
    ("GET", "/api/documents/{id}/changes"): "look",
    ("GET", "/api/templates"): "look",
    ("GET", "/api/examples"): "look",
}


@pytest.mark.parametrize("action", EXPECTED)
@pytest.mark.parametrize("grant", ["edit", "view", "", "owner"])
def test_who_may_do_what(action: str, grant: str) -> None:
    assert may(Guest(Who("1", "Ann"), grant, "bearer"), action, "a") is (grant in EXPECTED[action])
    assert may(None, action, "a") is False


def test_only_a_program_opens_other_files() -> None:
    assert may(Guest(Who("1", "Ann"), "edit", "bearer"), "open-path")
    assert not may(Guest(Who("1", "Ann"), "edit", "cookie"), "open-path")


def test_the_table_is_whole() -> None:
    assert {action: set(grants) for action, grants in ACTIONS.items()} == EXPECTED
    assert may(Guest(Who("1", "Ann"), "edit"), "something new") is False


def operations() -> dict[tuple[str, str], str | None]:
    """What each operation asks the gate for, read from the routes themselves."""
    from footlights.server import catalogue, documents, exports, sessions, versions

    found: dict[tuple[str, str], str | None] = {}
    for part in (catalogue, documents, exports, sessions, versions):
        for route in part.router.routes:
            assert isinstance(route, APIRoute)
            asked = [one.call.__name__ for one in route.dependant.dependencies if one.call and one.call.__name__.startswith("asks_")]
            assert len(asked) <= 1
            for method in route.methods:
                found[method, route.path] = asked[0].removeprefix("asks_") if asked else None
    return found


def test_every_operation_asks_what_it_should() -> None:
    there = operations()
    assert there == {key: asked for key, asked in OPERATIONS.items() if key[1] != "/api/openapi.json"}
