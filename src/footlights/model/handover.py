"""Where work passes from one pair of hands to another."""

from typing import NamedTuple

from .blueprint import Blueprint
from .flow import Flow, flows

__all__ = ["Handover", "handovers"]

#: Ways on that carry no work: a message only tells, an agreement holds for both sides.
_WORKLESS = ("message", "agreement")


class Handover(NamedTuple):
    """Work that goes on in other hands, along one way: `source` and `target` are who has it before and after (ids of actors).

    Both are () where a link says that it is a hand-over and nobody is named.
    """

    flow: Flow
    source: tuple[str, ...]
    target: tuple[str, ...]


def handovers(blueprint: Blueprint) -> tuple[Handover, ...]:
    """The hand-overs of a blueprint: every drawn link of the kind handover, and every way between cards whose doers differ.

    Doers differ when both cards name somebody (`by`) and nobody is named by both. Ways are the drawn links and the implied
    ones (`flows`); messages and agreements pass no work on, and a way from or to a step is the customer's own. Each way
    counts once; () when there are none.
    """
    found = []
    for flow in flows(blueprint):
        before, after = blueprint.cards.get(flow.source), blueprint.cards.get(flow.target)
        source, target = (card.by if card is not None else () for card in (before, after))
        other_hands = bool(source and target) and not set(source) & set(target)
        if flow.kind == "handover" or (other_hands and flow.kind not in _WORKLESS):
            found.append(Handover(flow, source, target))
    return tuple(found)
