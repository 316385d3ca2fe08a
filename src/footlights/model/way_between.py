"""The longest way between two elements, for a promise: from where its clock starts to where it stops."""

from collections import Counter
from functools import cached_property
from itertools import pairwise
from math import prod
from typing import NamedTuple

from .blueprint import Blueprint
from .link import Link
from .passage import LIVED, Passage

__all__ = ["Clock", "WayBetween"]

#: So many rarely taken ways are left out one by one before the rest of the sum is taken as it is.
_TRIES = 20
#: Shares are sums of decimal figures: what is nearer than this is equal.
_EXACT = 1e-9


class WayBetween(NamedTuple):
    """The stations of a way in order, and its time in seconds: None where nothing on it is known, a lower bound where something is not.

    `wait_s` is the part of it in which nothing happens. `between` are the steps that lie on any way from start to end, the end's own
    left out.
    """

    path: tuple[str, ...]
    seconds: float | None
    wait_s: float | None
    between: tuple[str, ...]


class Clock:
    """What runs between two elements of a blueprint; built once, it can be asked for many."""

    def __init__(self, blueprint: Blueprint, passage: Passage) -> None:
        self.blueprint = blueprint
        self.passage = passage
        self.branches = _Branches(blueprint, passage)
        self.at = {node: number for number, node in enumerate(passage.order)}
        self.waits = {node: time.wait.seconds for node, time in passage.times.items() if time.wait is not None}
        self.seconds = {node: time.seconds for node, time in passage.times.items() if time.seconds is not None}
        self.lived: dict[int, list[str]] = {}
        for card, role in passage.roles.items():
            if role in LIVED:
                self.lived.setdefault(passage.column[card], []).append(card)

    def between(self, source: str, target: str, *, share: float = 1.0, limits: bool = False) -> WayBetween | None:
        """The longest way from a step or card to another, taken in more than `1 - share` of the cases; None when there is none.

        The clock starts when the customer has done their part at a step (its own time is left out, what the organisation does there
        counts) or when the work of a card begins. It stops when a step or card is reached: its waiting counts, its work does not. A
        step counts as reached when the customer meets everything its front stage does there. So the sum is a lower bound.

        What runs side by side counts once, by the longest. Where the way splits by shares, that way on counts than which enough of
        the cases take at least as long to break what is promised in `share` of them; and so along all splits together, taken as
        independent. Of links with a condition and no share one knows only that one of them is taken: then the shortest counts,
        unless all cases are promised.

        `limits`: takes for every station the longest time its tolerance allows, in place of the time it is known to take.
        """
        if source not in self.at or target not in self.at:
            return None
        ends = {target} if target in self.passage.roles else {target, *self.lived.get(self.passage.column[target], ())}
        nodes = self.passage.order[min(self.at[end] for end in ends) : self.at[source] + 1]
        weights = self._weights(source, ends, limits=limits)
        left_out: set[tuple[str, str]] = set()
        path: tuple[str, ...] = ()
        for _ in range(_TRIES):
            path, cases = self._longest(nodes, ends, weights, share, left_out)
            rare = [edge for edge in pairwise(path) if edge in cases]
            if not rare or prod(cases[edge] for edge in rare) > 1 - share + _EXACT:
                break
            left_out.add(min(rare, key=cases.__getitem__))
        if not path:
            return None
        known = [weights[node] for node in path if node in weights]
        began = source not in self.passage.roles
        waited = [self.waits[node] for node in path if node in self.waits and not (began and node == source)]
        return WayBetween(path, sum(known) if known else None, sum(waited) if waited else None, self._on_the_way(nodes, source, ends))

    def _weights(self, source: str, ends: set[str], *, limits: bool) -> dict[str, float]:
        """The time of every node that knows it, in seconds, as far as the clock runs there."""
        found = dict(self.limits if limits else self.seconds)
        if source not in self.passage.roles:
            found.pop(source, None)
        for node in ends - {source}:
            found.pop(node, None)
            if node in self.waits:
                found[node] = self.waits[node]
        return found

    @cached_property
    def limits(self) -> dict[str, float]:
        """What every tolerance allows; where a step has one it holds for the whole station, and its cards add nothing."""
        times = self.passage.times
        allowed = {node: time.tolerance.seconds for node, time in times.items() if time.tolerance is not None}
        held = {self.passage.column[step] for step in self.blueprint.steps if step in allowed}
        found = self.seconds | allowed
        return {node: value for node, value in found.items() if node not in self.passage.roles or self.passage.column[node] not in held}

    def _longest(
        self, nodes: list[str], ends: set[str], weights: dict[str, float], share: float, left_out: set[tuple[str, str]]
    ) -> tuple[tuple[str, ...], dict[tuple[str, str], float]]:  # fmt: skip
        """The longest way from the last of these nodes, each behind all that it leads to, to one of the ends; () when there is none.

        With it, for the ways on that not all cases take: in which share of them it takes at least this long from there.
        """
        best: dict[str, tuple[float, int]] = {}
        onward: dict[str, str] = {}
        cases: dict[tuple[str, str], float] = {}
        for node in nodes:
            reached = [target for target in self.passage.ways[node] if target in best]
            if node in self.branches.many and reached:
                reached = self._counted(node, reached, best, share, left_out, cases)
            if not reached and node not in ends:
                continue
            further = (0.0, 0)
            if reached:
                onward[node] = max(reached, key=best.__getitem__)
                further = best[onward[node]]
            best[node] = (weights.get(node, 0.0) + further[0], (node in weights) + further[1])
        source = nodes[-1] if nodes else ""
        if source not in best:
            return (), cases
        path = [source]
        while path[-1] in onward:
            path.append(onward[path[-1]])
        return tuple(path), cases

    def _counted(
        self,
        node: str,
        reached: list[str],
        best: dict[str, tuple[float, int]],
        share: float,
        left_out: set[tuple[str, str]],
        cases: dict[tuple[str, str], float],
    ) -> list[str]:
        """The ways on from where the way splits: those that all cases take, and of the others the one that counts."""
        branches = self.branches
        known = sorted((to for to in reached if (node, to) in branches.share), key=lambda to: best[to], reverse=True)
        maybe = [to for to in reached if (node, to) in branches.open]
        found = [to for to in reached if to not in known and to not in maybe]
        if share >= 1:
            found += maybe
        longer = 0.0
        for target in known:
            longer += branches.share[(node, target)]
            if longer > 1 - share + _EXACT and (node, target) not in left_out:
                cases[(node, target)] = min(longer, 1.0)
                found.append(target)
                break
        if (known or maybe) and (branches.many[node] > 1 or not found):
            shortest = min((*known, *maybe), key=lambda to: best[to][0])  # one of them is taken: at least this one
            cases.pop((node, shortest), None)
            found.append(shortest)
        return found

    def _on_the_way(self, nodes: list[str], source: str, ends: set[str]) -> tuple[str, ...]:
        """The steps whose stations lie on some way from the start to an end."""
        ways, column = self.passage.ways, self.passage.column
        there: set[str] = set()
        for node in nodes:
            if node in ends or not there.isdisjoint(ways[node]):
                there.add(node)
        reached = {source}
        for node in reversed(nodes):
            if node in reached:
                reached.update(ways[node])
        columns = {column[node] for node in there & reached} - {column[node] for node in ends}
        steps = list(self.blueprint.steps)
        return tuple(steps[number] for number in sorted(columns))


class _Branches:
    """The ways that are taken in some cases only: in which share of them, where that is known, or under a condition (`open`).

    `many` says how many such ways lead on from a node, loops among them.
    """

    def __init__(self, blueprint: Blueprint, passage: Passage) -> None:
        self.share: dict[tuple[str, str], float] = {}
        self.open: set[tuple[str, str]] = set()
        self.many: Counter[str] = Counter(link.source for link in blueprint.links.values() if link.share is not None or link.when)
        self.led: dict[str, list[str]] = {}
        for card in passage.roles if self.many else ():
            self.led.setdefault(blueprint.cards[card].until or blueprint.cards[card].step, []).append(card)
        drawn: dict[tuple[str, str], list[Link]] = {}
        for link in blueprint.links.values():
            if link.kind != "loop":
                drawn.setdefault((link.source, link.target), []).append(link)
        for (start, end), links in drawn.items():
            if not all(link.share is not None or link.when is not None for link in links):
                continue
            known = all(link.share is not None for link in links)
            # what the customer meets at a step leads on with it
            for each in (start, *(self.led.get(start, ()) if end in blueprint.steps else ())):
                self.many[each] = max(self.many[each], self.many[start])
                if known:
                    self.share[(each, end)] = min(sum(link.share or 0.0 for link in links), 1.0)
                else:
                    self.open.add((each, end))
