"""How long a blueprint takes: per station, and along the longest path through its links."""

from collections.abc import Iterable, Mapping, Sequence

from footlights.facts import PathTime, StationTime
from footlights.model import ACTING_ROLES, Blueprint, Card, Duration, Step, Time, flows

from .ways import Score, Ways, children_first, longest, without_circles

__all__ = ["path_time", "weakest"]

#: What figures rest on, from the weakest up; what nobody has said rests on an assumption.
_STRENGTH = ("assumed", "proposed", "observed", "measured")
#: Rows whose cards the customer lives through: they hold the customer up, so the next step waits for them.
_LIVED = ("customer", "frontstage")


def path_time(blueprint: Blueprint) -> PathTime:
    """The time of every station and of the longest path the customer waits for, in seconds; unknown is None.

    Work passes along the links that were drawn, along the implied ones (`flows`), and from what a customer meets in a step
    (or in the last step a card spans) to where that step leads. What the front stage does follows what the customer does
    there; a card that nothing leads to begins when its step does. Back stage and support count as far as something the
    customer lives through waits for them. A station takes work plus wait, else its standard time. Ways back (kind loop, or
    closing a circle) are left out and told in `loops`. A blueprint without times gives None for every figure.
    """
    graph = _Graph(blueprint)
    order = children_first(graph.ways)
    seconds = {node: time.seconds for node, time in graph.times.items()}
    lived = {*blueprint.steps, *(card for card, role in graph.roles.items() if role in _LIVED)}
    score = {node: _score(seconds.get(node), node in blueprint.steps) for node in graph.ways}
    path = longest(graph.ways, order, score, lived)
    stations = _stations(blueprint, graph, order)
    mine = {node for node in path if node in blueprint.steps or graph.roles.get(node) == "customer"}
    along = [graph.times[node] for node in path if node in graph.times]
    return PathTime(
        total_s=_sum(seconds.get(node) for node in path),
        customer_s=_sum(seconds.get(node) for node in path if node in mine),
        company_s=_sum(seconds.get(node) for node in path if node not in mine),
        work_s=_sum(_seconds(time.work) for time in along),
        wait_s=_sum(_seconds(time.wait) for time in along),
        standard_s=_sum(_seconds(time.standard) for time in along),
        path=path,
        unknown=tuple(found.step for found in stations if found.work_s is found.wait_s is found.standard_s is None),
        loops=tuple(dict.fromkeys(graph.loops)),
        stations=stations,
    )


def weakest(bases: Iterable[str | None]) -> str | None:
    """The weakest of some bases, None (nobody said) counting as assumed; None when there are none at all."""
    return min((basis or "assumed" for basis in bases), key=_STRENGTH.index, default=None)


class _Graph:
    """The steps and cards through which work and customer pass, with their times, and the ways between them."""

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

    def _led_on(self, pairs: Iterable[tuple[str, str]], cards: Iterable[Card]) -> list[tuple[str, str]]:
        """What the customer lives through in a step holds up the steps it leads to."""
        steps = self.blueprint.steps
        onward: dict[str, list[str]] = {}
        for source, target in pairs:
            if source in steps and target in steps:
                onward.setdefault(source, []).append(target)
        lived = [card for card in cards if self.roles[card.id] in _LIVED]
        return [(card.id, target) for card in lived for target in onward.get(card.until or card.step, ())]

    def _begun(self, pairs: Iterable[tuple[str, str]], cards: Iterable[Card]) -> list[tuple[str, str]]:
        """The front stage answers the customer; a card that nothing leads to begins when its step does."""
        before: dict[str, list[str]] = {}
        for source, target in pairs:
            before.setdefault(target, []).append(source)
        found: list[tuple[str, str]] = []
        for card in cards:
            if self.roles[card.id] in _LIVED and card.id not in before.get(card.step, ()):
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


def _score(seconds: float | None, step: bool) -> Score:
    return Score(seconds or 0.0, seconds is not None, step, 0 if step else -1)


def _sum(figures: Iterable[float | None]) -> float | None:
    known = [figure for figure in figures if figure is not None]
    return sum(known) if known else None


def _seconds(duration: Duration | None) -> float | None:
    return None if duration is None else duration.seconds


def _stations(blueprint: Blueprint, graph: _Graph, order: Sequence[str]) -> tuple[StationTime, ...]:
    work, wait, standard, tolerance = (_through(graph, order, part) for part in ("work", "wait", "standard", "tolerance"))
    bases: dict[int, list[str | None]] = {}
    for node, time in graph.times.items():
        bases.setdefault(graph.column[node], []).append(_basis(blueprint, node, time))
    found = []
    for at, step in enumerate(blueprint.steps.values()):
        # what a step may take at most is said of the whole station; only where nobody says so do the cards' limits add up
        own = _seconds(step.time.tolerance) if step.time is not None else None
        limit = tolerance.get(at) if own is None else own
        basis = weakest(bases.get(at, ()))
        found.append(StationTime(step.id, work.get(at), wait.get(at), standard.get(at), limit, basis))
    return tuple(found)


def _through(graph: _Graph, order: Iterable[str], part: str) -> dict[int, float]:
    """The longest way through each column by one figure, in seconds; columns that do not know it are left out."""
    figures = {node: getattr(time, part).seconds for node, time in graph.times.items() if getattr(time, part) is not None}
    found = dict.fromkeys((graph.column[node] for node in figures), 0.0)
    best: dict[str, float] = {}
    for node in order:
        at = graph.column[node]
        if at in found:
            onward = [best[target] for target in graph.ways[node] if graph.column[target] == at]
            best[node] = figures.get(node, 0.0) + max(onward, default=0.0)
            found[at] = max(found[at], best[node])
    return found


def _basis(blueprint: Blueprint, node: str, time: Time) -> str | None:
    element = blueprint.steps.get(node) or blueprint.cards[node]
    return time.basis or element.basis
