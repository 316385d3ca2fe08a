"""What can be worked out about a blueprint: times, money, claims, who stands behind what, and what to do first."""

from .attribution import GRADE_WEIGHTS, Account, Attribution, Entry, Under, Weak, attribution, shortfall
from .claims import Claims, claims
from .exposure import Exposure, exposure, exposure_by_way_of, exposure_to_any
from .importance import PLACES_ON_MAP, Grade, Need, Placed
from .outage import Hit, Outage, Stopped, can_be_out, named, outage
from .path_time import path_time
from .priorities import Chosen, Priorities, Ranked, priorities
from .profit import profit

__all__ = [
    "GRADE_WEIGHTS", "PLACES_ON_MAP", "Account", "Attribution", "Chosen", "Claims", "Entry", "Exposure", "Grade", "Hit", "Need", "Outage",
    "Placed", "Priorities", "Ranked", "Stopped", "Under", "Weak", "attribution", "can_be_out", "claims", "exposure",
    "exposure_by_way_of", "exposure_to_any", "named", "outage", "path_time", "priorities", "profit", "shortfall",
]  # fmt: skip
