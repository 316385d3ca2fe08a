"""What a card, an arrow and the colours of a row are in Mermaid, in lanes as in a flowchart."""

from collections.abc import Iterable

from footlights.drawing import Group, Theme
from footlights.render.shown import Arrow

from .escape import coded

__all__ = ["arrow_line", "card_line", "family_of", "paints"]


def family_of(lane: Group | None) -> str:
    """The colours of a lane: those of its role; `other` where it has none of its own."""
    role = dict(lane.facts).get("role", "") if lane is not None else ""
    return role if role in ("evidence", "customer", "frontstage", "backstage", "support") else "other"


def card_line(place: int, card: Group, family: str) -> str:
    """A card with its text; where it has none of its own, what is read out instead."""
    return f'    c{place}["{coded(card.label or dict(card.facts).get("step", ""))}"]:::{family}'


def arrow_line(arrow: Arrow) -> str:
    """An arrow of its kind, with the words beside it."""
    plain = "-.->" if arrow.implied and arrow.kind != "next" else "-->"
    line = {"agreement": "<-->", "loop": "-.->"}.get(arrow.kind, plain)
    words = f'|"{coded(arrow.words)}"|' if arrow.words else ""
    return f"  c{arrow.source} {line}{words} c{arrow.target}"


def paints(families: Iterable[str], theme: Theme) -> list[str]:
    """The lines that give families their colours."""
    return [
        f"  classDef {family} fill:{theme.colour(f'band-{family}')},stroke:{theme.colour(f'edge-{family}')},color:{theme.colour('ink')}"
        for family in families
    ]
