"""What stands below the picture on every slide: where arrows lead that leave it, the legend, and where it all comes from."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from footlights.drawing import Group, Icon, Item, Path, Rect, TextLine
from footlights.typeset import shorten, width, wrap
from footlights.words import word

from .outline import outline
from .pen import Pen
from .place import Place

__all__ = ["Entry", "Foot", "foot_of"]

#: The foot's texts of 10 px are 8 pt at this scale.
SCALE = 1.0667
_ROW = 19.0
_GAP = 16.0
_MOST = 4


class Entry(NamedTuple):
    """A sign with its meaning: its items, and the box they take in the drawing they come from. `slide` is where it leads, 0 for nowhere."""

    items: tuple[Item, ...]
    left: float
    middle: float
    width: float
    slide: int = 0


class Leading(Protocol):
    """What has an entry, once there is room for it."""

    def entry(self) -> Entry:
        """The entry."""


class Foot(NamedTuple):
    """Titled entries in rows that fit, and the lines of provenance; `height` in px of the slide."""

    blocks: tuple[tuple[str, tuple[tuple[Entry, float, int], ...], int], ...]
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """How much room it takes."""
        return sum(rows * _ROW + 4 for _, _, rows in self.blocks) * SCALE + (len(self.lines) * 13 + 6) * SCALE

    def draw(self, pen: Pen, left: float, bottom: float) -> None:
        """Draw it with its last line at `bottom`, px of the slide."""
        y = bottom - self.height
        for title, entries, rows in self.blocks:
            self._title(pen, title, left, y)
            for entry, x, row in entries:
                middle = y + (row + 0.5) * _ROW * SCALE
                at = pen.at(Place(SCALE, left + (x - entry.left) * SCALE, middle - entry.middle * SCALE))
                if entry.slide:
                    link = pen.sheet.link(entry.slide)
                    at.draw(entry.items[:-1])
                    text = entry.items[-1]
                    if isinstance(text, TextLine):
                        at.text(text, link=link)
                else:
                    at.draw(entry.items)
            y += (rows * _ROW + 4) * SCALE
        at = pen.at(Place(SCALE, left, bottom - (len(self.lines) * 13 + 2) * SCALE))
        if self.lines:
            lines = tuple((10.0 + 13 * number, line) for number, line in enumerate(self.lines))
            at.text(TextLine(0.0, lines, 10.0, "muted"), name="provenance", whole=" ".join(self.lines))

    def _title(self, pen: Pen, title: str, left: float, y: float) -> None:
        at = pen.at(Place(SCALE, left, y + _ROW / 2 * SCALE))
        at.text(TextLine(0.0, ((3.8, title),), 10.0, "ink", True))


def foot_of(legend: Group | None, exits: Sequence[Leading], provenance: str, room: float, language: str) -> Foot:
    """The foot for `room` px of the slide."""
    room /= SCALE
    blocks = []
    if exits:
        entries = (leads.entry() for leads in exits)
        blocks.append(_flow(word("deck.elsewhere", language), entries, len(exits), room, language))
    if legend is not None and legend.items:
        found = _entries(legend)
        if found:
            blocks.append(_flow(legend.label or word("legend.title", language), found, len(found), room, language))
    return Foot(tuple(blocks), wrap(provenance, room - 60, 10.0, language=language) if provenance else ())


def _flow(
    title: str, entries: Iterable[Entry], count: int, room: float, language: str
) -> tuple[str, tuple[tuple[Entry, float, int], ...], int]:
    """The entries in rows beside their title; beyond the last row they are only counted."""
    start = width(title, 10.0, bold=True) + _GAP
    placed: list[tuple[Entry, float, int]] = []
    x, row = start, 0
    for number, entry in enumerate(entries):
        if x > start and x + entry.width > room:
            x, row = start, row + 1
        if row == _MOST:
            return title, (*placed[:-1], _rest(placed[-1], count - number + 1, language)), _MOST
        placed.append((entry, x, row))
        x += entry.width + _GAP
    return title, tuple(placed), row + 1


def _rest(last: tuple[Entry, float, int], count: int, language: str) -> tuple[Entry, float, int]:
    text = TextLine(0.0, ((3.6, word("deck.more", language, count=count)),), 10.0, "muted")
    return Entry((text,), 0.0, 0.0, 80.0), last[1], last[2]


def exit_entry(number: int, text: str, inward: bool, slide: int, room: float = 190.0) -> Entry:
    """The entry of an arrow that leaves the slide: its marker once more, and what it leads to or comes from."""
    said = shorten(("← " if inward else "→ ") + text, room, 10.0)
    sign = marker(0.0, 0.0, number, inward)
    wide = 24 + width(said, 10.0)
    return Entry((*sign, TextLine(24.0, ((3.6, said),), 10.0, "accent" if slide else "muted")), 0.0, 0.0, wide, slide)


def marker(x: float, y: float, number: int, inward: bool) -> tuple[Item, ...]:
    """The marker of an arrow that leaves the slide: a tag with its number, 20 px wide, its left end in the middle at (x, y)."""
    tip = f"M{x:g} {y - 6:g}H{x + 15:g}L{x + 20:g} {y:g}L{x + 15:g} {y + 6:g}H{x:g}" + (f"L{x + 5:g} {y:g}Z" if inward else "Z")
    return Path(tip, "phase"), TextLine(x + 10, ((y + 3.2, str(number)),), 9.0, "on-phase", True, "middle")


def _entries(legend: Group) -> list[Entry]:
    """The legend's signs with their meanings; each ends in a text that is not bold."""
    found, items = [], []
    for item in legend.items:
        if isinstance(item, TextLine) and item.bold and item.anchor == "start":
            continue
        items.append(item)
        if isinstance(item, TextLine) and item.anchor == "start":
            boxes = [_box(one) for one in items]
            left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
            found.append(Entry(tuple(items), left, item.lines[0][0] - 3.6, right - left))
            items = []
    return found


def _box(item: Item) -> tuple[float, float, float, float]:
    if isinstance(item, Rect):
        return item.x, item.y, item.x + item.width, item.y + item.height
    if isinstance(item, Icon):
        return item.x, item.y, item.x + item.size, item.y + item.size
    if isinstance(item, Path):
        return outline(item.d).box
    if isinstance(item, TextLine):
        wide = max((width(line, item.size, bold=item.bold) for _, line in item.lines), default=0.0)
        left = {"middle": item.x - wide / 2, "end": item.x - wide}.get(item.anchor, item.x)
        return left, item.lines[0][0] - item.size if item.lines else 0.0, left + wide, item.lines[-1][0] if item.lines else 0.0
    return (0.0, 0.0, 0.0, 0.0) if not item.items else _box(item.items[0])
