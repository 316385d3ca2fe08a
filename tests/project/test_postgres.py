"""The tests' own PostgreSQL: fresh databases, and a server that can be stopped, killed and started again."""

from __future__ import annotations

import asyncpg
import pytest

from tests.support.postgres import Database, Postgres, programs


def test_a_fresh_database_is_empty_and_its_own(postgres: Postgres, fresh_database: Database) -> None:
    postgres.do("create table t (x int)", "insert into t values (1)", database=fresh_database)
    assert postgres.do("select x from t", database=fresh_database) == [[1]]
    copy = postgres.create(template=fresh_database.name)
    assert postgres.do("select x from t", database=copy) == [[1]]
    postgres.drop(copy)
    other = postgres.create()
    assert postgres.do("select count(*) from pg_tables where tablename = 't'", database=other) == [[0]]
    postgres.drop(other)


async def test_an_async_test_talks_to_it(fresh_database: Database) -> None:
    connection = await asyncpg.connect(fresh_database.plain)
    assert await connection.fetchval("select current_database()") == fresh_database.name
    await connection.close()
    assert fresh_database.url.startswith("postgresql+asyncpg://")


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_what_is_written_is_there_after_a_restart(postgres: Postgres, fresh_database: Database, mode: str) -> None:
    postgres.do("create table t (x int)", "insert into t values (1)", "checkpoint", database=fresh_database)
    postgres.stop(mode)
    with pytest.raises(OSError):
        postgres.do("select 1")
    postgres.start()
    assert postgres.do("select x from t", database=fresh_database) == [[1]]


def test_trouble_comes_out_of_the_thread(postgres: Postgres) -> None:
    with pytest.raises(asyncpg.PostgresSyntaxError):
        postgres.do("not sql")


def test_a_server_of_somebody_else_is_not_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = Postgres("postgresql://somebody@db.example:5432/them")
    assert theirs.database("mine").plain == "postgresql://somebody@db.example:5432/mine"
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="not ours"):
        theirs.stop()
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="not ours"):
        theirs.restart()


def test_its_programs_are_those_of_the_package() -> None:
    assert programs().parent.name == "pginstall"
