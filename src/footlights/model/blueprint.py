"""The whole document: one scenario of one service, in flat collections by id."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, Any

from .action import Action
from .actor import Actor
from .address import Address
from .agreement import Agreement
from .binding import Binding
from .card import Card
from .channel import Channel
from .collection import Collection
from .expectation import Expectation
from .fields import ALLOWED, PLACES, own
from .finding import Finding
from .kinds import MARK_KINDS, STATES, VOCABULARY
from .lane import Lane
from .link import Link
from .mark import Mark
from .more import More
from .persona import Persona
from .phase import Phase
from .promise import Promise
from .quantity import Duration, Money
from .rows import rows_of
from .source import Source
from .step import Step
from .system import System
from .text import Reasons, Text, say
from .view import View

__all__ = ["COLLECTIONS", "Blueprint", "Element", "arranged"]

Element = (
    Persona
    | Actor
    | System
    | Channel
    | Source
    | Phase
    | Lane
    | Step
    | Card
    | Mark
    | Link
    | Promise
    | Agreement
    | Finding
    | Action
    | Expectation
    | Binding
    | View
)

#: The collections, in the order in which they are read and checked, and what they hold.
COLLECTIONS: dict[str, type] = {
    "personas": Persona, "actors": Actor, "systems": System, "channels": Channel, "sources": Source, "phases": Phase, "lanes": Lane,
    "steps": Step, "cards": Card, "marks": Mark, "links": Link, "promises": Promise, "agreements": Agreement, "findings": Finding,
    "actions": Action, "expect": Expectation, "bindings": Binding, "views": View,
}  # fmt: skip


_NONE: Collection[Any] = Collection()


@dataclass(frozen=True)
class Blueprint:
    """A service blueprint; with steps and feelings only it is a customer journey map. Content once, no coordinates."""

    title: Annotated[Text | None, own("text", "What this blueprint is called", required=True, title=True)] = None
    service: Annotated[Text | None, own("text", "The service it belongs to")] = None
    scenario: Annotated[Text | None, own("text", "The one path or goal that is told")] = None
    state: Annotated[str | None, own("choice", "As it is, as it will be, or the ideal", choices=STATES)] = None
    owner: Annotated[str | None, own("line", "Who answers for this blueprint: an actor's id, or a name")] = None
    reviewed: Annotated[date | None, own("date", "When it was last looked at")] = None
    review_every: Annotated[Duration | None, own("duration", "How often it should be looked at")] = None
    reason: Annotated[Text | None, own("text", "Why it is done this way")] = None
    language: Annotated[str | None, own("line", "The language of plain texts: en, nl, es or any other tag")] = None
    languages: Annotated[tuple[str, ...], own("languages", "The languages this document is meant to be complete in")] = ()
    vocabulary: Annotated[Reasons, own("vocabulary", "Your own words: episode for phase, station for step …", choices=VOCABULARY)] = ()
    price: Annotated[Money | None, own("money", "What the customer pays for it")] = None
    customers_per_day: Annotated[float | None, own("number", "How many customers set out on it in a day", low=0)] = None
    allow: Annotated[Reasons, own("reasons", ALLOWED)] = ()
    personas: Collection[Persona] = _NONE
    actors: Collection[Actor] = _NONE
    systems: Collection[System] = _NONE
    channels: Collection[Channel] = _NONE
    sources: Collection[Source] = _NONE
    phases: Collection[Phase] = _NONE
    lanes: Collection[Lane] = _NONE
    steps: Collection[Step] = _NONE
    cards: Collection[Card] = _NONE
    marks: Collection[Mark] = _NONE
    links: Collection[Link] = _NONE
    promises: Collection[Promise] = _NONE
    agreements: Collection[Agreement] = _NONE
    findings: Collection[Finding] = _NONE
    actions: Collection[Action] = _NONE
    expect: Collection[Expectation] = _NONE
    bindings: Collection[Binding] = _NONE
    views: Collection[View] = _NONE
    more: More = ()

    def say(self, text: Text | None, language: str | None = None) -> str:
        """A text in `language` (the document's own when None), falling back as `text.say` does."""
        own_language = self.language or "en"
        return say(text, language or own_language, own_language)

    def collection(self, name: str) -> Collection[Any]:
        """The collection of this name; raises KeyError when there is none."""
        if name not in COLLECTIONS:
            raise KeyError(name)
        found: Collection[Any] = getattr(self, name)
        return found

    def element(self, address: Address) -> Element | None:
        """The element an address points at, or None."""
        if address.collection not in COLLECTIONS:
            return None
        found: Element | None = self.collection(address.collection).get(address.id)
        return found

    def resolve(self, pointer: str) -> Address | None:
        """The address of what a pointer in the document names: a bare id of a phase, step or card, or a full address."""
        if "/" in pointer:
            address = Address.parse(pointer)
            return address.element() if self.element(address) is not None else None
        return next((Address(name, pointer) for name in PLACES if pointer in self.collection(name)), None)

    @cached_property
    def steps_by_phase(self) -> dict[str, tuple[Step, ...]]:
        """The steps of every phase, in order; an empty phase has ()."""
        found: dict[str, list[Step]] = {phase: [] for phase in self.phases}
        for step in self.steps.values():
            found.setdefault(step.phase, []).append(step)
        return {phase: tuple(steps) for phase, steps in found.items()}

    @cached_property
    def cards_by_cell(self) -> dict[tuple[str, str], tuple[Card, ...]]:
        """The cards of every (step, lane) cell that has any, in order."""
        found: dict[tuple[str, str], list[Card]] = {}
        for card in self.cards.values():
            found.setdefault((card.step, card.lane), []).append(card)
        return {cell: tuple(cards) for cell, cards in found.items()}

    @cached_property
    def marks_on(self) -> dict[str, tuple[Mark, ...]]:
        """The marks of every element that has any, by the element's address as text (`cards/answer`)."""
        found: dict[str, list[Mark]] = {}
        for mark in self.marks.values():
            found.setdefault(mark.on, []).append(mark)
        return {address: tuple(marks) for address, marks in found.items()}

    @cached_property
    def rows(self) -> tuple[Lane, ...]:
        """The rows from the audience to the core: declared lanes and the roles' own rows that are in use."""
        used = {card.lane for card in self.cards.values()}
        feels = any(step.feels for step in self.steps.values())
        times = any(step.time for step in self.steps.values()) or any(card.time for card in self.cards.values())
        return rows_of(self.lanes.values(), used, customer=bool(self.steps), emotion=feels, time=times)


def _positions(ids: Iterable[str]) -> dict[str, int]:
    return {id: number for number, id in enumerate(ids)}


def arranged(blueprint: Blueprint) -> Blueprint:
    """The same blueprint with its collections in reading order, so that equal documents are equal values.

    Steps stand by phase, cards by step, row and place in the cell, marks by element and kind, links by their ends. Order
    within one parent stays as it was.
    """
    phase_at = _positions(blueprint.phases)
    steps = Collection(sorted(blueprint.steps.values(), key=lambda step: phase_at.get(step.phase, len(phase_at))))
    step_at = _positions(steps)
    used = {card.lane for card in blueprint.cards.values()}
    row_at = _positions(lane.id for lane in rows_of(blueprint.lanes.values(), used))
    last = len(step_at)
    cards = Collection(sorted(blueprint.cards.values(), key=lambda card: (step_at.get(card.step, last), row_at.get(card.lane, 999))))
    place_at = _positions(
        [*(f"phases/{id}" for id in blueprint.phases), *(f"steps/{id}" for id in steps), *(f"cards/{id}" for id in cards)]
    )
    end_at = _positions([*steps, *cards])
    kind_at = _positions(MARK_KINDS)
    nowhere = len(place_at)
    marks = sorted(blueprint.marks.values(), key=lambda mark: (place_at.get(mark.on, nowhere), kind_at.get(mark.kind, 99)))
    links = sorted(blueprint.links.values(), key=lambda link: (end_at.get(link.source, nowhere), end_at.get(link.target, nowhere), link.id))
    return dataclasses.replace(blueprint, steps=steps, cards=cards, marks=Collection(marks), links=Collection(links))
