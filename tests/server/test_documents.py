"""Documents over HTTP: the list, making, reading, writing with the state that was read, putting away."""

from __future__ import annotations

import json

import pytest

from footlights import files
from footlights.server import catalogue

from .conftest import BLUEPRINT, Inviting

YAML = {"Content-Type": "text/yaml"}


async def test_from_nothing_to_a_list(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        assert (await client.get("/api/documents")).json() == {"items": [], "next": None}
        made = await client.post("/api/documents", json={"text": BLUEPRINT})
        assert made.status_code == 201
        row = made.json()
        assert (row["title"], row["language"], row["steps"], row["phases"], row["file"], row["gone"]) == (
            "A shine",
            "en",
            2,
            2,
            None,
            False,
        )
        assert made.headers["Location"] == f"/api/documents/{row['id']}"
        listed = (await client.get("/api/documents")).json()["items"]
        assert [one["id"] for one in listed] == [row["id"]]


async def test_a_document_says_what_its_text_said(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        said = (await client.get(f"/api/documents/{id}")).json()
        wanted = files.read(BLUEPRINT).blueprint
        assert wanted is not None
        assert said["document"] == json.loads(json.dumps(files.as_values(wanted)))
        text = await client.get(f"/api/documents/{id}/file")
        assert files.read(text.text).blueprint == wanted
        assert text.headers["Content-Type"] == "text/yaml; charset=utf-8"
        assert text.headers["ETag"] == said["etag"]


@pytest.mark.parametrize("name", [one.name for one in catalogue.beginnings()])
async def test_every_example_goes_in_and_comes_out_whole(name: str, inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"example": name})).json()["id"]
        text = (await client.get(f"/api/documents/{id}/file")).text
        wanted = files.read(catalogue.example_text(name) or "").blueprint
        assert files.read(text).blueprint == wanted
        values = (await client.get(f"/api/documents/{id}")).json()
        written = await client.put(f"/api/documents/{id}", json=values["document"], headers={"If-Match": values["etag"]})
        assert written.json() == {"id": id, "seq": values["seq"], "etag": values["etag"], "changed": False}


@pytest.mark.parametrize(
    ("wished", "title", "steps"),
    [
        ({}, "", 0),
        ({"title": "Mine"}, "Mine", 0),
        ({"template": "blank"}, "What this journey is called", 2),
        ({"template": "blank", "language": "nl", "title": "Mijn reis"}, "Mijn reis", 2),
        ({"example": "shoeshine", "title": "Shoes"}, "Shoes", None),
        ({"id": "my-own-id"}, "", 0),
    ],
)
async def test_beginnings(wished: dict[str, str], title: str, steps: int | None, inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        made = (await client.post("/api/documents", json=wished)).json()
        assert made["title"] == title
        assert made["id"] == wished.get("id", made["id"])
        assert steps is None or made["steps"] == steps


@pytest.mark.parametrize(
    ("wished", "status", "code"),
    [
        ({"template": "nope"}, 404, "no-such-example"),
        ({"example": "../../etc/passwd"}, 422, "invalid"),
        ({"example": "shoeshine", "template": "blank"}, 422, "invalid"),
        ({"text": "title: ["}, 422, "faulty-document"),
        ({"text": "footlights: 1\nphases: [{steps: [{frontstage: [{does: x, by: nobody}]}]}]"}, 422, "faulty-document"),
        ({"seq": 5}, 422, "invalid"),
        ({"made_by": "somebody else"}, 422, "invalid"),
        ({"id": "../x"}, 422, "invalid"),
        ({"id": "UPPER"}, 422, "invalid"),
        ({"title": 5}, 422, "invalid"),
        ([], 422, "invalid"),
    ],
)
async def test_what_is_no_beginning(wished: object, status: int, code: str, inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        said = await client.post("/api/documents", json=wished)
        assert (said.status_code, said.json()["code"]) == (status, code)
        assert said.headers["Content-Type"] == "application/problem+json"
        assert (await client.get("/api/documents")).json()["items"] == []


async def test_an_id_is_taken_once(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        assert (await client.post("/api/documents", json={"id": "mine"})).status_code == 201
        again = await client.post("/api/documents", json={"id": "mine", "title": "Other"})
        assert (again.status_code, again.json()["code"]) == (409, "taken")


async def test_writing_needs_the_state_that_was_read(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        read = await client.get(f"/api/documents/{id}/file")
        other = BLUEPRINT.replace("Pays", "Pays in coins")
        without = await client.put(f"/api/documents/{id}/file", content=other, headers=YAML)
        assert (without.status_code, without.json()["code"]) == (428, "base-needed")
        for wrong in ('"99"', "*", "", "x", '"1" , "2"', '"-1"', '"' + "9" * 400 + '"', '"²"'):
            refused = await client.put(f"/api/documents/{id}/file", content=other, headers={**YAML, "If-Match": wrong.encode("utf-8")})
            assert (refused.status_code, refused.json()["code"]) == (412, "stale"), wrong
        written = await client.put(f"/api/documents/{id}/file", content=other, headers={**YAML, "If-Match": read.headers["ETag"]})
        assert written.json()["changed"] is True
        assert written.json()["seq"] > 1
        late = await client.put(f"/api/documents/{id}/file", content=BLUEPRINT, headers={**YAML, "If-Match": read.headers["ETag"]})
        assert (late.status_code, late.json()["seq"]) == (412, written.json()["seq"])
        assert late.headers["ETag"] == written.json()["etag"]
        now = await client.get(f"/api/documents/{id}/file")
        assert "Pays in coins" in now.text, "the late one changed nothing"
        assert now.headers["ETag"] == written.json()["etag"]


async def test_two_who_write_at_once_never_both_win(inside: Inviting) -> None:
    import asyncio

    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        etag = (await client.get(f"/api/documents/{id}")).json()["etag"]

        async def write(title: str) -> int:
            text = BLUEPRINT.replace("title: A shine", f"title: {title}")
            return (await client.put(f"/api/documents/{id}/file", content=text, headers={**YAML, "If-Match": etag})).status_code

        assert sorted(await asyncio.gather(*(write(f"Number {n}") for n in range(5)))) == [200, 412, 412, 412, 412]


async def test_while_it_can_not_be_saved_nobody_is_told_that_it_was(inside: Inviting, monkeypatch: pytest.MonkeyPatch) -> None:
    from footlights.live import CannotSave, Room

    async def full(*_: object) -> int:
        raise CannotSave("disk-full", "/secret/place")

    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        with monkeypatch.context() as patched:
            patched.setattr(Room, "change", full)
            said = await client.put(f"/api/documents/{id}/file", content=BLUEPRINT, headers={**YAML, "If-Match": '"1"'})
        assert (said.status_code, said.json()["code"], said.headers["Retry-After"]) == (503, "cannot-save", "5")
        assert "disk-full" in said.json()["detail"]
        assert "secret" not in said.text
        assert (await client.get(f"/api/documents/{id}")).status_code == 200, "reading goes on"


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("a: [", "text/yaml", 422),
        ("", "text/yaml", 422),
        ("{", "application/json", 400),
        ("[" * 100_000, "application/json", 400),
        ("[1]", "application/json", 422),
        ("{}", "application/json", 422),
        (b"\xff\xfe\x00", "text/yaml", 400),
        ("a=1", "application/x-www-form-urlencoded", 415),
        ("x", "text/plain", 415),
        ("x", "", 415),
        ("title: x\ntitle: y\nfootlights: 1", "text/yaml", 422),
        ("footlights: 1\ntitle: &a [*a]", "text/yaml", 422),
    ],
)
async def test_bodies_that_are_no_blueprint(body: str | bytes, kind: str, status: int, inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        said = await client.put(f"/api/documents/{id}", content=body, headers={"Content-Type": kind, "If-Match": '"1"'})
        assert said.status_code == status, said.text
        assert (await client.get(f"/api/documents/{id}")).json()["seq"] == 1


async def test_faults_are_told_with_their_lines(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        said = (await client.post("/api/documents", json={"text": BLUEPRINT.replace("by: shiner", "by: nobody")})).json()
        assert said["code"] == "faulty-document"
        fault = next(one for one in said["diagnostics"] if one["severity"] == "error")
        assert (fault["line"], fault["slug"]) == (17, "unknown-actor")


async def test_put_away_and_brought_back(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        assert (await client.delete(f"/api/documents/{id}")).status_code == 204
        assert (await client.get("/api/documents")).json()["items"] == []
        assert [one["id"] for one in (await client.get("/api/documents?gone=true")).json()["items"]] == [id]
        assert (await client.get(f"/api/documents/{id}")).json()["code"] == "no-such-document"
        assert (await client.post(f"/api/documents/{id}/revive")).json()["gone"] is False
        assert (await client.get(f"/api/documents/{id}")).json()["document"]["title"] == "A shine"
        kinds = [one["kind"] for one in (await client.get(f"/api/documents/{id}/versions")).json()["items"]]
        assert kinds == ["safety"]


async def test_pages_and_searching(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        for number in range(7):
            await client.post("/api/documents", json={"title": f"Service {number}", "id": f"service-{number}"})
        seen, after = [], None
        while True:
            page = (await client.get("/api/documents", params={"limit": 3, **({"after": after} if after else {})})).json()
            seen += [one["id"] for one in page["items"]]
            after = page["next"]
            if after is None:
                break
        assert sorted(seen) == [f"service-{n}" for n in range(7)]
        assert len(seen) == 7
        found = (await client.get("/api/documents?search=service 3")).json()["items"]
        assert [one["id"] for one in found] == ["service-3"]
        for wrong in ("limit=0", "limit=201", "limit=x", f"after={'9' * 300}"):
            assert (await client.get(f"/api/documents?{wrong}")).status_code == 422
        assert (await client.get("/api/documents?search=%25_'%22;")).json()["items"] == []


@pytest.mark.parametrize("id", ["nope", "..%2f..%2fetc", "a%00b", "x" * 70, "%2e%2e", "A", "a/../b", "ä"])
async def test_documents_that_are_not_there(id: str, inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        for path in ("", "/file", "/check", "/versions", "/history", "/changes", "/exports/svg", "/versions/1"):
            said = await client.get(f"/api/documents/{id}{path}")
            assert said.status_code in (404, 422), f"{path}: {said.text}"
            assert said.json()["code"] in ("no-such-document", "invalid", "not-found")


async def test_checks(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={})).json()["id"]
        said = (await client.get(f"/api/documents/{id}/check?language=nl")).json()
        assert (said["errors"], said["warnings"]) == (0, 1)
        assert said["diagnostics"][0]["slug"] == "missing-title"
        assert "titel" in said["diagnostics"][0]["message"].casefold()
