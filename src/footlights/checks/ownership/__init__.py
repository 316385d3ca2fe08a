"""Checks of who answers for what, and when it was last looked at."""

from footlights.checks.check import Check

from .always_done_so import CHECK as ALWAYS_DONE_SO
from .blueprint_without_owner import CHECK as BLUEPRINT_WITHOUT_OWNER
from .fail_point_nobody_owns import CHECK as FAIL_POINT_NOBODY_OWNS
from .moment_in_others_hands import CHECK as MOMENT_IN_OTHERS_HANDS
from .moment_without_owner import CHECK as MOMENT_WITHOUT_OWNER
from .never_reviewed import CHECK as NEVER_REVIEWED
from .nobody_says_why import CHECK as NOBODY_SAYS_WHY
from .not_reviewed_in_time import CHECK as NOT_REVIEWED_IN_TIME
from .owner_perceived_differently import CHECK as OWNER_PERCEIVED_DIFFERENTLY
from .several_owners_at_moment import CHECK as SEVERAL_OWNERS_AT_MOMENT
from .supplier_without_agreement import CHECK as SUPPLIER_WITHOUT_AGREEMENT
from .system_without_owner import CHECK as SYSTEM_WITHOUT_OWNER

__all__ = ["OWNERSHIP"]

OWNERSHIP: tuple[Check, ...] = (
    MOMENT_WITHOUT_OWNER,
    OWNER_PERCEIVED_DIFFERENTLY,
    SEVERAL_OWNERS_AT_MOMENT,
    MOMENT_IN_OTHERS_HANDS,
    FAIL_POINT_NOBODY_OWNS,
    BLUEPRINT_WITHOUT_OWNER,
    SYSTEM_WITHOUT_OWNER,
    SUPPLIER_WITHOUT_AGREEMENT,
    NOT_REVIEWED_IN_TIME,
    NEVER_REVIEWED,
    ALWAYS_DONE_SO,
    NOBODY_SAYS_WHY,
)
