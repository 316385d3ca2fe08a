"""Files and boards: what is typed is in the file, what changes in the file is on the board, and nothing is lost between them."""

# ruff: noqa: ASYNC240 - a test may wait for its disk

from __future__ import annotations

import asyncio
import json
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footlights import files
from footlights.edits import apply_all, set_field
from footlights.live import Who, reconcile, settled
from footlights.model import Blueprint

from .conftest import BLUEPRINT, Inside, Inviting

ANN = Who("ann", "Ann")


@pytest.fixture
def shine(tmp_path: Path) -> Path:
    """A blueprint with comments, in a folder of its own."""
    folder = tmp_path / "work"
    folder.mkdir()
    path = folder / "shine.blueprint.yaml"
    path.write_text(BLUEPRINT, "utf-8")
    return path


async def until(fulfilled: Callable[[], Any], within_s: float = 4.0) -> Any:
    """Wait until something holds; fails when it takes too long."""
    end = time.monotonic() + within_s
    while not (found := fulfilled()):
        assert time.monotonic() < end, "it took too long"
        await asyncio.sleep(0.02)
    return found


async def only(server: Inside) -> dict[str, Any]:
    """The one document in the list."""
    async with server.client() as client:
        items = (await client.get("/api/documents")).json()["items"]
    assert len(items) == 1
    row: dict[str, Any] = items[0]
    return row


async def type_in(server: Inside, id: str, address: str, value: object) -> None:
    """Change one field on the board."""
    async with server.house.entered(id) as room:
        now = room.projection.blueprint
        wanted = apply_all(now, set_field(now, address, value))
        await room.change(lambda shared: reconcile(shared, wanted), ANN)


async def board(server: Inside, id: str) -> Blueprint:
    """What the board says."""
    async with server.house.entered(id) as room:
        return room.projection.blueprint


def on_disk(path: Path) -> Blueprint:
    """What the file says, as a board would."""
    found = files.load(path).blueprint
    assert found is not None
    return settled(found)


def state_of(server: Inside, id: str) -> tuple[str, str, str]:
    """How the file is, as the boards hear it."""
    assert server.house.binding is not None
    bound = server.house.binding.of(id)
    assert bound is not None
    return bound.state[:3]


# --- from the board to the file ------------------------------------------------------------------------


async def test_opening_a_file_changes_nothing_in_it(shine: Path, inside: Inviting) -> None:
    before = shine.stat()
    async with inside(shine) as server:
        row = await only(server)
        assert (row["title"], row["file"], row["file_state"], row["seq"]) == ("A shine", "shine.blueprint.yaml", "ok", 1)
        assert await board(server, row["id"]) == on_disk(shine)
        await asyncio.sleep(0.8)
    assert shine.read_text("utf-8") == BLUEPRINT
    assert shine.stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize("name", sorted(path.name for path in Path("examples").glob("*.blueprint.yaml")))
async def test_an_example_is_opened_and_closed_without_a_trace(name: str, tmp_path: Path, inside: Inviting) -> None:
    path = tmp_path / name
    text = (Path("examples") / name).read_text("utf-8")
    path.write_text(text, "utf-8")
    for _ in range(2):
        async with inside(path) as server:
            row = await only(server)
            assert row["seq"] == 1
            assert await board(server, row["id"]) == on_disk(path)
    assert path.read_text("utf-8") == text


async def test_what_is_typed_is_in_the_file_and_comments_stay(shine: Path, inside: Inviting) -> None:
    async with inside(shine) as server:
        id = (await only(server))["id"]
        began = time.monotonic()
        await type_in(server, id, "cards/brush#does", "Polishes the shoes")
        await until(lambda: "Polishes" in shine.read_text("utf-8"), 2.5)
        assert time.monotonic() - began > 0.25, "not at every letter"
        await until(lambda: state_of(server, id)[0] == "ok")
    assert shine.read_text("utf-8") == BLUEPRINT.replace("Brushes the shoes", "Polishes the shoes")


async def test_while_somebody_types_on_and_on_the_file_follows(shine: Path, inside: Inviting) -> None:
    async with inside(shine) as server:
        id = (await only(server))["id"]
        seen = set()
        for number in range(32):
            await type_in(server, id, "cards/brush#does", f"Brush {number}")
            await asyncio.sleep(0.1)
            seen.add(shine.read_text("utf-8"))
        assert 2 <= len(seen) <= 4, "about every two seconds"
    assert "Brush 31" in shine.read_text("utf-8"), "and once more at the end"


async def test_a_file_keeps_its_mode_and_a_link_stays_a_link(shine: Path, inside: Inviting) -> None:
    shine.chmod(0o640)
    link = shine.with_name("link.blueprint.yaml")
    link.symlink_to(shine.name)
    async with inside(link) as server:
        id = (await only(server))["id"]
        await type_in(server, id, "blueprint#title", "Other")
        await until(lambda: "Other" in shine.read_text("utf-8"))
    assert link.is_symlink()
    assert stat.S_IMODE(shine.stat().st_mode) == 0o640


async def test_a_read_only_file_is_left_alone_and_said(shine: Path, inside: Inviting) -> None:
    shine.chmod(0o444)
    async with inside(shine) as server:
        id = (await only(server))["id"]
        await type_in(server, id, "blueprint#title", "Other")
        await until(lambda: state_of(server, id)[0] == "unreadable")
        assert state_of(server, id)[1] == "read-only"
        assert shine.read_text("utf-8") == BLUEPRINT
        shine.chmod(0o644)
        await type_in(server, id, "blueprint#title", "Third")
        await until(lambda: "Third" in shine.read_text("utf-8"))
        await until(lambda: state_of(server, id)[0] == "ok")


@pytest.mark.parametrize("edits", [60, pytest.param(500, marks=pytest.mark.slow)])
async def test_random_edits_leave_file_and_board_the_same(edits: int, tmp_path: Path, inside: Inviting) -> None:
    import random

    from tests.edits.wishes import some_edit

    path = tmp_path / "passport.blueprint.yaml"
    path.write_text(Path("examples/passport.blueprint.yaml").read_text("utf-8"), "utf-8")
    chance = random.Random(3)
    async with inside(path) as server:
        id = (await only(server))["id"]
        done = 0
        while done < edits:
            async with server.house.entered(id) as room:
                now = room.projection.blueprint
                _, operations = some_edit(now, chance)
                wanted, known = apply_all(now, operations), room.projection.materialised
                await room.change(lambda shared, wanted=wanted, known=known: reconcile(shared, wanted, known), ANN)
                done += 1
        assert server.house.binding is not None
        bound = server.house.binding.of(id)
        assert bound is not None
        async with server.house.entered(id) as room:
            await bound.sync(room)
            assert on_disk(path) == room.projection.blueprint
        assert not files.load(path).errors


# --- from the file to the board ------------------------------------------------------------------------


async def test_a_change_outside_appears_on_the_board(shine: Path, inside: Inviting) -> None:
    async with inside(shine) as server:
        id = (await only(server))["id"]
        shine.write_text(BLUEPRINT.replace("Pays", "Pays in coins").replace("# with care", "# with love"), "utf-8")
        began = time.monotonic()
        while (await board(server, id)).steps["pays"].does != "Pays in coins":
            assert time.monotonic() - began < 1.5
            await asyncio.sleep(0.02)
        await type_in(server, id, "blueprint#title", "Other")
        await until(lambda: "Other" in shine.read_text("utf-8"))
        assert "# with love" in shine.read_text("utf-8")
        async with server.client() as client:
            history = (await client.get(f"/api/documents/{id}/history")).json()["items"]
        assert any("outside" in one["who"]["name"] for one in history)


async def test_only_a_comment_changed(shine: Path, inside: Inviting) -> None:
    async with inside(shine) as server:
        id = (await only(server))["id"]
        shine.write_text(BLUEPRINT.replace("# with care", "# with love"), "utf-8")
        await asyncio.sleep(1.0)
        assert (await only(server))["seq"] == 1
        await type_in(server, id, "blueprint#title", "Other")
        await until(lambda: "Other" in shine.read_text("utf-8"))
        assert "# with love" in shine.read_text("utf-8")


async def test_both_sides_in_different_places_are_merged(shine: Path, inside: Inviting) -> None:
    async with inside(shine) as server:
        id = (await only(server))["id"]
        await type_in(server, id, "cards/brush#does", "Polishes the shoes")
        shine.write_text(BLUEPRINT.replace("title: Go", "title: Leave # soon"), "utf-8")
        await until(lambda: "Polishes" in shine.read_text("utf-8") and "Leave" in shine.read_text("utf-8"))
        now = await board(server, id)
        assert (now.cards["brush"].does, now.phases["go"].title) == ("Polishes the shoes", "Leave")
        assert shine.read_text("utf-8") == BLUEPRINT.replace("Brushes", "Polishes").replace("title: Go", "title: Leave # soon")
        assert state_of(server, id)[0] == "ok"
    assert sorted(path.name for path in shine.parent.iterdir()) == ["shine.blueprint.yaml"]


async def test_both_sides_in_the_same_field_keep_both_and_say_so(shine: Path, inside: Inviting) -> None:
    async with inside(shine) as server:
        id = (await only(server))["id"]
        await type_in(server, id, "cards/brush#does", "Polishes the shoes")
        outside = BLUEPRINT.replace("Brushes the shoes", "Waxes the shoes").replace("title: Go", "title: Leave")
        shine.write_text(outside, "utf-8")
        _, why, where = await until(lambda: state_of(server, id)[0] == "conflict" and state_of(server, id))
        assert "cards/brush#does" in why
        copy = shine.with_name(where)
        assert where.startswith("shine.conflict-")
        assert where.endswith(".blueprint.yaml")
        assert copy.read_text("utf-8") == outside
        await until(lambda: "Polishes" in shine.read_text("utf-8"))
        assert on_disk(shine).phases["go"].title == "Leave", "what did not clash is merged all the same"
        assert (await only(server))["file_state"] == "conflict"
        async with server.client() as client:
            kinds = [one["kind"] for one in (await client.get(f"/api/documents/{id}/versions")).json()["items"]]
        assert "safety" in kinds
        copy.unlink()
        await until(lambda: state_of(server, id)[0] == "ok")


@pytest.mark.parametrize("text", ["", "footlights: 1\ntitle: [", "\x00\x01", BLUEPRINT.replace("by: shiner", "by: nobody"), "- a\n- b\n"])
async def test_a_file_that_can_not_be_read_leaves_the_board_as_it_is(text: str, shine: Path, inside: Inviting) -> None:
    async with inside(shine) as server:
        id = (await only(server))["id"]
        before = await board(server, id)
        shine.write_text(text, "utf-8")
        await until(lambda: state_of(server, id)[0] == "unreadable")
        assert state_of(server, id)[1] == "faulty"
        bound = server.house.binding and server.house.binding.of(id)
        assert bound is not None
        said = bound.state.told()["says"]
        assert isinstance(said, dict)
        assert len({*said}) == len({*said.values()}) == 3, "in each of our languages"
        assert await board(server, id) == before
        await type_in(server, id, "cards/brush#does", "Polishes the shoes")
        await asyncio.sleep(1.0)
        assert shine.read_text("utf-8") == text, "what somebody is in the middle of is never written over"
        shine.write_text(BLUEPRINT.replace("title: Go", "title: Leave"), "utf-8")
        await until(lambda: "Polishes" in shine.read_text("utf-8"))
        assert state_of(server, id)[0] == "ok"
        now = await board(server, id)
        assert (now.cards["brush"].does, now.phases["go"].title) == ("Polishes the shoes", "Leave")


async def test_an_editor_that_writes_in_two_steps(shine: Path, inside: Inviting) -> None:
    async with inside(shine) as server:
        id = (await only(server))["id"]
        seen = set()
        half = BLUEPRINT[: BLUEPRINT.index("- id: go")]
        for _ in range(5):
            with shine.open("w", encoding="utf-8") as file:
                file.write(half)
                file.flush()
                await asyncio.sleep(0.05)
                seen.add(len((await board(server, id)).phases))
                file.write(BLUEPRINT[len(half) :].replace("Pays", "Pays in coins"))
            await asyncio.sleep(0.4)
        await until(lambda: state_of(server, id)[0] == "ok")
        for _ in range(200):  # the last version of the file may be on its way yet
            if (await board(server, id)).steps["pays"].does == "Pays in coins":
                break
            await asyncio.sleep(0.05)
        assert (await board(server, id)).steps["pays"].does == "Pays in coins"
        assert seen == {2}, "half a file is not taken for the whole"


async def test_a_file_that_is_deleted_comes_back_with_the_next_edit(shine: Path, inside: Inviting) -> None:
    async with inside(shine) as server:
        id = (await only(server))["id"]
        shine.unlink()
        await until(lambda: state_of(server, id)[:2] == ("unreadable", "gone"))
        await asyncio.sleep(0.8)
        assert not shine.exists(), "who deletes a file may mean it"
        await type_in(server, id, "cards/brush#does", "Polishes the shoes")
        await until(shine.exists)
        assert shine.read_text("utf-8") == BLUEPRINT.replace("Brushes", "Polishes")
        await until(lambda: state_of(server, id)[0] == "ok")


@pytest.mark.parametrize("name", ["shoes.blueprint.yaml", "shoes.txt"])
async def test_a_file_that_is_renamed_is_followed(name: str, shine: Path, inside: Inviting) -> None:
    async with inside(shine) as server:
        id = (await only(server))["id"]
        await type_in(server, id, "cards/brush#does", "Polishes the shoes")
        await until(lambda: "Polishes" in shine.read_text("utf-8"))
        await asyncio.sleep(0.5)
        renamed = shine.rename(shine.with_name(name))
        await type_in(server, id, "phases/go#title", "Leave")
        await until(lambda: "Leave" in renamed.read_text("utf-8"))
        assert not shine.exists()
        assert ((await only(server))["file"], state_of(server, id)[0]) == (name, "ok")


async def test_a_file_that_takes_the_place_of_another_stays_with_that_one(tmp_path: Path, inside: Inviting) -> None:
    one, two = tmp_path / "one.blueprint.yaml", tmp_path / "two.blueprint.yaml"
    one.write_text(BLUEPRINT, "utf-8")
    two.write_text(BLUEPRINT.replace("A shine", "Another"), "utf-8")
    async with inside(tmp_path) as server, server.client() as client:
        rows = {row["file"]: row["id"] for row in (await client.get("/api/documents")).json()["items"]}
        await asyncio.sleep(0.5)
        one.replace(two)
        await until(lambda: state_of(server, rows["one.blueprint.yaml"])[1] == "gone")
        await asyncio.sleep(0.8)
        rows_now = {row["file"]: row["id"] for row in (await client.get("/api/documents")).json()["items"]}
        assert rows_now == rows


async def test_a_folder_that_is_gone_loses_nothing(shine: Path, inside: Inviting) -> None:
    import shutil

    async with inside(shine) as server:
        id = (await only(server))["id"]
        shutil.rmtree(shine.parent)
        await type_in(server, id, "cards/brush#does", "Polishes the shoes")
        await until(lambda: state_of(server, id)[0] == "unreadable")
        assert (await board(server, id)).cards["brush"].does == "Polishes the shoes"
        shine.parent.mkdir()
        await type_in(server, id, "blueprint#title", "Other")
        await until(shine.exists)
        assert "Polishes" in shine.read_text("utf-8")


# --- folders -------------------------------------------------------------------------------------------


async def test_a_folder_is_listed_watched_and_added_to(shine: Path, inside: Inviting) -> None:
    folder = shine.parent
    (folder / "deep").mkdir()
    (folder / "deep" / "same.blueprint.yaml").write_text(BLUEPRINT, "utf-8")
    (folder / "faulty.blueprint.yaml").write_text("title: [", "utf-8")
    async with inside(folder) as server, server.client() as client:

        async def names() -> dict[str, str]:
            return {one["file"]: one["id"] for one in (await client.get("/api/documents")).json()["items"]}

        assert set(await names()) == {"shine.blueprint.yaml", "deep/same.blueprint.yaml"}, "two of one text are two documents"
        assert [path.name for path in server.house.refused] == ["faulty.blueprint.yaml"]
        made = (await client.post("/api/documents", json={"title": "Ein Würstchenstand / 2", "template": "blank"})).json()
        assert made["file"] == "ein-wurstchenstand-2.blueprint.yaml"
        assert "# A new blueprint" in (folder / made["file"]).read_text("utf-8"), "the template's remarks are in the file"
        again = (await client.post("/api/documents", json={"title": "Ein Würstchenstand / 2"})).json()
        assert again["file"] == "ein-wurstchenstand-2-2.blueprint.yaml"
        (folder / "faulty.blueprint.yaml").write_text(BLUEPRINT, "utf-8")
        (folder / "new.blueprint.yaml").write_text(BLUEPRINT, "utf-8")
        for _ in range(40):
            if {"new.blueprint.yaml", "faulty.blueprint.yaml"} <= set(await names()):
                break
            await asyncio.sleep(0.1)
        before = await names()
        assert {"new.blueprint.yaml", "faulty.blueprint.yaml"} <= set(before)
        (folder / "new.blueprint.yaml").rename(folder / "deep" / "renamed.blueprint.yaml")
        for _ in range(40):
            if "deep/renamed.blueprint.yaml" in await names():
                break
            await asyncio.sleep(0.1)
        after = await names()
        assert after["deep/renamed.blueprint.yaml"] == before["new.blueprint.yaml"], "a renamed file is the same document"
        assert len(after) == len(before)
        refused = await client.delete(f"/api/documents/{made['id']}")
        assert (refused.status_code, refused.json()["code"]) == (409, "bound-to-a-file")
        await type_in(server, after["deep/renamed.blueprint.yaml"], "blueprint#title", "Elsewhere")
        await until(lambda: "Elsewhere" in (folder / "deep" / "renamed.blueprint.yaml").read_text("utf-8"))
        assert "Elsewhere" not in shine.read_text("utf-8")
    async with inside(folder) as server, server.client() as client:
        items = (await client.get("/api/documents")).json()["items"]
        assert {one["file"]: one["id"] for one in items} == after, "the next time they are the same documents"


@pytest.mark.parametrize(
    "title",
    [
        "../../etc/passwd",
        "..\\..\\x",
        "/etc/cron.d/x",
        "C:\\x",
        "con",
        "a\x00b",
        "nul.blueprint.yaml",
        "....",
        "🙂",
        "-rf",
        "x" * 190,
        "~/x",
        "%2e%2e%2f",
    ],
)
async def test_no_title_leads_out_of_the_folder(title: str, shine: Path, inside: Inviting) -> None:
    async with inside(shine.parent) as server, server.client() as client:
        made = await client.post("/api/documents", json={"title": title})
        assert made.status_code in (201, 422), made.text
        if made.status_code == 201:
            name = made.json()["file"]
            assert "/" not in name
            assert ".." not in name
            assert (shine.parent / name).is_file()
    assert all(path.parent == shine.parent for path in shine.parent.parent.rglob("*.blueprint.yaml"))


async def test_a_document_of_another_folder_is_none_of_this_one(shine: Path, tmp_path: Path, inside: Inviting) -> None:
    async with inside(shine) as server:
        id = (await only(server))["id"]
    other = tmp_path / "other.blueprint.yaml"
    other.write_text(BLUEPRINT.replace("A shine", "Another"), "utf-8")
    async with inside(other) as server, server.client() as client:
        assert (await only(server))["title"] == "Another"
        for path in ("", "/file", "/versions", "/exports/svg", "/history"):
            assert (await client.get(f"/api/documents/{id}{path}")).json()["code"] == "no-such-document", path


async def test_writing_the_file_over_http_keeps_its_very_text(shine: Path, inside: Inviting) -> None:
    async with inside(shine) as server, server.client() as client:
        id = (await only(server))["id"]
        read = await client.get(f"/api/documents/{id}/file")
        assert read.text == BLUEPRINT
        new = BLUEPRINT.replace("Brushes the shoes # with care", "Polishes the shoes   # with much care")
        said = await client.put(
            f"/api/documents/{id}/file", content=new, headers={"Content-Type": "text/yaml", "If-Match": read.headers["ETag"]}
        )
        assert said.json()["changed"] is True
        assert shine.read_text("utf-8") == new
        assert (await client.get(f"/api/documents/{id}/file")).text == new
        assert (await board(server, id)).cards["brush"].does == "Polishes the shoes"


# --- a file that is not there yet ----------------------------------------------------------------------


async def test_a_new_file_is_written_once_something_is_typed(tmp_path: Path, inside: Inviting) -> None:
    path = tmp_path / "new.blueprint.yaml"
    async with inside(path) as server:
        id = (await only(server))["id"]
        await asyncio.sleep(0.8)
        assert not path.exists()
        await type_in(server, id, "blueprint#title", "Mine")
        await until(path.exists)
        assert on_disk(path).title == "Mine"
    async with inside(path) as server:
        assert (await only(server))["id"] == id


async def test_a_new_file_that_somebody_else_writes_first(tmp_path: Path, inside: Inviting) -> None:
    path = tmp_path / "new.blueprint.yaml"
    async with inside(path) as server:
        id = (await only(server))["id"]
        path.write_text(BLUEPRINT, "utf-8")
        for _ in range(100):
            if (await board(server, id)).title == "A shine":
                break
            await asyncio.sleep(0.05)
        assert (await board(server, id)).title == "A shine"
    assert path.read_text("utf-8") == BLUEPRINT


# --- from one start to the next ------------------------------------------------------------------------


async def test_what_was_typed_but_not_written_is_written_at_the_next_start(
    shine: Path, inside: Inviting, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def died(*_: object) -> None:
        return

    with monkeypatch.context() as patched:
        patched.setattr("footlights.server.bound_file.BoundFile.sync", died)
        async with inside(shine) as server:
            id = (await only(server))["id"]
            await type_in(server, id, "cards/brush#does", "Polishes the shoes")
    assert shine.read_text("utf-8") == BLUEPRINT
    async with inside(shine) as server:
        assert (await only(server))["id"] == id
        assert shine.read_text("utf-8") == BLUEPRINT.replace("Brushes", "Polishes")
        assert len((await board(server, id)).steps) == 2


async def test_typed_on_the_board_and_changed_outside_while_we_were_away(
    shine: Path, inside: Inviting, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def died(*_: object) -> None:
        return

    with monkeypatch.context() as patched:
        patched.setattr("footlights.server.bound_file.BoundFile.sync", died)
        async with inside(shine) as server:
            id = (await only(server))["id"]
            await type_in(server, id, "cards/brush#does", "Polishes the shoes")
            await type_in(server, id, "phases/sit#title", "On the board")
    shine.write_text(BLUEPRINT.replace("title: Go", "title: Leave").replace("title: Sit", "title: In the file"), "utf-8")
    async with inside(shine) as server:
        now = await board(server, id)
        assert (now.cards["brush"].does, now.phases["go"].title) == ("Polishes the shoes", "Leave")
        assert now.phases["sit"].title == "On the board"
        copies = [path for path in shine.parent.iterdir() if ".conflict-" in path.name]
        assert len(copies) == 1
        assert "In the file" in copies[0].read_text("utf-8")
        assert on_disk(shine) == now


async def test_dying_between_the_file_and_the_note_of_it(shine: Path, inside: Inviting, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is written, the note that it is was not: at the next start our own work must not look like somebody else's."""
    from footlights.server.agreed import Agreed, Agreements

    async with inside(shine) as server:
        id = (await only(server))["id"]
        await type_in(server, id, "cards/brush#does", "First")
        await until(lambda: "First" in shine.read_text("utf-8"))
        really = Agreements.keep

        def dying(self: Agreements, agreed: Agreed) -> None:
            if agreed.next is None:
                raise OSError(5, "the power is off")
            really(self, agreed)

        monkeypatch.setattr(Agreements, "keep", dying)
        await type_in(server, id, "cards/brush#does", "Second")
        await until(lambda: "Second" in shine.read_text("utf-8"))
        monkeypatch.setattr("footlights.server.bound_file.BoundFile.sync", lambda *_: asyncio.sleep(0))
        await type_in(server, id, "cards/brush#does", "Third")
    monkeypatch.undo()
    async with inside(shine) as server:
        assert (await board(server, id)).cards["brush"].does == "Third"
        assert "Third" in shine.read_text("utf-8")
        assert state_of(server, id)[0] == "ok"
    assert [path.name for path in shine.parent.iterdir()] == ["shine.blueprint.yaml"], "no conflict with ourselves"


async def test_a_lost_note_of_what_was_agreed(shine: Path, tmp_path: Path, inside: Inviting) -> None:
    async with inside(shine) as server:
        id = (await only(server))["id"]
        await type_in(server, id, "cards/brush#does", "Polishes the shoes")
    note = next((tmp_path / "home" / "bound").glob("*.json"))
    assert json.loads(note.read_text("utf-8"))["document"] == id
    note.write_text("{")
    async with inside(shine) as server:
        row = await only(server)
        assert await board(server, row["id"]) == on_disk(shine)
        assert len((await board(server, row["id"])).steps) == 2


async def test_ten_starts_double_nothing(shine: Path, inside: Inviting) -> None:
    text = ""
    for number in range(10):
        async with inside(shine) as server:
            id = (await only(server))["id"]
            await type_in(server, id, "blueprint#title", f"Start {number}")
            now = await board(server, id)
            assert (list(now.steps), list(now.cards), list(now.phases)) == (["sits-down", "pays"], ["brush"], ["sit", "go"])
        text = shine.read_text("utf-8")
    assert text == BLUEPRINT.replace("A shine", "Start 9")


async def test_changes_outside_between_two_starts(shine: Path, inside: Inviting) -> None:
    async with inside(shine) as server:
        id = (await only(server))["id"]
    shine.write_text(BLUEPRINT.replace("Brushes", "Waxes"), "utf-8")
    async with inside(shine) as server:
        assert (await only(server))["id"] == id
        assert (await board(server, id)).cards["brush"].does == "Waxes the shoes"
    assert shine.read_text("utf-8") == BLUEPRINT.replace("Brushes", "Waxes")
    os.utime(shine)
    async with inside(shine) as server:
        assert (await board(server, id)).cards["brush"].does == "Waxes the shoes"


# --- ids -----------------------------------------------------------------------------------------------


async def test_what_is_made_in_an_editor_gets_a_readable_id_in_the_file(shine: Path, inside: Inviting) -> None:
    from footlights.live import Shared, new_key

    async with inside(shine) as server:
        id = (await only(server))["id"]
        async with server.house.entered(id) as room:
            key = new_key()

            def add(shared: Shared) -> bytes:
                from pycrdt import Map, Text

                return shared.change(
                    lambda there: there.map("cards").__setitem__(
                        key, Map({"pos": ["sits-down", "frontstage", "z"], "does": Text("Greets")})
                    )
                )  # type: ignore[union-attr]

            await room.change(add, ANN)
        await until(lambda: "Greets" in shine.read_text("utf-8"))
        now = on_disk(shine)
        assert "greets" in now.cards
        assert "card-" not in shine.read_text("utf-8"), "it had its name before it was written"
        assert now == await board(server, id)
