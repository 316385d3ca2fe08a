"""The ways through a blueprint as a graph without circles, and the longest way through it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

__all__ = ["Score", "Ways", "children_first", "circles", "longest", "without_circles"]

#: Every node in reading order, with the nodes it leads to.
Ways = dict[str, list[str]]


class Score(NamedTuple):
    """How long a way is: seconds first; among equals the one that knows more, has more steps and then fewer cards."""

    seconds: float = 0.0
    known: int = 0
    steps: int = 0
    less_cards: int = 0

    def plus(self, other: "Score") -> "Score":
        return Score(
            self.seconds + other.seconds,
            self.known + other.known,
            self.steps + other.steps,
            self.less_cards + other.less_cards,
        )


def children_first(ways: Ways) -> list[str]:
    """Every node behind all that it leads to: reading order from its end, or walked depth-first where ways go up."""
    if _goes_down(ways):
        return list(reversed(ways))
    seen: set[str] = set()
    found: list[str] = []
    for root in ways:
        if root in seen:
            continue
        seen.add(root)
        stack = [(root, iter(ways[root]))]
        while stack:
            node, onward = stack[-1]
            for child in onward:
                if child not in seen:
                    seen.add(child)
                    stack.append((child, iter(ways[child])))
                    break
            else:
                stack.pop()
                found.append(node)
    return found


def _goes_down(ways: Ways) -> bool:
    """Whether every way leads on in reading order, as most blueprints do."""
    rank = {node: number for number, node in enumerate(ways)}
    return all(rank[target] > number for number, targets in enumerate(ways.values()) for target in targets)


def circles(ways: Ways) -> dict[str, str]:
    """Which nodes lie on circles together: those with the same name of a circle (Kosaraju's two walks)."""
    back: Ways = {node: [] for node in ways}
    for node, targets in ways.items():
        for target in targets:
            back[target].append(node)
    circle: dict[str, str] = {}
    for root in reversed(children_first(ways)):
        waiting = [root] if root not in circle else []
        while waiting:
            node = waiting.pop()
            if node not in circle:
                circle[node] = root
                waiting += back[node]
    return circle


def without_circles(ways: Ways, column: Mapping[str, int]) -> tuple[Ways, list[tuple[str, str]]]:
    """The ways without those that close a circle, and what was left out.

    First the ways back to an earlier column go, where they lie on a circle; a circle that is left stands within one
    column and loses the way that closes it, walked depth-first in reading order.
    """
    cut: list[tuple[str, str]] = []
    if _goes_down(ways):
        return ways, cut
    if any(column[target] < column[node] for node, targets in ways.items() for target in targets):
        circle = circles(ways)
        ways = _kept(ways, lambda here, to: column[to] >= column[here] or circle[here] != circle[to], cut)
    rank = {node: number for number, node in enumerate(children_first(ways))}
    return _kept(ways, lambda here, to: rank[to] < rank[here], cut), cut


def _kept(ways: Ways, keep: Callable[[str, str], bool], cut: list[tuple[str, str]]) -> Ways:
    kept: Ways = {}
    for node, targets in ways.items():
        kept[node] = [target for target in targets if keep(node, target)]
        if len(kept[node]) < len(targets):
            cut += [(node, target) for target in targets if target not in kept[node]]
    return kept


def longest(ways: Ways, order: Iterable[str], score: Mapping[str, Score], ends: Collection[str]) -> tuple[str, ...]:
    """The longest way that ends at one of `ends`; () when there is none. `order` is what `children_first` gave."""
    best: dict[str, Score] = {}
    onward: dict[str, str] = {}
    for node in order:
        reach = Score() if node in ends else None
        for target in ways[node]:
            if target in best and (reach is None or best[target] > reach):
                reach = best[target]
                onward[node] = target
        if reach is not None:
            best[node] = score[node].plus(reach)
    if not best:
        return ()
    path = [max((node for node in ways if node in best), key=best.__getitem__)]
    while path[-1] in onward:
        path.append(onward[path[-1]])
    return tuple(path)
