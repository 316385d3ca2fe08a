"""Do what README.md says as a newcomer would: clone, run its command, look at the page, press Ctrl-C."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import readme

ROOT = Path(__file__).resolve().parent.parent
TITLE = "<title>My laptop will not start"
PATIENCE_S = 900
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


def wait_for_page(running: subprocess.Popen[bytes], port: int) -> str:
    """The page's text once it answers; ends this program if the command ends first or takes too long."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        if running.poll() is not None:
            sys.exit(f"smoke: the README's run command ended early, with exit code {running.returncode}")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
                return str(answer.read().decode("utf-8"))
        except OSError:
            time.sleep(0.2)
    sys.exit(f"smoke: the README's run command served nothing within {PATIENCE_S} s")


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
        try:
            page = wait_for_page(running, port)
            took = time.monotonic() - began
            if TITLE not in page:
                sys.exit(f"smoke: the page has no {TITLE!r}: {page[:300]}")
            code = press_ctrl_c(running)
        finally:
            running.kill()
            running.wait()
        if code != 0:
            sys.exit(f"smoke: exit code {code} after Ctrl-C, 0 was wanted")
        print(f"smoke: the README's run command served the page after {took:.1f} s", flush=True)


if __name__ == "__main__":
    main()
