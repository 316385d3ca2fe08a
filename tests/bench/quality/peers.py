"""The same figures of other tools' pictures: measured now where the peers' benchmark and its programs are at hand, else as recorded."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from scripts.browser import find_chrome

__all__ = ["COLUMNS", "RECORDED", "Peers", "look"]

#: The columns that are told, of those of the peers' benchmark.
COLUMNS = (
    "cards shown", "arrows right/stray", "arrow over card", "arrow in own card", "crossings", "shared line %", "bends/arrow",
    "lanes in order %", "steps in order %", "text over its card", "text struck by arrow", "min contrast", "text px on A3", "aspect",
    "card area %",
)  # fmt: skip
#: What is tried, by size: the programs that stand a picture of it.
_TRIED = {
    "typical": (
        "graphviz16-dot", "graphviz16-pinned", "mermaid-flow", "mermaid-elk", "mermaid-swimlane", "d2-dagre", "d2-elk", "d2-grid",
        "plantuml", "elkjs-lanes", "elkjs-interactive", "libavoid-js",
    ),
    "1000": ("graphviz16-pinned", "d2-grid", "elkjs-interactive", "libavoid-js"),
}  # fmt: skip
#: Measured on 2026-11-22 with Graphviz 16.1, Mermaid 11, D2 0.1.33 (wasm), PlantUML 1.2020.2, elkjs 0.12.1, libavoid-js 0.4.5.
RECORDED = {
    "typical": """
graphviz16-dot|60/60|47/50 +1|4|0|37|0.0|3.25|33|100|0|10|16.2|7.4|3.05|17.9
graphviz16-pinned|60/60|50/50 +0|0|0|9|0.0|0.52|100|100|0|4|16.2|6.7|2.64|27.4
mermaid-flow|60/60|50/50 +0|38|0|71|0.0|4.25|17|7|0|20|14.5|3.8|1.18|4.1
mermaid-elk|60/60|50/50 +0|0|0|86|0.0|2.66|33|3|0|0|14.5|4.0|2.09|5.6
mermaid-swimlane|60/60|50/50 +0|0|0|12|0.0|1.39|100|41|0|0|14.5|2.2|4.37|3.4
d2-dagre|60/60|50/50 +0|31|0|75|0.0|7.9|50|14|0|23|14.6|3.8|1.56|3.1
d2-elk|60/60|50/50 +0|0|0|102|0.0|3.36|33|16|0|6|14.6|2.9|2.2|2.7
d2-grid|60/60|50/50 +0|19|0|2|7.0|0.0|100|100|0|17|4.0|7.2|2.5|26.2
plantuml|60/60|0/50 +0|0|0|0|0.0|0.0|0|22|0|0|None|2.7|0.51|4.0
elkjs-lanes|60/60|50/50 +0|0|0|83|0.0|2.5|17|7|24|2|16.6|3.5|1.66|6.4
elkjs-interactive|60/60|50/50 +0|0|0|41|0.0|2.26|0|36|24|3|16.6|3.6|4.76|19.7
libavoid-js|60/60|50/50 +0|0|0|11|4.9|0.72|100|100|24|5|16.6|6.3|2.59|32.3
""",
    "1000": """
graphviz16-pinned|1000/1000|850/850 +0|0|0|442|0.0|0.89|100|100|10|0|16.2|0.9|10.71|29.8
d2-grid|1000/1000|850/850 +0|474|0|165|2.3|0.0|100|100|0|234|14.6|1.0|8.41|37.1
elkjs-interactive|1000/1000|850/850 +0|0|0|1733|0.0|2.98|0|21|476|294|16.6|0.6|7.48|14.9
libavoid-js|1000/1000|850/850 +0|0|0|443|1.8|1.14|100|100|476|279|16.6|0.8|10.36|31.8
""",
}


class Peers(NamedTuple):
    """Rows of figures by tool, in the order of COLUMNS, and a word on where they come from."""

    rows: dict[str, tuple[str, ...]]
    origin: str


def look(size: str, bench: Path, npm: Path, work: Path) -> Peers:
    """The peers' figures for a size: `bench` is the folder of the peers' benchmark, `npm` one with their node_modules."""
    missing = _missing(bench, npm)
    if missing:
        return Peers(_rows(RECORDED[size]), f"recorded on 2026-11-22; not measured now: {missing}")
    work.mkdir(parents=True, exist_ok=True)
    env = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": str(find_chrome()), "PYTHONDONTWRITEBYTECODE": "1"}
    place = ("--npm", str(npm.resolve()), "--work", str(work.resolve()))
    tried = ("--only", ",".join(_TRIED[size]))
    _run((sys.executable, str(bench.resolve() / "bench.py"), *place, "--sizes", size, "--runs", "1", *tried), npm, env)
    table = _run((sys.executable, str(bench.resolve() / "quality.py"), *place, "--size", size, *tried), npm, env)
    rows = _read(table)
    gone = [name for name in _TRIED[size] if name not in rows]
    return Peers(rows, "measured now" + (f"; gave no picture: {', '.join(gone)}" if gone else ""))


def _missing(bench: Path, npm: Path) -> str:
    if not (bench / "quality.py").is_file():
        return f"no peers' benchmark at {bench}"
    if not (npm / "node_modules").is_dir():
        return f"no node_modules in {npm} (its README tells what to install)"
    return "" if find_chrome() else "no Chromium found"


def _run(command: Sequence[str], folder: Path, env: dict[str, str]) -> str:
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    return done.stdout


def _rows(text: str) -> dict[str, tuple[str, ...]]:
    found = {}
    for line in text.strip().splitlines():
        name, *figures = line.split("|")
        found[name] = tuple(figures)
    return found


def _read(table: str) -> dict[str, tuple[str, ...]]:
    """The rows of the benchmark's own table, with our choice of its columns."""
    lines = [[cell.strip() for cell in re.split(r" \| ", line.strip().strip("|"))] for line in table.splitlines() if line.startswith("| ")]
    if not lines:
        return {}
    at = {name: number for number, name in enumerate(lines[0])}
    return {line[0]: tuple(line[at[name]] if name in at else "-" for name in COLUMNS) for line in lines[1:] if line[0] != "---"}
