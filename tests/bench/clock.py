"""CPU seconds of a whole process tree, and of a function in this process."""

import ctypes
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

__all__ = ["cold", "machine", "warm"]


def cold(command: Sequence[str], runs: int, folder: Path | None = None) -> float:
    """The median CPU seconds (user and system) of a command with all the processes it waits for; a warm-up is not counted.

    Raises RuntimeError with the end of what the command said when it fails.
    """
    _adopt_orphans()
    found = []
    for number in range(runs + 1):
        before = _children()
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        _wait_for_orphans()
        spent = _children() - before
        if done.returncode:
            raise RuntimeError((done.stderr or done.stdout).decode(errors="replace")[-300:])
        if number:
            found.append(spent)
    return median(found)


def _adopt_orphans() -> None:
    """On Linux, processes whose parent has ended become ours, so that their time counts too (a browser leaves many)."""
    if sys.platform == "linux":
        set_child_subreaper = 36
        ctypes.CDLL(None).prctl(set_child_subreaper, 1, 0, 0, 0)


def _wait_for_orphans() -> None:
    until = time.monotonic() + 5
    while time.monotonic() < until:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                time.sleep(0.02)
        except ChildProcessError:
            return


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def warm(act: Callable[[], object], runs: int) -> float:
    """The least CPU seconds of several calls, after one that is not counted: other work on the machine only ever adds."""
    act()
    found = []
    for _ in range(runs):
        start = time.process_time()
        act()
        found.append(time.process_time() - start)
    return min(found)


def machine() -> str:
    """What the figures were made on, in a few words."""
    return f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
