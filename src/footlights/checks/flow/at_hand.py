"""What is at hand at a moment: the cards without which the customer does not get what they come for there."""

from footlights.checks.case import Case
from footlights.model import Card, Step

__all__ = ["at_hand"]


def at_hand(case: Case, step: Step) -> tuple[Card, ...]:
    """What the front stage does at a step and what a drawn link leads from straight to it; where nobody is met, the back stage.

    What runs on in the same column after the customer has been served is left out, and so is what has done its work long before.
    """
    met = case.at(step.id, "frontstage")
    if not met:
        return case.at(step.id, "backstage")
    there = {step.id, *(card.id for card in met)}
    before = (stand for stand in case.stands[step.id] if stand.how == "link" and stand.distance == 1 and stand.through in there)
    return (*met, *(case.blueprint.cards[stand.card] for stand in before))
