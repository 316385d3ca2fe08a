"""The demonstration's server: one page, this machine only, gone on Ctrl-C."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import serve_page

SCRIPT = Path(serve_page.__file__)
PAGE = "<!doctype html><title>Één pagina</title>"


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return path


@pytest.fixture
def server(page_file: Path) -> Iterator[serve_page.PageServer]:
    with serve_page.listen(page_file, 0) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def ask(server: serve_page.PageServer, path: str, method: str = "GET") -> tuple[int, str, str]:
    line = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    line.request(method, path)
    answer = line.getresponse()
    result = answer.status, answer.headers["Content-Type"], answer.read().decode("utf-8")
    line.close()
    return result


def test_the_page_is_at_the_root_and_read_anew_each_time(server: serve_page.PageServer, page_file: Path) -> None:
    assert ask(server, "/") == (200, "text/html; charset=utf-8", PAGE)
    page_file.write_text("new", "utf-8")
    assert ask(server, "/?again")[2] == "new"


def test_nothing_else_is_served(server: serve_page.PageServer, page_file: Path) -> None:
    (page_file.parent / "secret.txt").write_text("secret")
    for path in ("/secret.txt", "/../secret.txt", "/page.html", "/%2e%2e/secret.txt"):
        status, _, text = ask(server, path)
        assert (status, "secret" in text) == (404, False)


def test_head_has_no_body(server: serve_page.PageServer) -> None:
    assert ask(server, "/", "HEAD") == (200, "text/html; charset=utf-8", "")


def test_a_page_that_went_away_is_said_so(server: serve_page.PageServer, page_file: Path) -> None:
    page_file.unlink()
    status, _, text = ask(server, "/")
    assert status == 500
    assert text.startswith("The page cannot be read")


def test_it_listens_on_this_machine_only(server: serve_page.PageServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_a_taken_port_is_passed_over_unless_it_was_asked_for(page_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setattr(serve_page, "FIRST_PORT", port)
        with serve_page.listen(page_file, None) as other:
            assert other.server_address[1] != port
        with pytest.raises(OSError, match=r"(?i)address|permission"):
            serve_page.listen(page_file, port)


def run(page_file: Path, *options: str, **env: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(SCRIPT), str(page_file), *options],
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT that a test could send to one process")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_and_ends_well(page_file: Path, sign: signal.Signals) -> None:
    running = run(page_file, "--no-browser", FOOTLIGHTS_PORT="0")
    assert running.stdout
    assert running.stdout.readline().strip() == str(page_file)
    address = running.stdout.readline().strip()
    assert address.startswith("http://127.0.0.1:")
    running.send_signal(sign)
    assert running.communicate(timeout=20)[1] == ""
    assert running.returncode == 0


@pytest.mark.parametrize("port", ["many", "-1", "70000", "1.5"])
def test_an_impossible_port_is_refused_in_words(page_file: Path, port: str) -> None:
    running = run(page_file, f"--port={port}")
    said = running.communicate(timeout=20)[1]
    assert running.returncode == 2
    assert "a port is a number" in said
    assert "Traceback" not in said


def test_a_taken_port_that_was_asked_for_is_said_so(page_file: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        running = run(page_file, "--no-browser", FOOTLIGHTS_PORT=str(taken.getsockname()[1]))
        said = running.communicate(timeout=20)[1]
    assert running.returncode == 2
    assert "Choose another with --port" in said
    assert "Traceback" not in said
