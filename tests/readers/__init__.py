"""The programs of others that read what we write: Mermaid, bpmn-js with its schemas, and mxGraph, on which draw.io stands.

`packages` gives their folder. What package-lock.json says is installed by hash on first use: 27 MB, about five seconds.
"""

import hashlib
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import webbuild

__all__ = ["BPMN_JS", "BPMN_SCHEMA", "MERMAID", "MXGRAPH", "packages"]

HERE = Path(__file__).resolve().parent
MERMAID = "@mermaid-js/tiny/dist/mermaid.tiny.js"
BPMN_JS = "bpmn-js/dist/bpmn-viewer.production.min.js"
BPMN_SCHEMA = "bpmn-moddle/resources/bpmn/xsd/BPMN20.xsd"
MXGRAPH = "mxgraph/javascript/mxClient.min.js"


def packages() -> Path:
    """node_modules with the readers in it; raises RuntimeError where npm could not get them."""
    modules = HERE / "node_modules"
    wanted = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    stamp = modules / ".footlights"
    with _alone():
        if stamp.is_file() and stamp.read_text("utf-8") == wanted:
            return modules
        return _installed(modules, stamp, wanted)


@contextmanager
def _alone() -> Iterator[None]:
    """Tests run in several processes, and npm can't share a folder: whoever comes second waits."""
    taken, ends = HERE / ".installing", time.monotonic() + 300
    while True:
        try:
            taken.mkdir()
            break
        except FileExistsError:
            if time.monotonic() > ends:  # left behind by a run that was killed
                taken.rmdir()
            time.sleep(0.2)
    try:
        yield
    finally:
        taken.rmdir()


def _installed(modules: Path, stamp: Path, wanted: str) -> Path:
    command, env = webbuild.npm()
    argv = [*command, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(argv, cwd=HERE, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        shutil.rmtree(modules, ignore_errors=True)
        raise RuntimeError(f"npm could not install the readers: {done.stderr[-500:]}")
    stamp.write_text(wanted, "utf-8")
    return modules
