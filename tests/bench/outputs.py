"""What the outputs for other programs cost, in CPU seconds: 5,000 cards in process, and the typical blueprint from a cold start.

`python3 dev.py bench outputs`. A format that is not there (yet) is passed over. The drawing is laid out beforehand, and so are the
findings that a workbook lists: what is measured is the writing.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import footlights as fl
from footlights.picture import Picture
from footlights.render import FORMATS, render

from .clock import cold, warm
from .grown import grown

__all__ = ["report"]

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "it-incident.blueprint.yaml"
CARDS = 5_000
#: CPU seconds: the bounds of the Pictures issue.
WARM_S = {"pptx": 1.5, "xlsx": 1.5, "drawio": 0.7}
COLD_S = {"pdf": 0.7, "pptx": 0.7}


def written(picture: Picture, form: str) -> Callable[[], object]:
    """An act that writes a picture in a format, with findings that were worked out before."""
    subject = picture.subject
    if subject is not None:
        found = subject.findings()
        subject = subject._replace(findings=lambda: found)
    return lambda: render(picture.drawing, form, subject=subject)


def told(what: str, seconds: float, bound: float) -> None:
    """A line of the report."""
    print(
        f"  {what:34} {seconds:6.2f} s of CPU; {seconds / bound:5.2f} of the {bound:g} s allowed: {'met' if seconds <= bound else 'missed'}"
    )


def pptx(picture: Picture, runs: int) -> None:
    """Slides of 5,000 cards."""
    _warm(picture, "pptx", runs)


def xlsx(picture: Picture, runs: int) -> None:
    """A workbook of 5,000 cards."""
    _warm(picture, "xlsx", runs)


def drawio(picture: Picture, runs: int) -> None:
    """A draw.io file of 5,000 cards."""
    _warm(picture, "drawio", runs)


def _warm(picture: Picture, form: str, runs: int) -> None:
    if form in FORMATS:
        told(f"{form}, {CARDS:,} cards", warm(written(picture, form), runs), WARM_S[form])


def cold_start(form: str, runs: int, work: Path) -> None:
    """The typical blueprint from a cold start, whole process."""
    if form in FORMATS:
        out = work / f"typical.{form}"
        seconds = cold([sys.executable, "-m", "footlights", "draw", str(EXAMPLE), "-o", str(out), "--quiet"], runs)
        told(f"{form}, typical, cold", seconds, COLD_S[form])


def report(runs: int) -> None:
    """Measure and print."""
    work = ROOT / "build" / "bench"
    work.mkdir(parents=True, exist_ok=True)
    print("Outputs for other programs, CPU seconds")
    picture = fl.draw(grown(CARDS))
    for measure in (pptx, xlsx, drawio):
        measure(picture, runs)
    for form in COLD_S:
        cold_start(form, runs, work)
