"""The blueprint that is looked at, with what many checks ask of it, worked out once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from footlights.facts import PathTime, StationTime, title_of
from footlights.model import (
    ACTING_ROLES,
    Address,
    Blueprint,
    Card,
    Claim,
    Clock,
    Flow,
    Handover,
    Lane,
    Mark,
    Passage,
    Promise,
    Stand,
    Step,
    WayBetween,
    behind_each,
    claims_of,
    flows,
    handovers,
)

from .texts import Written, written

__all__ = ["Case"]


@dataclass(frozen=True)
class Case:
    """One blueprint under examination.

    `times` are its path times as `measures.path_time` gives them; `today` is the day it is looked at, so that the same case always
    gives the same findings.
    """

    blueprint: Blueprint
    times: PathTime
    today: date

    # --- names ---------------------------------------------------------------------------------------------------------------------

    def name(self, element: Any) -> Any:
        """What people call an element (or what an address points at), as a fact for a message."""
        return title_of(self.blueprint, element if isinstance(element, Address) else self.address(element))

    def address(self, element: Any) -> Address:
        """The address of an element of this blueprint."""
        return Address(_COLLECTION_OF[type(element).__name__], element.id)

    @cached_property
    def texts(self) -> tuple[Written, ...]:
        """Every text that people wrote for the readers of the blueprint, with its address."""
        return tuple(written(self.blueprint))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Everything the blueprint claims, with what it rests on."""
        return tuple(claims_of(self.blueprint))

    # --- rows and cells ------------------------------------------------------------------------------------------------------------

    @cached_property
    def role_of_lane(self) -> dict[str, str]:
        """The role of every row, by the lane's id."""
        return {lane.id: lane.role for lane in self.blueprint.rows}

    def role(self, card: Card) -> str:
        """The role of the row a card stands in; "" when the row is unknown."""
        return self.role_of_lane.get(card.lane, "")

    def lane(self, card: Card) -> Lane | None:
        """The declared lane a card stands in; None for a role's own row."""
        return self.blueprint.lanes.get(card.lane)

    @cached_property
    def by_role(self) -> dict[str, tuple[Card, ...]]:
        """The cards of every role, in reading order."""
        found: dict[str, list[Card]] = {}
        for card in self.blueprint.cards.values():
            found.setdefault(self.role(card), []).append(card)
        return {role: tuple(cards) for role, cards in found.items()}

    def cards(self, *roles: str) -> tuple[Card, ...]:
        """The cards in the rows with these roles."""
        return tuple(card for role in roles for card in self.by_role.get(role, ()))

    def draws(self, *roles: str) -> bool:
        """Whether this blueprint has any card in the rows with these roles: a layer nobody drew yet is one question, not forty."""
        return any(self.by_role.get(role) for role in roles)

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of every step in reading order, from 0."""
        return {step: number for number, step in enumerate(self.blueprint.steps)}

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps in reading order."""
        return tuple(self.blueprint.steps.values())

    @cached_property
    def column(self) -> dict[str, tuple[Card, ...]]:
        """The cards at every step, those that span over it included."""
        found: dict[str, list[Card]] = {step: [] for step in self.blueprint.steps}
        names = list(self.blueprint.steps)
        for card in self.blueprint.cards.values():
            first = self.order.get(card.step)
            if first is None:
                continue
            last = max(self.order.get(card.until or card.step, first), first)
            for step in names[first : last + 1]:
                found[step].append(card)
        return {step: tuple(cards) for step, cards in found.items()}

    def at(self, step: str, *roles: str) -> tuple[Card, ...]:
        """The cards in the rows with these roles at a step, those that span over it included."""
        return tuple(card for card in self.column.get(step, ()) if self.role(card) in roles)

    def acting(self, step: str) -> tuple[Card, ...]:
        """What the organisation does at a step: its front stage, back stage and support cards."""
        return self.at(step, *ACTING_ROLES[1:])

    # --- moments and marks ---------------------------------------------------------------------------------------------------------

    def moments(self, least: int = 1) -> tuple[Step, ...]:
        """The moments of truth of at least this grade, in reading order."""
        return tuple(step for step in self.steps if (step.moment_of_truth or 0) >= least)

    def step_of(self, address: Address) -> Step | None:
        """The step an element stands at; None for what stands at none."""
        element: Any = self.blueprint.element(address.element())
        if isinstance(element, Mark):
            return self.step_of(Address.parse(element.on))
        return element if isinstance(element, Step) else self.blueprint.steps.get(getattr(element, "step", ""))

    def grade(self, address: Address) -> int:
        """How much rides on the moment at which an element stands: 1 to 4, 0 where it stands at no moment of truth."""
        step = self.step_of(address)
        return (step.moment_of_truth or 0) if step is not None else 0

    def marks(self, *kinds: str) -> tuple[Mark, ...]:
        """The marks of these kinds, in order."""
        return tuple(mark for mark in self.blueprint.marks.values() if mark.kind in kinds)

    def marks_at(self, step: str, *kinds: str) -> tuple[Mark, ...]:
        """The marks of these kinds on a step or on a card that starts there."""
        names = [f"steps/{step}", *(f"cards/{card.id}" for card in self.column.get(step, ()) if card.step == step)]
        return tuple(mark for name in names for mark in self.blueprint.marks_on.get(name, ()) if mark.kind in kinds)

    def lowest(self, step: Step) -> float | None:
        """How the persona who fares worst feels at a step, -2 to 2; None where nobody said."""
        return min((feeling.level for feeling in step.feels), default=None)

    # --- ways and times ------------------------------------------------------------------------------------------------------------

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """Every way on: the links that were drawn, then the implied ones."""
        return flows(self.blueprint)

    @cached_property
    def onward(self) -> dict[str, tuple[Flow, ...]]:
        """The ways on from every step and card that has any, by bare id."""
        return _grouped((flow.source, flow) for flow in self.flows)

    @cached_property
    def inward(self) -> dict[str, tuple[Flow, ...]]:
        """The ways to every step and card that has any, by bare id."""
        return _grouped((flow.target, flow) for flow in self.flows)

    @cached_property
    def handovers(self) -> tuple[Handover, ...]:
        """Where work passes from one pair of hands to another."""
        return handovers(self.blueprint)

    @cached_property
    def passage(self) -> Passage:
        """The ways by which time passes, without circles."""
        return Passage(self.blueprint)

    @cached_property
    def clock(self) -> Clock:
        """What runs between two elements, for promises."""
        return Clock(self.blueprint, self.passage)

    def way_of(self, promise: Promise, *, limits: bool = False) -> WayBetween | None:
        """The longest way a promise's clock runs along, in the cases it speaks of; None when there is none (see `Clock`)."""
        key = (promise.id, limits)
        if key not in self._ways:
            share = 1.0 if promise.share is None else promise.share
            self._ways[key] = self.clock.between(promise.from_ or "", promise.to or "", share=share, limits=limits)
        return self._ways[key]

    @cached_property
    def _ways(self) -> dict[tuple[str, bool], WayBetween | None]:
        """The ways of promises that were asked for."""
        return {}

    @cached_property
    def stations(self) -> dict[str, StationTime]:
        """The time of every step with everything in its column."""
        return {station.step: station for station in self.times.stations}

    @cached_property
    def column_seconds(self) -> dict[str, float]:
        """How long the longest way through every step's column takes, in seconds; steps that know nothing are left out."""
        passage, steps = self.passage, tuple(self.blueprint.steps)
        known = {node: time.seconds for node, time in passage.times.items() if time.seconds is not None}
        found: dict[str, float] = {}
        best: dict[str, float] = {}
        for node in passage.order:
            here = passage.column[node]
            best[node] = known.get(node, 0.0) + max((best[to] for to in passage.ways[node] if passage.column[to] == here), default=0.0)
            if node in known or steps[here] in found:
                found[steps[here]] = max(found.get(steps[here], 0.0), best[node])
        return found

    def wait_s(self, step: Step) -> float | None:
        """How long one waits at a step, in seconds; None where unknown."""
        station = self.stations.get(step.id)
        return station.wait_s if station is not None else None

    @cached_property
    def stands(self) -> dict[str, tuple[Stand, ...]]:
        """What stands behind every step, by its id (see `behind`)."""
        return behind_each(self.blueprint)

    # --- people --------------------------------------------------------------------------------------------------------------------

    def owner_of(self, step: Step) -> str | None:
        """Who answers for a moment: its owner, else the only one who stands on its front stage; None when that is nobody or several."""
        if step.owner is not None:
            return step.owner
        doers = {actor for card in self.at(step.id, "frontstage") for actor in card.by}
        return next(iter(doers)) if len(doers) == 1 else None


#: The collection that elements of a class stand in.
_COLLECTION_OF = {
    "Persona": "personas", "Actor": "actors", "System": "systems", "Channel": "channels", "Source": "sources", "Phase": "phases",
    "Lane": "lanes", "Step": "steps", "Card": "cards", "Mark": "marks", "Link": "links", "Promise": "promises",
    "Agreement": "agreements", "Finding": "findings", "Action": "actions", "Expectation": "expect", "Binding": "bindings", "View": "views",
}  # fmt: skip


def _grouped(pairs: Iterable[tuple[str, Flow]]) -> dict[str, tuple[Flow, ...]]:
    found: dict[str, list[Flow]] = {}
    for key, flow in pairs:
        found.setdefault(key, []).append(flow)
    return {key: tuple(several) for key, several in found.items()}
