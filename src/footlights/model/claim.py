"""What a blueprint claims, and what each claim rests on."""

from collections.abc import Iterator
from typing import NamedTuple

from .address import Address
from .blueprint import Blueprint

__all__ = ["Claim", "claims_of"]

#: Marks that claim nothing: a question asks, an idea proposes something else.
_OPEN = ("question", "idea")


class Claim(NamedTuple):
    """One claim: where it stands, what it rests on (`basis`, never empty), and the ids of the sources it was taken from.

    `address` names the field where a figure or a feeling is the claim (`steps/calls#time`), else the element.
    """

    address: Address
    basis: str
    source: tuple[str, ...] = ()


def claims_of(blueprint: Blueprint) -> Iterator[Claim]:
    """The claims of a blueprint, in reading order.

    A claim is a step, a card, how somebody feels at a step, the time of a step or card, a mark, and the need of a phase.
    Notes, questions and ideas claim nothing. What does not say what it rests on, or where it comes from, rests on what its step
    or card says; what nobody said is assumed. An empty blueprint has none.
    """
    notes = {lane.id for lane in blueprint.rows if lane.role == "note"}
    for phase in blueprint.phases.values():
        if phase.need is not None or phase.met is not None:
            yield Claim(Address("phases", phase.id), phase.basis or "assumed", phase.source)
    for step in blueprint.steps.values():
        there = Address("steps", step.id)
        yield Claim(there, step.basis or "assumed", step.source)
        for feeling in step.feels:
            yield Claim(there.of("feels"), feeling.basis or step.basis or "assumed", feeling.source or step.source)
        if step.time is not None:
            yield Claim(there.of("time"), step.time.basis or step.basis or "assumed", step.time.source or step.source)
    for card in blueprint.cards.values():
        there = Address("cards", card.id)
        if card.lane not in notes:
            yield Claim(there, card.basis or "assumed", card.source)
        if card.time is not None:
            yield Claim(there.of("time"), card.time.basis or card.basis or "assumed", card.time.source or card.source)
    for mark in blueprint.marks.values():
        if mark.kind not in _OPEN:
            yield Claim(Address("marks", mark.id), mark.basis or "assumed", mark.source)
