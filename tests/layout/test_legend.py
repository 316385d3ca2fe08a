"""The legend explains every sign that is in the picture, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from footlights import api
from footlights.drawing import Drawing, Group, Icon, Item, Rect, TextLine
from footlights.drawing import Path as Shape
from footlights.layout import VIEWS
from footlights.model import View

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.blueprint.yaml"))
#: What tells a sign by its paint: whoever sees one of these wants to know what it means.
_BY_PAINT = ("mark-fail", "mark-wait", "mark-pain", "mark-gain", "mark-delight", "mark-critical", "mark-question", "mark-idea", "truth")


def inside(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from inside(item.items)


def signs(groups: tuple[Group, ...]) -> set[str]:
    """The signs that these groups show."""
    found = set()
    for item in inside(groups):
        # the small squares of a level have their words beside them
        if (isinstance(item, Shape) and item.fill in _BY_PAINT) or (isinstance(item, Rect) and item.fill in _BY_PAINT and item.width > 10):
            found.add(item.fill)
        if isinstance(item, Shape) and item.arrowhead:
            found.add(item.stroke or "")
        if isinstance(item, Icon) and item.name == "gear":
            found.add("automated")
        if isinstance(item, Rect) and item.fill in ("work", "wait"):
            found.add(item.fill)
        if isinstance(item, Shape) and item.stroke in ("standard", "tolerance", "wait"):
            found.add(item.stroke)
        if isinstance(item, Rect) and item.stroke == "standard":
            found.add("standard only")
        if isinstance(item, TextLine) and item.lines[0][1] == "?" and item.fill == "ink":
            found.add("unknown time")
        if isinstance(item, Shape) and item.stroke and item.stroke.startswith("persona-") and item.stroke_width == 2.4:
            found.add("assumed curve" if item.dash else "measured curve")
    return found


def told(drawing: Drawing) -> tuple[set[str], set[str]]:
    """The signs in the picture, and those in its legend."""
    legend = tuple(group for group in drawing.groups if group.kind == "legend")
    rest = tuple(group for group in drawing.groups if group.kind != "legend")
    return signs(rest), signs(legend)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_every_sign_is_explained_and_no_other(path: Path) -> None:
    document = api.load(path)
    role = next(iter(document.blueprint.actors), None)
    wrong = {}
    for number, shows in enumerate(VIEWS, EXAMPLES.index(path)):
        if shows == "role" and role is None:
            continue
        # every view at every zoom, over all examples
        zoom = ("overview", "normal", "detail")[number % 3]
        drawing = api.draw(document, View(shows=shows, zoom=zoom, role=role if shows == "role" else None)).drawing
        shown, explained = told(drawing)
        if shown != explained:
            wrong[shows, zoom] = (sorted(shown - explained), sorted(explained - shown))
    assert wrong == {}


def test_the_foot_tells_what_the_claims_rest_on_and_the_stamp() -> None:
    text = (
        "footlights: 1\ntitle: A shine\nphases: [{title: Sit, steps: [Sits down]}]\nsources:\n"
        "  survey: {kind: survey, date: 2026-03-01, n: 1200}\n  visit: {kind: observation, date: 2025-02-03, n: 7}\n"
    )
    document = api.loads(text)
    plain, marked = document.draw(), api.draw(document, stamp="version 3, 2026-11-22")
    assert "2 sources, 2025-02-03 to 2026-03-01, n = 7–1,200" in plain.drawing.provenance
    assert marked.drawing.provenance == f"version 3, 2026-11-22  ·  {plain.drawing.provenance}"
    foot = next(group for group in marked.drawing.groups if group.kind == "provenance")
    assert isinstance(foot.items[0], TextLine)
    assert foot.items[0].lines[0][1] == marked.drawing.provenance
    assert "n = 7–1.200" in document.draw(language="nl").drawing.provenance
    assert "source" not in api.loads("footlights: 1\ntitle: A shine\n").draw().drawing.provenance
    assert b"version 3" in marked.to("svg")
    with pytest.raises(api.FootlightsError, match="one line"):
        api.draw(document, stamp="a\nb")
