"""Checks: what a careful expert would ask of a blueprint, put to it one by one, the same each time."""

from .case import Case
from .catalogue import FAMILIES, catalogue, check_named
from .check import Check, Found, Option, Options
from .examine import examine, mend
from .ledger import STATUSES, Judged, accept, dismiss, judged, reopen, to_action
from .selection import Selection, chosen_checks, ranked, selected
from .settings import PROFILES, Settings, settled
from .sources import SOURCES

__all__ = [
    "FAMILIES", "PROFILES", "SOURCES", "STATUSES", "Case", "Check", "Found", "Judged", "Option", "Options", "Selection", "Settings",
    "accept", "catalogue", "check_named", "chosen_checks", "dismiss", "examine", "judged", "mend", "ranked", "reopen", "selected",
    "settled", "to_action",
]  # fmt: skip
