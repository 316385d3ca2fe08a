"""A blueprint that is too large for swimlanes, as a flowchart with a frame per phase, and with less in it where Mermaid would refuse it.

Frames per lane would lie far apart, with every arrow across the picture: Mermaid places what follows on something to the right of it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from footlights.drawing import Drawing, Group, Theme
from footlights.render.shown import Shown, lane_of
from footlights.words import Note

from .card import arrow_line, card_line, family_of, paints
from .escape import coded

__all__ = ["MOST_ARROWS", "MOST_TEXT", "flow_lines"]

#: What Mermaid refuses unless whoever shows it allows more, which a text can't ask for: arrows, and characters of text.
MOST_ARROWS, MOST_TEXT = 500, 50_000
#: Left for what stands round these lines, besides the texts: a title, colours, a description and a provenance.
_ROUND = 2_000


def flow_lines(drawing: Drawing, seen: Shown, theme: Theme) -> tuple[list[str], tuple[str, ...]]:
    """The lines of the diagram, and what was lost: with every card, or the steps only, or the phases only, what Mermaid accepts."""
    room = MOST_TEXT - _ROUND - sum(len(coded(text)) for text in (drawing.title, drawing.description, drawing.provenance))
    lines, arrows = _cards(seen, theme)
    if arrows <= MOST_ARROWS and _length(lines) <= room:
        return lines, (Note("mermaid-large", cards=len(seen.cards)),)
    facts = {"cards": len(seen.cards), "arrows": arrows, "most": MOST_ARROWS, "text": MOST_TEXT}
    lines, arrows = _steps(drawing)
    if arrows <= MOST_ARROWS and _length(lines) <= room:
        return lines, (Note("mermaid-steps", **facts),)
    whole = _phases(drawing)
    held = _within(whole, room)
    if len(held) == len(whole):
        return held, (Note("mermaid-phases", **facts),)
    return held, (Note("mermaid-cut", **facts, held=len(held) - 1, all=len(whole) - 1),)


def _length(lines: list[str]) -> int:
    return sum(len(line) + 1 for line in lines)


def _cards(seen: Shown, theme: Theme) -> tuple[list[str], int]:
    """A frame per phase with its cards, and the rows by colour in a frame of their own; and how many lines join them."""
    lanes, here = lane_of(seen), defaultdict[int, list[int]](list)
    families = [family_of(seen.lanes[lane] if lane >= 0 else None) for lane in lanes]
    for card, phase in enumerate(_phase_of(seen)):
        here[phase].append(card)
    lines = ["flowchart LR", '  subgraph rows[" "]']
    lines += [f'    r{lane}["{coded(seen.lanes[lane].label)}"]:::{family_of(seen.lanes[lane])}' for lane in sorted(set(lanes)) if lane >= 0]
    lines.append("  end")
    for place in sorted(here, key=lambda place: (place < 0, place)):
        lines.append(f'  subgraph p{place + 1}["{coded(seen.phases[place].label if place >= 0 else "")}"]')
        lines += [card_line(card, seen.cards[card], families[card]) for card in here[place]]
        lines.append("  end")
    ties = list(_ties(seen))
    lines += [*map(arrow_line, seen.arrows), *ties, *paints(dict.fromkeys(families), theme)]
    return lines, len(seen.arrows) + len(ties)


def _phase_of(seen: Shown) -> list[int]:
    """Per card the place of the phase that it stands under, -1 for none."""
    phases = sorted((phase.box[0], phase.box[0] + phase.box[2], place) for place, phase in enumerate(seen.phases) if phase.box is not None)
    lefts, found = [left for left, _, _ in phases], []
    for card in seen.cards:
        middle = _middle(card)
        at = bisect_right(lefts, middle) - 1
        found.append(phases[at][2] if at >= 0 and middle <= phases[at][1] else -1)
    return found


def _middle(card: Group) -> float:
    return card.box[0] + card.box[2] / 2 if card.box is not None else 0.0


def _ties(seen: Shown) -> Iterator[str]:
    """A line that isn't seen from a step to each of its cards without an arrow, or Mermaid would put these anywhere."""
    joined = {place for arrow in seen.arrows for place in (arrow.source, arrow.target)}
    step_at = {card.address.partition("/")[2]: place for place, card in enumerate(seen.cards) if card.address.startswith("steps/")}
    for place, card in enumerate(seen.cards):
        step = step_at.get(dict(card.facts).get("step", ""))
        if place not in joined and step is not None and step != place:
            yield f"  c{step} ~~~ c{place}"


def _steps(drawing: Drawing) -> tuple[list[str], int]:
    """A frame per phase with its steps one below the other, and an arrow from each to the next."""
    lines, drawn, before = ["flowchart TB"], list[int](), None
    for place, (step, phase) in enumerate(drawing.columns):
        if not step:
            continue
        if phase != before:
            lines += ["  end"] * (before is not None)
            lines.append(f'  subgraph p{place}["{coded(phase)}"]')
            before = phase
        lines.append(f'    s{place}["{coded(step)}"]')
        drawn.append(place)
    lines += ["  end"] * (before is not None)
    lines += [f"  s{one} --> s{two}" for one, two in pairwise(drawn)]
    return lines, max(0, len(drawn) - 1)


def _phases(drawing: Drawing) -> list[str]:
    """A box per phase and an arrow from each to the next, in an order in which the lines may end anywhere."""
    lines, last = ["flowchart TB"], -1
    for place, (_, phase) in enumerate(drawing.columns):
        if last < 0 or phase != drawing.columns[last][1]:
            lines.append(f'  p{place}["{coded(phase)}"]' if last < 0 else f'  p{last} --> p{place}["{coded(phase)}"]')
            last = place
    return lines


def _within(lines: list[str], room: int) -> list[str]:
    """As many of these lines, in their order, as Mermaid draws; each but the first two is an arrow."""
    held, long = list[str](), 0
    for line in lines[: MOST_ARROWS + 2]:
        long += len(line) + 1
        if long > room:
            break
        held.append(line)
    return held
