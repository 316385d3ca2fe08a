"""The interface as it describes itself: every answer has the shape that OpenAPI promises, whatever is asked, and nothing breaks it."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import httpx
import jsonschema
import pytest
from anyio import from_thread, to_thread
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footlights.server import openapi

from .conftest import BLUEPRINT, URL, Inviting

ODD_TEXTS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            "",
            "0",
            "-1",
            "null",
            "../..",
            "%00",
            "a" * 300,
            "1e309",
            "NaN",
            "it-incident",
            "blueprint",
            "svg",
            "en",
            "1",
            '"1"',
            "\u202e",
            "💥",
        ]
    ),
)
ODD_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | ODD_TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ODD_TEXTS, inner, max_size=3),
    max_leaves=8,
)


async def test_it_describes_itself_soundly(inside: Inviting) -> None:
    async with inside() as server, server.client(None) as client:
        said = (await client.get("/api/openapi.json")).json()
    assert said["openapi"].startswith("3.1")
    operations = [one for path in said["paths"].values() for one in path.values()]
    assert len({one["operationId"] for one in operations}) == len(operations) >= 24
    assert all(one["summary"] and one["description"] for one in operations)
    assert "HTTPValidationError" not in json.dumps(said)
    assert all("default" in one["responses"] for one in operations)
    for name, schema in said["components"]["schemas"].items():
        jsonschema.Draft202012Validator.check_schema(schema)
        assert schema.get("description"), name
        if name.startswith("New"):
            assert schema["additionalProperties"] is False


def fits(description: dict[str, Any], operation: dict[str, Any], said: httpx.Response) -> None:
    """Fail when an answer is none of those that the operation promises."""
    assert said.status_code < 500, said.text
    promised = operation["responses"].get(str(said.status_code)) or operation["responses"]["default"]
    kind = said.headers.get("Content-Type", "").partition(";")[0]
    if said.status_code >= 400:
        assert kind == "application/problem+json"
    content = promised.get("content", {})
    if kind.endswith("json") and kind in content:
        schema = {**content[kind]["schema"], "components": description["components"]}
        jsonschema.validate(said.json(), schema, jsonschema.Draft202012Validator)


def request(path: str, operation: dict[str, Any], data: st.DataObject, known: dict[str, str]) -> tuple[str, dict[str, Any]]:
    """A path and the rest of a request, made of what the operation knows and of what nobody expects."""
    filled, query = path, {}
    for parameter in operation.get("parameters", ()):
        name = parameter["name"]
        if parameter["in"] == "path":
            likely = st.just(known.get(name, "1"))
            value = data.draw(likely | likely | ODD_TEXTS.filter(lambda text: text.strip("./") != ""))
            filled = filled.replace(f"{{{name}}}", quote(value, safe=""))
        elif parameter["in"] == "query" and data.draw(st.booleans()):
            query[name] = data.draw(ODD_TEXTS)
    headers = {"If-Match": data.draw(st.sampled_from(['"1"', '"0"', "x", "*"]))} if data.draw(st.booleans()) else {}
    content: bytes | None = None
    if "requestBody" in operation:
        headers["Content-Type"] = data.draw(st.sampled_from([*operation["requestBody"]["content"], "text/plain", ""]))
        fields = st.sampled_from(["title", "name", "token", "text", "template", "example", "id", "language", "x"])
        bodies = st.dictionaries(fields, ODD_VALUES, max_size=4) | ODD_VALUES
        content = data.draw(st.just(BLUEPRINT.encode()) | bodies.map(lambda body: json.dumps(body).encode()) | st.binary(max_size=40))
    return filled, {"params": query, "headers": headers, "content": content}


async def answered(client: httpx.AsyncClient, method: str, path: str, rest: dict[str, Any]) -> httpx.Response:
    """The answer to one request."""
    return await client.request(method.upper(), path, **rest)


@pytest.mark.parametrize("grant", ["edit", "view", "none"])
async def test_whatever_is_asked_the_answer_is_one_of_those_promised(grant: str, inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        description = openapi(server.app)
        operations = [(method, path, one) for path, methods in description["paths"].items() for method, one in methods.items()]
        id = (await client.post("/api/documents", json={"text": BLUEPRINT, "id": "known"})).json()["id"]
        await client.post(f"/api/documents/{id}/versions", json={"name": "One"})
        token = {"edit": None, "view": server.view_token, "none": "wrong"}[grant] or server.house.settings.token
        known = {"id": id, "number": "1", "format": "svg"}
        before = (await client.get(f"/api/documents/{id}")).json()["seq"]

        @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
        @given(st.data())
        def run(data: st.DataObject) -> None:
            method, path, operation = data.draw(st.sampled_from(operations))
            said = from_thread.run(answered, asking, method, *request(path, operation, data, known))
            fits(description, operation, said)
            if grant == "none" and path.startswith("/api/") and path != "/api/session":
                assert said.status_code in (401, 404, 405, 415, 422, 429), (method, path, said.text)

        async with server.client(token, Origin=URL) as asking:
            await to_thread.run_sync(run)
        if grant != "edit":
            assert (await client.get(f"/api/documents/{id}")).json()["seq"] == before
            assert [one["id"] for one in (await client.get("/api/documents")).json()["items"]] == [id]
