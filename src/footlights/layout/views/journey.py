"""What the customer goes through: the rows above the line of interaction, and the touchpoints."""

from footlights.layout.filling import plan_for
from footlights.layout.frame import bands_for, columns_for
from footlights.layout.plan import Band, Plan, Scope
from footlights.model import Lane
from footlights.words import word

__all__ = ["planned"]

#: The rows above the line of interaction: what a customer journey map shows.
_ROLES = ("evidence", "customer", "emotion")


def planned(scope: Scope) -> Plan:
    """The customer's rows, and below them through which channels customer and organisation meet."""
    bands = bands_for(scope, _ROLES)
    if any(card.via for card in scope.blueprint.cards.values()):
        lane = Lane("touchpoints", "frontstage")
        bands = (*bands, Band(lane, "touchpoints", "frontstage", word("lane.touchpoints", scope.language), "lanes/touchpoints"))
    return plan_for(scope, columns_for(scope), bands, lined=False)
