"""A blueprint as Mermaid's swimlane diagram, or as a flowchart with a frame per lane where it is too large for that."""

from collections import defaultdict

from footlights.drawing import Drawing, Group, Theme
from footlights.render.shown import Arrow, Shown, lane_of

from .escape import coded

__all__ = ["SWIMLANES_UP_TO", "lane_lines"]

#: Mermaid takes 6 CPU seconds to place 60 cards in swimlanes, 44 for 100 and more than 120 for 1,000 (11.17).
SWIMLANES_UP_TO = 60
#: What Mermaid refuses unless whoever shows it allows more: arrows, and characters of text.
_MOST_ARROWS, _MOST_TEXT = 500, 50_000


def lane_lines(drawing: Drawing, seen: Shown, theme: Theme) -> tuple[list[str], tuple[str, ...]]:
    """The lines of the diagram, and what was lost."""
    swim = len(seen.cards) <= SWIMLANES_UP_TO
    lines = ["swimlane-beta LR" if swim else "flowchart LR"]
    families = _frames(lines, seen, swim)
    lines += [_arrow(arrow) for arrow in seen.arrows]
    for family in families:
        colours = f"fill:{theme.colour(f'band-{family}')},stroke:{theme.colour(f'edge-{family}')},color:{theme.colour('ink')}"
        lines.append(f"  classDef {family} {colours}")
    text = sum(len(line) + 1 for line in lines)
    notes = ["Mermaid places cards itself: steps need not stand below each other, and feelings, times and lines between lanes are left out"]
    if len(seen.arrows) > _MOST_ARROWS or text > _MOST_TEXT:
        notes.append(
            f"{len(seen.arrows)} arrows and {text} characters: as it comes, Mermaid draws at most {_MOST_ARROWS} and {_MOST_TEXT}; "
            "whoever shows it has to raise maxEdges and maxTextSize"
        )
    return lines, tuple(notes)


def _frames(lines: list[str], seen: Shown, swim: bool) -> list[str]:
    """Write a frame for every lane that has cards, and give back the families of lanes that are used, each once."""
    here: dict[int, list[int]] = defaultdict(list)
    for card, lane in enumerate(lane_of(seen)):
        here[lane].append(card)
    families: dict[str, None] = {}
    for place in sorted(here, key=lambda place: (place < 0, place)):
        group = seen.lanes[place] if place >= 0 else None
        family = _family(group)
        families[family] = None
        lines.append(f'  subgraph lane{place + 1}["{coded(group.label if group else "")}"]')
        if not swim:
            lines.append("    direction LR")
        lines += [f'    c{card}["{coded(_said(seen.cards[card]))}"]:::{family}' for card in here[place]]
        lines.append("  end")
    return list(families)


def _family(lane: Group | None) -> str:
    role = dict(lane.facts).get("role", "") if lane is not None else ""
    return role if role in ("evidence", "customer", "frontstage", "backstage", "support") else "other"


def _said(card: Group) -> str:
    """What a card says; where it has no text of its own, what is read out instead."""
    return card.label or dict(card.facts).get("step", "")


def _arrow(arrow: Arrow) -> str:
    plain = "-.->" if arrow.implied and arrow.kind != "next" else "-->"
    line = {"agreement": "<-->", "loop": "-.->"}.get(arrow.kind, plain)
    words = f'|"{coded(arrow.words)}"|' if arrow.words else ""
    return f"  c{arrow.source} {line}{words} c{arrow.target}"
