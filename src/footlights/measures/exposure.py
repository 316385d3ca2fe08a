"""How many of the customers get to a step."""

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from footlights.model import Blueprint, Card, Link

__all__ = ["Exposure", "Ways", "exposure", "exposure_by_way_of", "exposure_to_any"]

#: Where the ways of those who meet any of some steps come together.
_ANY = "\0"
#: What is left of a whole after adding shares up is nothing below this.
_NOTHING = 1e-9


class Exposure(NamedTuple):
    """The share of the customers, 0 to 1, that gets somewhere; `per_day` is how many that are, None where nobody says so.

    `known` is False where a share on the way had to be supposed.
    """

    share: float = 1.0
    known: bool = True
    per_day: float | None = None


def exposure(blueprint: Blueprint) -> dict[str, Exposure]:
    """The share of the customers that gets to each step, by the step's id, and how many a day where that is known.

    Everybody begins at the first step and goes on to the next, until a fork says otherwise: links from a step to later
    steps, or else links with a share or a condition from a card to work in several later columns, or straight to a step.

    - A way with a share takes that share of those who come by. A way with neither share nor condition is everybody's:
      work side by side does not split the customers.
    - Unknown is not zero: conditions without a share divide what the known shares leave over evenly, or, where these leave
      nothing, count as one way in as many as there are. A condition that stands alone divides with the next step. Where all
      shares are known, what is left of them goes on to the next step.
    - A step that nobody drew a way to counts as everybody's. These suppositions are told: `known` is False then.
    - Nobody gets to a step more often than the customers come by it: ways back raise nothing, and where ways meet again no
      more arrive than there were at the last step that all of them pass (the step's dominator; Lengauer and Tarjan 1979).

    `per_day` is the share of `customers-per-day`. A blueprint without steps gives {}.
    """
    ways = Ways(blueprint)
    return {step: ways.exposure(step) for step in blueprint.steps}


def exposure_to_any(blueprint: Blueprint, steps: Collection[str]) -> Exposure:
    """The share of the customers that gets to at least one of some steps, each counted once; 0 for no steps at all."""
    return Ways(blueprint).to_any(steps)


def exposure_by_way_of(blueprint: Blueprint, step: str, passed: Collection[str]) -> Exposure:
    """The share of the customers that gets to a step and came by at least one of some other steps; 0 for none of these.

    Raises KeyError for a step that does not exist.
    """
    return Ways(blueprint).by_way_of(step, passed)


class _Way(NamedTuple):
    share: float
    known: bool = True


#: The ways that part at one place: where each leads, and the link that says so.
_Fork = list[tuple[str, Link]]


class Ways:
    """The ways of the customers through a blueprint, for whoever has many questions about them."""

    def __init__(self, blueprint: Blueprint) -> None:
        self._blueprint = blueprint
        self._steps = list(blueprint.steps)
        self._at = {step: number for number, step in enumerate(self._steps)}
        forks = self._forks()
        self._onward = {step: self._ways_on(step, forks) for step in self._steps}
        self._led_to = {target for targets in self._onward.values() for target in targets}
        self._everybody = _Walk(self._steps, self._onward, self._led_to).found

    def exposure(self, step: str) -> Exposure:
        """Who gets to a step; see `exposure`."""
        return self._said(*self._everybody[step])

    def to_any(self, steps: Collection[str]) -> Exposure:
        """Who gets to at least one of some steps; see `exposure_to_any`."""
        return self._said(*(_Walk(self._steps, self._onward, self._led_to, set(steps)).found[_ANY] if steps else _Way(0.0)))

    def by_way_of(self, step: str, passed: Collection[str]) -> Exposure:
        """Who gets to a step by way of others; see `exposure_by_way_of`."""
        everybody = self._everybody[step]
        others = set(passed) - {step}
        past = _Walk(self._steps, self._onward, self._led_to, others).found[step] if others else everybody
        return self._said(max(0.0, everybody.share - past.share), everybody.known and past.known)

    def _said(self, share: float, known: bool) -> Exposure:
        daily = self._blueprint.customers_per_day
        return Exposure(share, known, None if daily is None else share * daily)

    def _ways_on(self, step: str, forks: Mapping[str, list[_Fork]]) -> dict[str, _Way]:
        """The ways on from a step, by where they lead."""
        after = self._at[step] + 1
        follows = self._steps[after] if after < len(self._steps) else None
        onward: dict[str, _Way] = {}
        for fork in forks.get(step, [[]]):
            for target, way in _divided(fork, follows).items():
                before = onward.get(target, _Way(0.0))
                onward[target] = way if way.share > before.share else before
        return onward

    def _forks(self) -> dict[str, list[_Fork]]:
        """Where the customers part, by the step at which they do; what a step itself says goes before what its cards say."""
        drawn: dict[str, list[Link]] = {}
        for link in self._blueprint.links.values():
            if link.kind != "loop":
                drawn.setdefault(link.source, []).append(link)
        found: dict[str, list[_Fork]] = {}
        for card in self._blueprint.cards.values():
            said = [link for link in drawn.get(card.id, ()) if link.share is not None or link.when is not None]
            if said and card.step in self._at:
                step = self._last(card)
                fork = self._ahead(step, said)
                if len({target for target, _ in fork}) > 1 or any(link.target in self._at for _, link in fork):
                    found.setdefault(step, []).append(fork)
        for step in self._steps:
            # what a step sets going in a card moves nobody
            own = self._ahead(step, [link for link in drawn.get(step, ()) if link.target in self._at])
            if own:
                found[step] = [own]
        return found

    def _ahead(self, step: str, links: Iterable[Link]) -> _Fork:
        """The links that lead to a later column, each with its step."""
        targets = ((self._step_of(link.target), link) for link in links)
        return [(target, link) for target, link in targets if target is not None and self._at[target] > self._at[step]]

    def _step_of(self, end: str) -> str | None:
        if end in self._at:
            return end
        card = self._blueprint.cards.get(end)
        return card.step if card is not None and card.step in self._at else None

    def _last(self, card: Card) -> str:
        start = self._at[card.step]
        return self._steps[max(start, self._at.get(card.until or "", start))]


class _Walk:
    """Who gets where, worked out from left to right; whoever gets to one of the `ends` goes no further."""

    def __init__(
        self, steps: Sequence[str], onward: Mapping[str, dict[str, _Way]], led_to: Container[str], ends: Collection[str] = ()
    ) -> None:
        self.found: dict[str, _Way] = {}
        #: the last step that everybody on the way to a place passes, and how many such steps there are before it
        self._passed: dict[str, tuple[str | None, int]] = {}
        into: dict[str, list[tuple[str, _Way]]] = {}
        for step in steps:
            if step in into:
                self._arrive(step, into[step])
            else:
                self._passed[step] = (None, 0)
                self.found[step] = _Way(0.0) if step in led_to else _Way(1.0, step == steps[0])
            for target, way in ({_ANY: _Way(1.0)} if step in ends else onward[step]).items():
                into.setdefault(target, []).append((step, way))
        if ends:
            self._arrive(_ANY, into[_ANY])

    def _arrive(self, place: str, ways: Collection[tuple[str, _Way]]) -> None:
        """How many arrive: all who come by any way, but no more than there were at the last step they all pass."""
        last = self._last_shared([source for source, _ in ways])
        self._passed[place] = (last, 0 if last is None else self._passed[last][1] + 1)
        coming = [_Way(self.found[source].share * way.share, self.found[source].known and way.known) for source, way in ways]
        most = _Way(1.0, False) if last is None else self.found[last]
        share = sum(way.share for way in coming)
        known = all(way.known for way in coming)
        if share > most.share - _NOTHING:
            # those who were divided and meet again are all there, however they were divided
            known |= (most.known and len(ways) > 1) or any(way.known and way.share > most.share - _NOTHING for way in coming)
        self.found[place] = _Way(min(share, most.share), known)

    def _last_shared(self, sources: Iterable[str]) -> str | None:
        first, *others = sources
        found: str | None = first
        for other in others:
            here: str | None = other
            while found is not None and here is not None and found != here:
                if self._passed[found][1] < self._passed[here][1]:
                    here = self._passed[here][0]
                else:
                    found = self._passed[found][0]
            found = found if found == here else None
        return found


def _divided(fork: _Fork, follows: str | None) -> dict[str, _Way]:
    """How those who stand at a fork divide over its ways; where there is none, all go on to what follows."""
    given = [(target, link.share) for target, link in fork if link.share is not None]
    unsaid = [target for target, link in fork if link.share is None and link.when is not None]
    everybody = [target for target, link in fork if link.share is None and link.when is None]
    left = 1 - sum(share for _, share in given)
    ways = [(target, _Way(share)) for target, share in given] + [(target, _Way(1.0)) for target in everybody]
    if len(unsaid) == 1 and len(fork) == 1 and follows is not None:
        unsaid.append(follows)
    if unsaid:
        each = (left if left > _NOTHING else 1.0) / len(unsaid)
        ways += [(target, _Way(each, False)) for target in unsaid]
    elif not everybody and left > _NOTHING and follows is not None:
        ways.append((follows, _Way(left)))
    found: dict[str, _Way] = {}
    for target, way in ways:
        before = found.get(target, _Way(0.0))
        found[target] = _Way(min(1.0, before.share + way.share), before.known and way.known)
    # where every way leads to the same step, all get there
    return {target: _Way(way.share, way.known or len(found) == 1) for target, way in found.items()}
