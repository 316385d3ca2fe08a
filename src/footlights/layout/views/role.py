"""The slice of one role: what they do and when, what comes to them and goes on from them; the rest is folded."""

from footlights.layout.filling import plan_for
from footlights.layout.frame import bands_for, columns_for
from footlights.layout.plan import Plan, Scope
from footlights.model import Blueprint, FootlightsError, handovers

__all__ = ["planned"]


def planned(scope: Scope) -> Plan:
    """The cards of one actor, and those of others from which or to which work passes; the other steps are folded.

    Shown are the steps at which those cards stand and the moments that the actor answers for, and the rows with such cards
    (and the customer's). Raises FootlightsError where the view names no actor, or one that does not exist.
    """
    blueprint, role = scope.blueprint, _role(scope.blueprint, scope.view.role)
    own = {card.id for card in blueprint.cards.values() if role in card.by}
    ends = [{each.flow.source, each.flow.target} for each in handovers(blueprint)]
    touched = own.union(*(pair for pair in ends if not pair.isdisjoint(own))) & set(blueprint.cards)
    cards = [blueprint.cards[id] for id in blueprint.cards if id in touched]
    steps = {card.step for card in cards} | {step.id for step in blueprint.steps.values() if step.owner == role}
    lanes = {card.lane for card in cards}
    bands = tuple(band for band in bands_for(scope) if band.kind == "cards" and (band.lane.role == "customer" or band.lane.id in lanes))
    return plan_for(scope, columns_for(scope, steps), bands, cards=cards)._replace(others=frozenset(touched - own))


def _role(blueprint: Blueprint, role: str | None) -> str:
    if role in blueprint.actors:
        return str(role)
    known = ", ".join(blueprint.actors) or "none"
    if not role:
        raise FootlightsError(f"whose slice? The actors of this blueprint: {known}", "name one of them with role=")
    raise FootlightsError(f"there is no actor {role!r}; the actors of this blueprint: {known}", "give the id of one of them")
