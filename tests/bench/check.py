"""How long `footlights check` takes: cold on one file, and on a folder of 500. `python3 dev.py bench check`.

The wall clock of whole processes beside the bounds of the Findings issue, and the CPU seconds that say how much of it is waiting
for other work on the machine.
"""

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from .clock import _adopt_orphans, _children, _wait_for_orphans, machine

ROOT = Path(__file__).resolve().parents[2]
FILES = 500
#: Seconds on two cores: a folder of 500 blueprints, and one file cold.
MANY_S, ONE_S = 10.0, 0.6


def varied(folder: Path) -> None:
    """500 blueprints made of the examples, with levels and times of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "examples").glob("*.blueprint.yaml"))]
    for number in range(FILES):
        text = texts[number % len(texts)]
        text = re.sub(r"\bactual: [1-5]", f"actual: {1 + number % 5}", text)
        text = re.sub(r"\bwork: \d+", f"work: {2 + number % 7}", text)
        (folder / f"{number:03}.blueprint.yaml").write_text(text, "utf-8")


def timed(*arguments: str) -> tuple[float, float]:
    """The seconds on the clock and the CPU seconds, all its processes included, of one `footlights check`."""
    command = [sys.executable, "-m", "footlights", "check", *arguments]
    # compiled once, as wherever it is installed; some machines for development are told not to keep what is compiled
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(ROOT / "build" / "bench" / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    _adopt_orphans()
    before, start = _children(), time.perf_counter()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, env=environment, capture_output=True, check=False)
    spent = time.perf_counter() - start
    _wait_for_orphans()  # the processes that share the work are children of a child
    if done.returncode > 1:
        raise RuntimeError(done.stderr.decode(errors="replace")[-300:])
    return spent, _children() - before


def told(what: str, runs: list[tuple[float, float]], bound: float) -> None:
    wall, cpu = median(run[0] for run in runs), median(run[1] for run in runs)
    verdict = "met" if wall <= bound else "missed"
    print(
        f"  {what:34} {wall:6.2f} s on the clock, {cpu:6.2f} s of CPU; {wall / bound:5.2f} of the {bound:g} s allowed: {verdict}",
        flush=True,
    )


def report(runs: int) -> None:
    """Measure and print."""
    folder = ROOT / "build" / "bench" / "many"
    varied(folder)
    print("Check: whole processes, on the clock")
    one = str(ROOT / "examples" / "it-incident.blueprint.yaml")
    timed(one)  # what is compiled on the first run is there on all others
    told("one file, cold", [timed(one) for _ in range(2 * runs + 1)], ONE_S)
    told("one file, cold, as SARIF", [timed(one, "--format", "sarif") for _ in range(runs)], ONE_S)
    told("a folder of 500", [timed(str(folder)) for _ in range(runs)], MANY_S)
    told("a folder of 500, everything as JSON", [timed(str(folder), "--profile", "strict", "--json") for _ in range(runs)], MANY_S)


if __name__ == "__main__":
    print(machine())
    report(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
