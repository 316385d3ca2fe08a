"""What to do first: a short ranked list with reasons, and the actions by impact and effort (requirements S19 and S36 of the craft)."""

from collections.abc import Iterable
from typing import NamedTuple

from footlights.model import Action, Address, Blueprint, Finding, Stand, behind_each

from .attribution import GRADE_WEIGHTS, Attribution, Weak, attribution
from .importance import Grade, Need, Placed, grades, needs, placed

__all__ = ["RAISED", "SHORT", "Chosen", "Priorities", "Ranked", "priorities"]

#: How many lines a short list has.
SHORT = 5
#: An impact or an effort from here on is high, on the scale from 1 to 5.
_HIGH = 4
#: A need that is met by less is barely met.
_HALF = 0.5
_SEVERITY = {"high": 3, "medium": 2, "low": 1}
#: How much more something weighs for what people found: a grave finding doubles it.
RAISED: dict[str | None, float] = {"high": 2.0, "medium": 1.5, "low": 1.25, None: 1.0}
#: Up to how many ways back a finding about a card speaks of a touchpoint.
_REACH = 2
_OVER = ("done", "dropped")


class Chosen(NamedTuple):
    """An action that is still to be done, by what it helps and costs.

    `place`: `quick` (high impact, low effort), `large` (both high), `small` (both low), `costly` (low impact, high effort),
    or `unknown` where either was not estimated. High is 4 or 5. `steps` are the weak touchpoints that it answers.
    """

    action: str
    place: str
    impact: int | None
    effort: int | None
    votes: int
    steps: tuple[str, ...]


class Ranked(NamedTuple):
    """One line of the list: what `about` is (a step, a finding or a phase with its need), and all that speaks for it.

    `weight` decides its place in the list and nothing else. `weak` is the touchpoint's shortfall, None for what is no
    touchpoint. `findings` are open or accepted and speak of it or of something behind it, the gravest first; `severity` is the
    gravest, `votes` those of its findings and actions. `actions` are still to be done. `need` is that of its phase, where it is
    met by less than half. `stands` are the nearest departments or, where nobody names any, actors behind it.
    """

    about: Address
    weight: float
    weak: Weak | None
    severity: str | None
    votes: int
    need: Need | None
    findings: tuple[str, ...]
    actions: tuple[str, ...]
    stands: tuple[Address, ...]


class Priorities(NamedTuple):
    """The ranked list with the first things first, and what it was made from."""

    ranked: tuple[Ranked, ...]
    placed: tuple[Placed, ...]
    grades: tuple[Grade, ...]
    needs: tuple[Need, ...]
    actions: tuple[Chosen, ...]

    @property
    def first(self) -> tuple[Ranked, ...]:
        """The first few of the list, without what weighs less than a tenth of the first."""
        return tuple(line for line in self.ranked[:SHORT] if line.weight >= self.ranked[0].weight / 10)


def priorities(blueprint: Blueprint) -> Priorities:
    """What to do first, with its reasons, and the maps behind it; everything is empty for a blueprint that says nothing of it.

    A touchpoint weighs its shortfall times its customers times its grade (`attribution`), times RAISED by the gravest finding
    that people wrote about it or about a card, system or actor behind it, times one plus its share of all votes, and, where
    the need of its phase is met by less than half, times one plus what is missing to the half. A grave
    finding that speaks of no weak touchpoint has a line of its own and weighs as if its gravest step were one level short; so
    does a need that is barely met in a phase without a weak touchpoint, by the part of it that is not met. The weight only
    makes the order: the reasons are what counts.

    A finding speaks of a step by naming it, its phase, a card that stands behind it (up to two ways back), or a system, actor
    or channel in its own column. Dismissed findings, and those whose actions are all done, no longer count.
    """
    weighed = attribution(blueprint)
    on_map = placed(blueprint)
    subject = _Subjects(blueprint, weighed)
    lines = [*subject.touchpoints(), *subject.findings_alone(), *subject.needs_alone()]
    return Priorities(
        ranked=tuple(sorted(lines, key=lambda line: -round(line.weight, 9))),
        placed=on_map,
        grades=grades(blueprint),
        needs=needs(blueprint),
        actions=_chosen(blueprint, subject),
    )


class _Subjects:
    """What findings and actions speak of, and the lines that come of it."""

    def __init__(self, blueprint: Blueprint, weighed: Attribution) -> None:
        self.blueprint = blueprint
        self.weighed = weighed
        self.stands = behind_each(blueprint)
        self.barely = {need.phase: need for need in needs(blueprint) if need.met is not None and need.met < _HALF}
        self.open = [one for one in blueprint.findings.values() if one.status != "dismissed" and not self._is_answered(one)]
        self.about = {finding.id: self._steps(finding) for finding in self.open}
        self.near: dict[str, list[tuple[int, Address]]] = {}
        for one in weighed.accounts:
            for entry in one.entries if one.collection in ("departments", "actors") else ():
                if entry.near:
                    nearest = min(stand.distance for stand in entry.stands)
                    self.near.setdefault(entry.step, []).append((nearest, Address(one.collection, one.id)))
        self.votes = _votes(self.open, (action for action in blueprint.actions.values() if action.status not in _OVER))

    def touchpoints(self) -> list[Ranked]:
        """A line for each weak touchpoint."""
        found = []
        for weak in self.weighed.weak:
            here = [finding for finding in self.open if weak.step in self.about[finding.id]]
            need = self.barely.get(self.blueprint.steps[weak.step].phase)
            found.append(self._line(Address("steps", weak.step), weak.weight, here, weak, need))
        return found

    def findings_alone(self) -> list[Ranked]:
        """A line for each grave finding that speaks of no weak touchpoint."""
        weak = {each.step for each in self.weighed.weak}
        alone = [finding for finding in self.open if finding.severity == "high" and not weak & self.about[finding.id]]
        return [self._line(Address("findings", one.id), self._gravest(self.about[one.id]), [one], None, None) for one in alone]

    def needs_alone(self) -> list[Ranked]:
        """A line for each need that is barely met in a phase without a weak touchpoint."""
        weak = {self.blueprint.steps[each.step].phase for each in self.weighed.weak}
        alone = [need for need in self.barely.values() if need.phase not in weak]
        return [self._line(Address("phases", need.phase), 1 - (need.met or 0.0), [], None, need) for need in alone]

    def _gravest(self, steps: Iterable[str]) -> float:
        grades = [self.blueprint.steps[step].moment_of_truth for step in steps]
        return max((GRADE_WEIGHTS[grade] for grade in grades), default=GRADE_WEIGHTS[None])

    def _line(self, about: Address, weight: float, here: list[Finding], weak: Weak | None, need: Need | None) -> Ranked:
        here = sorted(here, key=lambda finding: -_SEVERITY.get(finding.severity or "", 0))
        names = {finding.id for finding in here}
        actions = [action for action in self.blueprint.actions.values() if action.status not in _OVER and names & set(action.closes)]
        severity = here[0].severity if here else None
        votes = _votes(here, actions)
        missing = _HALF - (need.met or 0.0) if weak is not None and need is not None else 0.0
        return Ranked(
            about=about,
            weight=weight * RAISED[severity] * (1 + (votes / self.votes if self.votes else 0)) * (1 + missing),
            weak=weak,
            severity=severity,
            votes=votes,
            need=need,
            findings=tuple(finding.id for finding in here),
            actions=tuple(action.id for action in actions),
            stands=self._nearest(weak) if weak is not None else (),
        )

    def _nearest(self, weak: Weak) -> tuple[Address, ...]:
        """The departments, else the actors, that stand near a touchpoint, the nearest first."""
        there = sorted(self.near.get(weak.step, ()), key=lambda one: one[0])
        by_kind = [[address for _, address in there if address.collection == kind] for kind in ("departments", "actors")]
        return tuple(next((found for found in by_kind if found), []))

    def _is_answered(self, finding: Finding) -> bool:
        """Whether all that was to be done about a finding is done."""
        closing = [action for action in self.blueprint.actions.values() if finding.id in action.closes and action.status != "dropped"]
        return bool(closing) and all(action.status == "done" for action in closing)

    def _steps(self, finding: Finding) -> set[str]:
        """The steps that a finding speaks of: by name, by their phase, or by something that stands behind them."""
        pointed = {self.blueprint.resolve(on) for on in finding.on}
        found: set[str] = set()
        for step in self.blueprint.steps.values():
            named = {Address("steps", step.id), Address("phases", step.phase)}
            if pointed & named or any(pointed & self._parts(stand) for stand in self.stands[step.id]):
                found.add(step.id)
        return found

    def _parts(self, stand: Stand) -> set[Address]:
        card = self.blueprint.cards[stand.card]
        if stand.distance:
            return {Address("cards", card.id)} if stand.distance <= _REACH else set()
        parts = {Address("actors", id) for id in card.by} | {Address("systems", id) for id in card.uses}
        return parts | {Address("channels", id) for id in card.via} | {Address("cards", card.id)}


def _votes(findings: Iterable[Finding], actions: Iterable[Action]) -> int:
    return sum(one.votes or 0 for one in findings) + sum(one.votes or 0 for one in actions)


def _chosen(blueprint: Blueprint, subject: _Subjects) -> tuple[Chosen, ...]:
    """The actions that are still to be done: quick ones first, and within a place by impact, little effort and votes."""
    weak = [each.step for each in subject.weighed.weak]
    order = ("quick", "large", "small", "costly", "unknown")
    found = []
    for action in blueprint.actions.values():
        if action.status not in _OVER:
            about = {step for finding in action.closes for step in subject.about.get(finding, ())}
            steps = tuple(step for step in weak if step in about)
            found.append(Chosen(action.id, _place(action), action.impact, action.effort, action.votes or 0, steps))
    return tuple(sorted(found, key=lambda one: (order.index(one.place), -(one.impact or 0), one.effort or 9, -one.votes)))


def _place(action: Action) -> str:
    if action.impact is None or action.effort is None:
        return "unknown"
    if action.impact >= _HIGH:
        return "large" if action.effort >= _HIGH else "quick"
    return "costly" if action.effort >= _HIGH else "small"
