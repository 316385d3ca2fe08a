"""Blueprint tests: what a blueprint itself expects."""

from footlights.checks.check import Check

from .expectation_broken import CHECK as EXPECTATION_BROKEN
from .expectation_not_judged import CHECK as EXPECTATION_NOT_JUDGED
from .expectation_not_understood import CHECK as EXPECTATION_NOT_UNDERSTOOD

__all__ = ["EXPECTATIONS"]

EXPECTATIONS: tuple[Check, ...] = (EXPECTATION_BROKEN, EXPECTATION_NOT_UNDERSTOOD, EXPECTATION_NOT_JUDGED)
