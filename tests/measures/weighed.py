"""Small blueprints to weigh, said in as few words as a case needs."""

from __future__ import annotations

from collections.abc import Sequence

from footlights.model import (
    Action,
    Actor,
    Agreement,
    Blueprint,
    Card,
    Channel,
    Collection,
    Feeling,
    Finding,
    Lane,
    Link,
    Mark,
    Persona,
    Phase,
    Promise,
    Step,
    System,
    arranged,
)

__all__ = ["blueprint", "card", "step", "to"]


def step(id: str, short: float | None = None, grade: int | None = None, feels: Sequence[float] = (), **fields: object) -> Step:
    """A step so many levels below the 5 it should reach (0: at its level; None: nobody says), with feelings per persona."""
    levels = {} if short is None else {"desired": 5.0, "actual": 5.0 - short}
    feelings = tuple(Feeling(f"p{number}", level) for number, level in enumerate(feels))
    return Step(id, str(fields.pop("phase", "only")), does=id, moment_of_truth=grade, feels=feelings, **levels, **fields)


def card(id: str, at: str, lane: str, by: str = "", uses: str = "", via: str = "", **fields: object) -> Card:
    """A card; several doers, systems and channels are separated by spaces."""
    return Card(id, at, lane, does=id, by=tuple(by.split()), uses=tuple(uses.split()), via=tuple(via.split()), **fields)


def to(source: str, target: str, share: float | None = None, kind: str | None = None, when: str | None = None) -> Link:
    """A link, in a share of the cases or on a condition."""
    return Link(f"{source}--{target}", source, target, kind, when, share)


def blueprint(
    *steps: Step,
    cards: Sequence[Card] = (),
    links: Sequence[Link] = (),
    actors: Sequence[Actor] = (),
    systems: Sequence[System] = (),
    phases: Sequence[Phase] = (Phase("only"),),
    marks: Sequence[Mark] = (),
    promises: Sequence[Promise] = (),
    agreements: Sequence[Agreement] = (),
    findings: Sequence[Finding] = (),
    actions: Sequence[Action] = (),
    lanes: Sequence[Lane] = (),
    daily: float | None = None,
) -> Blueprint:
    """A blueprint in which every actor, system and channel that a card names exists."""
    there = {actor.id: actor for actor in actors} | {}
    for name in dict.fromkeys(id for one in cards for id in one.by):
        there.setdefault(name, Actor(name, kind="role"))
    known = {system.id: system for system in systems}
    for name in dict.fromkeys(id for one in cards for id in one.uses):
        known.setdefault(name, System(name))
    return arranged(
        Blueprint(
            title="A case",
            customers_per_day=daily,
            personas=Collection(Persona(f"p{number}") for number in range(3)),
            actors=Collection(there.values()),
            systems=Collection(known.values()),
            channels=Collection(Channel(name) for name in dict.fromkeys(id for one in cards for id in one.via)),
            phases=Collection(phases),
            lanes=Collection(lanes),
            steps=Collection(steps),
            cards=Collection(cards),
            links=Collection(links),
            marks=Collection(marks),
            promises=Collection(promises),
            agreements=Collection(agreements),
            findings=Collection(findings),
            actions=Collection(actions),
        )
    )
