"""The ways through a blueprint by which time passes: what holds up what, without circles."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from .blueprint import Blueprint
from .card import Card
from .flow import flows
from .kinds import ACTING_ROLES
from .step import Step
from .ways import Ways, children_first, without_circles

__all__ = ["LIVED", "Passage"]

#: Rows whose cards the customer lives through: they hold the customer up, so the next step waits for them.
LIVED = ("customer", "frontstage")


class Passage:
    """The steps and cards through which work and customer pass, with their times, and the ways between them.

    `ways` leads from every node on, without circles; `loops` are the ways back that were left out. `column` is the number of the
    step each node stands at, `roles` the role of each card's row, `times` the times that somebody gave.
    """

    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint = blueprint
        role_of = {lane.id: lane.role for lane in blueprint.rows}
        passing = [flow for flow in flows(blueprint) if flow.kind != "loop"]
        self.loops = [(link.source, link.target) for link in blueprint.links.values() if link.kind == "loop" or link.source == link.target]
        ends = {end for flow in passing for end in (flow.source, flow.target)}
        cards = [card for card in blueprint.cards.values() if role_of.get(card.lane) in ACTING_ROLES or card.id in ends]
        cards = [card for card in cards if card.step in blueprint.steps]
        self.roles = {card.id: role_of.get(card.lane, "") for card in cards}
        self.column = _columns(blueprint.steps, cards)
        nodes: Sequence[Step | Card] = [*blueprint.steps.values(), *cards]
        self.times = {node.id: node.time for node in nodes if node.time is not None}
        position = {node: number for number, node in enumerate(self.column)}
        pairs = [(flow.source, flow.target) for flow in passing if flow.source in position and flow.target in position]
        pairs += self._led_on(pairs, cards)
        goes_up = any(position[target] <= position[source] for source, target in pairs)
        if goes_up:
            ways, cut = without_circles(_ways(pairs, position), self.column)
            self.loops += cut
            pairs = [(node, target) for node, targets in ways.items() for target in targets]
        self.ways = _ways([*pairs, *self._begun(pairs, cards)], position)
        if goes_up:
            self.ways, cut = without_circles(self.ways, self.column)
            self.loops += [pair for pair in cut if pair in pairs]

    @cached_property
    def order(self) -> list[str]:
        """Every node behind all that it leads to."""
        return children_first(self.ways)

    def _led_on(self, pairs: Iterable[tuple[str, str]], cards: Iterable[Card]) -> list[tuple[str, str]]:
        """What the customer lives through in a step holds up the steps it leads to."""
        steps = self.blueprint.steps
        onward: dict[str, list[str]] = {}
        for source, target in pairs:
            if source in steps and target in steps:
                onward.setdefault(source, []).append(target)
        lived = [card for card in cards if self.roles[card.id] in LIVED]
        return [(card.id, target) for card in lived for target in onward.get(card.until or card.step, ())]

    def _begun(self, pairs: Iterable[tuple[str, str]], cards: Iterable[Card]) -> list[tuple[str, str]]:
        """The front stage answers the customer; a card that nothing leads to begins when its step does."""
        before: dict[str, list[str]] = {}
        for source, target in pairs:
            before.setdefault(target, []).append(source)
        found: list[tuple[str, str]] = []
        for card in cards:
            if self.roles[card.id] in LIVED and card.id not in before.get(card.step, ()):
                found.append((card.step, card.id))
            elif card.id not in before:
                found += [(earlier, card.id) for earlier in before.get(card.step, ())]
        return found


def _ways(pairs: Iterable[tuple[str, str]], position: Mapping[str, int]) -> Ways:
    """The ways from every node, each once and in reading order."""
    ways: Ways = {node: [] for node in position}
    for source, target in pairs:
        if source != target:
            ways[source].append(target)
    for targets in ways.values():
        if len(targets) > 1:
            targets[:] = sorted(set(targets), key=position.__getitem__)
    return ways


def _columns(steps: Iterable[str], cards: Iterable[Card]) -> dict[str, int]:
    """The number of each node's column, the nodes in reading order: a step, then its cards."""
    number = {step: at for at, step in enumerate(steps)}
    by_step: dict[str, list[str]] = {step: [step] for step in number}
    for card in cards:
        by_step[card.step].append(card.id)
    return {node: number[step] for step, nodes in by_step.items() for node in nodes}
