"""Every check there is: the families of this house, and what plug-ins bring."""

from collections.abc import Iterable
from functools import cache

from footlights.model import FootlightsError, near

from .broken import BROKEN
from .channels import CHANNELS
from .check import Check
from .expectations import EXPECTATIONS
from .experience import EXPERIENCE
from .flow import FLOW
from .grounding import GROUNDING
from .language import LANGUAGE
from .ownership import OWNERSHIP
from .plan import PLAN
from .structure import STRUCTURE
from .time import TIME

__all__ = ["FAMILIES", "catalogue", "check_named", "in_catalogue"]

#: The families, in the order in which a blueprint is read: by the letters of their codes.
FAMILIES: dict[str, tuple[Check, ...]] = {
    "STR": STRUCTURE, "EXP": EXPERIENCE, "FLO": FLOW, "TIM": TIME, "CHA": CHANNELS, "OWN": OWNERSHIP, "GRO": GROUNDING,
    "LAN": LANGUAGE, "PLA": PLAN, "TST": EXPECTATIONS, "CHK": (BROKEN,),
}  # fmt: skip

#: The group of entry points under which a package offers its own checks: each names a `Check` or a tuple of them.
GROUP = "footlights.checks"


def in_catalogue() -> tuple[Check, ...]:
    """The checks of this house, family by family."""
    return tuple(check for family in FAMILIES.values() for check in family)


@cache
def catalogue() -> tuple[Check, ...]:
    """Every check: this house's, then those of installed packages in the order of their names.

    A plug-in that can't be loaded, or whose code or slug is taken, is left out and told by a check of its own that finds itself broken.
    """
    own = in_catalogue()
    return (*own, *_plugged({check.code for check in own} | {check.slug for check in own}))


def check_named(name: str, among: Iterable[Check] | None = None) -> Check:
    """The check with this code or slug, in whatever case; raises FootlightsError naming those that are near."""
    checks = tuple(among if among is not None else catalogue())
    wanted = name.strip().casefold()
    for check in checks:
        if wanted in (check.code.casefold(), check.slug):
            return check
    close = near(wanted, [name for check in checks for name in (check.slug, check.code.casefold())])
    raise FootlightsError(f"there is no check {name!r}", f"near: {', '.join(close)}" if close else "`footlights rules` lists all checks")


def _plugged(taken: set[str]) -> tuple[Check, ...]:
    from .plugged import plugged

    return plugged(GROUP, taken)
