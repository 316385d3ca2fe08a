"""What became of a card or step, as a picture of two states shows it: a sign of its own shape, and words."""

from collections.abc import Iterable

from footlights.drawing import Item, Path, Rect, TextLine
from footlights.facts import Fate
from footlights.typeset import width, wrap
from footlights.words import compared

from .part import Part
from .sizes import Sizes

__all__ = ["FATES", "fate_parts", "fate_sign", "ghostly", "outline"]

#: What may become of something, in the order of the legend.
FATES = ("added", "removed", "changed", "moved")
#: How many notes a card holds; the rest are only counted.
_NOTES = 3
_MOST_LINES = 3
#: Room between two notes, so that each is read by itself.
_BETWEEN = 3.0


def fate_sign(kind: str, x: float, y: float) -> list[Item]:
    """The sign of a fate round (x, y), 14 px wide: a disc with a plus, a square with a cross, a tag with two bars, a diamond
    with an arrow. Its shape tells the kind without colour."""
    if kind == "added":
        return [
            Rect(x - 7, y - 7, 14, 14, kind, radius=7),
            Path(f"M{x - 4:g} {y:g}H{x + 4:g}M{x:g} {y - 4:g}V{y + 4:g}", None, "on-mark", 1.8),
        ]
    if kind == "removed":
        cross = f"M{x - 3:g} {y - 3:g}L{x + 3:g} {y + 3:g}M{x + 3:g} {y - 3:g}L{x - 3:g} {y + 3:g}"
        return [Rect(x - 6.5, y - 6.5, 13, 13, kind, radius=1), Path(cross, None, "on-mark", 1.8)]
    if kind == "moved":
        diamond = f"M{x:g} {y - 8:g}L{x + 8:g} {y:g}L{x:g} {y + 8:g}L{x - 8:g} {y:g}Z"
        arrow = f"M{x:g} {y - 4.2:g}V{y + 4.2:g}M{x - 2.2:g} {y - 2:g}L{x:g} {y - 4.4:g}L{x + 2.2:g} {y - 2:g}"
        return [Path(diamond, kind), Path(f"{arrow}M{x - 2.2:g} {y + 2:g}L{x:g} {y + 4.4:g}L{x + 2.2:g} {y + 2:g}", None, "on-mark", 1.3)]
    tag = f"M{x - 7:g} {y - 6:g}H{x + 3:g}L{x + 8:g} {y:g}L{x + 3:g} {y + 6:g}H{x - 7:g}Z"
    return [Path(tag, kind), Path(f"M{x - 4:g} {y - 2:g}H{x + 3:g}M{x - 4:g} {y + 2:g}H{x + 3:g}", None, "on-mark", 1.4)]


def fate_parts(fate: Fate | None, room: float, sizes: Sizes, language: str) -> list[Part]:
    """The sign with its words, as the first part of a face; nothing where nothing became of it."""
    if fate is None:
        return []
    notes = list(fate.notes[:_NOTES])
    if len(fate.notes) > _NOTES:
        notes.append(compared("and-more", language, count=len(fate.notes) - _NOTES))
    if fate.kind in ("added", "removed"):
        notes.insert(0, compared(f"sign.{fate.kind}", language))
    bold = fate.kind in ("added", "removed")
    lines: list[tuple[float, str]] = []
    at, step = 0.0, sizes.small_step
    for note in notes:
        for line in wrap(note, room - 19, sizes.small, bold=bold, language=language, max_lines=_MOST_LINES):
            lines.append((at, line))
            at += step
        at += _BETWEEN

    def draw(x: float, y: float) -> list[Item]:
        words = TextLine(x + 19, tuple((y + 10.6 + down, line) for down, line in lines), sizes.small, fate.kind, bold)
        return [*fate_sign(fate.kind, x + 8, y + 7), words]

    return [Part(max(15.0, at - _BETWEEN + 1), draw)]


def outline(fate: Fate | None, edge: str) -> tuple[str, str, float, str]:
    """The fill, the edge, how thick that is and how it is dashed, for a card with this fate; `edge` is that of any other card."""
    if fate is None:
        return "card", edge, 1.0, ""
    if fate.kind == "removed":
        return "ground", fate.kind, 1.4, "5 4"
    return "card", fate.kind, 2.4 if fate.kind == "added" else 1.4, ""


def ghostly(items: Iterable[Item], sizes: Sizes) -> list[Item]:
    """The items of what is gone: its own text is faint and struck through."""
    found: list[Item] = []
    for item in items:
        if not isinstance(item, TextLine) or item.fill == "removed":
            found.append(item)
            continue
        found.append(item._replace(fill="muted"))
        if item.size >= sizes.text:
            for y, line in item.lines:
                end = item.x + width(line, item.size, bold=item.bold)
                found.append(Path(f"M{item.x:g} {y - item.size * 0.33:g}H{end:g}", None, "removed"))
    return found
