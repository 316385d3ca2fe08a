"""What two blueprints come to, beside each other: how much there is of everything, how long it takes, who answers for what."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from footlights.facts import CheckFinding, PathTime, title_of
from footlights.model import Address, Blueprint, Duration, Step, handovers

__all__ = ["Answering", "Balance", "Figure", "Promised", "balance", "owners_of"]


class Figure(NamedTuple):
    """One figure before and after; `kind` is its word. None is unknown.

    `unit` is "" for a number of things and s for seconds. A lower bound (`least`) is a time of which some stations are unknown.
    """

    kind: str
    before: float | None
    after: float | None
    unit: str = ""
    least: tuple[bool, bool] = (False, False)

    @property
    def difference(self) -> float | None:
        """After less before; None when one of them is unknown, or only one of them is a lower bound."""
        if self.before is None or self.after is None or self.least[0] != self.least[1]:
            return None
        return self.after - self.before


class Answering(NamedTuple):
    """A moment of truth for which somebody else answers now, nobody any more (lost), or at last somebody (gained).

    `was` and `now` are what people call those who answer.
    """

    address: Address
    name: Any
    kind: str
    was: tuple[Any, ...]
    now: tuple[Any, ...]


class Promised(NamedTuple):
    """A promise within another time than before."""

    address: Address
    name: Any
    before: Duration
    after: Duration


class Balance(NamedTuple):
    """The two blueprints beside each other. `closed` and `opened` are findings; both are () where nobody looked for them."""

    figures: tuple[Figure, ...]
    answering: tuple[Answering, ...] = ()
    promised: tuple[Promised, ...] = ()
    closed: tuple[CheckFinding, ...] = ()
    opened: tuple[CheckFinding, ...] = ()

    def figure(self, kind: str) -> Figure:
        """One of the figures; raises KeyError for a kind that there is not."""
        found = next((each for each in self.figures if each.kind == kind), None)
        if found is None:
            raise KeyError(kind)
        return found


def balance(
    before: Blueprint, after: Blueprint, times: tuple[PathTime | None, PathTime | None] = (None, None),
    findings: tuple[Sequence[CheckFinding], Sequence[CheckFinding]] = ((), ()),
) -> Balance:  # fmt: skip
    """The two beside each other. `times` are those along the longest paths, `findings` what checks found, before and after.

    Without times their figures are unknown. A finding is the same one when its identity is (the check, the element), whatever
    it rests on.
    """
    were, are = ({found.identity: found for found in each} for each in findings)
    return Balance(
        (*_counts(before, after), *_times(*times)),
        tuple(_answering(before, after)),
        tuple(_promised(before, after)),
        tuple(found for identity, found in were.items() if identity not in are),
        tuple(found for identity, found in are.items() if identity not in were),
    )


def _counts(before: Blueprint, after: Blueprint) -> list[Figure]:
    counted = [_counted(blueprint) for blueprint in (before, after)]
    return [Figure(kind, counted[0][kind], counted[1][kind]) for kind in counted[0]]


def _counted(blueprint: Blueprint) -> dict[str, int]:
    fails = [mark for mark in blueprint.marks.values() if mark.kind == "fail"]
    truths = [step for step in blueprint.steps.values() if step.moment_of_truth]
    return {
        "step": len(blueprint.steps),
        "card": len(blueprint.cards),
        "handover": len(handovers(blueprint)),
        "channel": len(blueprint.channels),
        "system": len(blueprint.systems),
        "truth": len(truths),
        "truth-unowned": sum(not owners_of(blueprint, step) for step in truths),
        "promise": len(blueprint.promises),
        "fail": len(fails),
        "fail-unrecovered": sum(not blueprint.say(mark.recovery).strip() for mark in fails),
    }


def _times(before: PathTime | None, after: PathTime | None) -> list[Figure]:
    found = []
    for kind, name in (("time-total", "total_s"), ("time-work", "work_s"), ("time-wait", "wait_s")):
        least = (bool(before and before.unknown), bool(after and after.unknown)) if kind == "time-total" else (False, False)
        was, now = (getattr(each, name) if each is not None else None for each in (before, after))
        found.append(Figure(kind, was, now, "s", least))
    return found


def owners_of(blueprint: Blueprint, step: Step) -> tuple[str, ...]:
    """Who answers for a step (ids of actors): its owner; failing that whoever does something there on the front stage.

    () when nobody is named. A card that spans steps stands on the front stage of each of them.
    """
    if step.owner:
        return (step.owner,)
    front = {lane.id for lane in blueprint.rows if lane.role == "frontstage"}
    at = {id: number for number, id in enumerate(blueprint.steps)}
    here = at[step.id]
    doers = (
        card.by for card in blueprint.cards.values()
        if card.lane in front and at.get(card.step, here + 1) <= here <= at.get(card.until or card.step, -1)
    )  # fmt: skip
    return tuple(dict.fromkeys(actor for by in doers for actor in by))


def _answering(before: Blueprint, after: Blueprint) -> list[Answering]:
    """Only steps that are there before and after, and are a moment of truth now: a new one has lost nobody."""
    found = []
    for id, step in after.steps.items():
        old = before.steps.get(id)
        if old is None or not step.moment_of_truth:
            continue
        was, now = owners_of(before, old), owners_of(after, step)
        if set(was) != set(now):
            kind = "lost" if not now else "gained" if not was else "changed"
            names = (_names(before, was), _names(after, now))
            found.append(Answering(Address("steps", id), title_of(after, Address("steps", id)), kind, *names))
    return found


def _names(blueprint: Blueprint, actors: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(title_of(blueprint, Address("actors", actor)) for actor in actors)


def _promised(before: Blueprint, after: Blueprint) -> list[Promised]:
    found = []
    for id, promise in after.promises.items():
        old = before.promises.get(id)
        if old is not None and old.within is not None and promise.within is not None and old.within.seconds != promise.within.seconds:
            address = Address("promises", id)
            found.append(Promised(address, title_of(after, address), old.within, promise.within))
    return found
