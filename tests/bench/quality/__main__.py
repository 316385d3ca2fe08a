"""How good pictures are, ours and others' of the same blueprint: `python3 dev.py bench quality`, or `python -m tests.bench.quality`."""

import argparse
from pathlib import Path

from .gates import GATES, missed, ours
from .metrics import Quality
from .peers import COLUMNS, look

ROOT = Path(__file__).resolve().parents[3]
#: Beside the checkout, where there is one.
BENCH = ROOT.parent / "shared" / "bench" / "render"
_SHORT = (
    "cards", "arrows", "over card", "in own", "crossings", "shared %", "bends", "lanes %", "steps %", "overflow", "struck", "contrast",
    "A3 px", "aspect", "used %",
)  # fmt: skip


def _row(quality: Quality) -> tuple[str, ...]:
    found = quality
    return tuple(
        str(figure)
        for figure in (
            found.cards, f"{found.arrows} +{found.stray}", found.over_card, found.in_own, found.crossings, found.shared, found.bends,
            found.lanes, found.steps, found.overflow, found.struck, found.contrast, found.px, found.aspect, found.used,
        )
    )  # fmt: skip


def _table(rows: dict[str, tuple[str, ...]]) -> None:
    print(f"  {'':26}" + " ".join(f"{head:>10}" for head in _SHORT))
    for name, figures in rows.items():
        print(f"  {name:26}" + " ".join(f"{figure:>10}" for figure in figures))


def report(bench: Path, npm: Path) -> int:
    """Print the table for every size; gives how many gates ours misses."""
    assert len(COLUMNS) == len(_SHORT)
    count = 0
    for size, (make, gates) in GATES.items():
        neutral = make()
        quality = ours(neutral)
        rows = {"footlights": _row(quality)}
        if size == "typical":
            rows["footlights, implied too"] = _row(ours(neutral, implied=True))
        peers = look(size, bench, npm, ROOT / "build" / "bench" / "quality")
        print(f"{neutral.title}: {len(neutral.cards)} cards, {len(neutral.arrows)} arrows; peers {peers.origin}")
        _table(rows | peers.rows)
        print(f"  labels over arrowheads (ours): {quality.heads}; gates: " + ", ".join(f"{name} {gate}" for name, gate, _ in gates))
        gone = missed(size, quality)
        print(f"  missed: {'; '.join(gone)}" if gone else "  every gate is reached")
        count += len(gone)
    return count


def main() -> None:
    parser = argparse.ArgumentParser(prog="dev.py bench quality", description=__doc__)
    parser.add_argument("--bench", type=Path, default=BENCH, help="the folder of the peers' benchmark")
    parser.add_argument("--npm", type=Path, default=ROOT / "build" / "bench" / "npm", help="a folder with the peers' node_modules")
    chosen = parser.parse_args()
    report(chosen.bench, chosen.npm)


if __name__ == "__main__":
    main()
