"""Do what README.md says as a newcomer would: clone, run its command, look at the page that it names, press Ctrl-C."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import readme

ROOT = Path(__file__).resolve().parent.parent
TITLE = "<title>Footlights"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S*")
PATIENCE_S = 900
ANSWER_S = 60
ENDS_WELL = {0, 130}
KEPT = {"COMSPEC", "LANG", "PATH", "PATHEXT", "SYSTEMROOT", "TEMP", "TMP"}
KEPT_ENDS = ("_CERT", "_CERT_FILE", "_CERT_DIR", "_CA_BUNDLE", "_CA_CERTS", "_PROXY", "_proxy")


def newcomers_environment(home: Path, port: int) -> dict[str, str]:
    """What somebody has who has just arrived: a path, their network's certificates, and an empty home."""
    kept = {k: v for k, v in os.environ.items() if k in KEPT or k.endswith(KEPT_ENDS)}
    theirs = [p for p in kept["PATH"].split(os.pathsep) if p and not Path(p).is_relative_to(ROOT)]
    return {
        **kept,
        "HOME": str(home),
        "PATH": os.pathsep.join(theirs),
        "FOOTLIGHTS_PORT": str(port),
        "CI": "true",
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Listener:
    """Passes on what a program says, and remembers the first address in it."""

    def __init__(self, running: subprocess.Popen[bytes]) -> None:
        self.address: str | None = None
        self.thread = threading.Thread(target=self._listen, args=(running,), daemon=True)
        self.thread.start()

    def _listen(self, running: subprocess.Popen[bytes]) -> None:
        assert running.stdout is not None
        for line in running.stdout:
            text = line.decode("utf-8", "replace").rstrip()
            print(f"  {ADDRESS.sub(without_token, text)}", flush=True)
            if self.address is None and (found := ADDRESS.search(text)):
                self.address = found[0]


def without_token(found: re.Match[str]) -> str:
    """An address as a build's log may keep it."""
    return re.sub(r"token=[^&\s]+", "token=…", found[0])


def wait_for_address(running: subprocess.Popen[bytes], heard: Listener) -> str:
    """The address that the command names; ends this program if the command ends first or takes too long."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        if heard.address:
            return heard.address
        if running.poll() is not None:
            sys.exit(f"smoke: the README's run command ended early, with exit code {running.returncode}")
        time.sleep(0.1)
    sys.exit(f"smoke: the README's run command named no address within {PATIENCE_S} s")


def get(address: str) -> str:
    """What is at an address; it is given a minute to answer with 200."""
    until = time.monotonic() + ANSWER_S
    while True:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return str(answer.read().decode("utf-8"))
        except OSError as trouble:
            if time.monotonic() > until:
                sys.exit(f"smoke: {address} does not answer: {trouble}")
            time.sleep(0.2)


def look_at(address: str, fetch: Callable[[str], str] = get) -> None:
    """Visit the page; ends this program if it is not the one that was promised."""
    fetch(urljoin(address, "/healthz"))
    page = fetch(urljoin(address, "/"))
    if TITLE not in page:
        sys.exit(f"smoke: the page has no {TITLE!r}: {page[:300]}")


def press_ctrl_c(running: subprocess.Popen[bytes]) -> int:
    """Send what Ctrl-C sends, to every process of the command; its exit code."""
    if sys.platform == "win32":
        running.send_signal(signal.CTRL_BREAK_EVENT)
    else:
        os.killpg(running.pid, signal.SIGINT)
    return running.wait(20)


def start(argv: list[str], cwd: Path, env: dict[str, str]) -> subprocess.Popen[bytes]:
    argv = [shutil.which(argv[0], path=env["PATH"]) or argv[0], *argv[1:]]
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP
    return subprocess.Popen(
        argv,
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=sys.platform != "win32",
        creationflags=flags,
    )


def main() -> None:
    argv, port = shlex.split(readme.command("run")), free_port()
    with tempfile.TemporaryDirectory(prefix="footlights-smoke-") as folder:
        clone, home = Path(folder, "footlights"), Path(folder, "home")
        home.mkdir()
        subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
        began = time.monotonic()
        running = start(argv, clone, newcomers_environment(home, port))
        heard = Listener(running)
        try:
            address = wait_for_address(running, heard)
            look_at(address)
            took = time.monotonic() - began
            code = press_ctrl_c(running)
        finally:
            running.kill()
            running.wait()
        heard.thread.join(10)
        if code not in ENDS_WELL:
            sys.exit(f"smoke: exit code {code} after Ctrl-C, 0 or 130 was wanted")
        print(f"smoke: the README's run command served the page after {took:.1f} s", flush=True)


if __name__ == "__main__":
    main()
