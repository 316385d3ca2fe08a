"""Who works on what: a row for every department, or actor without one, in front of, behind and below the stage."""

from footlights.layout.groups import Gathering, Head, plan_by_heads
from footlights.layout.plan import Band, Plan, Scope
from footlights.model import Card, departments
from footlights.words import word

__all__ = ["planned"]


def planned(scope: Scope) -> Plan:
    """The blueprint with the rows of all who act told apart by department, in the order in which they are first met.

    An actor without a department has a row of its own. A card of several departments stands with the first that does it, and
    is told again, faintly and without arrows or address, with the others. Cards that nobody is named for share the last row.
    """
    blueprint = scope.blueprint
    head_of: dict[str, Head] = {}
    for department in departments(blueprint):
        head = Head(f"departments/{department.id}", scope.say(department.name))
        head_of.update(dict.fromkeys(department.actors, head))
    alone = {id: Head(f"actors/{id}", scope.say(actor.name) or id) for id, actor in blueprint.actors.items() if id not in head_of}
    unknown = {id: Head(f"actors/{id}", id) for card in blueprint.cards.values() for id in card.by if id not in blueprint.actors}
    head_of = {**head_of, **alone, **unknown}

    def heads_of(card: Card) -> tuple[Head, ...]:
        return tuple(dict.fromkeys(head_of[id] for id in card.by))

    def without(band: Band) -> Head:
        return Head("", word("lane.nobody", scope.language, lane=band.title))

    ordered = tuple(dict.fromkeys(head_of.values()))
    return plan_by_heads(scope, Gathering(("frontstage", "backstage", "support"), ordered, heads_of, without))
