"""How work and customer move on: the links people drew, and those that the blueprint's form implies."""

from itertools import pairwise
from typing import NamedTuple

from .blueprint import Blueprint
from .card import Card
from .kinds import ACTING_ROLES
from .link import Link

__all__ = ["Flow", "flows"]


class Flow(NamedTuple):
    """One way on, between two steps or cards (bare ids). `link` is the link people drew, None where it is implied."""

    source: str
    target: str
    kind: str
    link: Link | None = None

    @property
    def implied(self) -> bool:
        """Whether nobody drew it: it follows from the order of the steps or from the chain within one."""
        return self.link is None


def flows(blueprint: Blueprint) -> tuple[Flow, ...]:
    """Every way on: drawn links first, then implied ones (step to step; customer, front, back, support within a step).

    A step leads on to the next unless links lead from it to other steps. A card follows from the first card (or the step
    itself) in the nearest acting row above it, unless a drawn link already leads to it or ties it to a card of its step.
    """
    drawn = [Flow(link.source, link.target, link.kind or "trigger", link) for link in blueprint.links.values()]
    return (*drawn, *_along(blueprint, drawn), *_down(blueprint, drawn))


def _along(blueprint: Blueprint, drawn: list[Flow]) -> list[Flow]:
    ways_on = {flow.source for flow in drawn if flow.kind != "loop" and flow.target in blueprint.steps}
    steps = list(blueprint.steps)
    return [Flow(here, there, "next") for here, there in pairwise(steps) if here not in ways_on]


def _down(blueprint: Blueprint, drawn: list[Flow]) -> list[Flow]:
    step_of = {card.id: card.step for card in blueprint.cards.values()}
    held = {flow.target for flow in drawn if flow.kind != "loop" and flow.target in step_of}
    for flow in drawn:
        if flow.source in step_of and step_of.get(flow.target, flow.target) == step_of[flow.source]:
            held.add(flow.source)
    role_of = {lane.id: lane.role for lane in blueprint.rows}
    by_step: dict[str, dict[str, list[Card]]] = {}
    for card in blueprint.cards.values():
        by_step.setdefault(card.step, {}).setdefault(role_of.get(card.lane, ""), []).append(card)
    found: list[Flow] = []
    for step, by_role in by_step.items():
        above = step
        for role in ACTING_ROLES:
            cards = by_role.get(role, [])
            if role == "customer":
                continue
            found += [Flow(above, card.id, "chain") for card in cards if card.id not in held]
            above = cards[0].id if cards else above
    return found
