"""Pages that follow from the server's interface: its description for programs (OpenAPI), and the page of the manual."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from reference import WRITTEN, page, table

ROOT = Path(__file__).resolve().parent.parent
#: The parts of the page, in the order of a first acquaintance: a tag and its heading.
PARTS = {
    "session": "Signing in",
    "documents": "Documents",
    "versions": "Versions and history",
    "exports": "Exports",
    "findings": "Findings and the plan",
    "atlas": "The atlas",
    "beginnings": "Templates and examples",
}


@cache
def description() -> dict[str, Any]:
    """What GET /api/openapi.json answers. The version is left out: it changes without the interface."""
    from footlights.server import House, Settings, make_app, openapi

    settings = Settings(mode="serve", token="x" * 20, home=ROOT, database="")
    said = openapi(make_app(House(settings)))
    return {**said, "info": {**said["info"], "version": "1"}}


def for_programs() -> str:
    """schema/openapi.json."""
    return json.dumps(description(), ensure_ascii=False, indent=2) + "\n"


def for_people() -> str:
    """docs/reference/http.md."""
    from footlights.server import CODES

    template = (ROOT / "scripts" / "templates" / "http.md").read_text("utf-8")
    head, _, rest = template.partition("\n")
    problems = "\n".join(table(("code", "status", "title"), ((f"`{code}`", str(status), title) for code, (status, title) in CODES.items())))
    parts = "\n".join(line for tag, title in PARTS.items() for line in part(tag, title))
    return page(f"{head}\n\n{WRITTEN}\n{rest.replace('{{problems}}', problems).replace('{{operations}}', parts)}".rstrip("\n"))


def part(tag: str, title: str) -> Iterator[str]:
    """A heading with its operations below it."""
    yield f"## {title}\n"
    for path, methods in description()["paths"].items():
        for method, operation in methods.items():
            if operation["tags"][0] == tag:
                yield from told(method, path, operation)


def told(method: str, path: str, operation: dict[str, Any]) -> Iterator[str]:
    """One operation: what it does, what it may be told, what it takes and gives."""
    yield f"### {operation['summary']}\n\n`{method.upper()} {path}`\n\n{operation['description']}\n"
    asked = [one for one in operation.get("parameters", ()) if one["in"] == "query"]
    if asked:
        rows = ((f"`{one['name']}`", one.get("description", ""), default_of(one["schema"])) for one in asked)
        yield "\n".join(table(("in the address", "meaning", "without it"), rows)) + "\n"
    taken, given = (
        fields(operation.get("requestBody", {})),
        fields(operation["responses"].get("200") or operation["responses"].get("201") or {}),
    )
    if taken:
        yield f"Takes JSON: {taken}.\n"
    if given:
        yield f"Gives JSON: {given}.\n"


def default_of(schema: dict[str, Any]) -> str:
    """What counts when a parameter is left out."""
    default = schema.get("default")
    return "" if default is None or default == "" else f"`{json.dumps(default).strip(chr(34))}`"


def fields(body: dict[str, Any]) -> str:
    """The names of the fields in a body; "" when it is no JSON of ours."""
    schema = body.get("content", {}).get("application/json", {}).get("schema", {})
    listed = schema.get("type") == "array"
    reference = (schema["items"] if listed else schema).get("$ref", "")
    if not reference:
        return ""
    known = description()["components"]["schemas"][reference.rpartition("/")[2]]["properties"]
    names = ", ".join(f"`{name}`" for name in known)
    return f"a list of {names}" if listed else names
