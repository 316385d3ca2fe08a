"""What stands behind the touchpoints that fall short, and under the moments of truth (requirement S17 of the craft)."""

from collections.abc import Iterable
from typing import NamedTuple

from footlights.model import Blueprint, Card, Stand, Step, behind_each, departments

from .exposure import Exposure, exposure
from .path_time import weakest

__all__ = ["GRADE_WEIGHTS", "NEAR", "Account", "Attribution", "Entry", "Under", "Weak", "attribution", "shortfall"]

#: What a touchpoint weighs by its grade as a moment of truth: the grade itself. One that nobody graded weighs least, and
#: not nothing: that nobody graded it does not mean that nobody minds.
GRADE_WEIGHTS: dict[int | None, float] = {None: 0.5, 1: 1.0, 2: 2.0, 3: 3.0, 4: 4.0}
#: Up to how many ways back somebody stands near a touchpoint: in its column, or in what that waits for at once.
NEAR = 1


class Weak(NamedTuple):
    """A touchpoint that falls short: by how many levels, what says so, who gets there, how much rides on it.

    `ground` is `level` (desired and actual) or `feeling`; `basis` is what that rests on. `weight` is shortfall times share
    of the customers times the weight of its grade. `stands` is what stands behind it, () where nothing was drawn.
    """

    step: str
    shortfall: float
    ground: str
    basis: str
    exposure: Exposure
    grade: int | None
    weight: float
    stands: tuple[Stand, ...]


class Entry(NamedTuple):
    """One line of an account: a weak touchpoint, and the cards by which somebody or something stands behind it.

    `near` says whether one of these is in its own column or only one way back from it.
    """

    step: str
    shortfall: float
    exposure: Exposure
    grade: int | None
    weight: float
    near: bool
    stands: tuple[Stand, ...]


class Account(NamedTuple):
    """A department, actor, system or card, and the weak touchpoints that it stands behind, the heaviest first.

    `weight` is the sum of the entries' weights, `near` the sum of those in which it stands near; the shares are their parts
    of the weight of all weak touchpoints. Several stand behind one touchpoint, so the shares of different accounts do not
    add up to one.
    """

    collection: str
    id: str
    near: float
    near_share: float
    weight: float
    share: float
    entries: tuple[Entry, ...]


class Under(NamedTuple):
    """A department, actor, system or card, and the graded moments of truth under which it stands; `weight` sums their grades."""

    collection: str
    id: str
    weight: float
    moments: tuple[str, ...]


class Attribution(NamedTuple):
    """Weak touchpoints, what stands behind them, and what stands under the moments of truth.

    Touchpoints come heaviest first. Accounts come by what stands near, then by all that stands behind: what is many ways back
    is needed too, but explains less of how the moment went. What stands under most moments comes first in `under`.
    `total` is the weight of all weak touchpoints, `moments` the graded steps. `unsaid` are the steps of which nobody can say
    whether they fall short although they are graded or have a desired level.
    """

    weak: tuple[Weak, ...]
    accounts: tuple[Account, ...]
    under: tuple[Under, ...]
    total: float
    moments: tuple[str, ...]
    unsaid: tuple[str, ...]


def attribution(blueprint: Blueprint) -> Attribution:
    """What stands behind each touchpoint below its level, and under each moment of truth; see docs/explanation/attribution.md.

    The weight of a weak touchpoint is its shortfall (`shortfall`, in levels), times the share of the customers that gets there
    (`exposure`), times the weight of its grade (GRADE_WEIGHTS). It counts in full for every department, actor, system and
    card that stands `behind` it, once each, by however many cards and ways that is: shared systems, loops and work side by
    side count once. Customers are left out, and what they do themselves is no card of ours.

    This is association: it says who and what was there, not who or what was the cause. Without steps, levels and feelings
    everything is empty and `total` is 0.
    """
    found = behind_each(blueprint)
    reach = exposure(blueprint)
    members = _Members(blueprint)
    weak = [_weak(step, reach[step.id], found[step.id]) for step in blueprint.steps.values() if shortfall(step)]
    weak.sort(key=lambda each: -each.weight)
    total = sum(each.weight for each in weak)
    graded = [step for step in blueprint.steps.values() if step.moment_of_truth is not None]
    return Attribution(
        weak=tuple(weak),
        accounts=_accounts(weak, members, total),
        under=_under(graded, found, members),
        total=total,
        moments=tuple(step.id for step in graded),
        unsaid=tuple(step.id for step in blueprint.steps.values() if _is_unsaid(step)),
    )


def shortfall(step: Step) -> tuple[float, str] | None:
    """How many levels a step falls short, and what says so; None where it does not, or where nobody says.

    `level`: the desired level minus the actual one. Where one of these is unknown, `feeling`: how far below neutral it feels,
    on the same distance of four between worst and best, averaged over those who said how they feel (good feelings of one
    do not make up for bad ones of another; how many people each persona stands for is unknown, so they count alike).
    """
    if step.desired is not None and step.actual is not None:
        return (step.desired - step.actual, "level") if step.desired > step.actual else None
    below = [max(0.0, -feeling.level) for feeling in step.feels]
    return (sum(below) / len(below), "feeling") if any(below) else None


def _is_unsaid(step: Step) -> bool:
    levels = step.desired is not None and step.actual is not None
    return not levels and not step.feels and (step.desired is not None or step.moment_of_truth is not None)


def _weak(step: Step, reach: Exposure, stands: tuple[Stand, ...]) -> Weak:
    levels, ground = shortfall(step) or (0.0, "level")
    feelings = weakest(feeling.basis or step.basis for feeling in step.feels)
    basis = feelings if ground == "feeling" else step.basis
    weight = levels * reach.share * GRADE_WEIGHTS[step.moment_of_truth]
    return Weak(step.id, levels, ground, basis or "assumed", reach, step.moment_of_truth, weight, stands)


class _Members:
    """Which departments, actors and systems a card brings along, and the card itself."""

    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint = blueprint
        self.role_of = {lane.id: lane.role for lane in blueprint.rows}
        self.department_of = {actor: found.id for found in departments(blueprint) for actor in found.actors}
        order = [("departments", found.id) for found in departments(blueprint)]
        order += [(name, id) for name in ("actors", "systems", "cards") for id in blueprint.collection(name)]
        self.known: dict[str, frozenset[tuple[str, str]]] = {}
        self.order = {member: at for at, member in enumerate(order)}

    def of(self, card: str) -> frozenset[tuple[str, str]]:
        """All that one card brings along, each once."""
        if card not in self.known:
            self.known[card] = frozenset(self._of(self.blueprint.cards[card]))
        return self.known[card]

    def _of(self, card: Card) -> set[tuple[str, str]]:
        actors = [actor for actor in card.by if actor in self.blueprint.actors and self.blueprint.actors[actor].kind != "customer"]
        found = {("actors", actor) for actor in actors}
        found |= {("departments", self.department_of[actor]) for actor in actors if actor in self.department_of}
        found |= {("systems", system) for system in card.uses if system in self.blueprint.systems}
        return found if self.role_of.get(card.lane) == "customer" else found | {("cards", card.id)}

    def stands(self, stands: Iterable[Stand]) -> dict[tuple[str, str], tuple[Stand, ...]]:
        """The stands of each member, each member once."""
        found: dict[tuple[str, str], list[Stand]] = {}
        for stand in stands:
            for member in self.of(stand.card):
                found.setdefault(member, []).append(stand)
        return {member: tuple(here) for member, here in found.items()}


def _accounts(weak: Iterable[Weak], members: _Members, total: float) -> tuple[Account, ...]:
    entries: dict[tuple[str, str], list[Entry]] = {}
    for each in weak:
        for member, stands in members.stands(each.stands).items():
            near = any(stand.distance <= NEAR for stand in stands)
            entry = Entry(each.step, each.shortfall, each.exposure, each.grade, each.weight, near, stands)
            entries.setdefault(member, []).append(entry)
    found = []
    for (collection, id), lines in entries.items():
        weight = sum(entry.weight for entry in lines)
        close = sum(entry.weight for entry in lines if entry.near)
        found.append(Account(collection, id, close, close / total, weight, weight / total, tuple(lines)))
    return tuple(sorted(found, key=lambda one: (-round(one.near, 9), -round(one.weight, 9), members.order[one.collection, one.id])))


def _under(graded: Iterable[Step], found: dict[str, tuple[Stand, ...]], members: _Members) -> tuple[Under, ...]:
    moments: dict[tuple[str, str], list[Step]] = {}
    for step in graded:
        for member in {member for stand in found[step.id] for member in members.of(stand.card)}:
            moments.setdefault(member, []).append(step)
    under = [
        Under(*member, sum(GRADE_WEIGHTS[step.moment_of_truth] for step in steps), tuple(step.id for step in steps))
        for member, steps in moments.items()
    ]
    return tuple(sorted(under, key=lambda each: (-len(each.moments), -each.weight, members.order[each.collection, each.id])))
