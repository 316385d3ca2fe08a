"""Checks of what claims rest on."""

from footlights.checks.check import Check

from .heavy_finding_without_source import CHECK as HEAVY_FINDING_WITHOUT_SOURCE
from .measured_from_few import CHECK as MEASURED_FROM_FEW
from .measured_without_source import CHECK as MEASURED_WITHOUT_SOURCE
from .moment_resting_on_assumption import CHECK as MOMENT_RESTING_ON_ASSUMPTION
from .mostly_assumed import CHECK as MOSTLY_ASSUMED
from .observed_without_source import CHECK as OBSERVED_WITHOUT_SOURCE
from .promise_on_guessed_times import CHECK as PROMISE_ON_GUESSED_TIMES
from .proposal_in_an_as_is import CHECK as PROPOSAL_IN_AN_AS_IS
from .stale_source import CHECK as STALE_SOURCE
from .unused_source import CHECK as UNUSED_SOURCE

__all__ = ["GROUNDING"]

GROUNDING: tuple[Check, ...] = (
    MOMENT_RESTING_ON_ASSUMPTION, MEASURED_WITHOUT_SOURCE, OBSERVED_WITHOUT_SOURCE, STALE_SOURCE, MOSTLY_ASSUMED, UNUSED_SOURCE,
    MEASURED_FROM_FEW, PROMISE_ON_GUESSED_TIMES, PROPOSAL_IN_AN_AS_IS, HEAVY_FINDING_WITHOUT_SOURCE,
)  # fmt: skip
