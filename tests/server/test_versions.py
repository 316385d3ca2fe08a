"""Versions, history and changes: what is kept, what is said of it, and going back."""

from __future__ import annotations

import pytest

from footlights.live import Who, reconcile
from footlights.server.keeping import ENTRIES, PAUSE_S, Keeper

from .conftest import BLUEPRINT, Inside, Inviting

YAML = {"Content-Type": "text/yaml"}
ANN = Who("ann", "Ann")


async def written(server: Inside, id: str, old: str, new: str) -> int:
    """Exchange a piece of the document's text; gives the seq."""
    async with server.client() as client:
        read = await client.get(f"/api/documents/{id}/file")
        assert old in read.text
        body = read.text.replace(old, new)
        said = await client.put(f"/api/documents/{id}/file", content=body, headers={**YAML, "If-Match": read.headers["ETag"]})
        assert said.status_code == 200, said.text
        return int(said.json()["seq"])


async def test_keep_look_and_go_back(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        kept = await client.post(f"/api/documents/{id}/versions", json={"name": "As it began", "note": "before the workshop"})
        assert kept.status_code == 201
        assert {key: kept.json()[key] for key in ("number", "name", "kind", "note", "made_by")} == {
            "number": 1, "name": "As it began", "kind": "named", "note": "before the workshop", "made_by": "Script",
        }  # fmt: skip
        seq = await written(server, id, "does: Brushes the shoes", "does: Polishes the shoes")
        restored = (await client.post(f"/api/documents/{id}/versions/1/restore")).json()
        assert (restored["restored"], restored["safety"], restored["changed"]) == (1, 2, True)
        assert restored["seq"] > seq, "going back is a change like any other"
        assert "Polishes" not in (await client.get(f"/api/documents/{id}/file")).text
        versions = (await client.get(f"/api/documents/{id}/versions")).json()["items"]
        assert [(one["number"], one["kind"], one["seq"]) for one in versions] == [(2, "safety", seq), (1, "named", 1)]
        again = (await client.post(f"/api/documents/{id}/versions/2/restore")).json()
        assert again["changed"]
        assert "Polishes" in (await client.get(f"/api/documents/{id}/file")).text, "what was there before is not lost either"


async def test_a_version_tells_what_it_holds_and_what_changed(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        await client.post(f"/api/documents/{id}/versions", json={"name": "One"})
        await written(server, id, "does: Brushes the shoes", "does: Polishes the shoes")
        await client.post(f"/api/documents/{id}/versions", json={"name": "Two"})
        said = (await client.get(f"/api/documents/{id}/versions/2")).json()
        assert (said["title"], said["steps"], said["phases"], said["cards"], said["since"]) == ("A shine", 2, 2, 1, 1)
        assert [one["address"].partition("#")[0] for one in said["changes"]["items"]] == ["cards/brush"]
        assert said["changes"]["summary"]
        dutch = (await client.get(f"/api/documents/{id}/versions/2?language=nl")).json()
        assert dutch["changes"]["summary"] != said["changes"]["summary"]
        assert (await client.get(f"/api/documents/{id}/versions/1")).json()["since"] is None
        text = (await client.get(f"/api/documents/{id}/versions/1/file")).text
        assert "Polishes" not in text
        picture = await client.get(f"/api/documents/{id}/versions/1/exports/svg")
        assert picture.text.startswith("<svg")
        assert picture.headers["Content-Disposition"].startswith("inline")


@pytest.mark.parametrize("number", ["0", "2", "-1", "x", "99999999999999999999"])
async def test_versions_that_are_not_there(number: str, inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        await client.post(f"/api/documents/{id}/versions", json={"name": "One"})
        for path in ("", "/file", "/exports/svg"):
            assert (await client.get(f"/api/documents/{id}/versions/{number}{path}")).status_code in (404, 422)
        assert (await client.post(f"/api/documents/{id}/versions/{number}/restore")).status_code in (404, 422)


async def test_changes_between_two_states(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        seq = await written(server, id, "title: Go", "title: Leave")
        said = (await client.get(f"/api/documents/{id}/changes?from=1&to={seq}")).json()
        assert [one["address"].partition("#")[0] for one in said["items"]] == ["phases/go"]
        assert (await client.get(f"/api/documents/{id}/changes?from={seq}&to={seq}")).json()["items"] == []
        assert len((await client.get(f"/api/documents/{id}/changes")).json()["items"]) >= 2, "from the empty document until now"
        back = (await client.get(f"/api/documents/{id}/changes?from={seq}&to=1")).json()
        assert len(back["items"]) == 1


async def test_history_says_who(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        seq = await written(server, id, "title: Go", "title: Leave")
        items = (await client.get(f"/api/documents/{id}/history")).json()["items"]
        assert [(one["who"]["name"], one["last"]) for one in items] == [("Script", seq)]
        assert (items[0]["first"], items[0]["began"] <= items[0]["ended"]) == (1, True)


async def test_a_version_is_kept_after_many_entries_and_after_a_while(inside: Inviting) -> None:
    now = [0.0]
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        keeper = Keeper(server.house.store, lambda: now[0])
        async with server.house.entered(id) as room:

            async def change(title: str) -> None:
                import dataclasses

                wanted = dataclasses.replace(room.projection.blueprint, title=title)
                await room.change(lambda shared: reconcile(shared, wanted), ANN)

            await change("One")
            assert not await keeper.keep_if_due(room)
            now[0] += PAUSE_S - 1
            assert not await keeper.keep_if_due(room)
            now[0] += 1
            assert await keeper.keep_if_due(room)
            now[0] += 10 * PAUSE_S
            assert not await keeper.keep_if_due(room), "nothing was changed since"
            for number in range(ENTRIES - 1):
                await change(f"Two {number}")
            now[0] = 0.0
            keeper = Keeper(server.house.store, lambda: now[0])
            assert not await keeper.keep_if_due(room)
            await change("Three")
            assert await keeper.keep_if_due(room)
        kinds = [one["kind"] for one in (await client.get(f"/api/documents/{id}/versions")).json()["items"]]
        assert kinds == ["auto", "auto"]
