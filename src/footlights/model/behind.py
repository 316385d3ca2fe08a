"""What stands behind a step: the cards that make, carry or prepare what the customer meets there."""

from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

from .blueprint import Blueprint
from .card import Card
from .flow import Flow, flows
from .kinds import ACTING_ROLES

__all__ = ["Stand", "behind", "behind_each"]

#: The ways in which a card stands behind a step, those that people said themselves first.
_HOW = ("here", "span", "link", "chain", "support")

#: Rows that people below the line are served by, and rows whose work they serve (Bitner, Ostrom and Morgan 2008).
_SERVED = ("customer", "frontstage", "backstage")


class Stand(NamedTuple):
    """One card behind a step.

    `how` it stands there: `here`, in the step's own column; `span`, in it by way of `until`; `link`, because a drawn link
    leads from it to `through`; `chain`, because it hands its work down to `through` (the chain that the form implies);
    `support`, as a support row's card under `through`. `through` is the card, or the step itself, that is nearer to the
    customer. `distance` is how many ways lie between the card and the step's own column: 0 within the column.
    """

    card: str
    distance: int
    how: str
    through: str


def behind(blueprint: Blueprint, step: str) -> tuple[Stand, ...]:
    """The cards that stand behind what the customer meets at a step, each once, nearest first; () where nothing does.

    What counts:

    - every card of the step's column in an acting row (customer, front, back, support), and those that span over it;
    - whatever these wait for, followed backwards and as far as it goes: the cards from which drawn links lead to them or to
      the step, both ends of an agreement, and, for a card whose work passes on along such a way, the card that handed it down
      (the implied chain);
    - under each card that was reached in another column, the support rows of that column: support lets the people above it
      do their work. A support card that a link leads on from, or leads to from another column, stands where these put it;
    - evidence is what the customer meets and is not behind it: it is passed through to what makes it. It counts itself only
      where it names who makes it or with what. Policies, metrics and notes count where a link leads from them.

    What does not count: work of a later column (ways back, and loops, end there), what brought the customer here (the steps
    before it and all that is only behind these), and a link from a step (it tells when work begins, not who does it).

    A card that is reached in several ways stands there once, by the shortest of them; a circle ends where it began. Nothing
    is said of *how much* of the work is a card's, and a way that is taken in few cases counts like any other. Raises KeyError
    for a step that does not exist.
    """
    if step not in blueprint.steps:
        raise KeyError(step)
    return _Causes(blueprint).of(step)


def behind_each(blueprint: Blueprint) -> dict[str, tuple[Stand, ...]]:
    """What stands behind every step, by its id, in order; the ways are looked up only once (see `behind`)."""
    causes = _Causes(blueprint)
    return {step: causes.of(step) for step in blueprint.steps}


class _Causes:
    """What each card and step waits for, and what stands in each column."""

    def __init__(self, blueprint: Blueprint) -> None:
        role_of = {lane.id: lane.role for lane in blueprint.rows}
        self.column = {step: at for at, step in enumerate(blueprint.steps)}
        self.cards = {card.id: card for card in blueprint.cards.values() if card.step in self.column}
        self.roles = {card.id: role_of.get(card.lane, "") for card in self.cards.values()}
        self.order = {card: at for at, card in enumerate(self.cards)}
        self.standing = self._standing()
        self.before: dict[str, list[tuple[str, str]]] = {}
        self.tied: set[str] = set()
        self._follow(blueprint)

    def of(self, step: str) -> tuple[Stand, ...]:
        """The stands of one step: from its column backwards, in rounds."""
        column = self.standing[step]
        first = [self._first(card, step) for card in column if self.roles[card] in (*ACTING_ROLES, "evidence")]
        found = {stand.card: stand for stand in first}
        waiting = deque([Stand("", 0, "", step), *first])
        while waiting:
            near = waiting.popleft()
            for card, how in self._causes(near, step):
                if card not in found and self._column_of(card) <= self.column[step]:
                    found[card] = Stand(card, near.distance + 1, how, near.card or step)
                    waiting.append(found[card])
        return tuple(stand for stand in found.values() if self._counts(stand.card))

    def _first(self, card: str, step: str) -> Stand:
        return Stand(card, 0, "here" if self.cards[card].step == step else "span", step)

    def _causes(self, near: Stand, step: str) -> Iterable[tuple[str, str]]:
        passed = near.how in ("link", "chain")
        yield from (cause for cause in self.before.get(near.card or step, ()) if passed or cause[1] == "link")
        if near.distance and self.roles[near.card] in _SERVED:
            below = self.standing[self.cards[near.card].step]
            yield from ((card, "support") for card in below if self.roles[card] == "support" and card not in self.tied)

    def _counts(self, id: str) -> bool:
        card = self.cards[id]
        return self.roles[id] != "evidence" or bool(card.by or card.uses)

    def _standing(self) -> dict[str, list[str]]:
        """The cards of every column, those that span into it included, in reading order."""
        steps = list(self.column)
        found: dict[str, list[str]] = {step: [] for step in steps}
        for card in self.cards.values():
            for at in range(self.column[card.step], self._last(card) + 1):
                found[steps[at]].append(card.id)
        return found

    def _last(self, card: Card) -> int:
        start = self.column[card.step]
        return max(start, self.column.get(card.until or "", start))

    def _follow(self, blueprint: Blueprint) -> None:
        """Turn the ways on around: from each card and step to what it waits for."""
        for flow in flows(blueprint):
            if flow.kind in ("loop", "next"):
                continue
            if not flow.implied:
                self.tied |= {flow.source, *((flow.target,) if self._elsewhere(flow) else ())}
            how = "chain" if flow.implied else "link"
            self._wait(flow.target, flow.source, how)
            if flow.kind == "agreement":
                self._wait(flow.source, flow.target, how)
        for causes in self.before.values():
            causes.sort(key=lambda cause: (_HOW.index(cause[1]), self.order[cause[0]]))

    def _wait(self, target: str, source: str, how: str) -> None:
        if source not in self.cards or source == target:
            return
        at = self.column[target] if target in self.column else self._last(self.cards[target]) if target in self.cards else -1
        if self._column_of(source) <= at:
            self.before.setdefault(target, []).append((source, how))

    def _elsewhere(self, flow: Flow) -> bool:
        """Whether a link joins two columns."""
        return (
            flow.source not in self.cards or flow.target not in self.cards or self._column_of(flow.source) != self._column_of(flow.target)
        )

    def _column_of(self, card: str) -> int:
        return self.column[self.cards[card].step]
