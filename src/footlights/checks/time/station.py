"""How long a step takes for which its own tolerance was said."""

from footlights.checks.case import Case
from footlights.model import Step

__all__ = ["station_over"]


def station_over(case: Case, step: Step) -> float | None:
    """The seconds a step takes, when that is more than its own tolerance; None when it is not, or has none.

    A tolerance at a step speaks of the whole station. Where cards of the station have one of their own, what is said at the step is
    taken to speak of the customer's own time only: both readings must find it too long before anybody is told so.
    """
    if step.time is None or step.time.tolerance is None:
        return None
    own = step.time.seconds or 0.0
    divided = any(card.step == step.id and card.time is not None and card.time.tolerance is not None for card in case.column[step.id])
    taken = own if divided else max(own, case.column_seconds.get(step.id, 0.0))
    return taken if taken > step.time.tolerance.seconds else None
