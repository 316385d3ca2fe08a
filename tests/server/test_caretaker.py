"""What follows a change: ids once nobody is typing, the list's facts, and that trouble with one document is no other's."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from footlights.live import Room, Shared, Who, new_key
from footlights.server.caretaker import Caretaker, busy_in

from .conftest import BLUEPRINT, Inviting

ANN = Who("ann", "Ann")


class State:
    """Somebody's presence."""

    def __init__(self, value: Any) -> None:
        self.value = value


def adding(key: str, does: str) -> Any:
    """Writes a new card, as an editor does."""
    from pycrdt import Map, Text

    def add(shared: Shared) -> bytes:
        def write(there: Shared) -> None:
            cards = there.map("cards")
            assert cards is not None
            cards[key] = Map({"pos": ["sits-down", "frontstage", "z"], "does": Text(does)})

        return shared.change(write)

    return add


async def test_nobody_is_interrupted_by_an_id(inside: Inviting, monkeypatch: pytest.MonkeyPatch) -> None:
    present: list[State] = []
    monkeypatch.setattr(Room, "states", property(lambda _: present))
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        key, empty = new_key(), new_key()
        present.append(State({"typing": True, "at": {"address": f"cards/{key}"}}))
        async with server.house.entered(id) as room:
            assert busy_in(room) == {key}
            await room.change(adding(key, "Greets"), ANN)
            await room.change(adding(empty, ""), ANN)
            await asyncio.sleep(2.6)
            assert room.projection.materialised.keys.id("cards", key) == f"card-{key[1:]}", "it waits while somebody types there"
            present.clear()
            for _ in range(60):
                await asyncio.sleep(0.05)
                if room.projection.materialised.keys.id("cards", key) == "greets":
                    break
            assert room.projection.materialised.keys.id("cards", key) == "greets", "though nothing was changed since"
            assert room.projection.materialised.keys.id("cards", empty) == f"card-{empty[1:]}", "nothing to name it after"


async def test_what_comes_in_while_names_are_given_gets_one_too(inside: Inviting, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who was away brings hundreds of cards in several frames: the file is to say each by the id that it keeps."""
    described = asyncio.Event()
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        first, second = new_key(), new_key()
        async with server.house.entered(id) as room:
            changed, describe = room.change, server.house.store.describe

            async def brought(write: Any, who: Who) -> int:
                seq = await changed(write, who)
                if second not in room.projection.materialised.keys.names["cards"].ids:
                    await changed(adding(second, "Pours"), ANN)
                return seq

            async def looked(*arguments: Any, **more: Any) -> None:
                await describe(*arguments, **more)
                described.set()

            await room.change(adding(first, "Greets"), ANN)
            monkeypatch.setattr(room, "change", brought)
            monkeypatch.setattr(server.house.store, "describe", looked)
            await asyncio.wait_for(described.wait(), 5)
            keys = room.projection.materialised.keys
            assert [keys.id("cards", key) for key in (first, second)] == ["greets", "pours"]


@pytest.mark.parametrize(
    "value",
    [
        None,
        {},
        {"typing": True},
        {"typing": True, "at": None},
        {"typing": True, "at": {"address": 5}},
        {"typing": False, "at": {"address": "cards/x"}},
    ],
)
async def test_presence_may_say_anything(value: Any, inside: Inviting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Room, "states", property(lambda _: [State(value)]))
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        async with server.house.entered(id) as room:
            assert busy_in(room) == set()


async def test_the_list_follows(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        said = (await client.get(f"/api/documents/{id}")).json()
        changed = {**said["document"], "title": "Another", "phases": said["document"]["phases"][:1]}
        await client.put(f"/api/documents/{id}", json=changed, headers={"If-Match": said["etag"]})
        await asyncio.sleep(0.8)
        row = (await client.get("/api/documents")).json()["items"][0]
        assert (row["title"], row["phases"], row["steps"], row["seq"]) == ("Another", 1, 1, 2)


async def test_trouble_with_one_document_is_no_others(inside: Inviting, monkeypatch: pytest.MonkeyPatch) -> None:
    async with inside() as server, server.client() as client:
        ids = [(await client.post("/api/documents", json={"text": BLUEPRINT, "id": f"doc-{n}"})).json()["id"] for n in range(2)]
        really = Caretaker._name

        async def troubled(self: Caretaker, room: Room) -> bool:
            if room.id == ids[0]:
                raise RuntimeError("canary")
            return await really(self, room)

        monkeypatch.setattr(Caretaker, "_name", troubled)
        for id in ids:
            said = (await client.get(f"/api/documents/{id}")).json()
            await client.put(f"/api/documents/{id}", json={**said["document"], "title": "Another"}, headers={"If-Match": said["etag"]})
        await asyncio.sleep(0.8)
        assert {row["id"]: row["title"] for row in (await client.get("/api/documents")).json()["items"]} == {
            ids[0]: "A shine",
            ids[1]: "Another",
        }


async def test_rooms_close_when_nobody_has_been_there_for_a_while(inside: Inviting) -> None:
    from footlights.server import Limits

    async with inside(limits=Limits(idle_s=0.2)) as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        async with server.house.entered(id):
            assert len(server.house.rooms) == 1
            await asyncio.sleep(0.7)
            assert len(server.house.rooms) == 1, "somebody is in it"
        await asyncio.sleep(0.9)
        assert len(server.house.rooms) == 0
        assert (await client.get(f"/api/documents/{id}")).json()["title"] == "A shine"


async def test_only_so_many_rooms_at_once(inside: Inviting) -> None:
    from footlights.server import Limits

    async with inside(limits=Limits(rooms=2)) as server, server.client() as client:
        ids = [(await client.post("/api/documents", json={"text": BLUEPRINT, "id": f"doc-{n}"})).json()["id"] for n in range(3)]
        for id in ids:
            assert (await client.get(f"/api/documents/{id}")).status_code == 200, "empty ones make room"
        async with server.house.entered(ids[0]), server.house.entered(ids[1]):
            busy = await client.get(f"/api/documents/{ids[2]}")
            assert (busy.status_code, busy.json()["code"], busy.headers["Retry-After"]) == (503, "busy", "30")


async def test_many_who_come_at_once_find_one_room(inside: Inviting) -> None:
    async with inside() as server, server.client() as client:
        id = (await client.post("/api/documents", json={"text": BLUEPRINT})).json()["id"]
        rooms = set()

        async def come() -> None:
            async with server.house.entered(id) as room:
                rooms.add(room)
                await asyncio.sleep(0.01)

        await asyncio.gather(*(come() for _ in range(50)))
        assert len(rooms) == 1
