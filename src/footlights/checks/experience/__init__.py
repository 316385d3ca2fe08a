"""Checks of the experience: what the customer lives through, against what they need and expect."""

from footlights.checks.check import Check

from .bad_ending import CHECK as BAD_ENDING
from .delight_nobody_owns import CHECK as DELIGHT_NOBODY_OWNS
from .emotion_drop import CHECK as EMOTION_DROP
from .expectation_disappointed import CHECK as EXPECTATION_DISAPPOINTED
from .expectation_unanswered import CHECK as EXPECTATION_UNANSWERED
from .fail_without_recovery import CHECK as FAIL_WITHOUT_RECOVERY
from .moment_below_desired_level import CHECK as MOMENT_BELOW_DESIRED_LEVEL
from .moment_felt_badly import CHECK as MOMENT_FELT_BADLY
from .moment_nobody_felt import CHECK as MOMENT_NOBODY_FELT
from .moment_without_level import CHECK as MOMENT_WITHOUT_LEVEL
from .need_unmet import CHECK as NEED_UNMET
from .need_unrated import CHECK as NEED_UNRATED
from .need_unstated import CHECK as NEED_UNSTATED
from .no_moment_of_truth import CHECK as NO_MOMENT_OF_TRUTH
from .pain_nobody_takes_up import CHECK as PAIN_NOBODY_TAKES_UP
from .persona_not_felt import CHECK as PERSONA_NOT_FELT
from .silence import CHECK as SILENCE
from .too_many_moments_of_truth import CHECK as TOO_MANY_MOMENTS_OF_TRUTH

__all__ = ["EXPERIENCE"]

EXPERIENCE: tuple[Check, ...] = (
    MOMENT_BELOW_DESIRED_LEVEL,
    MOMENT_WITHOUT_LEVEL,
    MOMENT_NOBODY_FELT,
    MOMENT_FELT_BADLY,
    NEED_UNMET,
    NEED_UNSTATED,
    NEED_UNRATED,
    SILENCE,
    EXPECTATION_DISAPPOINTED,
    EXPECTATION_UNANSWERED,
    FAIL_WITHOUT_RECOVERY,
    PAIN_NOBODY_TAKES_UP,
    DELIGHT_NOBODY_OWNS,
    BAD_ENDING,
    EMOTION_DROP,
    PERSONA_NOT_FELT,
    NO_MOMENT_OF_TRUTH,
    TOO_MANY_MOMENTS_OF_TRUTH,
)
