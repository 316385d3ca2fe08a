"""The real server in a process of its own, as people start it, to be killed, stopped, starved and restarted."""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Any

__all__ = ["LONG", "Server", "free_port"]

#: `python3 dev.py durability` sets it: the numbers of the promises rather than a taste of them.
LONG = bool(os.environ.get("FOOTLIGHTS_LONG"))
TOKEN = "a-token-for-the-durability-tests"


def free_port() -> int:
    """A port that nobody listens at just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """`footlights serve` on a database. The database and the port stay the same from start to start."""

    def __init__(self, home: Path, database: str | None = None, *, limits: str = "", before: Sequence[str] = ()) -> None:
        self.home = home
        self.database = database or f"sqlite:///{home / 'footlights.sqlite'}"
        self.port = free_port()
        self.limits = limits
        self.before = list(before)
        self.process: subprocess.Popen[bytes] | None = None
        home.mkdir(parents=True, exist_ok=True)
        token = home / "token"
        token.write_text(TOKEN, "utf-8")
        token.chmod(0o600)

    @property
    def header(self) -> dict[str, str]:
        """What a script says to be let in."""
        return {"Authorization": f"Bearer {TOKEN}"}

    @property
    def log(self) -> str:
        """What the server has said."""
        return (self.home / "said.txt").read_text("utf-8", "replace")

    @property
    def pid(self) -> int:
        """The server's process."""
        assert self.process is not None
        return self.process.pid

    def start(self, seconds: float = 30.0) -> float:
        """Start it; the seconds until it answers."""
        began = time.monotonic()
        said = (self.home / "said.txt").open("ab")
        environment = {**os.environ, "FOOTLIGHTS_HOME": str(self.home), "FOOTLIGHTS_LIMITS": self.limits, "PYTHONUNBUFFERED": "1"}
        command = [
            *self.before, sys.executable, "-m", "footlights", "serve", "--database", self.database, "--port", str(self.port),
            "--token-file", str(self.home / "token"),
        ]  # fmt: skip
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        said.close()
        atexit.register(self.process.kill)  # a test that fails in the middle leaves nothing running (killing twice is fine)
        while time.monotonic() - began < seconds:
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended with {self.process.returncode}: {self.log[-2000:]}")
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return time.monotonic() - began
            time.sleep(0.05)
        raise RuntimeError(f"the server doesn't answer: {self.log[-2000:]}")

    def end(self, how: signal.Signals = signal.SIGKILL) -> float:
        """Send it a signal and wait; the seconds that took."""
        assert self.process is not None
        began = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(how)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)
            raise
        return time.monotonic() - began

    @property
    def running(self) -> bool:
        """Is it there?"""
        return self.process is not None and self.process.poll() is None

    def memory(self) -> int:
        """Its resident memory, in bytes (Linux)."""
        for line in Path(f"/proc/{self.pid}/status").read_text("ascii").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
        raise RuntimeError("no VmRSS")

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """What the API answers."""
        data = json.dumps(body).encode() if body is not None else None
        headers = {**self.header, "Content-Type": "application/json"}
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data, headers, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read() or b"null")

    def make(self, id: str = "board") -> str:
        """A new document; the address of its socket."""
        self.ask("POST", "/api/documents", {"title": "Board", "id": id})
        return self.socket(id)

    def socket(self, id: str = "board") -> str:
        """The address of a document's socket."""
        return f"ws://127.0.0.1:{self.port}/api/documents/{id}/live"

    async def __aenter__(self) -> Server:
        await asyncio.to_thread(self.start)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self.running:
            await asyncio.to_thread(self.end)
