"""The atlas over HTTP: all documents as one page, for whoever may look, and nothing in it acts."""

from __future__ import annotations

from .conftest import Inviting
from .test_findings import BARE


async def test_every_document_is_in_it_in_the_language_asked_for(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        for title in ("First of all", "<img src=x onerror=alert(1)>"):
            text = BARE.replace("footlights: 1\n", "footlights: 1\n", 1)
            head, _, rest = text.partition("title:")
            rest = rest.partition("\n")[2]
            assert (await client.post("/api/documents", json={"text": f"{head}title: '{title}'\n{rest}"})).status_code == 201
        said = await client.get("/api/atlas?language=nl-BE")
        assert said.status_code == 200
        assert said.headers["Content-Type"] == "text/html; charset=utf-8"
        assert "sandbox" in said.headers["Content-Security-Policy"]
        assert "First of all" in said.text
        assert "Klantreizen" in said.text
        assert "<img" not in said.text
        assert "&lt;img src=x onerror=alert(1)&gt;" in said.text


async def test_whoever_may_look_may_see_it_and_nobody_else(inside: Inviting) -> None:
    async with inside() as server, server.client(server.view_token) as looking, server.client(None) as stranger:
        assert [(await client.get("/api/atlas")).status_code for client in (looking, stranger)] == [200, 401]
        assert (await looking.get("/api/atlas?language=../x")).status_code == 422


async def test_a_document_that_was_put_away_is_not_in_it(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BARE})).json()["id"]
        title = (await client.get(f"/api/documents/{id}")).json()["title"]
        assert title in (await client.get("/api/atlas")).text
        await client.delete(f"/api/documents/{id}")
        assert title not in (await client.get("/api/atlas")).text
