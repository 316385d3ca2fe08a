"""The pages about the interface say all of it."""

from __future__ import annotations

import json

import interface
from footlights.server import CODES


def test_every_operation_has_its_place_on_the_page() -> None:
    page = interface.for_people()
    for path, methods in interface.description()["paths"].items():
        for method, operation in methods.items():
            if path != "/healthz":
                assert f"### {operation['summary']}\n\n`{method.upper()} {path}`\n" in page
                assert operation["description"] in page
    assert "{{" not in page


def test_every_code_has_its_line() -> None:
    page = interface.for_people()
    assert all(f"| `{code}` | {status} | {title} |" in page for code, (status, title) in CODES.items())


def test_the_description_is_the_one_that_is_served_but_for_the_version() -> None:
    said = json.loads(interface.for_programs())
    assert said["info"]["version"] == "1"
    assert "/api/documents/{id}/exports/{format}" in said["paths"]
    assert "x" * 20 not in interface.for_programs()
