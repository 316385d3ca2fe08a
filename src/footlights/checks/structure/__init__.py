"""Checks of structure: whether what a blueprint shows hangs together."""

from footlights.checks.check import Check

from .back_stage_not_drawn import CHECK as BACK_STAGE_NOT_DRAWN
from .contact_without_doer import CHECK as CONTACT_WITHOUT_DOER
from .contact_without_evidence import CHECK as CONTACT_WITHOUT_EVIDENCE
from .customer_behind_the_line import CHECK as CUSTOMER_BEHIND_THE_LINE
from .empty_phase import CHECK as EMPTY_PHASE
from .empty_step import CHECK as EMPTY_STEP
from .front_stage_not_drawn import CHECK as FRONT_STAGE_NOT_DRAWN
from .map_with_many_steps import CHECK as MAP_WITH_MANY_STEPS
from .moment_with_nothing_behind import CHECK as MOMENT_WITH_NOTHING_BEHIND
from .phase_with_many_steps import CHECK as PHASE_WITH_MANY_STEPS
from .same_card_twice import CHECK as SAME_CARD_TWICE
from .support_that_serves_nobody import CHECK as SUPPORT_THAT_SERVES_NOBODY
from .unused_part import CHECK as UNUSED_PART
from .work_without_doer import CHECK as WORK_WITHOUT_DOER

__all__ = ["STRUCTURE"]

STRUCTURE: tuple[Check, ...] = (
    CONTACT_WITHOUT_DOER,
    SUPPORT_THAT_SERVES_NOBODY,
    CONTACT_WITHOUT_EVIDENCE,
    EMPTY_STEP,
    EMPTY_PHASE,
    FRONT_STAGE_NOT_DRAWN,
    BACK_STAGE_NOT_DRAWN,
    WORK_WITHOUT_DOER,
    SAME_CARD_TWICE,
    PHASE_WITH_MANY_STEPS,
    MAP_WITH_MANY_STEPS,
    UNUSED_PART,
    CUSTOMER_BEHIND_THE_LINE,
    MOMENT_WITH_NOTHING_BEHIND,
)
