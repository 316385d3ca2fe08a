"""A circle from which no way leads on."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import LIVED, Address, circles

__all__ = ["CHECK"]

#: More cards than this are not named one by one.
_NAMED = 4


def find(case: Case, _: Options) -> Iterator[Found]:
    """Circles of cards with no way out: not one of them leads on, and the customer is not led on from any."""
    passage = case.passage
    ways = {node: list(targets) for node, targets in passage.ways.items()}
    for source, target in passage.loops:
        if source in ways and target in ways and target not in ways[source]:
            ways[source].append(target)
    if not passage.loops:
        return
    circle = circles(ways)
    several: dict[str, list[str]] = {}
    for node in ways:
        several.setdefault(circle[node], []).append(node)
    for name, nodes in several.items():
        out = any(circle[target] != name for node in nodes for target in ways[node])
        if len(nodes) == 1 or out or any(passage.roles.get(node, "customer") in LIVED for node in nodes):
            continue
        cards = tuple(case.name(case.blueprint.cards[node]) for node in nodes[:_NAMED])
        yield Found(Address("cards", nodes[0]), {"cards": cards}, ground=tuple(sorted(nodes)))


CHECK = Check(
    code="FLO005",
    slug="loop-without-exit",
    severity="medium",
    find=find,
    source="shostack-1984",
    en=Words(
        "A loop without a way out",
        "Work goes round between {cards}, and no way leads on from there.",
        "What goes in never comes out, at least in the picture. Often the way back was drawn and the way on was forgotten.",
        "Draw where the work goes when it is done, with the condition for it.",
    ),
    nl=Words(
        "Een lus zonder uitweg",
        "Het werk gaat rond tussen {cards}, en vandaar loopt geen weg verder.",
        "Wat erin gaat, komt er nooit uit, althans in het plaatje. Vaak is de weg terug wel getekend en de weg verder vergeten.",
        "Teken waar het werk heen gaat als het klaar is, met de voorwaarde erbij.",
    ),
    es=Words(
        "Un bucle sin salida",
        "El trabajo da vueltas entre {cards} y ningún camino sale de ahí.",
        "Lo que entra no sale nunca, al menos en el plano. A menudo se dibujó la vuelta y se olvidó la salida.",
        "Dibuje adónde va el trabajo cuando está hecho, con su condición.",
    ),
    fires="""
footlights: 1
title: A ticket
phases:
- title: Report
  steps:
  - id: calls
    does: Calls
    backstage:
    - {id: assign, does: Picks it up, to: pass-on}
    - {id: pass-on, does: Passes it on, to: {card: assign, kind: loop}}
  - {id: hears, does: Hears more}
""",
    at=("cards/assign",),
    clean="""
footlights: 1
title: A ticket
phases:
- title: Report
  steps:
  - id: calls
    does: Calls
    backstage:
    - {id: assign, does: Picks it up, to: [pass-on, hears]}
    - {id: pass-on, does: Passes it on, to: {card: assign, kind: loop}}
  - {id: hears, does: Hears more}
""",
)
