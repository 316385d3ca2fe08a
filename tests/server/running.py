"""A real server in a process of its own, for tests: `with opened(path) as server:` or `with served() as server:`.

It has a home of its own, a free port, and its log in a file. What `server` gives: `url`, `token`, `document` (the id in the
printed address, "" for a folder), `process`, `home`, `log()`, and `client()`, an httpx client that has signed in by token.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx

__all__ = ["Running", "opened", "served"]

#: Seconds until a server must have said where it is, and until it must have ended.
_READY_S, _END_S = 30.0, 15.0


@dataclass
class Running:
    """A server that answers."""

    url: str
    token: str
    document: str
    process: subprocess.Popen[str]
    home: Path
    arguments: tuple[str, ...]

    def log(self) -> str:
        """All that it has said on standard error."""
        return (self.home / "server.log").read_text("utf-8", "replace")

    @property
    def view_token(self) -> str:
        """The token with which one may only look."""
        from footlights.server.session import Doorkeeper

        return Doorkeeper(self.token, 0).tokens["view"]

    def client(self, token: str | None = None) -> httpx.Client:
        """A client that sends the token with each request, as scripts do."""
        return httpx.Client(base_url=self.url, headers={"Authorization": f"Bearer {token or self.token}"}, timeout=30)

    def page_address(self) -> str:
        """The address that was printed, for a browser."""
        return f"{self.url}{f'/d/{self.document}' if self.document else '/'}#token={self.token}"

    def stop(self, how: int = signal.SIGTERM) -> int:
        """Ask it to end, by a signal; gives its exit code. Fails when it takes too long."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.wait(_END_S)

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait(_END_S)

    def again(self) -> Running:
        """Another server with the same home, port and arguments, after this one has ended."""
        return _start(self.arguments, self.home, urlsplit(self.url).port or 0)


@contextmanager
def opened(
    path: Path | str, *options: str, home: Path | None = None, port: int = 0, environment: dict[str, str] | None = None
) -> Iterator[Running]:
    """`footlights open PATH`; it is ended, politely, when the block is left."""
    with _running(("open", str(path), "--no-browser", *options), home, port, environment) as server:
        yield server


@contextmanager
def served(*options: str, home: Path | None = None, port: int = 0, environment: dict[str, str] | None = None) -> Iterator[Running]:
    """`footlights serve`; it is ended, politely, when the block is left."""
    with _running(("serve", *options), home, port, environment) as server:
        yield server


@contextmanager
def _running(arguments: tuple[str, ...], home: Path | None, port: int, environment: dict[str, str] | None) -> Iterator[Running]:
    with tempfile.TemporaryDirectory(prefix="footlights-home-", ignore_cleanup_errors=True) as folder:
        server = _start(arguments, home or Path(folder), port, environment)
        try:
            yield server
        finally:
            if server.process.poll() is None:
                try:
                    server.stop()
                except subprocess.TimeoutExpired:
                    server.kill()
                    raise
            if server.process.stdout is not None:
                server.process.stdout.close()


def _start(arguments: Sequence[str], home: Path, port: int, environment: dict[str, str] | None = None) -> Running:
    home.mkdir(parents=True, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FOOTLIGHTS_", "LC_"))}
    told = {**kept, "FOOTLIGHTS_HOME": str(home), "LANG": "C.UTF-8", "PYTHONUNBUFFERED": "1", **(environment or {})}
    argv = [sys.executable, "-m", "footlights", *arguments, "--port", str(port)]
    with (home / "server.log").open("ab") as log:
        process = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=log, stdin=subprocess.DEVNULL, env=told, text=True)
    line = _first_line(process)
    if not line.startswith("http"):
        process.kill()
        process.wait()
        raise AssertionError(
            f"footlights {' '.join(arguments)} did not start: {(home / 'server.log').read_text('utf-8', 'replace')[-3000:]}"
        )
    parts = urlsplit(line)
    document = parts.path.removeprefix("/d/") if parts.path.startswith("/d/") else ""
    return Running(f"{parts.scheme}://{parts.netloc}", parts.fragment.removeprefix("token="), document, process, home, tuple(arguments))


def _first_line(process: subprocess.Popen[str]) -> str:
    """The first line of standard output; "" when the process ends or says nothing for too long."""
    assert process.stdout is not None
    told: list[str] = []
    reader = threading.Thread(target=lambda: told.append(process.stdout.readline() if process.stdout else ""), daemon=True)
    reader.start()
    until = time.monotonic() + _READY_S
    while reader.is_alive() and time.monotonic() < until:
        reader.join(0.05)
    return told[0].strip() if told else ""
