"""Work that changes hands many times on one way through the blueprint."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Option, Options
from footlights.facts import Spelt, Words, pointed_title
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, options: Options) -> Iterator[Found]:
    """The whole blueprint, when work changes hands more than `most` times on one way through it; loops and side ways are not counted."""
    chain = _longest(case)
    if len(chain) > options["most"]:
        cards = case.blueprint.cards
        start, end = (pointed_title(case.blueprint, one) for one in (chain[0][0], chain[-1][1]))
        facts = {"many": Spelt(len(chain)), "start": start, "end": end}
        yield Found(Address("blueprint"), facts, ground=tuple((source, target, cards[target].by) for source, target in chain))


def _longest(case: Case) -> list[tuple[str, str]]:
    """The hand-overs of the way that has most of them, in order."""
    edges = {(one.flow.source, one.flow.target) for one in case.handovers if one.flow.target in case.blueprint.cards}
    many: dict[str, int] = {}
    onward: dict[str, str] = {}
    passage = case.passage
    for node in passage.order:
        for target in passage.ways[node]:
            reached = many[target] + ((node, target) in edges)
            if reached > many.get(node, 0):
                many[node], onward[node] = reached, target
        many.setdefault(node, 0)
    if not many:
        return []
    node = max(passage.ways, key=many.__getitem__)
    found = []
    while node in onward:
        if (node, onward[node]) in edges:
            found.append((node, onward[node]))
        node = onward[node]
    return found


CHECK = Check(
    code="FLO002",
    slug="many-hand-overs",
    severity="low",
    find=find,
    options=(Option("most", 5, "How often work may change hands on one way through the blueprint"),),
    source="lean-hand-offs",
    en=Words(
        "Work that changes hands many times",
        "Between {start} and {end} work changes hands {many} times.",
        "Every hand-over costs a queue, part of what was known about the customer, and the feeling of being responsible.",
        "Look at the hand-overs one by one: which two neighbours could be one pair of hands?",
    ),
    nl=Words(
        "Werk dat vaak van hand tot hand gaat",
        "Tussen {start} en {end} gaat het werk {many} keer in andere handen over.",
        "Elke overdracht kost een wachtrij, een deel van wat over de klant bekend was, en het gevoel verantwoordelijk te zijn.",
        "Loop de overdrachten na: welke twee buren kunnen één paar handen zijn?",
    ),
    es=Words(
        "Trabajo que cambia de manos muchas veces",
        "Entre {start} y {end}, el trabajo cambia de manos {many} veces.",
        "Cada traspaso cuesta una cola, parte de lo que se sabía del cliente y la sensación de ser responsable.",
        "Revise los traspasos uno a uno: ¿qué dos vecinos podrían ser un solo par de manos?",
    ),
    fires="""
footlights: 1
title: A parcel
actors: {a: {name: Ann}, b: {name: Ben}, c: {name: Col}, d: {name: Dot}, e: {name: Eve}, f: {name: Fay}, g: {name: Gus}}
phases:
- title: Send
  steps:
  - id: brings
    does: Brings a parcel
    frontstage: [{id: take, does: Takes it, by: a, to: sort}]
    backstage:
    - {id: sort, does: Sorts it, by: b, to: load}
    - {id: load, does: Loads it, by: c, to: drive}
    - {id: drive, does: Drives it, by: d, to: unload}
    - {id: unload, does: Unloads it, by: e, to: round}
    - {id: round, does: Plans the round, by: f, to: hand}
  - id: opens
    does: Opens the door
    frontstage: [{id: hand, does: Hands it over, by: g}]
""",
    at=("blueprint",),
    clean="""
footlights: 1
title: A parcel
actors: {a: {name: Ann}, b: {name: Ben}, g: {name: Gus}}
phases:
- title: Send
  steps:
  - id: brings
    does: Brings a parcel
    frontstage: [{id: take, does: Takes it, by: a, to: sort}]
    backstage:
    - {id: sort, does: Sorts and loads it, by: b, to: drive}
    - {id: drive, does: Drives it, by: g, to: hand}
  - id: opens
    does: Opens the door
    frontstage: [{id: hand, does: Hands it over, by: g}]
""",
)
