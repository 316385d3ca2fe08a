"""Work that goes to and fro between the same two."""

from collections.abc import Iterator

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.facts import Words
from footlights.model import Address, Handover

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Three hand-overs in a row between the same two: there, back, and there again. What a loop brings back is told by its share."""
    own = case.blueprint.actors
    onward: dict[str, list[Handover]] = {}
    for one in case.handovers:
        if (
            one.flow.kind != "loop"
            and len(one.source) == 1
            and len(one.target) == 1
            and all(own[id].kind != "customer" for id in one.source + one.target)
        ):
            onward.setdefault(one.flow.source, []).append(one)
    told: set[frozenset[str]] = set()
    for several in onward.values():
        for first in several:
            pair = frozenset(first.source + first.target)
            if pair in told or len(pair) < 2 or not _back(onward, first):
                continue
            told.add(pair)
            one, other = (case.name(own[id]) for id in (*first.source, *first.target))
            address = Address("cards", first.flow.source)
            yield Found(address, {"one": one, "other": other}, ground=(first.source, first.target), detail=first.target[0])


def _back(onward: dict[str, list[Handover]], first: Handover) -> bool:
    for second in onward.get(first.flow.target, ()):
        if second.target == first.source and any(third.target == first.target for third in onward.get(second.flow.target, ())):
            return True
    return False


CHECK = Check(
    code="FLO015",
    slug="ping-pong",
    severity="medium",
    find=find,
    source="lean-hand-offs",
    en=Words(
        "Work that goes to and fro",
        "Work goes to and fro between {one} and {other}.",
        "Each time it lands at the back of the other's queue, and each time somebody has to read themselves in again. To the customer "
        "it looks as if nothing happens.",
        "Let the two do it together once, or let the one finish what now goes back.",
    ),
    nl=Words(
        "Werk dat heen en weer gaat",
        "Werk gaat heen en weer tussen {one} en {other}.",
        "Elke keer komt het achteraan in de rij van de ander, en elke keer moet iemand zich opnieuw inlezen. Voor de klant lijkt het "
        "alsof er niets gebeurt.",
        "Laat die twee het één keer samen doen, of laat de een afmaken wat nu teruggaat.",
    ),
    es=Words(
        "Trabajo que va y viene",
        "El trabajo va y viene entre {one} y {other}.",
        "Cada vez cae al final de la cola del otro, y cada vez alguien tiene que volver a ponerse al día. Al cliente le parece que no "
        "pasa nada.",
        "Que lo hagan juntos una vez, o que uno termine lo que ahora devuelve.",
    ),
    fires="""
footlights: 1
title: A ticket
actors: {first: {name: First line}, second: {name: Second line}}
phases:
- title: Report
  steps:
  - id: calls
    does: Calls
    backstage:
    - {id: look, does: Looks at it, by: first, to: test}
    - {id: test, does: Tests it, by: second, to: ask}
    - {id: ask, does: Asks for more, by: first, to: repair}
    - {id: repair, does: Repairs it, by: second}
""",
    at=("cards/look",),
    clean="""
footlights: 1
title: A ticket
actors: {first: {name: First line}, second: {name: Second line}}
phases:
- title: Report
  steps:
  - id: calls
    does: Calls
    backstage:
    - {id: look, does: Looks at it, by: first, to: test}
    - {id: test, does: Tests it, by: second, to: tell}
    - {id: tell, does: Calls back, by: first}
""",
)
