"""A blueprint as Mermaid's swimlane diagram."""

from collections import defaultdict

from footlights.drawing import Theme
from footlights.render.shown import Shown, lane_of
from footlights.words import Note

from .card import arrow_line, card_line, family_of, paints
from .escape import coded

__all__ = ["SWIMLANES_UP_TO", "lane_lines"]

#: Mermaid takes 6 CPU seconds to place 60 cards in swimlanes, 44 for 100 and more than 120 for 1,000 (11.17).
SWIMLANES_UP_TO = 60


def lane_lines(seen: Shown, theme: Theme) -> tuple[list[str], tuple[str, ...]]:
    """The lines of the diagram, and what was lost."""
    lines = ["swimlane-beta LR"]
    families = _frames(lines, seen)
    lines += [*map(arrow_line, seen.arrows), *paints(families, theme)]
    return lines, (Note("mermaid-lanes"),)


def _frames(lines: list[str], seen: Shown) -> list[str]:
    """Write a frame for every lane that has cards, and give back the families of lanes that are used, each once."""
    here: dict[int, list[int]] = defaultdict(list)
    for card, lane in enumerate(lane_of(seen)):
        here[lane].append(card)
    families: dict[str, None] = {}
    for place in sorted(here, key=lambda place: (place < 0, place)):
        group = seen.lanes[place] if place >= 0 else None
        family = family_of(group)
        families[family] = None
        lines.append(f'  subgraph lane{place + 1}["{coded(group.label if group else "")}"]')
        lines += [card_line(card, seen.cards[card], family) for card in here[place]]
        lines.append("  end")
    return list(families)
