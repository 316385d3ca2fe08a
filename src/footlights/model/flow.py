"""How work and customer move on: the links people drew, and those that the blueprint's form implies."""

from itertools import pairwise
from typing import NamedTuple

from .blueprint import Blueprint
from .card import Card
from .kinds import ACTING_ROLES
from .link import Link

__all__ = ["Flow", "flows"]

#: Where the flows of a blueprint are kept.
_KEPT = "flows worked out"


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

    A step leads on to the next unless links lead from it to later steps. Front stage is direct contact: each of its cards
    follows from its step, unless a link joins it to a step or leads to it from a front stage card of the same step. A card
    further down follows from the first card (or the step) in the nearest acting row above it, unless a link leads to it, or
    from it up to something in its own step.
    """
    # asked for by path times, checks and attributions alike; kept as a cached_property keeps it, for as long as the blueprint
    found: tuple[Flow, ...] | None = blueprint.__dict__.get(_KEPT)
    if found is None:
        drawn = [Flow(link.source, link.target, link.kind or "trigger", link) for link in blueprint.links.values()]
        found = (*drawn, *_along(blueprint, drawn), *_down(blueprint, drawn))
        blueprint.__dict__[_KEPT] = found
    return found


def _along(blueprint: Blueprint, drawn: list[Flow]) -> list[Flow]:
    steps = list(blueprint.steps)
    at = {step: number for number, step in enumerate(steps)}
    ways_on = {flow.source for flow in drawn if flow.kind != "loop" and at.get(flow.target, -1) > at.get(flow.source, len(at))}
    return [Flow(here, there, "next") for here, there in pairwise(steps) if here not in ways_on]


def _down(blueprint: Blueprint, drawn: list[Flow]) -> list[Flow]:
    role_of = {lane.id: lane.role for lane in blueprint.rows}
    held = _held(blueprint, drawn, role_of)
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


def _held(blueprint: Blueprint, drawn: list[Flow], role_of: dict[str, str]) -> set[str]:
    """The cards that drawn links already tie into the flow."""
    step_of = {card.id: card.step for card in blueprint.cards.values()}
    depth_of = {card.id: _depth(role_of.get(card.lane, "")) for card in blueprint.cards.values()}
    front = {card.id for card in blueprint.cards.values() if role_of.get(card.lane) == "frontstage"}
    held: set[str] = set()
    for flow in drawn:
        if flow.kind == "loop":
            continue
        one, two = flow.source, flow.target
        together = step_of.get(one, one) == step_of.get(two, two)
        reached = one not in step_of or (one in front and together) if two in front else two in step_of
        if reached:
            held.add(two)
        upward = together and depth_of.get(two, 0) < depth_of.get(one, 0)
        if two not in step_of if one in front else upward:
            held.add(one)
    return held


def _depth(role: str) -> int:
    """How far a role stands from the customer; rows that do not act stand nowhere."""
    return ACTING_ROLES.index(role) if role in ACTING_ROLES else 0
