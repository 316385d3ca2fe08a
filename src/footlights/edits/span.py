"""How far a card reaches."""

from footlights.model import Address, Blueprint, FootlightsError

from .operation import Operation, Put
from .pointing import pointed

__all__ = ["shortened_spans", "span"]


def span(blueprint: Blueprint, card: str, until: str | None) -> tuple[Operation, ...]:
    """Let a card span from its own step to a later one; None (or its own step) brings it back to one step.

    Gives () when nothing changes; raises FootlightsError when the step is not there or comes before the card's own.
    """
    address = pointed(blueprint, card, "cards")
    found = blueprint.cards[address.id]
    end = None if until is None else pointed(blueprint, until, "steps").id
    if end == found.step:
        end = None
    steps = list(blueprint.steps)
    if end is not None and steps.index(end) < steps.index(found.step):
        later = steps[steps.index(found.step) + 1 :]
        raise FootlightsError(f"{end!r} comes before the card's own step {found.step!r}", f"later steps: {', '.join(later[:8]) or '-'}")
    return () if end == found.until else (Put(address.of("until"), end),)


def shortened_spans(after: Blueprint) -> tuple[Operation, ...]:
    """What brings back to one step the cards whose span ends at or before their own step, now that things have moved."""
    at = {id: number for number, id in enumerate(after.steps)}
    backward = [card for card in after.cards.values() if card.until is not None and at[card.until] <= at[card.step]]
    return tuple(Put(Address("cards", card.id, "until"), None) for card in backward)
