"""The guard: other sites, other names, bodies too large or of the wrong kind, haste, and what every answer carries."""

from __future__ import annotations

import asyncio
import json
import logging

import pytest
from starlette.types import Message

from footlights.server import Limits

from .conftest import BLUEPRINT, TOKEN, URL, Inside, Inviting

#: Pages of others, and things that look like ours.
ORIGINS = [
    "https://evil.example", "http://127.0.0.1:8474", "https://127.0.0.1:8473", "http://localhost", "null", "http://127.0.0.1:8473.evil.example",
    "http://evil.example#http://127.0.0.1:8473", "file://",
]  # fmt: skip
#: Names that lead here, but are not ours: DNS can be rebound to any address.
HOSTS = ["evil.example", "evil.example:8473", "127.0.0.1:8474", "127.0.0.1.nip.example:8473", "", "127.0.0.1:8473@evil.example"]
UNSAFE = [
    ("POST", "/api/session"), ("PATCH", "/api/session"), ("DELETE", "/api/session"), ("POST", "/api/documents"), ("PUT", "/api/documents/{id}"),
    ("DELETE", "/api/documents/{id}"), ("POST", "/api/documents/{id}/revive"), ("PUT", "/api/documents/{id}/file"),
    ("POST", "/api/open"), ("POST", "/api/documents/{id}/versions"), ("POST", "/api/documents/{id}/versions/1/restore"),
]  # fmt: skip


async def cookie_of(server: Inside) -> str:
    """What a browser that has signed in sends."""
    async with server.client(None, Origin=URL) as client:
        said = await client.post("/api/session", json={"token": TOKEN, "name": "Ann"})
        return said.headers["Set-Cookie"].partition(";")[0]


async def test_no_foreign_page_and_no_foreign_name_gets_anything(inside: Inviting) -> None:
    accepted: list[tuple[object, ...]] = []
    async with inside() as server:
        cookie = await cookie_of(server)
        async with server.client() as client:
            id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        for origin in ORIGINS:
            for host in ["127.0.0.1:8473", *HOSTS]:
                async with server.client(None, Origin=origin, Host=host, Cookie=cookie) as client:
                    for method, path in [*UNSAFE, ("GET", "/api/documents"), ("GET", "/api/documents/{id}/file")]:
                        said = await client.request(method, path.format(id=id), json={"token": TOKEN, "name": "x"})
                        if said.status_code != 403:
                            accepted.append((origin, host, method, path, said.status_code))
        for host in HOSTS:
            async with server.client(TOKEN, Host=host) as client:
                answers = [(path, await client.get(path)) for path in ("/", "/healthz", "/api/documents", "/assets/x.js")]
                accepted += [(host, path) for path, said in answers if said.status_code != 403]
        async with server.client() as client:
            assert (await client.get(f"/api/documents/{id}")).json()["seq"] == 1
            assert len((await client.get("/api/documents")).json()["items"]) == 1
    assert accepted == []


@pytest.mark.parametrize(("method", "path"), UNSAFE)
async def test_a_browser_must_say_which_page_it_comes_from(method: str, path: str, inside: Inviting) -> None:
    async with inside() as server:
        cookie = await cookie_of(server)
        async with server.client(None, Cookie=cookie) as client:
            said = await client.request(method, path.format(id="x"), json={})
            assert (said.status_code, said.json()["code"]) == (403, "foreign-origin")
            own = await client.request(method, path.format(id="x"), json={}, headers={"Sec-Fetch-Site": "same-origin"})
            assert "foreign-origin" not in own.text
            other = await client.request(method, path.format(id="x"), json={}, headers={"Sec-Fetch-Site": "same-site"})
            assert other.json()["code"] == "foreign-origin"


async def test_our_own_pages_come_in_by_each_of_our_names(inside: Inviting) -> None:
    async with inside() as server:
        for host in ("127.0.0.1:8473", "localhost:8473", "[::1]:8473", "LOCALHOST:8473"):
            async with server.client(None, Origin=f"http://{host}", Host=host) as client:
                assert (await client.post("/api/session", json={"token": TOKEN})).status_code == 200


async def test_nothing_is_said_to_who_is_not_signed_in(inside: Inviting) -> None:
    from .test_gate import OPERATIONS

    async with inside() as server, server.client() as knowing:
        id = (await knowing.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        for token in (None, "wrong", TOKEN[:-1]):
            async with server.client(token, Origin=URL) as client:
                for (method, path), asked in OPERATIONS.items():
                    if asked is not None:
                        said = await client.request(method, path.format(id=id, number=1, format="svg"), json={})
                        assert (said.status_code, said.json()["code"]) == (401, "not-signed-in"), (method, path)


async def test_nothing_is_read_of_who_is_not_signed_in(inside: Inviting) -> None:
    async with inside() as server, server.client(None, Origin=URL) as client:
        for body in (b"\x80", b"{", b"[" * 100_000, b"x" * 1_000_000):
            said = await client.post("/api/documents", content=body, headers={"Content-Type": "application/json"})
            assert said.status_code == 401
            said = await client.get("/api/nope")
            assert said.status_code == 401, "not even what there is"
        said = await client.post("/api/session", content=b"x" * 10_001, headers={"Content-Type": "application/json"})
        assert said.status_code == 413


async def test_who_may_look_can_only_look(inside: Inviting) -> None:
    from .test_gate import EXPECTED, OPERATIONS

    async with inside() as server, server.client() as knowing:
        id = (await knowing.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        await knowing.post(f"/api/documents/{id}/versions", json={"name": "One"})
        async with server.client(server.view_token) as client:
            for (method, path), asked in OPERATIONS.items():
                if asked is not None:
                    said = await client.request(
                        method, path.format(id=id, number=1, format="svg"), json={"name": "x"}, headers={"If-Match": '"1"'}
                    )
                    allowed = "view" in EXPECTED[asked]
                    assert (said.status_code < 400) is allowed, (method, path, said.text)
                    assert allowed or said.json()["code"] == "not-allowed"
        assert (await knowing.get(f"/api/documents/{id}")).json()["seq"] == 1
        assert len((await knowing.get(f"/api/documents/{id}/versions")).json()["items"]) == 1


async def test_what_every_answer_carries(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        for path in ("/", "/healthz", "/api/documents", "/api/documents/nope", "/api/nope", "/nope.js", "/d/x", "/api/openapi.json"):
            said = (await client.get(path)).headers
            policy = dict(part.strip().partition(" ")[::2] for part in said["Content-Security-Policy"].split(";"))
            assert policy["default-src"] == "'self'", path
            assert policy["script-src"] == policy["style-src"] == "'self'"
            assert policy["frame-ancestors"] == policy["base-uri"] == policy["object-src"] == "'none'"
            assert "unsafe" not in said["Content-Security-Policy"]
            assert {source for source in policy["connect-src"].split() if source != "'self'"} == {
                "ws://127.0.0.1:8473", "ws://localhost:8473",
            }  # fmt: skip
            assert said["X-Content-Type-Options"] == "nosniff"
            assert said["Referrer-Policy"] == "no-referrer"
            assert said["Cross-Origin-Opener-Policy"] == said["Cross-Origin-Resource-Policy"] == "same-origin"
            assert "Permissions-Policy" in said
            assert "Access-Control-Allow-Origin" not in said
            assert "Server" not in said
            if path.startswith("/api"):
                assert said["Cache-Control"] == "private, no-store"
        refused = await client.get("/api/documents", headers={"Host": "evil.example"})
        assert "Content-Security-Policy" in refused.headers


async def test_a_body_too_large_is_refused_before_it_is_read(inside: Inviting) -> None:
    read = 0

    async def endless() -> Message:
        nonlocal read
        read += 1
        return {"type": "http.request", "body": b"x" * 100_000, "more_body": True}

    async with inside(limits=Limits(body=1_000_000)) as server:
        for length, most in ((b"1000000000", 0), (None, 12)):
            said: list[Message] = []
            read = 0

            async def send(message: Message, said: list[Message] = said) -> None:
                said.append(message)

            headers = [(b"host", b"127.0.0.1:8473"), (b"authorization", f"Bearer {TOKEN}".encode()), (b"content-type", b"text/yaml")]
            headers += [(b"content-length", length)] if length else [(b"transfer-encoding", b"chunked")]
            scope = {
                "type": "http", "method": "PUT", "path": "/api/documents/x", "raw_path": b"", "query_string": b"", "headers": [*headers, (b"if-match", b'"1"')],
                "scheme": "http", "http_version": "1.1", "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 8473), "root_path": "",
            }  # fmt: skip
            await server.app(scope, endless, send)
            assert said[0]["status"] == 413
            assert json.loads(said[1]["body"])["code"] == "too-large"
            assert (b"connection", b"close") in [(name.lower(), value) for name, value in said[0]["headers"]]
            assert read <= most


async def test_odd_lengths_are_refused(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        for length in ("-1", "1e9", "٣", "1, 2"):
            said = await client.put(
                "/api/documents/x", content=b"", headers={"Content-Length": length.encode(), "Content-Type": "text/yaml"}
            )
            assert said.status_code == 413


async def test_haste_is_answered_with_when_to_come_back(inside: Inviting) -> None:
    async with inside(limits=Limits(requests_per_s=1.0, requests_at_once=5)) as server, server.client() as client:
        said = await asyncio.gather(*(client.get("/api/documents") for _ in range(8)))
        assert sorted(one.status_code for one in said) == [200] * 5 + [429] * 3
        late = next(one for one in said if one.status_code == 429)
        assert (late.json()["code"], late.headers["Retry-After"]) == ("too-fast", "1")
        assert (await client.get("/healthz")).status_code == 200, "whether it is up can always be asked"
        async with server.client(server.view_token) as other:
            assert (await other.get("/api/documents")).status_code == 200, "others are not held up"


async def test_tokens_can_not_be_guessed_in_haste(inside: Inviting) -> None:
    async with inside() as server, server.client(None, Origin=URL) as client:
        answers = [(await client.post("/api/session", json={"token": f"guess {n}"})).status_code for n in range(200)]
        assert answers.count(401) == 10
        assert answers.count(429) == 190
        assert (await client.post("/api/session", json={"token": TOKEN})).status_code == 429, "nor can the right one be told from the rest"


async def test_signing_in_often_is_no_offence(inside: Inviting) -> None:
    async with inside() as server, server.client(None, Origin=URL) as client:
        assert {(await client.post("/api/session", json={"token": TOKEN})).status_code for _ in range(40)} == {200}


async def test_a_fault_of_ours_tells_a_number_and_nothing_else(
    inside: Inviting, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("FOOTLIGHTS_DEBUG", raising=False)
    async with inside() as server, server.client() as client:

        async def broken(*_: object, **__: object) -> None:
            raise KeyError("canary: what somebody wrote, at /home/somebody")

        monkeypatch.setattr(server.house, "documents", broken)
        with caplog.at_level(logging.DEBUG):
            said = await client.get("/api/documents")
    assert (said.status_code, said.json()["code"]) == (500, "fault-of-ours")
    assert "canary" not in said.text
    assert "Traceback" not in said.text
    assert "KeyError" not in said.text
    assert said.json()["trace"] in caplog.text
    assert "KeyError at tests" in caplog.text or "KeyError at footlights/" in caplog.text
    assert "canary" not in caplog.text


async def test_one_shape_for_every_refusal(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        for said in (
            await client.get("/api/nope"),
            await client.request("POST", "/healthz", json={}),
            await client.request("TRACE", "/api/documents"),
            await client.get("/api/documents?limit=x"),
            await client.post("/api/documents", content=b"{", headers={"Content-Type": "application/json"}),
            await client.get("/x.js"),
        ):
            assert said.headers["Content-Type"] == "application/problem+json", said.request.url
            assert set(said.json()) >= {"type", "title", "status", "detail", "hint", "code", "trace"}
            assert said.json()["status"] == said.status_code


async def test_signed_in_as_whom(inside: Inviting) -> None:
    async with inside() as server:
        cookie = await cookie_of(server)
        async with server.client(None, Origin=URL, Cookie=cookie) as client:
            first = (await client.get("/api/session")).json()
            assert (first["who"]["name"], first["may"], first["mode"]) == ("Ann", "edit", "serve")
            renamed = await client.patch("/api/session", json={"name": " Ann\u202e<b>  de Vries "})
            assert renamed.json()["who"] == {"id": first["who"]["id"], "name": "Ann <b> de Vries"}
            out = await client.delete("/api/session")
            assert out.status_code == 204
            assert "Max-Age=0" in out.headers["Set-Cookie"]
        assert cookie.partition("=")[0] == "footlights-8473"
        async with server.client(None, Origin=URL, Cookie=cookie + "x") as client:
            assert (await client.get("/api/session")).status_code == 401
