"""P16, P16b: what any released version made opens as it was; a migration is whole or hasn't begun; a newer store is left alone."""

from __future__ import annotations

import asyncio
import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from footlights.live import Room, Who
from footlights.model import FootlightsError
from footlights.server.storage import open_store, restore, schema
from footlights.server.storage import store as module
from footlights.server.storage.tables import METADATA
from tests.durability.make_fixture import FIXTURES, told
from tests.durability.serving import LONG
from tests.support.postgres import Database, Postgres

RELEASES = sorted(path.stem for path in FIXTURES.glob("*.sqlite"))


@pytest.mark.parametrize("release", RELEASES)
async def test_a_store_of_a_released_version_opens_as_it_was(release: str, tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    shutil.copy(FIXTURES / f"{release}.sqlite", path)
    expected = json.loads((FIXTURES / f"{release}.json").read_text("utf-8"))
    store = await open_store(f"sqlite:///{path}")
    assert await told(store) == expected
    assert await store.doctor() == []
    for id, document in expected.items():
        room = Room(id, store.log)
        await room.open()
        assert (room.seq, room.troubles) == (document["seq"], ())
        assert room.projection.materialised is not None
        await room.close()
    await store.close()


@pytest.mark.parametrize("release", RELEASES)
async def test_a_backup_of_a_released_version_fills_postgresql(release: str, fresh_database: Database) -> None:
    await restore(FIXTURES / f"{release}.backup", fresh_database.plain)
    store = await open_store(fresh_database.plain)
    assert await told(store) == json.loads((FIXTURES / f"{release}.json").read_text("utf-8"))
    await store.close()


def test_there_is_a_fixture() -> None:
    assert RELEASES


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'store.sqlite'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    made = server.create()
    yield made.plain
    server.drop(made)


async def test_the_migrations_make_the_tables_that_the_code_expects(address: str) -> None:
    from alembic.autogenerate import compare_metadata

    store = await open_store(address)

    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), METADATA))

    assert await store._database.read(differences) == []
    await store.close()


def test_the_steps_are_those_that_alembic_finds() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).with_name("migrations")))
    assert tuple(step.revision for step in ScriptDirectory.from_config(config).walk_revisions())[::-1] == schema.REVISIONS


async def test_a_store_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    for change in ("update alembic_version set version_num = '9999'", "update documents set format = 2 where id = 'desk'"):
        shutil.copy(FIXTURES / f"{RELEASES[-1]}.sqlite", path)
        with sqlite3.connect(path) as database:
            database.execute(change)
        database.close()
        before = path.read_bytes()
        with pytest.raises(FootlightsError, match="newer footlights"):
            await open_store(f"sqlite:///{path}")
        assert path.read_bytes() == before
        beside = {one.name: one.stat().st_size for one in tmp_path.iterdir()}  # noqa: ASYNC240
        assert "store.sqlite.lock" not in beside
        assert not beside.get("store.sqlite-wal"), "looking into it leaves an empty write-ahead log at most"


async def test_a_newer_postgresql_is_refused(fresh_database: Database, postgres: Postgres) -> None:
    await (await open_store(fresh_database.plain)).close()
    postgres.do("update alembic_version set version_num = '9999'", database=fresh_database)
    with pytest.raises(FootlightsError, match="newer footlights"):
        await open_store(fresh_database.plain)


@pytest.mark.parametrize("made", ["create table documents (id text)", None])
async def test_somebody_elses_file_is_refused_and_left_alone(tmp_path: Path, made: str | None) -> None:
    path = tmp_path / "store.sqlite"
    if made is None:
        path.write_bytes(b"these are notes, not a database\n" * 100)
    else:
        with sqlite3.connect(path) as database:
            database.execute(made)
        database.close()
    before = path.read_bytes()
    with pytest.raises(FootlightsError, match=r"not ours|no database"):
        await open_store(f"sqlite:///{path}")
    assert path.read_bytes() == before


async def test_before_a_migration_there_is_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "store.sqlite"
    shutil.copy(FIXTURES / f"{RELEASES[0]}.sqlite", path)

    def half(connection: Connection) -> None:
        whole(connection)
        connection.exec_driver_sql("alter table documents add column colour text")
        connection.exec_driver_sql("update documents set title = 'half'")
        raise KeyboardInterrupt  # as if somebody had pulled the plug here

    whole = module.migrate
    monkeypatch.setattr(module, "migrate", half)
    with pytest.raises(KeyboardInterrupt):
        await open_store(f"sqlite:///{path}")
    monkeypatch.undo()
    copy = tmp_path / f"store.sqlite.before-{schema.newest()}-from-0001"
    expected = json.loads((FIXTURES / f"{RELEASES[0]}.json").read_text("utf-8"))
    for one in (path, copy):
        store = await open_store(f"sqlite:///{one}")
        assert await told(store) == expected, "nothing of the half migration is there"
        await store.close()


async def test_a_postgresql_of_an_older_version_is_brought_up_to_date(fresh_database: Database, postgres: Postgres) -> None:
    await (await open_store(fresh_database.plain)).close()
    for change in ("drop table known", "update alembic_version set version_num = '0001'"):
        postgres.do(change, database=fresh_database)
    store = await open_store(fresh_database.plain)
    await store.create("board", "Board", b"", Who("ada", "Ada"))
    await store.log.compact("board", b"\0\0", 1)
    await store.log.keep_known("board", 1, b"known", b"seal")
    snapshot, _ = await store.log.read("board")
    assert snapshot is not None
    assert (snapshot.known, snapshot.seal) == (b"known", b"seal")
    await store.close()


@pytest.mark.slow
async def test_killed_while_it_makes_its_tables_it_makes_them_the_next_time(tmp_path: Path) -> None:
    chance = random.Random(16)
    program = "import asyncio, sys; from footlights.server.storage import open_store; print('go', flush=True); asyncio.run(open_store(sys.argv[1])); print('made', flush=True)"
    for number in range(40 if LONG else 3):
        address = f"sqlite:///{tmp_path / f'{number}.sqlite'}"
        child = subprocess.Popen([sys.executable, "-c", program, address], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: ASYNC220
        assert child.stdout is not None
        await asyncio.to_thread(child.stdout.readline)
        time.sleep(chance.uniform(0, 0.15))  # noqa: ASYNC251 - it is the other process that works now
        child.send_signal(signal.SIGKILL)
        await asyncio.to_thread(child.wait)
        child.stdout.close()
        store = await open_store(address)
        assert (await store.documents()).items == []
        await store.close()
