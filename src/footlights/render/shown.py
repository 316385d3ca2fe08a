"""What a drawing shows, sorted by what it is: for formats that have cards, lanes and arrows of their own."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from footlights.drawing import Drawing, Group, Item, Path
from footlights.model import Blueprint, Link
from footlights.words import word

__all__ = ["Arrow", "Point", "Shown", "arrow_words", "corners", "groups_within", "lane_of", "plainly", "shown"]

Point = tuple[float, float]


class Arrow(NamedTuple):
    """An arrow between two cards (places in `Shown.cards`), with its corner points and the words beside it ("" for none).

    `kind` is trigger, message, handover, agreement, loop, next or chain; the last two are implied: nobody drew them.
    """

    group: Group
    source: int
    target: int
    kind: str
    words: str
    points: list[Point]

    @property
    def implied(self) -> bool:
        """Whether nobody drew it: it follows from the form of the blueprint."""
        return not self.group.address


class Shown(NamedTuple):
    """The groups of a drawing by kind, in the order of the drawing. `cards` have a box; `others` is all that is named nowhere else."""

    lanes: tuple[Group, ...]
    phases: tuple[Group, ...]
    steps: tuple[Group, ...]
    cards: tuple[Group, ...]
    arrows: tuple[Arrow, ...]
    labels: tuple[Group, ...]
    others: tuple[Group, ...]


def shown(drawing: Drawing, blueprint: Blueprint | None) -> Shown:
    """The drawing's groups by kind. Arrows whose ends are not in the picture are left out, as nothing could hold them.

    The words of an arrow are the link's own where the blueprint is known, else those beside it in the picture.
    """
    by_kind: dict[str, list[Group]] = defaultdict(list)
    for item in drawing.groups:
        by_kind[item.kind if item.kind in _APART else ""].append(item)
    cards = [group for group in by_kind["card"] if group.box]
    by_kind[""] += [group for group in by_kind["card"] if not group.box]
    places: dict[str, int] = {}
    for place, card in enumerate(cards):
        places.setdefault(card.address.partition("/")[2], place)
    beside = {dict(group.facts).get("for", ""): group.label for group in by_kind["label"]}
    arrows = []
    for group in by_kind["arrow"]:
        facts = dict(group.facts)
        source, target = places.get(facts.get("from", "")), places.get(facts.get("to", ""))
        path = next((item for item in group.items if isinstance(item, Path)), None)
        if source is None or target is None or path is None:
            continue
        id = group.address.partition("/")[2]
        link = blueprint.links.get(id) if blueprint is not None and id else None
        words = arrow_words(blueprint, link, drawing.language) if blueprint is not None and link is not None else beside.get(id, "")
        arrows.append(Arrow(group, source, target, facts.get("kind", "trigger"), words if id else "", corners(path.d)))
    lanes, phases, steps, labels, others = (tuple(by_kind[kind]) for kind in ("lane", "phase", "step", "label", ""))
    return Shown(lanes, phases, steps, tuple(cards), tuple(arrows), labels, others)


def lane_of(seen: Shown) -> list[int]:
    """Per card the place of the lane that it stands in, -1 for none: by where it is drawn, as a view may have lanes of its own."""
    lanes = sorted((lane.box[1], lane.box[1] + lane.box[3], place) for place, lane in enumerate(seen.lanes) if lane.box is not None)
    tops = [top for top, _, _ in lanes]
    found = []
    for card in seen.cards:
        middle = card.box[1] + card.box[3] / 2 if card.box is not None else 0.0
        at = bisect_right(tops, middle) - 1
        found.append(lanes[at][2] if at >= 0 and middle <= lanes[at][1] else -1)
    return found


_APART = ("lane", "phase", "step", "card", "arrow", "label")


def arrow_words(blueprint: Blueprint, link: Link, language: str) -> str:
    """The condition and the share of a link; for a loop without words that it is one."""
    share = f"{link.share * 100:g} %" if link.share is not None else ""
    said = " · ".join(part for part in (blueprint.say(link.when, language), share) if part)
    return said or (word("link.loop", language) if link.kind == "loop" else "")


_PIECE = re.compile(r"([MLHVCa])([^MLHVCZa]*)")
#: A hop over another line, which goes on behind it.
_HOP = re.compile(r"H[-\d.e+]+a[\d.]+ [\d.]+ 0 0 [01] -?[\d.]+ 0(?=H)")


def corners(d: str) -> list[Point]:
    """The corner points of a line in path letters. Hops over other lines are straight here, and a rounded corner is one point."""
    points: list[Point] = []
    x = y = 0.0
    for letter, rest in _PIECE.findall(_HOP.sub("", d) if "a" in d else d):
        # a hop goes on in the direction of its line, so that the piece behind it says enough
        if letter == "H":
            x = float(rest)
        elif letter == "V":
            y = float(rest)
        else:
            numbers = [float(number) for number in rest.replace(",", " ").split()]
            if letter == "a":
                dx, dy = numbers[5:7]
                turn = dx != 0 and dy != 0 and len(points) > 1
                if turn:
                    points.append((x + dx, y) if points[-1][1] == points[-2][1] else (x, y + dy))
                x, y = x + dx, y + dy
                if not turn:
                    continue
            else:
                x, y = numbers[-2:]
        points.append((x, y))
    return _straightened(points)


def _straightened(points: list[Point]) -> list[Point]:
    """The points without those that lie on the way between their neighbours."""
    if len(points) < 3 and len(set(points)) == len(points):
        return points
    kept: list[Point] = []
    for point in points:
        if kept:
            last = kept[-1]
            if point == last:
                continue
            if len(kept) > 1:
                before = kept[-2]
                if before[0] == last[0] == point[0] or before[1] == last[1] == point[1]:
                    kept.pop()
        kept.append(point)
    return kept


# XML 1.0 cannot hold these, and nobody can see the C1 controls.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def plainly(text: str) -> str:
    """The text on one line, without characters that XML cannot hold."""
    return " ".join(_UNSEEN.sub("", text).split())


def groups_within(items: tuple[Item, ...]) -> Iterator[Group]:
    """The groups in a group's items, however deep."""
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from groups_within(item.items)
