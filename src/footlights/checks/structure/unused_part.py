"""An actor, system or channel that nothing refers to."""

from collections.abc import Iterator
from typing import Any

from footlights.checks.case import Case
from footlights.checks.check import Check, Found, Options
from footlights.edits import Operation, remove
from footlights.facts import CheckFinding, Words
from footlights.model import Address

__all__ = ["CHECK"]


def find(case: Case, _: Options) -> Iterator[Found]:
    """Actors, systems and channels nothing refers to, once cards refer to others of their kind."""
    named = _named(case)
    for collection, field in (("actors", "by"), ("systems", "uses"), ("channels", "via")):
        on_cards = {id for card in case.blueprint.cards.values() for id in getattr(card, field)}
        if not on_cards:
            continue
        for id, part in case.blueprint.collection(collection).items():
            if id not in on_cards and f"{collection}/{id}" not in named:
                yield Found(Address(collection, id), {"part": case.name(part)})


def mend(case: Case, finding: CheckFinding) -> tuple[Operation, ...]:
    """Take it out."""
    return remove(case.blueprint, finding.address)


def _named(case: Case) -> set[str]:
    """The addresses that steps, systems, actions, the blueprint, findings, agreements and bindings name."""
    blueprint = case.blueprint
    owned: list[Any] = [*blueprint.steps.values(), *blueprint.systems.values(), *blueprint.actions.values(), blueprint]
    owners = {each.owner for each in owned} | {id for step in case.steps for id in step.perceived_owner}
    told = {on for finding in blueprint.findings.values() for on in finding.on}
    agreed = {on for agreement in blueprint.agreements.values() for on in agreement.on}
    measured = {on for binding in blueprint.bindings.values() for on in binding.on}
    return {f"actors/{id}" for id in owners} | told | agreed | measured


CHECK = Check(
    code="STR012",
    slug="unused-part",
    severity="low",
    find=find,
    mend=mend,
    source="house",
    en=Words(
        "A part that nothing refers to",
        "Nothing in this blueprint refers to {part}.",
        "A list with what is no longer used, or not drawn yet, makes people doubt the rest of it.",
        "Name it on the cards where it plays a part, or take it out.",
    ),
    nl=Words(
        "Een onderdeel waar niets naar verwijst",
        "Niets in deze blueprint verwijst naar {part}.",
        "Een lijst met wat niet meer wordt gebruikt, of nog niet is getekend, wekt twijfel over de rest.",
        "Noem het op de kaarten waar het een rol speelt, of haal het weg.",
    ),
    es=Words(
        "Una pieza a la que nada se refiere",
        "Nada en este blueprint se refiere a {part}.",
        "Una lista con lo que ya no se usa, o aún no se ha dibujado, hace dudar del resto.",
        "Nómbrela en las tarjetas donde participa, o quítela.",
    ),
    fires="""
footlights: 1
title: A meal
owner: chef
actors: {waiter: {name: Waiter}, chef: {name: Chef}}
systems: {till: {name: Till}}
channels: {room: {name: Dining room}, fax: {name: Fax}}
phases:
- title: The meal
  steps:
  - does: Orders
    frontstage: [{does: Takes the order, by: waiter, via: room}]
""",
    at=("channels/fax",),
    clean="""
footlights: 1
title: A meal
owner: chef
actors: {waiter: {name: Waiter}, chef: {name: Chef}}
channels: {room: {name: Dining room}, phone: {name: Phone}}
phases:
- title: The meal
  steps:
  - does: Orders
    frontstage: [{does: Takes the order, by: waiter, via: [room, phone]}]
""",
)
