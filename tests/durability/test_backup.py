"""P15: a backup made while people work is one moment of the whole, and a damaged one is refused whole."""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from footlights.live import Entry, Shared, Who, merge
from footlights.model import FootlightsError
from footlights.server.storage import Store, open_store, restore
from tests.durability.editor import ROOT, Editor
from tests.durability.serving import LONG, Server
from tests.support.postgres import Postgres

ADA = Who("ada", "Ada")


@pytest.fixture(params=["sqlite", "postgres"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database to restore into."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'elsewhere' / 'store.sqlite'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    made = server.create()
    yield made.plain
    server.drop(made)


async def filled(address: str) -> Store:
    """A store with a bit of everything."""
    store = await open_store(address)
    for id in ("one", "two"):
        shared = Shared(client=4)
        await store.create(id, f"Title of {id} é", b"", ADA)
        updates = [shared.change(lambda s, n=n: s.map("cards").__setitem__(f"k{n}", "x" * 40)) for n in range(30)]
        for update in updates:
            await store.log.append(id, [Entry(update, ADA)])
        await store.log.compact(id, merge(updates[:20]), 20)
        await store.log.keep_known(id, 20, b"what was known", b"its seal")
        await store.add_version(id, "v1", "named", ADA, merge(updates[:10]), 10)
    return store


async def content(store: Store) -> object:
    """All that can be asked of a store."""
    told = []
    for row in (await store.documents()).items:
        states = [Shared(await store.state_at(row.id, seq)).read("cards") for seq in range(row.seq + 1)]
        versions = [(one, await store.version_state(one.document, one.number)) for one in (await store.versions(row.id)).items]
        told.append((row, states, versions, (await store.history(row.id)).items))
    return told


async def test_what_is_restored_is_what_was_backed_up(tmp_path: Path, elsewhere: str) -> None:
    store = await filled(f"sqlite:///{tmp_path / 'store.sqlite'}")
    assert await store.backup(tmp_path / "out.backup") == 2
    expected = await content(store)
    await store.close()
    assert await restore(tmp_path / "out.backup", elsewhere) == 2
    again = await open_store(elsewhere)
    assert await content(again) == expected
    assert await again.doctor() == []
    snapshot, _ = await again.log.read("one")
    assert snapshot is not None
    assert (snapshot.seq, snapshot.known) == (20, None), "what was known of a snapshot is made again"
    assert await again.log.append("one", [Entry(b"\0\0", ADA)]) == 31, "and it goes on from there"
    await again.backup(tmp_path / "again.backup")
    await again.close()
    with pytest.raises(FootlightsError, match="documents already"):
        await restore(tmp_path / "again.backup", elsewhere)


@pytest.mark.slow
async def test_a_backup_while_twenty_people_write_is_a_moment_between(tmp_path: Path) -> None:
    """By another process, as somebody types it."""
    async with Server(tmp_path / "home") as server:
        url = server.make()
        editors = [Editor(url, server.header, f"e{number}") for number in range(20)]

        async def typing(editor: Editor) -> None:
            while True:
                await editor.mark()
                await asyncio.sleep(0.05)

        hands = [asyncio.create_task(typing(editor)) for editor in editors]
        await asyncio.sleep(1.0)
        before = set().union(*(editor.saved for editor in editors))
        out = tmp_path / "out.backup"
        program = f"import asyncio, pathlib; from footlights.server.storage import back_up; asyncio.run(back_up({server.database!r}, pathlib.Path({str(out)!r})))"
        done = await asyncio.to_thread(subprocess.run, [sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        after = set().union(*(editor.sent for editor in editors))
        for hand in hands:
            hand.cancel()
        for editor in editors:
            await editor.leave()
    elsewhere = f"sqlite:///{tmp_path / 'restored.sqlite'}"
    await restore(out, elsewhere)
    store = await open_store(elsewhere)
    row = await store.document("board")
    assert row is not None
    there = set(Shared(await store.state_at("board", row.seq)).keys(ROOT))
    assert before <= there <= after
    assert before < after, "they did write meanwhile"
    assert await store.doctor() == []
    await store.close()


async def test_a_damaged_archive_is_refused_whole_or_restored_whole(tmp_path: Path) -> None:
    store = await filled(f"sqlite:///{tmp_path / 'store.sqlite'}")
    await store.backup(tmp_path / "good.backup")
    expected = await content(store)
    await store.close()
    good = (tmp_path / "good.backup").read_bytes()
    chance, bad, refused = random.Random(15), tmp_path / "bad.backup", 0
    cases = [good[: chance.randrange(len(good))] for _ in range(200 if LONG else 25)] + [b"", b"PK", good[:-1], good + good]
    for _ in range(400 if LONG else 60):
        flipped = bytearray(good)
        flipped[chance.randrange(len(good))] ^= 1 << chance.randrange(8)
        cases.append(bytes(flipped))
    for number, case in enumerate(cases):
        bad.write_bytes(case)
        target = tmp_path / f"into-{number}.sqlite"
        try:
            await restore(bad, f"sqlite:///{target}")
        except FootlightsError:
            refused += 1
            if target.exists():
                with sqlite3.connect(target) as half:
                    assert half.execute("select count(*) from documents").fetchone() == (0,), "half a restore"
            continue
        again = await open_store(f"sqlite:///{target}")
        assert await content(again) == expected, "it was let through, so it must be whole"
        await again.close()
    assert refused > len(cases) * 3 // 4


@pytest.mark.parametrize("how", ["another file", "a row short", "another schema", "a bomb", "twice the same", "not a number"])
async def test_an_archive_that_somebody_made_up_is_refused(tmp_path: Path, how: str) -> None:
    store = await filled(f"sqlite:///{tmp_path / 'store.sqlite'}")
    await store.backup(tmp_path / "good.backup")
    await store.close()
    with zipfile.ZipFile(tmp_path / "good.backup") as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files["manifest.json"])
    if how == "another file":
        files["../../evil.txt"] = b"x"
    elif how == "a row short":
        files["tables/entries.jsonl"] = b"".join(files["tables/entries.jsonl"].splitlines(keepends=True)[1:])
    elif how == "another schema":
        manifest["schema"] = "9999"
    elif how == "a bomb":
        files["tables/volumes.jsonl"] = bytes(300 << 20)
    elif how == "not a number":
        manifest["tables"]["entries"] = "many"
    files["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(tmp_path / "bad.backup", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        if how == "twice the same":
            with pytest.warns(UserWarning, match="Duplicate"):
                archive.writestr("manifest.json", files["manifest.json"])
    with pytest.raises(FootlightsError):
        await restore(tmp_path / "bad.backup", f"sqlite:///{tmp_path / 'into.sqlite'}")
    assert not (tmp_path / "into.sqlite").exists(), "refused before anything was made"
