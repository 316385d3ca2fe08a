"""Checks of the plan: whether findings lead to actions, and actions to effects."""

from footlights.checks.check import Check

from .action_closing_nothing import CHECK as ACTION_CLOSING_NOTHING
from .action_overdue import CHECK as ACTION_OVERDUE
from .action_without_date import CHECK as ACTION_WITHOUT_DATE
from .action_without_expected_effect import CHECK as ACTION_WITHOUT_EXPECTED_EFFECT
from .action_without_owner import CHECK as ACTION_WITHOUT_OWNER
from .actions_done_finding_open import CHECK as ACTIONS_DONE_FINDING_OPEN
from .dismissed_without_reason import CHECK as DISMISSED_WITHOUT_REASON
from .due_soon_not_begun import CHECK as DUE_SOON_NOT_BEGUN
from .effect_without_change import CHECK as EFFECT_WITHOUT_CHANGE
from .finding_on_nothing import CHECK as FINDING_ON_NOTHING
from .finding_without_action import CHECK as FINDING_WITHOUT_ACTION
from .plan_on_one_pair_of_shoulders import CHECK as PLAN_ON_ONE_PAIR_OF_SHOULDERS
from .quick_win_left_lying import CHECK as QUICK_WIN_LEFT_LYING

__all__ = ["PLAN"]

PLAN: tuple[Check, ...] = (
    FINDING_WITHOUT_ACTION, ACTION_WITHOUT_OWNER, ACTION_WITHOUT_DATE, ACTION_OVERDUE, ACTION_WITHOUT_EXPECTED_EFFECT,
    ACTIONS_DONE_FINDING_OPEN, ACTION_CLOSING_NOTHING, DISMISSED_WITHOUT_REASON, EFFECT_WITHOUT_CHANGE,
    FINDING_ON_NOTHING, PLAN_ON_ONE_PAIR_OF_SHOULDERS, DUE_SOON_NOT_BEGUN, QUICK_WIN_LEFT_LYING,
)  # fmt: skip
