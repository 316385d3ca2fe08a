"""Front stage by channel: a row for every channel through which customer and organisation meet, below each other."""

from footlights.layout.groups import Gathering, Head, plan_by_heads
from footlights.layout.plan import Plan, Scope
from footlights.model import Card
from footlights.words import word

__all__ = ["planned"]


def planned(scope: Scope) -> Plan:
    """The blueprint with its front stage rows told apart by channel, in the order in which the channels are declared.

    A card stands in the row of the first channel it goes through, with its arrows; in the rows of its other channels it is told
    again, faintly and without arrows or address. Cards without a channel share the last row.
    """
    heads = {id: Head(f"channels/{id}", scope.say(channel.name) or id) for id, channel in scope.blueprint.channels.items()}

    def heads_of(card: Card) -> list[Head]:
        wanted = scope.view.channels
        return [heads.get(id, Head(f"channels/{id}", id)) for id in card.via if not wanted or id in wanted]

    rest = Head("", word("lane.no-channel", scope.language))
    loose = [Head(f"channels/{id}", id) for card in scope.blueprint.cards.values() for id in card.via if id not in heads]
    ordered = tuple(dict.fromkeys((*heads.values(), *loose)))
    return plan_by_heads(scope, Gathering(("frontstage",), ordered, heads_of, lambda band: rest))
