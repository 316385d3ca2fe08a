"""Checks of time: whether what is promised, agreed and tolerated fits what stations take."""

from footlights.checks.check import Check

from .agreement_looser_than_promise import CHECK as AGREEMENT_LOOSER_THAN_PROMISE
from .mostly_waiting import CHECK as MOSTLY_WAITING
from .promise_eaten_by_waiting import CHECK as PROMISE_EATEN_BY_WAITING
from .promise_times_cannot_keep import CHECK as PROMISE_TIMES_CANNOT_KEEP
from .promise_with_unknown_times import CHECK as PROMISE_WITH_UNKNOWN_TIMES
from .promise_without_way import CHECK as PROMISE_WITHOUT_WAY
from .sla_without_xla import CHECK as SLA_WITHOUT_XLA
from .standard_missed import CHECK as STANDARD_MISSED
from .time_unknown_at_moment import CHECK as TIME_UNKNOWN_AT_MOMENT
from .tolerance_broken import CHECK as TOLERANCE_BROKEN
from .tolerance_under_standard import CHECK as TOLERANCE_UNDER_STANDARD
from .tolerances_outgrow_promise import CHECK as TOLERANCES_OUTGROW_PROMISE
from .wait_point_without_time import CHECK as WAIT_POINT_WITHOUT_TIME
from .wait_without_wait_point import CHECK as WAIT_WITHOUT_WAIT_POINT

__all__ = ["TIME"]

TIME: tuple[Check, ...] = (
    PROMISE_TIMES_CANNOT_KEEP,
    PROMISE_WITHOUT_WAY,
    PROMISE_WITH_UNKNOWN_TIMES,
    PROMISE_EATEN_BY_WAITING,
    TOLERANCES_OUTGROW_PROMISE,
    TOLERANCE_BROKEN,
    STANDARD_MISSED,
    TOLERANCE_UNDER_STANDARD,
    WAIT_WITHOUT_WAIT_POINT,
    WAIT_POINT_WITHOUT_TIME,
    TIME_UNKNOWN_AT_MOMENT,
    MOSTLY_WAITING,
    AGREEMENT_LOOSER_THAN_PROMISE,
    SLA_WITHOUT_XLA,
)
