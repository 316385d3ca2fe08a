"""The server as a process: its first line, its end, its log, its memory, kill -9, and sockets from other sites."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from websockets.exceptions import ConnectionClosed, InvalidMessage, InvalidStatus
from websockets.sync.client import connect

from .conftest import BLUEPRINT
from .running import Running, opened, served
from .test_guard import HOSTS, ORIGINS

YAML = {"Content-Type": "text/yaml"}


@pytest.fixture
def shine(tmp_path: Path) -> Path:
    path = tmp_path / "work" / "shine.blueprint.yaml"
    path.parent.mkdir()
    path.write_text(BLUEPRINT, "utf-8")
    return path


def until(fulfilled: Callable[[], object], within_s: float = 5.0) -> None:
    """Wait until something holds; fails when it takes too long."""
    end = time.monotonic() + within_s
    while not fulfilled():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.03)


def retitle(client: httpx.Client, id: str, title: str) -> None:
    """Give a document another title."""
    read = client.get(f"/api/documents/{id}").json()
    said = client.put(f"/api/documents/{id}", json={**read["document"], "title": title}, headers={"If-Match": read["etag"]})
    assert said.status_code == 200, said.text


def memory_kb(pid: int) -> int:
    """What a process has in memory."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


def frames(server: Running, id: str, token: str | None = None, **more: object) -> object:
    """A socket to a board."""
    address = f"{server.url.replace('http', 'ws')}/api/documents/{id}/live"
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return connect(address, additional_headers=headers, max_size=None, **more)  # type: ignore[arg-type]


def test_a_file_is_opened_edited_and_left_in_order(shine: Path) -> None:
    with opened(shine) as server:
        assert server.url.startswith("http://127.0.0.1:")
        assert len(server.token) >= 40
        with server.client() as client:
            assert client.get("/healthz").json() == {"ok": True}
            assert client.get("/").status_code == 200
            retitle(client, server.document, "Another")
            # not waited for: ending writes it
        assert server.stop() == 0
    assert shine.read_text("utf-8") == BLUEPRINT.replace("A shine", "Another")


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_politely_with_boards_open(how: signal.Signals, shine: Path) -> None:
    with opened(shine) as server, frames(server, server.document, server.token) as board:  # type: ignore[attr-defined]
        board.recv(timeout=5)
        began = time.monotonic()
        assert server.stop(how) == 0
        assert time.monotonic() - began < 10
        assert server.log() == "Ctrl-C ends it. Whoever has this address can edit.\nEverything is saved.\n".replace("\n", os.linesep)


def test_kill_9_loses_nothing_that_was_answered(shine: Path) -> None:
    with opened(shine) as server:
        with server.client() as client:
            for number in range(5):
                retitle(client, server.document, f"Number {number}")
        server.kill()
        again = server.again()
        try:
            assert again.document == server.document
            assert again.token == server.token
            with again.client() as client:
                assert client.get(f"/api/documents/{again.document}").json()["document"]["title"] == "Number 4"
            until(lambda: "Number 4" in shine.read_text("utf-8"))
            assert shine.read_text("utf-8") == BLUEPRINT.replace("A shine", "Number 4")
        finally:
            again.stop()
            assert again.process.stdout is not None
            again.process.stdout.close()
    assert [path.name for path in shine.parent.iterdir()] == [shine.name]


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_kill_9_again_and_again_in_mid_writing(shine: Path) -> None:
    import random

    chance = random.Random(5)
    server_now = None
    with opened(shine) as server:
        running, last = server, ""
        for round_ in range(12):
            with running.client() as client:
                end = time.monotonic() + chance.uniform(0.2, 0.9)
                while time.monotonic() < end:
                    last = f"Round {round_} at {time.monotonic_ns()}"
                    retitle(client, running.document, last)
            running.kill()
            assert running.process.stdout is not None
            running.process.stdout.close()
            text = shine.read_text("utf-8")
            assert text.count("\n") == BLUEPRINT.count("\n"), "the old file or the new one, never half"
            running = server_now = server.again()
            with running.client() as client:
                assert client.get(f"/api/documents/{running.document}").json()["document"]["title"] == last
            assert last in shine.read_text("utf-8")
        assert server_now is not None
        server_now.stop()
        assert server_now.process.stdout is not None
        server_now.process.stdout.close()
    assert [path.name for path in shine.parent.iterdir()] == [shine.name], "no conflict with ourselves"


def test_the_token_is_nowhere_to_be_seen(shine: Path) -> None:
    with opened(shine, environment={"FOOTLIGHTS_DEBUG": "1"}) as server:
        token, view = server.token, server.view_token
        with server.client() as client:
            pictures = [client.get(f"/api/documents/{server.document}/exports/{form}").content for form in ("svg", "html", "yaml", "pdf")]
            client.get(f"/api/documents?search={token}")
            client.get(f"/api/documents/{token}")
            client.get("/d/x", params={"token": token})
            client.get("/api/session", headers={"Authorization": f"Bearer {token}x"})
            signed = httpx.post(f"{server.url}/api/session", json={"token": token}, headers={"Origin": server.url})
            httpx.post(f"{server.url}/api/session", json={"token": token, "canary": 1}, headers={"Origin": server.url})
            httpx.post(f"{server.url}/api/session", json={"token": token + "x"}, headers={"Origin": server.url})
            tables = subprocess.run(["ps", "axww", "-o", "args", "-e"], capture_output=True, text=True, check=False).stdout
            worker_environments = "".join(_environment(path) for path in Path("/proc").glob("[0-9]*"))
        server.stop()
        for secret in (token, view):
            assert secret not in server.log()
            assert secret not in tables
            assert secret not in worker_environments
            assert secret not in str(dict(signed.headers))
            assert all(secret.encode() not in picture for picture in pictures)
            database = server.home / "footlights.sqlite"
            assert secret.encode() not in database.read_bytes()
            with sqlite3.connect(database) as store:
                assert secret not in "".join(store.iterdump())
        assert (server.home / "token").stat().st_mode & 0o077 == 0


def _environment(running: Path) -> str:
    try:
        return (running / "environ").read_text("utf-8", "replace")
    except OSError:
        return ""


def test_what_people_write_is_not_in_the_log(shine: Path) -> None:
    shine.write_text(BLUEPRINT.replace("Pays", "canaryword"), "utf-8")
    with opened(shine) as server, server.client() as client:
        for body in ("title: [canaryword", "{", "\x00canaryword", BLUEPRINT.replace("by: shiner", "by: canaryword")):
            client.put(f"/api/documents/{server.document}/file", content=body.encode(), headers={**YAML, "If-Match": '"1"'})
            client.post("/api/documents", json={"text": body, "id": "canaryword"})
        client.get("/api/documents/canaryword/exports/canaryword")
        shine.write_text("title: [canaryword", "utf-8")
        until(lambda: client.get("/api/documents").json()["items"][0]["file_state"] == "unreadable")
        server.stop()
        assert "canaryword" not in server.log()
        assert "Traceback" not in server.log()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_gigabyte_is_refused_early_with_flat_memory() -> None:
    with served() as server:
        where = urlsplit(server.url)
        before = memory_kb(server.process.pid)
        for framing in (b"Content-Length: 1073741824", b"Transfer-Encoding: chunked"):
            head = (
                b"PUT /api/documents/x HTTP/1.1\r\nHost: " + where.netloc.encode() + b"\r\nAuthorization: Bearer " + server.token.encode()
                + b"\r\nContent-Type: text/yaml\r\nIf-Match: \"1\"\r\n" + framing + b"\r\n\r\n"
            )  # fmt: skip
            part, sent, answer = b"x" * 65536, 0, b""
            chunk = part if b"Length" in framing else b"10000\r\n" + part + b"\r\n"
            with socket.create_connection((where.hostname or "", where.port or 0), timeout=10) as line:
                line.sendall(head)
                try:
                    while sent < 1 << 30:
                        line.sendall(chunk)
                        sent += len(part)
                except OSError:
                    pass
                try:
                    answer = line.recv(4096)
                except OSError:
                    answer = b""
            assert sent < 64_000_000, "it is not read to the end"
            assert answer == b"" or b" 413 " in answer.splitlines()[0]
        assert memory_kb(server.process.pid) - before < 60_000
        assert httpx.get(f"{server.url}/healthz").status_code == 200


def test_no_socket_for_other_sites_and_other_names(shine: Path) -> None:
    accepted = []
    with opened(shine) as server:
        port = urlsplit(server.url).port or 0
        signed = httpx.post(f"{server.url}/api/session", json={"token": server.token}, headers={"Origin": server.url})
        cookie = signed.headers["Set-Cookie"].partition(";")[0]
        address = f"{server.url.replace('http', 'ws')}/api/documents/{server.document}/live"
        ours = server.url.removeprefix("http://")
        for origin in [*(one.replace("8473", str(port)).replace("8474", str(port + 1)) for one in ORIGINS), None]:
            for host in [ours, *(one.replace("8473", str(port)) for one in HOSTS)]:
                headers = {"Cookie": cookie, "Host": host} if host != ours else {"Cookie": cookie}
                if (origin, host) != (server.url, ours):
                    try:
                        with connect(address, additional_headers=headers, origin=origin, open_timeout=5):  # type: ignore[arg-type]
                            accepted.append((origin, host))
                    except InvalidStatus as refused:
                        assert refused.response.status_code in (400, 403)
                    except (InvalidMessage, OSError, EOFError):
                        continue  # hung up on
        assert accepted == []
        with connect(address, additional_headers={"Cookie": cookie}, origin=server.url) as board:  # type: ignore[arg-type]
            assert board.recv(timeout=5)[:1] == b"\x04"


def test_who_may_look_sees_the_board_and_changes_nothing(shine: Path) -> None:
    from footlights.live import Shared

    with opened(shine) as server, server.client() as client:
        before = client.get(f"/api/documents/{server.document}").json()["seq"]
        other = Shared()

        def write(there: Shared) -> None:
            head = there.map("head")
            assert head is not None
            head["owner"] = "somebody"

        update = other.change(write)
        for step in (1, 2):
            with frames(server, server.document, server.view_token) as board:  # type: ignore[attr-defined]
                board.recv(timeout=5)
                for _ in range(3):
                    with suppress(ConnectionClosed):
                        board.send(bytes((0, step, len(update))) + update)
                said = b""
                try:
                    while True:
                        said += board.recv(timeout=2)
                except TimeoutError:
                    pytest.fail("it was not sent away")
                except ConnectionClosed as closed:
                    assert "4403" in str(closed)
                assert b'"read-only"' in said
        assert client.get(f"/api/documents/{server.document}").json()["seq"] == before
        assert "owner" not in client.get(f"/api/documents/{server.document}").json()["document"]


@pytest.mark.parametrize(("id", "signed", "code"), [("nope", True, 4404), (None, False, 4401)])
def test_a_socket_that_leads_nowhere_says_why(id: str | None, signed: bool, code: int, shine: Path) -> None:
    with opened(shine) as server:
        address = f"{server.url.replace('http', 'ws')}/api/documents/{id or server.document}/live"
        headers = {"Authorization": f"Bearer {server.token}"} if signed else {}
        origin = None if signed else server.url
        with connect(address, additional_headers=headers, origin=origin) as board, pytest.raises(ConnectionClosed, match=str(code)):  # type: ignore[arg-type]
            board.recv(timeout=5)


def test_a_newcomer_hears_how_the_file_is(shine: Path) -> None:
    with opened(shine) as server, server.client() as client:
        shine.write_text("title: [", "utf-8")
        until(lambda: client.get("/api/documents").json()["items"][0]["file_state"] == "unreadable")
        with frames(server, server.document, server.token) as board:  # type: ignore[attr-defined]
            assert b'"state":"unreadable"' in board.recv(timeout=5)
            shine.write_text(BLUEPRINT, "utf-8")
            end = time.monotonic() + 5
            while b'"t":"file","state":"ok"' not in board.recv(timeout=5):
                assert time.monotonic() < end


def test_a_second_server_on_the_same_database_is_refused() -> None:
    with served() as server:
        told = {**os.environ, "FOOTLIGHTS_HOME": str(server.home), "LANG": "C.UTF-8"}
        second = subprocess.run(
            [sys.executable, "-m", "footlights", "serve", "--port", "0"], capture_output=True, text=True, env=told, timeout=30, check=False
        )
        assert second.returncode == 2
        assert second.stderr.startswith("footlights: ")
        assert "Traceback" not in second.stderr
        assert httpx.get(f"{server.url}/healthz").status_code == 200


def test_a_port_that_is_taken() -> None:
    with served() as server:
        port = urlsplit(server.url).port
        told = {**os.environ, "FOOTLIGHTS_HOME": str(server.home / "other"), "LANG": "C.UTF-8"}
        argv = [sys.executable, "-m", "footlights", "serve", "--port", str(port)]
        second = subprocess.run(argv, capture_output=True, text=True, env=told, timeout=30, check=False)
        assert second.returncode == 2
        assert f"port {port}" in second.stderr
        assert "choose another with --port" in second.stderr
