"""Run them: `python3 dev.py bench` (everything) or `python3 dev.py bench cold|warm|check|outputs|quality`."""

import argparse
import math
import sys
import tracemalloc
from itertools import pairwise
from pathlib import Path

from footlights.drawing import Drawing
from footlights.layout import lay_out
from footlights.model import Blueprint
from footlights.render import render

from .check import report
from .clock import cold, machine, warm
from .grown import grown
from .outputs import report as report_outputs
from .peers import peers
from .quality.__main__ import BENCH
from .quality.__main__ import report as looked_at

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "it-incident.blueprint.yaml"
SIZES = (60, 1_000, 5_000, 20_000, 50_000)
#: Links for each card, so that with the implied ones there is an arrow for every card.
LINKS = 0.48
#: In process, CPU seconds for layout and SVG together, and how fast they may grow with the number of cards.
GOALS = {60: 0.012, 5_000: 0.6, 20_000: 3.0}
EXPONENT = 1.15


def cold_start(work: Path, runs: int) -> None:
    """A whole `footlights draw` beside the peers on the same content."""
    import footlights as fl

    print("Cold: the IT incident to SVG, CPU seconds of the whole process tree")
    out = work / "ours.svg"
    ours = cold([sys.executable, "-m", "footlights", "draw", str(EXAMPLE), "-o", str(out), "--quiet"], runs)
    print(f"  footlights                     {ours:6.2f} s   (goal 0.40: {'met' if ours <= 0.4 else 'missed'})")
    for peer in peers(fl.load(EXAMPLE).blueprint, work):
        if peer.missing:
            print(f"  {peer.name:30} not run: {peer.missing}")
            continue
        try:
            spent = cold(peer.command, max(1, runs // 2), peer.folder)
        except RuntimeError as failed:
            print(f"  {peer.name:30} failed: {' '.join(str(failed).split())[-160:]}")
            continue
        print(f"  {peer.name:30} {spent:6.2f} s   ours takes {ours / spent:.2f} of it, it takes {spent / ours:.1f} of ours")


def write_floor(drawing: Drawing) -> None:
    """The least any writer must do: one formatted string for every card and arrow of the drawing, joined."""
    out = []
    for group in drawing.groups:
        if group.kind == "card" and group.box:
            x, y, wide, high = group.box
            out.append(f'<g class="card" data-id="{group.address}"><rect x="{x:g}" y="{y:g}" width="{wide:g}" height="{high:g}" '
                       f'fill="#fff"/><text x="{x:g}" y="{y:g}">{group.label}</text></g>')  # fmt: skip
        elif group.kind == "arrow":
            out.append(f'<path class="arrow" d="{group.items[0][0]}"/>')
    "\n".join(out)


def growth(runs: int) -> None:
    """Layout and SVG in one process, as blueprints grow."""
    print(f"Warm: layout and SVG in one process, CPU milliseconds (a plain loop of two million turns here: {warm(_loop, 5) * 1e3:.0f})")
    heads = ("cards", "arrows", "layout", "svg", "sum", "goal", "kB", "B a card")
    print(" ".join(f"{head:>10}" for head in heads), "  floor: writing the text only, share of the sum")
    totals = []
    for size in SIZES:
        blueprint = grown(size, LINKS)
        drawing = lay_out(blueprint)
        repeat = runs if size <= 1_000 else 5 if size <= 5_000 else 2
        layout_s = warm(lambda: lay_out(blueprint), repeat)  # noqa: B023
        svg_s = warm(lambda: render(drawing, "svg"), repeat)  # noqa: B023
        floor_s = warm(lambda: write_floor(drawing), repeat)  # noqa: B023
        total = layout_s + svg_s
        totals.append((size, total))
        arrows = sum(1 for group in drawing.groups if group.kind == "arrow")
        goal = f"{GOALS[size] * 1e3:.0f} {'met' if total <= GOALS[size] else 'missed'}" if size in GOALS else ""
        size_kb = len(render(drawing, "svg").data) / 1024
        figures = (
            size, arrows, f"{layout_s * 1e3:.1f}", f"{svg_s * 1e3:.1f}", f"{total * 1e3:.1f}", goal, f"{size_kb:.0f}",
            f"{_memory(blueprint) / size:.0f}" if size <= 20_000 else "",
        )  # fmt: skip
        print(" ".join(f"{figure:>10}" for figure in figures), f"  {floor_s * 1e3:.1f} ms, {100 * floor_s / total:.0f} %", flush=True)
    steps = [math.log(b[1] / a[1]) / math.log(b[0] / a[0]) for a, b in pairwise(totals)]
    told = ", ".join(f"{step:.2f}" for step in steps)
    # small pictures are searched for better ways and large ones are not: growth is told of the large ones
    first, last = totals[2], totals[-1]
    exponent = math.log(last[1] / first[1]) / math.log(last[0] / first[0])
    reached = "met" if exponent <= EXPONENT else "missed"
    print(f"  growth exponent from {first[0]} to {last[0]} cards: {exponent:.2f} (goal {EXPONENT}: {reached}); step by step {told}")


def _loop() -> int:
    """Nothing but Python: what the machine gives at the moment."""
    total = 0
    for number in range(2_000_000):
        total += number & 3
    return total


def _memory(blueprint: Blueprint) -> int:
    """The most memory (bytes) that layout and SVG hold at one time, the blueprint aside."""
    tracemalloc.start()
    drawing = lay_out(blueprint)
    render(drawing, "svg")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def main() -> None:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("what", nargs="*", choices=["cold", "warm", "check", "outputs", "quality", []], default=[])
    parser.add_argument("--runs", type=int, default=7)
    chosen = parser.parse_args()
    work = ROOT / "build" / "bench"
    work.mkdir(parents=True, exist_ok=True)
    print(machine())
    if not chosen.what or "cold" in chosen.what:
        cold_start(work, chosen.runs)
    if not chosen.what or "warm" in chosen.what:
        growth(chosen.runs)
    if not chosen.what or "check" in chosen.what:
        report(max(1, chosen.runs // 2))
    if not chosen.what or "outputs" in chosen.what:
        report_outputs(max(1, chosen.runs // 2))
    if not chosen.what or "quality" in chosen.what:
        looked_at(BENCH, work / "npm")


if __name__ == "__main__":
    main()
